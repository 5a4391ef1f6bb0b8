R"js(// Checks the proof of an entry (docs/formats/proof.md) in the browser, and sends nothing anywhere: the page
// that runs this may open no connection. What is said stands in the page's template #says, by its codes.
//
// This file is JavaScript but for its first and last line, which make it a string of the program
// (pages/assets.cpp).

// -- limits: the same as the program's ------------------------------------------------------------

const longestFile = 32 * 1024 * 1024;
const longestProof = 16 * 1024 * 1024;
const longestNote = 256 * 1024;
const mostSignatures = 100;
const longestEntry = 60_000;
const mostHashes = 63;
const mostKeys = 256;
const longestHead = 16 * 1024;
const longestName = 255;
const longestExtra = 64 * 1024;
const longestPolicy = 64 * 1024;
const mostPolicyNames = 512;
const deepest = 16;
const mostSeals = 64;
const mostFiles = 256;
const saltBytes = 32;
const greatest = 2n ** 63n - 1n;

// -- bytes ----------------------------------------------------------------------------------------

/** What is wrong with the proof: a code of what is said, and its facts. */
class Fault extends Error {
    constructor(code, facts = {}) {
        super(code);
        this.code = code;
        this.facts = facts;
    }
}
const unreadable = (what) => new Fault("format_bad", { what });

const bytesOf = (text) => new TextEncoder().encode(text);
const textOf = (bytes) => {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw unreadable("UTF-8");
    }
};
const joined = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
};
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Base64 with one text for one sequence of bytes. */
const toBase64 = (bytes) => {
    let letters = "";
    for (let i = 0; i < bytes.length; i += 0x8000) letters += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(letters);
};
const fromBase64 = (text, what) => {
    let letters;
    try {
        letters = atob(text);
    } catch {
        throw unreadable(what);
    }
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    if (toBase64(bytes) !== text) throw unreadable(what);
    return bytes;
};
const hashOf = (text, what) => {
    const bytes = fromBase64(text, what);
    if (bytes.length !== 32) throw unreadable(what);
    return bytes;
};
/** A decimal number without sign and without zeros before it. */
const decimal = (text, what) => {
    if (!/^(0|[1-9][0-9]{0,18})$/.test(text ?? "") || BigInt(text) > greatest) throw unreadable(what);
    return BigInt(text);
};
const u64 = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const leafHash = (entry) => sha256(joined(Uint8Array.of(0), entry));
const nodeHash = (left, right) => sha256(joined(Uint8Array.of(1), left, right));

const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
/** Points of low order but for the bit of the sign, as libsodium refuses them: under such a key one signature
    holds for any message. The last two are not below p. */
const lowOrder = new Set([
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]);
/** Little-endian, as Ed25519 writes numbers. */
const numberOf = (bytes) => BigInt("0x" + hexOf(Uint8Array.from(bytes).reverse()));
const fieldPrime = 2n ** 255n - 19n;
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;
/** Written in the one way there is, and not of low order. Browsers differ in what they ask for. */
const acceptablePoint = (bytes) => {
    if (bytes.length !== 32) return false;
    const y = Uint8Array.from(bytes);
    y[31] &= 0x7f;
    return !lowOrder.has(hexOf(y)) && numberOf(y) < fieldPrime;
};
const field = (number) => (number % fieldPrime + fieldPrime) % fieldPrime;
const power = (base, exponent) => {
    let result = 1n;
    for (let square = base; exponent > 0n; exponent >>= 1n, square = square * square % fieldPrime)
        if (exponent & 1n) result = result * square % fieldPrime;
    return result;
};
/** The d of the curve: -121665/121666 (RFC 8032, 5.1). */
const curve = field(-121665n * power(121666n, fieldPrime - 2n));
/** RFC 8032, 5.1.3; in the coordinates of 5.1.4. Nothing where no point of the curve is written so. */
const pointOf = (bytes) => {
    const number = numberOf(bytes);
    const y = number & (2n ** 255n - 1n);
    const u = field(y * y - 1n), v = field(curve * y * y + 1n);
    let x = field(u * power(v, 3n) * power(field(u * power(v, 7n)), (fieldPrime - 5n) / 8n));
    if (field(v * x * x) === field(-u)) x = field(x * power(2n, (fieldPrime - 1n) / 4n));
    if (field(v * x * x) !== u) return undefined;
    if ((x & 1n) !== number >> 255n) x = field(-x);
    return [x, y, 1n, field(x * y)];
};
const sumOf = ([x1, y1, z1, t1], [x2, y2, z2, t2]) => {
    const a = (y1 - x1) * (y2 - x2), b = (y1 + x1) * (y2 + x2), c = 2n * curve * t1 * t2, d = 2n * z1 * z2;
    const e = field(b - a), f = field(d - c), g = field(d + c), h = field(b + a);
    return [field(e * f), field(g * h), field(f * g), field(e * h)];
};
/** A key that the program takes into a policy or an accreditation: of the group that the base point makes. The sum of
    such a key and a point of low order verifies for some and not for others. */
const acceptableKey = (bytes) => {
    const point = acceptablePoint(bytes) ? pointOf(bytes) : undefined;
    if (!point) return false;
    let all = [0n, 1n, 1n, 0n];
    for (let bit = 252n; bit >= 0n; --bit) {
        all = sumOf(all, all);
        if (groupOrder >> bit & 1n) all = sumOf(all, point);
    }
    return all[0] === 0n && all[1] === all[2];
};
/** Null where this browser has no Ed25519. */
const verifies = async (publicKey, message, signature) => {
    if (signature.length !== 64 || !acceptablePoint(publicKey) || !acceptablePoint(signature.subarray(0, 32)) ||
        numberOf(signature.subarray(32)) >= groupOrder) return false;
    try {
        const key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
        return await crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
    } catch (problem) {
        return problem.name === "NotSupportedError" ? null : false;
    }
};
/** RFC 8032, section 7.1, test 1: what a browser with Ed25519 finds good. */
const hasEd25519 = async () => {
    if (!globalThis.crypto?.subtle) return false;
    const hex = (text) => Uint8Array.from(text.match(/../g), (byte) => parseInt(byte, 16));
    return await verifies(hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"), new Uint8Array(),
        hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")) === true;
};

// -- notes, keys, policies ------------------------------------------------------------------------

/** May a key, or a log, be called so? */
const acceptableName = (name) => name !== "" && bytesOf(name).length <= longestName &&
    !/[\x00-\x20+\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(name);
/** NAME+8 digits+base64 of type and key. */
const readVerifierKey = async (text) => {
    const [name, id, ...rest] = text.split("+");
    const key = fromBase64(rest.join("+"), text);
    if (!acceptableName(name) || ![1, 4].includes(key[0]) || !acceptableKey(key.subarray(1))) throw unreadable(text);
    const digest = await sha256(joined(bytesOf(name + "\n"), key));
    if (hexOf(digest.subarray(0, 4)) !== id) throw unreadable(text);
    return { name, type: key[0], id: digest.subarray(0, 4), key: key.subarray(1), text };
};

const readNote = (text) => {
    if (bytesOf(text).length > longestNote || /[\x00-\x09\x0b-\x1f]/.test(text)) throw unreadable("checkpoint");
    const split = text.lastIndexOf("\n\n");
    if (split < 0 || !text.endsWith("\n")) throw unreadable("checkpoint");
    const lines = text.slice(split + 2, -1).split("\n");
    if (lines.length > mostSignatures) throw unreadable("checkpoint");
    return {
        text: text.slice(0, split + 1),
        lines: lines.map((line) => {
            const parts = line.split(" ");
            if (parts.length !== 3 || parts[0] !== "\u2014" || !acceptableName(parts[1])) throw unreadable("checkpoint");
            const bytes = fromBase64(parts[2], "checkpoint");
            if (bytes.length < 5) throw unreadable("checkpoint");
            return { name: parts[1], id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
        }),
    };
};
const readCheckpoint = (text) => {
    const lines = text.split("\n");
    if (lines.length !== 4 || !acceptableName(lines[0]) || lines[3] !== "") throw unreadable("checkpoint");
    return { origin: lines[0], size: decimal(lines[1], "checkpoint"), root: hashOf(lines[2], "checkpoint") };
};

/** c2sp.org/tlog-policy. What is wrong is told by its line. One public key is one log or one witness, and a name
    is a member of one group: so each comes to the quorum in one way only. */
const readPolicy = async (text) => {
    const policy = { logs: [], witnesses: new Map(), groups: new Map(), quorum: undefined };
    const keys = new Set();
    const grouped = new Set();
    const known = (name) => policy.witnesses.has(name) || policy.groups.has(name);
    const keyOf = async (word, type) => {
        const key = await readVerifierKey(word);
        if (key.type !== type || keys.has(hexOf(key.key))) throw unreadable(word);
        keys.add(hexOf(key.key));
        return key;
    };
    if (bytesOf(text).length > longestPolicy) throw new Fault("policy_bad", { line: 0 });
    const lines = text.split("\n");
    for (let i = 0; i < lines.length; ++i) {
        const words = lines[i].split(/[ \t]+/).filter((word) => word);
        const wrong = () => new Fault("policy_bad", { line: i + 1 });
        const count = (least, most) => words.length >= least && words.length <= most;
        const isFree = () => words[1] !== "none" && !known(words[1]) &&
            policy.logs.length + policy.witnesses.size + policy.groups.size < mostPolicyNames;
        if (/[\x00-\x08\x0b-\x1f\x7f]/.test(lines[i])) throw wrong();
        if (words.length === 0 || words[0].startsWith("#")) continue;
        try {
            if (words[0] === "log" && count(2, 3) && isFree()) {
                policy.logs.push(await keyOf(words[1], 1));
            } else if (words[0] === "witness" && count(3, 4) && isFree()) {
                policy.witnesses.set(words[1], await keyOf(words[2], 4));
            } else if (words[0] === "group" && count(4, Infinity) && isFree()) {
                const members = words.slice(3);
                for (const member of members) {
                    if (!known(member) || grouped.has(member)) throw wrong();
                    grouped.add(member);
                }
                const needed = words[2] === "all" ? members.length : words[2] === "any" ? 1 : Number(decimal(words[2], ""));
                if (needed < 1 || needed > members.length) throw wrong();
                policy.groups.set(words[1], { needed, members });
            } else if (words[0] === "quorum" && count(2, 2) && policy.quorum === undefined) {
                if (words[1] !== "none" && !known(words[1])) throw wrong();
                policy.quorum = words[1];
            } else {
                throw wrong();
            }
        } catch {
            throw wrong();
        }
    }
    if (policy.quorum === undefined) throw new Fault("policy_bad", { line: 0 });
    return policy;
};
const isEnough = (policy, name, signedBy) => {
    const group = policy.groups.get(name);
    if (!group) return signedBy.has(name);
    return group.members.filter((member) => isEnough(policy, member, signedBy)).length >= group.needed;
};
/** Its lines without comments, order and spaces: what two policies are compared by. */
const plainPolicy = (text) => text.split("\n").map((line) => line.trim().split(/[ \t\r]+/).join(" "))
    .filter((line) => line && !line.startsWith("#")).sort().join("\n");

// -- the tree -------------------------------------------------------------------------------------

/** c2sp.org/tlog-proof@v1. */
const readLogProof = (text) => {
    const lines = text.split("\n");
    let at = 0;
    if (lines[at++] !== "c2sp.org/tlog-proof@v1") throw unreadable("tlog-proof");
    if (lines[at]?.startsWith("extra ")) {
        const extra = fromBase64(lines[at++].slice(6), "extra").length;
        if (extra === 0 || extra > longestExtra) throw unreadable("extra");
    }
    if (!lines[at]?.startsWith("index ")) throw unreadable("index");
    const index = decimal(lines[at++].slice(6), "index");
    const path = [];
    while (lines[at]) {
        if (path.length === mostHashes) throw unreadable("tlog-proof");
        path.push(hashOf(lines[at++], "tlog-proof"));
    }
    if (lines[at++] !== "" || at >= lines.length) throw unreadable("checkpoint");
    return { index, path, note: lines.slice(at).join("\n") };
};

/** RFC 9162, 2.1.3.2. */
const provesInclusion = async (index, size, leaf, path, root) => {
    if (index >= size) return false;
    let [node, last, hash] = [index, size - 1n, leaf];
    for (const other of path) {
        if (last === 0n) return false;
        if (node & 1n || node === last) {
            hash = await nodeHash(other, hash);
            while (!(node & 1n) && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
        } else {
            hash = await nodeHash(hash, other);
        }
        [node, last] = [node >> 1n, last >> 1n];
    }
    return last === 0n && same(hash, root);
};

// -- entries --------------------------------------------------------------------------------------

/** Canonical JSON (RFC 8785) of what JSON.parse gave: numbers of ours are whole. */
const canonical = (value) => {
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (value !== null && typeof value === "object") {
        return "{" + Object.keys(value).sort().map((key) => JSON.stringify(key) + ":" + canonical(value[key])).join(",") + "}";
    }
    return JSON.stringify(value);
};
/** Nothing in it that readers of JSON understand differently: whole numbers that each keeps exactly, no half of a
    surrogate pair, and not too deep. */
const isPlain = (value, depth = 0) => {
    if (typeof value === "number") return Number.isSafeInteger(value);
    if (typeof value === "string") return !/\p{Surrogate}/u.test(value);
    if (value === null || typeof value !== "object") return true;
    return depth < deepest && Object.entries(value).every(([key, one]) => isPlain(key) && isPlain(one, depth + 1));
};
const readEntry = async (bytes) => {
    if (bytes.length > longestEntry) throw new Fault("entry_bad", { what: bytes.length });
    const text = textOf(bytes);
    let value;
    try {
        value = JSON.parse(text);
    } catch {
        throw new Fault("entry_bad", { what: "JSON" });
    }
    // Another text for the same values (a key twice, spaces, another order) is not the entry.
    if (!isPlain(value) || canonical(value) !== text) throw new Fault("entry_bad", { what: "RFC 8785" });
    checkEntry(value);
    await checkRegistryAct(value.body);
    return value;
};

/** An object of an entry, at its place: what does not belong there is told by it. */
class Shape {
    constructor(value, at) {
        this.at = at;
        if (value === null || typeof value !== "object" || Array.isArray(value)) this.wrong();
        this.value = value;
    }
    wrong(name) {
        throw new Fault("entry_bad", { what: name === undefined ? this.at || "{}" : `${this.at}/${name}` });
    }
    has(name) { return Object.hasOwn(this.value, name); }
    only(...names) {
        for (const name of Object.keys(this.value)) if (!names.includes(name)) this.wrong(name);
        return this;
    }
    is(name, holds) {
        if (!this.has(name) || !holds(this.value[name])) this.wrong(name);
        return this.value[name];
    }
    may(name, holds) { return this.has(name) ? this.is(name, holds) : undefined; }
    inside(name) { return new Shape(this.is(name, () => true), `${this.at}/${name}`); }
    list(name, most) { return this.is(name, (value) => Array.isArray(value) && value.length <= most); }
}
const isText = (value) => typeof value === "string";
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isSlug = (value) => isText(value) && /^[A-Za-z0-9_-]{1,80}$/.test(value);
const isHexHash = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isDay = (value) => {
    if (!isText(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < "0001") return false;
    const at = new Date(value + "T00:00:00Z");
    return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value;
};
const isBytes = (count) => (value) => {
    try {
        return isText(value) && fromBase64(value, "").length === count;
    } catch {
        return false;
    }
};
const isHash = isBytes(32);
const isKey = (value) => isBytes(33)(value) && fromBase64(value, "")[0] === 1;
const isFileName = (value) => isText(value) && !/[\x00-\x1f\x7f\/]/.test(value) && value !== "" && bytesOf(value).length <= 200;
const isMediaType = (value) => isText(value) && value.length <= 100 && /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(value);
const isDistribution = (value) => value === "members" ||
    (Array.isArray(value) && value.every((name, i) => isSlug(name) && (i === 0 || value[i - 1] < name)));

const checkFileNote = (file) => {
    file.only("authentic", "commitment", "distribution", "kind", "language", "name", "personal", "release", "sha256",
        "size", "type");
    const isYes = (value) => value === true;
    file.may("authentic", isYes);
    const salted = [file.may("personal", isYes), file.may("distribution", isDistribution)].some((one) => one !== undefined);
    if (file.may("release", isDay) !== undefined && !file.has("distribution")) file.wrong("release");
    // What is not for everybody, or may be removed, is under a salted hash, and all else is not.
    if (file.has(salted ? "sha256" : "commitment")) file.wrong(salted ? "sha256" : "commitment");
    if (salted) file.is("commitment", isHash);
    else file.is("sha256", isHexHash);
    file.is("kind", (kind) => ["text", "translation", "scan", "annex", "rulebook", "other"].includes(kind));
    file.is("name", isFileName);
    file.may("language", (value) => isText(value) && /^[a-z]{2,3}$/.test(value));
    file.is("type", isMediaType);
    file.is("size", isCount);
};
/** docs/formats/entry.md: these members and no others. */
const checkEntry = (value) => {
    const entry = new Shape(value, "").only("body", "files", "known_on", "released", "seals", "v", "withheld");
    entry.is("v", (version) => version === 1);
    entry.is("known_on", isDay);
    if (entry.has("withheld")) {
        for (const other of ["body", "files", "released"]) if (entry.has(other)) entry.wrong(other);
        const withheld = entry.inside("withheld").only("commitment", "distribution", "release");
        withheld.is("commitment", isHash);
        withheld.is("distribution", isDistribution);
        withheld.may("release", isDay);
    } else {
        entry.inside("body");
        if (entry.has("files")) {
            const files = entry.list("files", mostFiles);
            if (files.length === 0) entry.wrong("files");
            files.forEach((file, i) => checkFileNote(new Shape(file, `/files/${i}`)));
        }
        if (entry.has("released")) {
            const released = entry.inside("released").only("entry", "salt");
            released.is("entry", isCount);
            released.is("salt", isBytes(saltBytes));
        }
    }
    const seals = entry.list("seals", mostSeals);
    if (seals.length === 0) entry.wrong("seals");
    seals.forEach((one, i) => {
        const seal = new Shape(one, `/seals/${i}`).only("after", "count", "key", "seal");
        const after = seal.inside("after").only("root", "size");
        after.is("size", isCount);
        after.is("root", isHash);
        seal.is("count", isCount);
        seal.is("key", isKey);
        seal.is("seal", isBytes(64));
    });
};

/** What an act of the registry says, each with what it must be; a name that may be left out ends in "?". */
const isShort = (most) => (value) => isText(value) && value !== "" && bytesOf(value).length <= most;
const isGoodKey = (value) => isKey(value) && acceptableKey(fromBase64(value, "").subarray(1));
const isOneOf = (...words) => (value) => words.includes(value);
const registryContents = {
    "annex-removed": { commitment: isHash, reason: isShort(2_000) },
    "key-accredited": { key: isGoodKey, name: isShort(longestName), "next?": isHash,
        use: isOneOf("authority", "registrar", "representative") },
    "key-recalled": { key: isGoodKey, "since?": isCount, why: isOneOf("retired", "lost", "compromised") },
    "key-rotated": { from: isGoodKey, key: isGoodKey, "next?": isHash },
    "log-opened": { authority: isGoodKey, log: isText, next: isHash, origin: (value) => isText(value) && acceptableName(value),
        policy: isText },
    "policy-changed": { policy: isText },
    "refusal-logged": { code: isShort(100), submitted: isHash },
    "rulebook-published": { reason: isShort(2_000) },
};
const checkRegistryAct = async (value) => {
    const facts = Object.hasOwn(registryContents, value?.kind) ? registryContents[value.kind] : undefined;
    if (!facts) return;
    const body = new Shape(value, "/body").only("about", "cites", "content", "id", "kind", "on", "sources");
    body.is("id", isSlug);
    body.is("on", isDay);
    body.list("cites", 0);
    body.list("sources", 0);
    const about = body.inside("about").only(...(value.kind === "key-accredited" ? ["holder"] : []));
    const content = body.inside("content").only(...Object.keys(facts).map((name) => name.replace("?", "")));
    for (const [name, holds] of Object.entries(facts)) {
        const optional = name.endsWith("?");
        content.value[name.replace("?", "")] == null && optional || content.is(name.replace("?", ""), holds);
    }
    const holder = about.value.holder ?? "";
    if (holder !== "" && !isSlug(holder)) about.wrong("holder");
    if (content.value.use === "registrar" && holder !== "") about.wrong("holder");
    if (content.value.use === "representative" && holder === "") about.wrong("holder");
    if (content.value.since != null && content.value.why !== "compromised") content.wrong("since");
    try {
        if (facts.policy) await readPolicy(content.value.policy);
    } catch {
        content.wrong("policy");
    }
    if (!facts.log) return;
    try {
        const log = await readVerifierKey(content.value.log);
        if (log.type !== 1 || log.name !== content.value.origin) throw unreadable("log");
    } catch {
        content.wrong("log");
    }
};
const statementOf = (entry) => {
    const { known_on, seals, ...statement } = entry;
    return canonical(statement);
};
const digestOf = (origin, entry) => sha256(bytesOf(`depositary/act/v1\n${origin}\n${statementOf(entry)}`));
const sealedText = (origin, digest, seal) => bytesOf(["depositary/seal/v1", origin, seal.key, seal.count,
    seal.after.size, seal.after.root, toBase64(digest), ""].join("\n"));

/** The key that an act of the registry brings into being; nothing for another act. */
const broughtBy = (entry) => {
    const body = entry.body ?? {};
    const content = body.content ?? {};
    switch (body.kind) {
        case "log-opened":
            return { kind: body.kind, key: content.authority, name: content.origin, holder: "", use: "authority",
                next: content.next, itself: true };
        case "key-accredited":
            return { kind: body.kind, key: content.key, name: content.name, holder: body.about?.holder ?? "",
                use: content.use, next: content.next, itself: false };
        case "key-rotated":
            return { kind: body.kind, key: content.key, from: content.from, next: content.next, itself: true };
        default:
            return undefined;
    }
};

// -- the proof ------------------------------------------------------------------------------------

const begin = "-----BEGIN DEPOSITARY PROOF-----";
const end = "-----END DEPOSITARY PROOF-----";

/** The bytes between the lines of the armour: one block, and nothing in it but base64. */
const unarmoured = (text) => {
    const from = text.indexOf(begin);
    const to = text.indexOf(end, from + begin.length);
    if (from < 0 || to < 0 || text.indexOf(begin, from + 1) >= 0) throw new Fault("armour_bad");
    return fromBase64(text.slice(from + begin.length, to).replace(/[\r\n\t ]/g, ""), "base64");
};

/** docs/formats/proof.md: a head of lengths, an empty line, and the parts one after the other. */
const readProof = (bytes) => {
    if (bytes.length > longestProof) throw unreadable("length");
    const headEnd = bytes.findIndex((byte, i) => byte === 10 && bytes[i + 1] === 10);
    if (headEnd < 0 || headEnd > longestHead) throw unreadable("head");
    const lines = textOf(bytes.subarray(0, headEnd)).split("\n");
    if (lines.shift() !== "depositary/proof@v1") throw unreadable("depositary/proof@v1");
    const lengths = lines.map((line, i) => {
        const [word, ...numbers] = line.split(" ");
        const expected = ["entry", "log-proof", "policy"][i] ?? "key";
        if (word !== expected || numbers.length !== (expected === "key" ? 2 : 1)) throw unreadable(expected);
        return numbers.map((number) => Number(decimal(number, expected)));
    });
    if (lengths.length < 3 || lengths.length - 3 > mostKeys) throw unreadable("key");
    let at = headEnd + 2;
    const take = (length) => bytes.subarray(at, at += length);
    if (lengths.flat().reduce((sum, length) => sum + length, at) !== bytes.length) throw unreadable("length");
    const proof = {
        entry: take(lengths[0][0]),
        path: readLogProof(textOf(take(lengths[1][0]))),
        policy: new TextDecoder().decode(take(lengths[2][0])),  // it is only compared
        keys: lengths.slice(3).map(([entry, path]) => ({ entry: take(entry), path: readLogProof(textOf(take(path))) })),
    };
    // One checkpoint for all of them, and the keys in the order of the log.
    proof.keys.forEach((key, i) => {
        if (key.path.note !== proof.path.note) throw unreadable("checkpoint");
        if (i > 0 && proof.keys[i - 1].path.index >= key.path.index) throw unreadable("key");
    });
    return proof;
};

// -- checking -------------------------------------------------------------------------------------

const timeOf = (seconds) => {
    const at = new Date(Number(seconds) * 1000);
    return Number.isNaN(at.getTime()) ? String(seconds) : at.toISOString().slice(0, 16).replace("T", " ") + " UTC";
};

/** Whose lines of `note` hold: the log, and the witnesses of the policy by their names. */
const standingOf = async (note, checkpoint, policy, tell) => {
    const seen = new Set();
    const confirmed = new Map();
    let logged = false;
    const ofKey = async (line, key, message) => {
        const once = key.text;
        if (seen.has(once)) throw unreadable("checkpoint");
        seen.add(once);
        return verifies(key.key, message, line);
    };
    const is = (line, key) => line.name === key.name && same(line.id, key.id);
    for (const line of note.lines) {
        for (const key of policy.logs.filter((log) => is(line, log))) {
            if (!await ofKey(line.signature, key, bytesOf(note.text))) throw new Fault("log_bad", { origin: checkpoint.origin });
            // Another log of the policy may sign too; it says nothing of the log that is named.
            logged ||= key.name === checkpoint.origin;
        }
        for (const [name, key] of policy.witnesses) {
            if (!is(line, key)) continue;
            const time = line.signature.length === 72 ? u64(line.signature) : undefined;
            const good = time !== undefined && time <= greatest && await ofKey(line.signature.subarray(8), key,
                bytesOf(`cosignature/v1\ntime ${time}\n${note.text}`));
            if (!good) throw new Fault("witness_bad", { name });
            confirmed.set(name, time);
        }
    }
    if (!logged) throw new Fault("log_bad", { origin: checkpoint.origin });
    tell("good", "log_good", { origin: checkpoint.origin, size: checkpoint.size });
    for (const [name, time] of confirmed) tell("good", "witness_good", { name, time: timeOf(time) });
    const names = [...confirmed.keys()].join(", ") || say("nobody");
    if (policy.quorum === "none") {
        tell("note", "quorum_none");
        return false;
    }
    const enough = isEnough(policy, policy.quorum, new Set(confirmed.keys()));
    tell(enough ? "good" : "bad", enough ? "quorum_good" : "quorum_bad", { names });
    return enough;
};

/** Reads entries in the order of the log: each is in the tree, and sealed by keys that entries before it
    brought, down to the first, which names the authority's. */
class Chain {
    constructor(checkpoint) {
        this.checkpoint = checkpoint;
        this.keys = new Map();
        this.next = new Map();
    }

    /** Each seal of the entry with what is known of its key. What does not hold is thrown. */
    async take(bytes, path) {
        const { origin, size, root } = this.checkpoint;
        const index = path.index;
        if (!await provesInclusion(index, size, await leafHash(bytes), path.path, root))
            throw new Fault("inclusion_bad", { entry: index });
        const entry = await readEntry(bytes);
        const digest = await digestOf(origin, entry);
        const brought = broughtBy(entry);
        const wrong = (what) => new Fault("key_bad", { entry: index, what });
        const sealed = [];
        for (const seal of entry.seals) {
            const key = fromBase64(seal.key, "seals");
            const fresh = brought?.itself && brought.key === seal.key;
            const known = this.keys.get(seal.key);
            const name = known?.name ?? (fresh ? brought.name : undefined) ?? seal.key;
            const facts = { entry: index, name, key: seal.key.slice(0, 12) + "…", count: seal.count, size: seal.after.size,
                accredited: known?.accredited };
            if (sealed.some((other) => other.seal.key === seal.key)) throw new Fault("seal_bad", facts);
            const holds =
                await verifies(key.subarray(1), sealedText(origin, digest, seal), fromBase64(seal.seal, "seals"));
            if (!holds) throw new Fault("seal_bad", facts);
            if (!fresh && !known) throw wrong(seal.key);
            // Whoever sealed had seen a log in which the key was accredited, and not one from the future.
            if (!fresh && (seal.after.size > index || seal.after.size <= known.accredited)) throw wrong("after");
            sealed.push({ seal, facts, fresh });
        }
        if (brought) await this.#bring(brought, entry, index, wrong);
        return { entry, index, sealed };
    }

    async #bring(brought, entry, index, wrong) {
        if (brought.itself && !entry.seals.some((seal) => seal.key === brought.key)) throw wrong(brought.kind);
        if (this.keys.has(brought.key)) throw wrong(brought.key);
        let { name, holder, use } = brought;
        if (brought.kind === "log-opened") {
            if (index !== 0n || brought.name !== this.checkpoint.origin) throw wrong(brought.kind);
        } else if (brought.kind === "key-accredited") {
            const may = entry.seals.map((seal) => this.keys.get(seal.key))
                .some((by) => by?.use === "authority" && (by.holder === "" || by.holder === holder));
            if (!may) throw wrong(brought.kind);
        } else {
            const from = this.keys.get(brought.from);
            const next = this.next.get(brought.from);
            if (!from || next !== toBase64(await sha256(fromBase64(brought.key, "key")))) throw wrong(brought.kind);
            ({ name, holder, use } = from);
        }
        if (brought.next) this.next.set(brought.key, brought.next);
        this.keys.set(brought.key, { name, holder, use, accredited: Number(index) });
    }
}

/** Tells each check as it comes out, and returns the sentence on all of it. */
const check = async (text, trusted, tell) => {
    const proof = readProof(unarmoured(text));
    tell("good", "armour_good");
    const policy = await readPolicy(trusted);
    if (policy.logs.length === 0) throw new Fault("policy_bad", { line: 0 });
    const alike = plainPolicy(proof.policy) === plainPolicy(trusted);
    tell(alike ? "good" : "note", alike ? "policy_good" : "policy_other");
    const note = readNote(proof.path.note);
    const checkpoint = readCheckpoint(note.text);
    const enough = await standingOf(note, checkpoint, policy, tell);
    const chain = new Chain(checkpoint);
    for (const key of proof.keys.filter((one) => one.path.index < proof.path.index)) await chain.take(key.entry, key.path);
    const { entry, index, sealed } = await chain.take(proof.entry, proof.path);
    tell("good", "inclusion_good", { entry: index });
    const what = entry.withheld ? say("entry_withheld") : say("entry_act", { id: entry.body?.id, kind: entry.body?.kind });
    tell("good", "entry_good", { known_on: entry.known_on, what });
    for (const { facts, fresh } of sealed) {
        tell("good", "seal_good", facts);
        if (!fresh) tell("good", "key_good", { entry: facts.accredited });
    }
    tell("note", "recall");
    tell("note", "around");
    return { code: enough ? "holds" : "holds_logged", facts: { entry: index, origin: checkpoint.origin },
        bytes: textOf(proof.entry) };
};

// -- the page -------------------------------------------------------------------------------------

const says = Object.fromEntries([...document.getElementById("says").content.querySelectorAll("[data-code]")]
    .map((one) => [one.dataset.code, one.textContent]));
const say = (code, facts = {}) => says[code].replace(/\{(\w+)\}/g, (whole, name) => name in facts ? String(facts[name]) : whole);

const form = document.getElementById("check");
const input = document.getElementById("proof");
const policyField = document.getElementById("policy");
const status = document.getElementById("said");
const list = document.getElementById("checks");

// The marks of the page, each with its word.
const marks = { good: "m-set", bad: "m-abs", open: "m-nor", note: "m-say" };
const marked = (how) => {
    const mark = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    mark.setAttribute("class", "mk");
    mark.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", "#" + marks[how]);
    mark.append(use);
    const word = document.createElement("span");
    word.className = "st";
    word.append(mark, say(how));
    return word;
};
const tellOne = (how, code, facts) => {
    const line = document.createElement("li");
    line.dataset.code = code;
    line.append(marked(how), " ", say(code, facts));
    list.append(line);
};
const showBytes = (text) => {
    const line = document.createElement("li");
    const whole = document.createElement("details");
    whole.className = "whole";
    const summary = document.createElement("summary");
    summary.textContent = say("bytes");
    const bytes = document.createElement("pre");
    bytes.className = "exact";
    bytes.tabIndex = 0;
    bytes.textContent = text;
    whole.append(summary, bytes);
    line.append(whole);
    list.append(line);
};

let file = null;
let run = 0;  // a newer choice ends what an older one would still say

const checkFile = async () => {
    const mine = ++run;
    const tell = (...all) => { if (mine === run) tellOne(...all); };
    const conclude = (code, facts) => {
        if (mine !== run) return;
        status.textContent = say(code, facts);
        status.dataset.code = code;
    };
    list.replaceChildren();
    if (!file) return conclude("no_file");
    if (file.size > longestFile) return conclude("too_long");
    if (!policyField.value.trim()) return conclude("no_policy");
    conclude("working");
    if (!await hasEd25519()) return conclude("unknown");
    let text;
    try {
        text = await file.text();
    } catch {
        return conclude("gone");
    }
    try {
        const { code, facts, bytes } = await check(text, policyField.value, tell);
        if (mine === run) showBytes(bytes);
        conclude(code, facts);
    } catch (problem) {
        if (problem instanceof Fault) {
            tell("bad", problem.code, problem.facts);
        } else {
            tell("bad", "format_bad", { what: problem.message });
        }
        conclude("fails");
    }
};

form.hidden = false;
form.addEventListener("submit", (event) => {
    event.preventDefault();
    checkFile();
});
const take = (files) => {
    if (files.length === 0) return;
    file = files[0];
    checkFile();
};
input.addEventListener("change", () => take(input.files));
form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
});
form.addEventListener("dragleave", () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    take(event.dataTransfer.files);
});
)js"

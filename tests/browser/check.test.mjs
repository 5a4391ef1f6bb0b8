// The script of the page that checks a proof, without a browser: what it takes and what it refuses, of a small log
// made here. Where the program is built, it must find the same of every file.
//
//   node --test tests/browser/check.test.mjs
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.DEPOSITARY ?? join(root, "build/release/depositary");
const folder = mkdtempSync(join(tmpdir(), "depositary-check-"));
after(() => rmSync(folder, { recursive: true, force: true }));

// What stands in the file before the page begins, which is the part that needs no page.
const source = readFileSync(join(root, "src/pages/check.js"), "utf8").replace(/^R"js\(/, "").split("// -- the page --")[0];
const { check, acceptableKey } = new Function("say", `${source}\nreturn { check, acceptableKey };`)((code) => code);

// -- keys, seals and notes ------------------------------------------------------------------------

const sha256 = (...parts) => createHash("sha256").update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest();
const sha512 = (...parts) => createHash("sha512").update(Buffer.concat(parts)).digest();
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const hex = (text) => Buffer.from(text, "hex");
const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
};

class Key {
    constructor(letter, name = letter, type = 1) {
        this.seed = Buffer.alloc(32, letter);
        this.secret = createPrivateKey({ key: Buffer.concat([hex("302e020100300506032b657004220420"), this.seed]),
            format: "der", type: "pkcs8" });
        this.public = createPublicKey(this.secret).export({ format: "der", type: "spki" }).subarray(-32);
        Object.assign(this, { name, type });
    }
    get text() { return base64(Buffer.concat([Buffer.of(1), this.public])); }
    get next() { return base64(sha256(Buffer.concat([Buffer.of(1), this.public]))); }
    sign(message) { return sign(null, Buffer.from(message), this.secret); }
    line(signature) { return `\u2014 ${this.name} ${base64(Buffer.concat([vkeyId(this.name, this.type, this.public), signature]))}\n`; }
    logs(text) { return this.line(this.sign(text)); }
    cosigns(text, time = 1_714_600_000n) {
        const seconds = Buffer.alloc(8);
        seconds.writeBigUInt64BE(time);
        return this.line(Buffer.concat([seconds, this.sign(`cosignature/v1\ntime ${time}\n${text}`)]));
    }
    get vkey() { return vkeyOf(this.name, this.type, this.public); }
}
const vkeyId = (name, type, key) => sha256(`${name}\n`, Buffer.concat([Buffer.of(type), key])).subarray(0, 4);
const vkeyOf = (name, type, key) =>
    `${name}+${vkeyId(name, type, key).toString("hex")}+${base64(Buffer.concat([Buffer.of(type), key]))}`;

const origin = "treaty.example/log";
const log = new Key("L", origin), other = new Key("O", "other.example/log");
const one = new Key("a", "one.example/witness", 4), two = new Key("b", "two.example/witness", 4);
const authority = new Key("A"), successor = new Key("B"), registrar = new Key("R");

const digestOf = (entry) => {
    const { known_on, seals, ...statement } = entry;
    return sha256(`depositary/act/v1\n${origin}\n${canonical(statement)}`);
};
const sealedText = (entry, key, count, after) =>
    `depositary/seal/v1\n${origin}\n${key}\n${count}\n${after.size}\n${after.root}\n${base64(digestOf(entry))}\n`;
const sealed = (entry, key, count, after) => ({ ...entry,
    seals: [{ after, count, key: key.text, seal: base64(key.sign(sealedText(entry, key.text, count, after))) }] });

// -- a tree ---------------------------------------------------------------------------------------

const half = (size) => 2 ** Math.floor(Math.log2(size - 1));
const rootOf = (leaves) => leaves.length === 0 ? sha256("") : leaves.length === 1 ? leaves[0]
    : sha256(Buffer.of(1), rootOf(leaves.slice(0, half(leaves.length))), rootOf(leaves.slice(half(leaves.length))));
const pathOf = (index, leaves) => {
    if (leaves.length === 1) return [];
    const k = half(leaves.length);
    return index < k ? [...pathOf(index, leaves.slice(0, k)), rootOf(leaves.slice(k))]
        : [...pathOf(index - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
};
const leavesOf = (entries) => entries.map((entry) => sha256(Buffer.of(0), entry));

// -- the log --------------------------------------------------------------------------------------

const policy = `log ${log.vkey}\nwitness one ${one.vkey}\nwitness two ${two.vkey}\ngroup both all one two\nquorum both\n`;
const registryAct = (kind, content, about = {}) => ({ known_on: "2024-05-01", v: 1,
    body: { about, cites: [], content, id: kind, kind, on: "2024-05-01", sources: [] } });
const seen = (entries) => ({ root: base64(rootOf(leavesOf(entries))), size: entries.length });
const opened = canonical(sealed(registryAct("log-opened", { authority: authority.text, log: log.vkey, next: successor.next,
    origin, policy }), authority, 1, seen([])));
const accredited = canonical(sealed(registryAct("key-accredited", { key: registrar.text, name: "registrar",
    use: "registrar" }), authority, 2, seen([opened])));
const chain = [opened, accredited];
const act = { body: { id: "an-act", kind: "adopted" }, known_on: "2024-05-02", v: 1 };
const good = sealed(act, registrar, 1, seen(chain));

/** The file that proves the entry of that text, the third of the log. */
const proofOf = (entry, { entries = [...chain, entry], sign: signs = (text) => log.logs(text) + one.cosigns(text) + two.cosigns(text),
    names = policy, extra = "" } = {}) => {
    const leaves = leavesOf(entries);
    const text = `${origin}\n${entries.length}\n${base64(rootOf(leaves))}\n`;
    const logProof = (index) => `c2sp.org/tlog-proof@v1\n${extra}index ${index}\n` +
        `${pathOf(index, leaves).map((hash) => `${base64(hash)}\n`).join("")}\n${text}\n${signs(text)}`;
    const keys = [...entries.keys()].filter((index) => index < entries.length - 1);
    const size = (bytes) => Buffer.byteLength(bytes);
    const head = `depositary/proof@v1\nentry ${size(entry)}\nlog-proof ${size(logProof(entries.length - 1))}\npolicy ${size(names)}\n` +
        keys.map((index) => `key ${size(entries[index])} ${size(logProof(index))}\n`).join("");
    const bytes = `${head}\n${entry}${logProof(entries.length - 1)}${names}` +
        keys.map((index) => entries[index] + logProof(index)).join("");
    return `-----BEGIN DEPOSITARY PROOF-----\n${base64(bytes)}\n-----END DEPOSITARY PROOF-----\n`;
};
const found = async (file, trusted = policy) => {
    let enough = true;
    try {
        const { code } = await check(file, trusted, (how) => { enough &&= how !== "bad"; });
        return enough ? code : "fails";
    } catch (problem) {
        // What is refused is refused for a reason, and not by an accident.
        assert.equal(problem.constructor.name, "Fault", problem.stack);
        return "fails";
    }
};
/** What the script finds, and the program too. */
const finds = async (what, file, expected, trusted = policy) => {
    assert.equal(await found(file, trusted), expected, what);
    if (!existsSync(program)) return;
    const [proofFile, policyFile] = [join(folder, "proof.html"), join(folder, "policy")];
    writeFileSync(proofFile, file);
    writeFileSync(policyFile, trusted);
    const { status, stdout, stderr } = spawnSync(program, ["verify", proofFile, "--policy", policyFile], { cwd: root });
    assert.equal(status === 0, expected !== "fails", `the program, ${what}: ${stdout}${stderr}`);
};

// -- what holds -----------------------------------------------------------------------------------

test("a proof holds, whatever stands around it", async () => {
    const file = proofOf(canonical(good));
    await finds("as it is", file, "holds");
    await finds("after words that look like its end", `An act may say -----END DEPOSITARY PROOF----- too.\n${file}`, "holds");
    await finds("before such words", `${file}-----END DEPOSITARY PROOF-----\n`, "holds");
    await finds("twice", file + file, "fails");
    await finds("without its end", file.replace("-----END", "-----AND"), "fails");
});

test("a note that another log of the policy signed too holds", async () => {
    const file = proofOf(canonical(good), { sign: (text) => other.logs(text) + log.logs(text) + one.cosigns(text) + two.cosigns(text) });
    await finds("both are known", file, "holds", `log ${other.vkey}\n${policy}`);
    await finds("the other is not known", file, "holds");
    const alone = proofOf(canonical(good), { sign: (text) => other.logs(text) + one.cosigns(text) + two.cosigns(text) });
    await finds("the log itself did not sign", alone, "fails", `log ${other.vkey}\n${policy}`);
});

test("a file, an act that is withheld and one that is released are read", async () => {
    const salt = base64(Buffer.alloc(32, "s")), hash = base64(sha256("x"));
    for (const [what, entry] of [
        ["a file", { ...act, files: [{ kind: "text", language: "ru", name: "text.txt", sha256: sha256("x").toString("hex"),
            size: 1, type: "text/plain" }] }],
        ["an annex", { ...act, files: [{ commitment: hash, distribution: "members", kind: "annex", name: "list.txt",
            release: "2030-01-01", size: 1, type: "text/plain" }] }],
        ["withheld", { known_on: "2024-05-02", v: 1, withheld: { commitment: hash, distribution: ["AA", "BB"], release: "2030-01-01" } }],
        ["released", { ...act, released: { entry: 1, salt } }],
    ]) await finds(what, proofOf(canonical(sealed(entry, registrar, 1, seen(chain)))), "holds");
});

// -- what does not --------------------------------------------------------------------------------

test("what an entry may not hold is refused", async () => {
    const deep = (levels) => levels === 0 ? 1 : [deep(levels - 1)];
    const salt = base64(Buffer.alloc(32, "s")), hash = base64(sha256("x"));
    const file = { kind: "text", name: "text.txt", sha256: sha256("x").toString("hex"), size: 1, type: "text/plain" };
    const rows = [
        ["a member that is not known", { ...act, more: 1 }],
        ["withheld together with a body", { ...act, withheld: { commitment: hash, distribution: "members" } }],
        ["withheld from nobody", { known_on: "2024-05-02", v: 1, withheld: { commitment: hash } }],
        ["neither a body nor withheld", { known_on: "2024-05-02", v: 1 }],
        ["a body that is a text", { ...act, body: "x" }],
        ["a fraction", { ...act, body: { share: 0.5 } }],
        ["2^53", { ...act, body: { number: 2 ** 53 } }],
        ["-2^53", { ...act, body: { number: -(2 ** 53) } }],
        ["half of a surrogate pair", { ...act, body: { text: "\ud800" } }],
        ["half of a pair in a name", { ...act, body: { "\udc00": 1 } }],
        ["seventeen levels", { ...act, body: { list: deep(15) } }],
        ["a day that is none", { ...act, known_on: "2024-02-30" }],
        ["a day with a time", { ...act, known_on: "2024-05-02T00:00:00Z" }],
        ["a year that is none", { ...act, known_on: "0000-01-01" }],
        ["no day", { body: act.body, v: 1 }],
        ["another version", { ...act, v: 2 }],
        ["an empty list of files", { ...act, files: [] }],
        ["a file with another member", { ...act, files: [{ ...file, more: 1 }] }],
        ["a file of no size", { ...act, files: [{ ...file, size: "1" }] }],
        ["an open file under a salted hash", { ...act, files: [{ ...file, commitment: hash }] }],
        ["a file with a path for a name", { ...act, files: [{ ...file, name: "a/b" }] }],
        ["released with a short salt", { ...act, released: { entry: 1, salt: salt.slice(4) } }],
    ];
    for (const [what, entry] of rows)
        await finds(what, proofOf(canonical(sealed(entry, registrar, 1, seen(chain)))), "fails");
    await finds("2^53 - 1", proofOf(canonical(sealed({ ...act, body: { number: 2 ** 53 - 1 } }, registrar, 1, seen(chain)))), "holds");
    await finds("sixteen levels", proofOf(canonical(sealed({ ...act, body: { list: deep(14) } }, registrar, 1, seen(chain)))), "holds");
});

test("what a seal may not hold is refused", async () => {
    const seal = good.seals[0];
    const rows = [
        ["a count that is a text", { ...seal, count: "1" }],
        ["a size that is a text", { ...seal, after: { ...seal.after, size: "2" } }],
        ["another member", { ...seal, more: 1 }],
        ["another member of what was seen", { ...seal, after: { ...seal.after, more: 1 } }],
        ["a root of 31 bytes", { ...seal, after: { ...seal.after, root: base64(Buffer.alloc(31)) } }],
        ["a key of another type", { ...seal, key: base64(Buffer.concat([Buffer.of(2), registrar.public])) }],
    ];
    for (const [what, changed] of rows) {
        const made = { ...changed, seal: base64(registrar.sign(sealedText(act, changed.key, changed.count, changed.after))) };
        await finds(what, proofOf(canonical({ ...act, seals: [made] })), "fails");
    }
    await finds("no seal", proofOf(canonical({ ...act, seals: [] })), "fails");
    await finds("twice the same key", proofOf(canonical({ ...act, seals: [seal, seal] })), "fails");
    await finds("65 seals", proofOf(canonical({ ...act, seals: Array(65).fill(seal) })), "fails");
});

test("what an act on keys may not hold is refused", async () => {
    const content = { key: registrar.text, name: "registrar", use: "registrar" };
    const rows = [
        ["another member", { ...content, more: 1 }, {}],
        ["a use that is none", { ...content, use: "everything" }, {}],
        ["a registrar of a member", content, { holder: "AA" }],
        ["a representative of nobody", { ...content, use: "representative" }, {}],
        ["a next key that is none", { ...content, next: "x" }, {}],
    ];
    for (const [what, changed, about] of rows) {
        const second = canonical(sealed(registryAct("key-accredited", changed, about), authority, 2, seen([opened])));
        const third = canonical(sealed(act, registrar, 1, seen([opened, second])));
        await finds(what, proofOf(third, { entries: [opened, second, third] }), "fails");
    }
});

/** As src/merkle/ed25519_test.cpp has them. */
const lowOrder = ["0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",  // p + 3: on the curve, and not below p
    "0200000000000000000000000000000000000000000000000000000000000000",  // no point of the curve
    "162c15c8e1ebd9d4b10e083a4a974666a236358b1d008919f830075283c2a097"];  // the sum of a good key and a point of order eight

test("no key of low order is taken, and none that is written otherwise", async () => {
    for (const letter of "0123456789") assert.ok(acceptableKey(new Key(letter).public), letter);
    // R is the base point and S is one: S·B = R + h·A wherever h·A is nothing.
    const forged = hex("58" + "66".repeat(31) + "01" + "00".repeat(31));
    for (const point of lowOrder) {
        assert.ok(!acceptableKey(hex(point)), point);
        const key = base64(Buffer.concat([Buffer.of(1), hex(point)]));
        const second = canonical(sealed(registryAct("key-accredited", { key, name: "x", use: "registrar" }), authority, 2, seen([opened])));
        const third = canonical({ ...act, seals: [{ after: seen([opened, second]), count: 1, key, seal: base64(forged) }] });
        await finds(`a seal under ${point}`, proofOf(third, { entries: [opened, second, third] }), "fails");
        await finds(`a policy with ${point}`, proofOf(canonical(good)), "fails",
            `${policy}witness weak ${vkeyOf("weak.example", 4, hex(point))}\n`);
    }
});

test("no signature with an R of low order is taken, and none with a long S", async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const numberOf = (bytes) => BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
    const bytesOf = (number) => hex(number.toString(16).padStart(64, "0")).reverse();
    // With r = 0: S = h·a, where h is the hash of R, A and the message.
    const digest = sha512(registrar.seed).subarray(0, 32);
    digest[0] &= 248;
    digest[31] = digest[31] & 127 | 64;
    const seal = good.seals[0];
    const message = Buffer.from(sealedText(act, seal.key, seal.count, seal.after));
    const r = hex(lowOrder[0]);
    const h = numberOf(sha512(r, registrar.public, message)) % order;
    const ofLowOrder = Buffer.concat([r, bytesOf(h * numberOf(digest) % order)]);
    await finds("R is nothing", proofOf(canonical({ ...act, seals: [{ ...seal, seal: base64(ofLowOrder) }] })), "fails");
    const honest = Buffer.from(seal.seal, "base64");
    const long = Buffer.concat([honest.subarray(0, 32), bytesOf(numberOf(honest.subarray(32)) + order)]);
    await finds("S is not below the order", proofOf(canonical({ ...act, seals: [{ ...seal, seal: base64(long) }] })), "fails");
});

test("policies are read as the program reads them", async () => {
    const file = proofOf(canonical(good));
    const rows = [
        ["as it is", policy, "holds"],
        ["with remarks, tabs and an address", `# Remarks\n\n\tlog  ${log.vkey} https://log.example/\n${policy.slice(policy.indexOf("\n") + 1)}`, "holds"],
        ["any of them", policy.replace("both all", "both any"), "holds"],
        ["a witness whose key is a log's", policy.replace(one.vkey, new Key("a", "one.example/witness", 1).vkey), "fails"],
        ["a log whose key is a witness's", policy.replace(log.vkey, new Key("L", origin, 4).vkey), "fails"],
        ["a member of two groups", policy.replace("quorum", "group again any one\nquorum"), "fails"],
        ["a member twice", policy.replace("one two", "one one"), "fails"],
        ["one key as a log and a witness", policy.replace("quorum", `witness three ${new Key("L", "three.example", 4).vkey}\nquorum`), "fails"],
        ["one key as two witnesses", policy.replace("quorum", `witness three ${new Key("a", "three.example", 4).vkey}\nquorum`), "fails"],
        ["the same log twice", `log ${log.vkey}\n${policy}`, "fails"],
        ["a name that is taken", policy.replace("quorum", `witness one ${new Key("c", "c.example", 4).vkey}\nquorum`), "fails"],
        ["the name of nobody", policy.replace("quorum", `witness none ${new Key("c", "c.example", 4).vkey}\nquorum`), "fails"],
        ["too many words", policy.replace(log.vkey, `${log.vkey} https://log.example/ more`), "fails"],
        ["ends of lines of Windows", policy.replaceAll("\n", "\r\n"), "fails"],
        ["a group of nobody", policy.replace("group both all one two", "group both all"), "fails"],
        ["more than there are", policy.replace("both all", "both 3"), "fails"],
        ["two quorums", `${policy}quorum none\n`, "fails"],
        ["no quorum", policy.replace("quorum both\n", ""), "fails"],
        ["no log", policy.slice(policy.indexOf("\n") + 1), "fails"],
    ];
    for (const [what, text, expected] of rows) await finds(what, file, expected, text);
});

test("a checkpoint's lines are read as the program reads them", async () => {
    const by = (sign, more) => proofOf(canonical(good), { sign, ...more });
    const all = (text) => log.logs(text) + one.cosigns(text) + two.cosigns(text);
    await finds("of a stranger too", by((text) => all(text) + new Key("z", "stranger.example", 4).cosigns(text)), "holds");
    await finds("a witness twice", by((text) => all(text) + one.cosigns(text, 1n)), "fails");
    await finds("a time beyond all clocks", by((text) => log.logs(text) + one.cosigns(text, 2n ** 63n) + two.cosigns(text)), "fails");
    await finds("a witness too few", by((text) => log.logs(text) + one.cosigns(text)), "fails");
    await finds("a name with a plus", by((text) => all(text) + "\u2014 a+b AAAAAAA=\n"), "fails");
    await finds("something more", by(all, { extra: `extra ${base64("more")}\n` }), "holds");
    await finds("something more that is nothing", by(all, { extra: "extra \n" }), "fails");
});

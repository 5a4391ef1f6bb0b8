// What readers see of the log: the sentence on proof where they look, the pages of the log and its entries, and
// the page that checks a proof without sending it anywhere. On a server of its own, with a log made for a
// demonstration and two copy-holders who confirm it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { accessibilityFaults, openBrowser } from "./browser.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.DEPOSITARY ?? join(root, "build/release/depositary");
const within = 60_000;
const widths = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

let browser, folder, server, origin;
const programs = [];

const isFree = (port) => new Promise((done) => {
    const probe = createServer().on("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
});
/** Three ports in a row that nobody listens on just now: the server's and its copy-holders'. */
async function freePorts() {
    for (let port = 20_000 + Math.floor(Math.random() * 20_000); ; port += 3) {
        const free = await Promise.all([port, port + 1, port + 2].map(isFree));
        if (free.every(Boolean)) return port;
    }
}
function start(...args) {
    const started = spawn(program, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    programs.push(started);
    return started;
}
/** Asks until the answer is what is waited for. */
async function until(ask) {
    for (const from = Date.now(); Date.now() - from < within;) {
        try {
            const answer = await ask();
            if (answer) return answer;
        } catch { /* not yet */ }
        await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error("the server or its copy-holders did not come up");
}
const json = async (path) => (await fetch(server + path)).json();

before(async () => {
    folder = mkdtempSync(join(tmpdir(), "depositary-log-"));
    // A server that runs already, with a log that two copy-holders confirm.
    if (process.env.DEPOSITARY_LOG_URL) server = process.env.DEPOSITARY_LOG_URL;
    else await startAll();
    // Every entry is confirmed: the newest checkpoint has the quorum.
    const { log } = await until(async () => {
        const told = await json("/en/log.json");
        return told.log?.size > 0 && told.log.witnessed === told.log.size && told;
    });
    origin = log.origin;
    browser = await openBrowser();
});
async function startAll() {
    const place = join(folder, "csto");
    const port = await freePorts();
    const made = spawnSync(program, ["demonstrate", "organisations/csto", place, "--port", String(port)],
        { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    assert.equal(made.status, 0, "the demonstration is made");
    for (const number of [1, 2]) {
        const holder = join(place, `copy-holder-${number}`);
        start("witness", holder, "--key", join(holder, "witness.key"), "--replay-key", join(holder, "replay.key"),
            "--port", String(port + number), "--first-use");
    }
    start("serve", join(place, "log.db"), "--log-key", join(place, "keys", "log.key"), "--port", String(port));
    server = `http://127.0.0.1:${port}`;
}
after(async () => {
    await browser?.close();
    for (const one of programs.reverse()) {
        const ended = new Promise((done) => one.exitCode === null ? one.on("exit", done) : done());
        one.kill("SIGTERM");
        await ended;
    }
    if (folder) rmSync(folder, { recursive: true, force: true });
});

const act = "minsk-2023-11-23-absent-am";
const withProof = ["/sessions/minsk-2023-11-23", "/papers/declaration-2023", `/acts/${act}`, "/members", "/papers",
    "/ask/members"];

test("the grade stands on every page that rests on acts, in one sentence with its proof behind it", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    for (const [language, said, check] of [
        ["en", /unchanged as of \d+ \w+ \d{4}, confirmed by 2 independent copies\./, "How to check"],
        ["ru", /без изменений на \d+ \S+ \d{4}( года)?, подтверждена 2 независимыми копиями\./, "Как проверить"]]) {
        for (const path of withProof) {
            await page.goto(`${server}/${language}${path}`);
            assert.match(await page.locator("main").innerText(), said, language + path);
            await page.locator("main a", { hasText: check }).last().click();
            assert.match(page.url(), /\/log\/\d+/, `${language}${path}: the proof is behind it`);
        }
    }
    await page.close();
});

test("the Minsk page still ends above 940 px", async () => {
    for (const language of ["en", "ru"]) {
        const page = await browser.newPage({ viewport: widths.desk });
        await page.goto(`${server}/${language}/sessions/minsk-2023-11-23?on=2024-06-01`);
        const bottom = await page.evaluate(() => document.querySelector("main").getBoundingClientRect().bottom);
        assert.ok(bottom <= 940, `${language}: main ends at ${bottom} px`);
        await page.close();
    }
});

for (const language of ["en", "ru"]) {
    for (const path of ["/log", "/log/keys", "/log/0", "/log/2", "/log/40", `/acts/${act}`, "/check"]) {
        test(`${language}${path} is whole, accessible and no wider than the screen`, async () => {
            for (const [name, viewport] of Object.entries(widths)) {
                const page = await browser.newPage({ viewport });
                const faults = [];
                page.on("console", (message) => { if (message.type() === "error") faults.push(message.text()); });
                const response = await page.goto(`${server}/${language}${path}`);
                assert.equal(response.status(), 200);
                for (const folded of await page.locator("main details > summary").all()) await folded.click();
                const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(wider <= 0, `${name}: ${wider} px wider than the screen`);
                if (name === "desk") assert.deepEqual(await accessibilityFaults(page), []);
                assert.deepEqual(faults, []);
                await page.close();
            }
        });
    }
}

test("an entry's page gives the exact bytes of the log", async () => {
    const page = await browser.newPage();
    await page.goto(`${server}/en/log/40`);
    const shown = await page.locator("pre.exact").first().textContent();
    assert.equal(shown, await (await fetch(`${server}/log/entry/40`)).text());
    await page.close();
});

/** The proof of an entry as a file: what the server offers, else made by this program. */
async function proofOf(entry) {
    const answer = await fetch(`${server}/proofs/${entry}.en.html`);
    return answer.status === 200 ? answer.text() : undefined;
}
/** Gives the page a file, and waits for its conclusion. */
async function checked(page, text) {
    await page.locator("#proof").setInputFiles({ name: "proof.html", mimeType: "text/html", buffer: Buffer.from(text) });
    await page.waitForFunction(() => !["", "working", undefined].includes(document.getElementById("said").dataset.code));
    const found = await page.locator("#said").getAttribute("data-code");
    await page.evaluate(() => { delete document.getElementById("said").dataset.code; });
    return found;
}
const inBlock = (page, change) => page.replace(/(-----BEGIN DEPOSITARY PROOF-----)([^-]*)(-----END)/, (_, begin, block, end) => {
    const bytes = Buffer.from(block.replace(/\s/g, ""), "base64");
    return begin + "\n" + change(bytes).toString("base64") + "\n" + end;
});

test("a proof is checked in the browser, by file and by drop, and no request leaves the page", async (context) => {
    const proof = await proofOf(40);
    if (!proof) return context.skip("this server makes no proofs");
    for (const language of ["en", "ru"]) {
        const page = await browser.newPage();
        await page.goto(`${server}/${language}/check`);
        const requests = [];
        page.on("request", (request) => {
            if (!request.url().endsWith("/emblem.svg")) requests.push(request.url());  // the page's own icon, late
        });
        assert.equal(await checked(page, proof), "holds");
        assert.match(await page.locator("#said").innerText(), new RegExp(origin));
        assert.equal(await page.locator('#checks li .st', { hasText: language === "en" ? "does not hold" : "неверно" }).count(), 0);
        const data = await page.evaluateHandle((text) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], "proof.html"));
            return transfer;
        }, proof);
        await page.locator("#check").dispatchEvent("drop", { dataTransfer: data });
        await page.waitForFunction(() => document.getElementById("said").dataset.code === "holds");
        assert.deepEqual(requests, []);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.close();
    }
});

test("a proof that was changed does not hold, wherever it was changed", async (context) => {
    const proof = await proofOf(40);
    if (!proof) return context.skip("this server makes no proofs");
    const page = await browser.newPage();
    await page.goto(`${server}/en/check`);
    let length = 0;
    inBlock(proof, (bytes) => { length = bytes.length; return bytes; });
    const changed = new Set();
    for (let at = 0; at < length; at += 97) {
        const text = inBlock(proof, (bytes) => { bytes[at] ^= 1; return bytes; });
        const found = await checked(page, text);
        // The policy that a proof brings is only compared: the reader's own is asked for.
        const ofPolicy = await page.locator('#checks [data-code="policy_other"]').count() > 0;
        assert.ok(found === "fails" || ofPolicy, `byte ${at}: ${found}`);
        for (const code of await page.locator("#checks li").evaluateAll((all) => all.map((one) => one.dataset.code)))
            changed.add(code);
    }
    for (const code of ["format_bad", "inclusion_bad", "policy_other"]) assert.ok(changed.has(code), code);
    assert.equal(await checked(page, "no proof in here"), "fails");
    assert.equal(await checked(page, proof + proof), "fails");
    await page.close();
});

test("the script and the program find the same of each proof in the corpus", async () => {
    const corpus = join(root, "tests/corpus/archive_proof");
    const armoured = (bytes) => `-----BEGIN DEPOSITARY PROOF-----\n${bytes.toString("base64")}\n-----END DEPOSITARY PROOF-----\n`;
    const policyOf = (bytes) => {
        const [, entry, path, policy] = bytes.toString("latin1").split("\n\n")[0].split("\n").map((line) => Number(line.split(" ")[1]));
        const from = bytes.indexOf("\n\n") + 2 + entry + path;
        return bytes.subarray(from, from + policy).toString();
    };
    const page = await browser.newPage();
    await page.goto(`${server}/en/check`);
    const policy = policyOf(readFileSync(join(corpus, "entry_4")));
    const policyFile = join(folder, "policy");
    writeFileSync(policyFile, policy);
    await page.locator("#policy").fill(policy);
    const outcomes = new Set();
    for (const name of readdirSync(corpus)) {
        const bytes = readFileSync(join(corpus, name));
        const text = bytes.includes("BEGIN DEPOSITARY") ? bytes.toString() : armoured(bytes);
        const found = await checked(page, text);
        const file = join(folder, "proof.html");
        writeFileSync(file, text);
        const { status } = spawnSync(program, ["verify", file, "--policy", policyFile], { cwd: root });
        assert.equal(found, status === 0 ? "holds" : "fails", name);
        outcomes.add(found);
    }
    assert.deepEqual([...outcomes].sort(), ["fails", "holds"]);
    await page.close();
});

test("a proof is measured by the reader's policy and not by its own", async (context) => {
    const proof = await proofOf(40);
    if (!proof) return context.skip("this server makes no proofs");
    const page = await browser.newPage();
    await page.goto(`${server}/en/check`);
    const policy = await page.locator("#policy").inputValue();
    const stranger = "stranger.example/w+6fe044b3+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";  // the key of RFC 8032, 7.1, test 1
    const rows = [
        ["as this server has it", policy, "holds"],
        ["one of two is enough", policy.replace("copy-holders all", "copy-holders any"), "holds"],
        ["nobody is asked for", policy.replace("quorum copy-holders", "quorum none"), "holds_logged"],
        ["a stranger's confirmation", policy.replace(/^quorum .*$/m, `witness stranger ${stranger}\nquorum stranger`), "holds_logged"],
        ["no policy", "", "no_policy"],
        ["no policy that can be read", "quorum nobody-we-know\n", "fails"],
    ];
    for (const [what, text, expected] of rows) {
        await page.locator("#policy").fill(text);
        assert.equal(await checked(page, proof), expected, what);
    }
    await page.close();
});

test("the page is used by keyboard alone, and announces what it found", async (context) => {
    const proof = await proofOf(40);
    if (!proof) return context.skip("this server makes no proofs");
    const page = await browser.newPage();
    await page.goto(`${server}/en/check`);
    await page.locator("#proof").focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "policy");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "BUTTON");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.getElementById("said").dataset.code === "no_file");
    assert.equal(await page.locator("#said").getAttribute("role"), "status");
    await page.close();
});

test("without scripts the page says which command checks", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const language of ["en", "ru"]) {
        await page.goto(`${server}/${language}/check`);
        assert.ok(!await page.locator("#check").isVisible());
        assert.match(await page.locator("main").innerText(), /depositary verify PROOF/);
    }
    await context.close();
});

test("a browser without Ed25519 names the command instead of guessing", async (context) => {
    const proof = await proofOf(40);
    if (!proof) return context.skip("this server makes no proofs");
    const page = await browser.newPage();
    await page.addInitScript(() => {
        crypto.subtle.importKey = () => Promise.reject(new DOMException("no", "NotSupportedError"));
    });
    await page.goto(`${server}/en/check`);
    assert.equal(await checked(page, proof), "unknown");
    assert.match(await page.locator("#said").innerText(), /depositary verify FILE/);
    await page.close();
});

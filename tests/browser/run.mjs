// Runs every tests/browser/*.test.mjs against a server of its own.
//
//   node tests/browser/run.mjs [TAP-FILE [TEST-FILE...]]
//
// Needs build/release/depositary. Installs playwright-core and axe-core into build/browser where they
// are missing, starts the server on a free port, hands its address to the tests as DEPOSITARY_URL, and
// stops it afterwards. The exit code is the tests'. TAP-FILE, if given, receives the result for counting.

import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const program = process.env.DEPOSITARY ?? join(root, "build/release/depositary");
const packages = join(root, "build/browser");
const startWithinMs = 30_000;

/** Installs the two packages in build/browser, and shows them to the tests beside this file. */
function installPackages() {
    const wanted = ["playwright-core", "axe-core"];
    if (!wanted.every((name) => existsSync(join(packages, "node_modules", name, "package.json")))) {
        mkdirSync(packages, { recursive: true });
        copyFileSync(join(here, "package.json"), join(packages, "package.json"));
        const npm = spawnSync("npm", ["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund",
            "--ignore-scripts", "--prefix", packages], { cwd: packages, stdio: ["ignore", "inherit", "inherit"] });
        if (npm.status !== 0) throw new Error("npm could not install " + wanted.join(" and "));
    }
    // An import looks for node_modules upwards from the importing file; git ignores this link.
    const link = join(here, "node_modules");
    rmSync(link, { force: true });
    symlinkSync(join(packages, "node_modules"), link);
}

/** A port nobody listens on just now. */
function freePort() {
    return new Promise((done, failed) => {
        const probe = createServer().on("error", failed);
        probe.listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => done(port));
        });
    });
}

/** Starts the server and waits until it answers. */
async function startServer() {
    const port = await freePort();
    const server = spawn(program, ["serve", "organisations/csto", "--port", String(port)],
        { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    let ended = null;
    server.on("exit", (code, signal) => { ended = signal ?? code; });
    server.on("error", (error) => { ended = error.message; });
    const url = `http://127.0.0.1:${port}`;
    for (const from = Date.now(); Date.now() - from < startWithinMs;) {
        if (ended !== null) throw new Error(`the server ended (${ended}) before it answered`);
        try {
            await fetch(url, { redirect: "manual" });
            return { server, url };
        } catch {
            await new Promise((done) => setTimeout(done, 50));
        }
    }
    server.kill("SIGKILL");
    throw new Error(`the server did not answer within ${startWithinMs / 1000} seconds`);
}

/** Stops the server as an operator would, and says whether it ended cleanly. */
async function stopServer(server) {
    if (server.exitCode !== null || server.signalCode !== null) return false;
    const ended = new Promise((done) => server.on("exit", done));
    server.kill("SIGTERM");
    const late = setTimeout(() => server.kill("SIGKILL"), 10_000);
    const code = await ended;
    clearTimeout(late);
    return code === 0;
}

const [tapFile, ...chosen] = process.argv.slice(2);
const files = chosen.length ? chosen
    : readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => join(here, name));
if (files.length === 0) {
    console.log("no browser tests");
    process.exit(0);
}
installPackages();
const { server, url } = await startServer();
const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout",
    ...(tapFile ? ["--test-reporter=tap", `--test-reporter-destination=${tapFile}`] : [])];
const code = await new Promise((done) => {
    // One file at a time: two browsers on two cores only slow each other down.
    spawn(process.execPath, ["--test", "--test-concurrency=1", ...reporters, ...files],
        { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, DEPOSITARY_URL: url } })
        .on("exit", (status) => done(status ?? 1));
});
const clean = await stopServer(server);
if (!clean) console.error("the server did not stop cleanly");
process.exit(code !== 0 || !clean ? 1 : 0);

// What the browser tests share: the address of the server, a browser, and axe-core.
//
//   import { accessibilityFaults, openBrowser, serverUrl } from "./browser.mjs";

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

/** Where run.mjs started the server, without a slash at the end. */
export const serverUrl = process.env.DEPOSITARY_URL ?? "http://127.0.0.1:8080";

/** Debian's Chromium, which asks nothing of the network by itself. The caller closes it. */
export function openBrowser() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong on `page`: an array of strings, rule and place, so that [] is good. */
export async function accessibilityFaults(page) {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help} at ${node.target.join(" ")}`));
}

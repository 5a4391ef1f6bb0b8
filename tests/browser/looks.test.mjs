// What a reader chooses for the looks of pages: text size, typeface, letter spacing, colours, pictures. Each is
// kept on the next page and on the next visit, and in each the pages stay whole and readable. The looks that
// devices ask for (dark, forced colours, paper) are tried too.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFaults, openBrowser, serverUrl } from "./browser.mjs";

const day = "on=2024-06-01";
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const pages = ["", "/sessions/minsk-2023-11-23", "/members", "/chairs/csc", "/papers/declaration-2023", "/display"];

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser.close(); });

/** A reader with a look kept, as "text-150.colours-blue". */
async function reader(look, options = {}) {
    const context = await browser.newContext({ viewport: desk, ...options });
    if (look) await context.addCookies([{ name: "look", value: look, url: serverUrl }]);
    return context;
}
const style = (page, selector, property) =>
    page.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], property);

test("each option is chosen in the form, leads back, and is kept on the next page and the next visit", async () => {
    const rows = [
        ["text", "200", "html", "fontSize", "32px"],
        ["typeface", "serif", "h1", "fontFamily", /Noto Serif/],
        ["spacing", "wider", "main p", "wordSpacing", /^[1-9.]/],
        ["colours", "white", "body", "backgroundColor", "rgb(255, 255, 255)"],
        ["colours", "black", "body", "backgroundColor", "rgb(0, 0, 0)"],
        ["colours", "blue", "body", "backgroundColor", "rgb(157, 209, 255)"],
        ["colours", "contrast", "body", "color", "rgb(255, 255, 0)"],
        ["pictures", "off", ".draw > svg", "display", "none"],
    ];
    for (const [field, value, selector, property, expected] of rows) {
        const context = await reader("");
        const page = await context.newPage();
        await page.goto(`${serverUrl}/en/members?${day}`);
        await page.locator("header a", { hasText: "Text size, spacing, colours" }).click();
        await page.locator(`input[name="${field}"][value="${value}"]`).check();
        await page.locator("main button").click();
        assert.equal(page.url(), `${serverUrl}/en/members?${day}`, "back where the reader was");
        const isSo = async (where) => {
            const found = await style(page, selector, property);
            assert.ok(expected instanceof RegExp ? expected.test(found) : found === expected,
                `${field} ${value} ${where}: ${found}`);
        };
        await isSo("at once");
        await page.goto(`${serverUrl}/ru/chairs/csc?${day}`);
        await isSo("on the next page");
        const kept = await context.storageState();
        await context.close();
        const [cookie] = kept.cookies;
        assert.equal(kept.cookies.length, 1);
        assert.equal(cookie.sameSite, "Lax");
        assert.ok(cookie.expires > Date.now() / 1000 + 364 * 86400, "a year");
        const later = await browser.newContext({ viewport: desk, storageState: kept });
        const again = await later.newPage();
        await again.goto(`${serverUrl}/en/chairs/csc?${day}`);
        assert.match(await again.getAttribute("html", "class"), new RegExp(`${field}-${value}`));
        await again.goto(`${serverUrl}/en/display`);
        assert.ok(await again.locator(`input[name="${field}"][value="${value}"]`).isChecked(), "the form shows it");
        await again.locator("a", { hasText: "Back to the usual look" }).click();
        assert.equal(await again.getAttribute("html", "class"), null);
        assert.deepEqual((await later.cookies()).length, 0);
        await later.close();
    }
});

for (const look of ["colours-white", "colours-black", "colours-blue", "colours-contrast",
    "text-200.typeface-serif.spacing-wider.pictures-off"]) {
    test(`in ${look} pages are whole, accessible and no wider than the screen, in both languages`, async () => {
        const context = await reader(look);
        const page = await context.newPage();
        for (const language of ["en", "ru"]) {
            for (const path of pages) {
                for (const viewport of [desk, phone]) {
                    await page.setViewportSize(viewport);
                    await page.goto(`${serverUrl}/${language}${path}?${day}`);
                    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                    assert.ok(wider <= 0, `${language}${path} at ${viewport.width}: ${wider} px wider`);
                }
                // The words are other in Russian, the colours are not.
                if (language === "en" || look.startsWith("text"))
                    assert.deepEqual(await accessibilityFaults(page), [], `${language}${path}`);
            }
        }
        await context.close();
    });
}

/** The contrast of the text of every leaf in <main> and the header with the ground it stands on. */
const leastContrast = (page) => page.evaluate(() => {
    const number = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const [r, g, b, a = 1] = number(getComputedStyle(at).backgroundColor);
            if (a === 1) return [r, g, b];
        }
        return [255, 255, 255];
    };
    let least = { ratio: 21, text: "" };
    for (const element of document.querySelectorAll("header *, main *, footer *")) {
        if (element.closest("svg") || ![...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
        if (!element.checkVisibility()) continue;
        const [a, b] = [light(number(getComputedStyle(element).color)), light(ground(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < least.ratio) least = { ratio, text: element.textContent.trim().slice(0, 40) };
    }
    for (const element of document.querySelectorAll(".draw svg text")) {
        if (!element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        if (style.stroke === "none") continue;  // stands in a band, whose colours are the accent's own pair
        const [a, b] = [light(number(style.fill)), light(ground(element.closest("figure")))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < least.ratio) least = { ratio, text: element.textContent.slice(0, 40) };
    }
    return least;
});

test("text keeps a contrast of 7 to 1 with its ground in every look, drawings among it", async () => {
    for (const [look, scheme] of [["", "light"], ["", "dark"], ["colours-white", "dark"], ["colours-black", "light"],
        ["colours-blue", "dark"], ["colours-contrast", "light"]]) {
        const context = await reader(look, { colorScheme: scheme });
        const page = await context.newPage();
        for (const path of pages) {
            await page.goto(`${serverUrl}/en${path}?${day}`);
            const { ratio, text } = await leastContrast(page);
            assert.ok(ratio >= 7, `${look || scheme}${path}: ${ratio.toFixed(2)} at "${text}"`);
        }
        await context.close();
    }
});

test("with pictures off a drawing is a sentence, and its table stands beneath", async () => {
    const context = await reader("pictures-off");
    const page = await context.newPage();
    await page.goto(`${serverUrl}/en/members?${day}`);
    assert.equal(await page.locator(".draw > svg:visible").count(), 0);
    assert.ok((await page.locator(".draw .instead").first().innerText()).length > 20);
    assert.ok(await page.locator("main table").first().isVisible());
    await context.close();
});

test("forced colours and paper win over a look; paper is black on white, without navigation", async () => {
    const context = await reader("colours-contrast.pictures-off");
    const page = await context.newPage();
    await page.emulateMedia({ media: "print" });
    await page.goto(`${serverUrl}/en/sessions/minsk-2023-11-23?${day}`);
    assert.equal(await style(page, "main h1", "color"), "rgb(0, 0, 0)");
    assert.equal(await style(page, "nav", "display"), "none");
    assert.equal(await style(page, "header .looks", "display"), "none");
    assert.match(await page.locator("main a[href^=http]").first().evaluate((a) => getComputedStyle(a, "::after").content), /attr|http/);
    assert.equal(await style(page, ".printed", "display"), "block");
    await page.emulateMedia({ media: "screen", forcedColors: "active" });
    assert.equal(await style(page, ".printed", "display"), "none");
    assert.notEqual(await style(page, "body", "color"), "rgb(255, 255, 0)");
    assert.deepEqual(await accessibilityFaults(page), []);
    await context.close();
});

test("on paper reasons stand where the reader unfolded them, and everything else that is folded", async () => {
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/en/sessions/minsk-2023-11-23?${day}`);
    const shown = () => page.locator(".tree").first().evaluate((tree) => tree.getClientRects().length > 0);
    await page.emulateMedia({ media: "print" });
    assert.equal(await shown(), false, "folded reasons are not printed");
    assert.ok(await page.locator("details.short li").first().isVisible());
    assert.match(await page.locator(".printed").innerText(), /^Reasons are printed where they were unfolded/);
    await page.emulateMedia({ media: "screen" });
    await page.locator(".tree > summary").first().click();
    await page.emulateMedia({ media: "print" });
    assert.equal(await shown(), true);
    assert.ok(await page.locator(".tree > ul > li, .tree > ol > li").first().isVisible());
    await page.close();
});

test("on a sheet every part of a drawing is whole, and no column is narrower than its words", async () => {
    const sheet = { width: 680, height: 990 };  // of an A4 within its margins
    const page = await browser.newPage({ viewport: sheet });
    await page.emulateMedia({ media: "print" });
    await page.goto(`${serverUrl}/en/papers?${day}`);
    assert.equal(await page.locator("main table a[href^=http]").first().evaluate((a) =>
        getComputedStyle(a, "::after").content), "none", "tables name their sources alone");
    for (const language of ["en", "ru"]) {
        for (const path of ["/papers", "/sessions", "/members", "/plans", "/chairs/csc", "/states/AM"]) {
            await page.goto(`${serverUrl}/${language}${path}?${day}`);
            const faults = await page.evaluate((tallest) => {
                const out = [];
                for (const svg of document.querySelectorAll(".draw > svg.wide")) {
                    const { height } = svg.getBoundingClientRect();
                    if (height > tallest) out.push(`a drawing of ${height} px`);
                    if (getComputedStyle(svg).breakInside !== "avoid") out.push("a drawing may break");
                    for (const text of svg.querySelectorAll("text")) {
                        const box = text.getBoundingClientRect();
                        if (box.left < -3 || box.right > innerWidth + 3) out.push(`“${text.textContent}” leaves the sheet`);
                    }
                }
                for (const cell of document.querySelectorAll("thead th")) {
                    if (cell.scrollWidth > cell.clientWidth + 1) out.push(`“${cell.textContent}” leaves its column`);
                }
                return out;
            }, sheet.height);
            assert.deepEqual(faults, [], `${language}${path}`);
        }
    }
    await page.close();
});

test("a page in one look is never given out for another", async () => {
    const ask = (look, etag) => fetch(`${serverUrl}/en/members?${day}`,
        { headers: { ...(look ? { Cookie: `look=${look}` } : {}), ...(etag ? { "If-None-Match": etag } : {}) } });
    const plain = await ask("");
    const blue = await ask("colours-blue");
    assert.match(plain.headers.get("Vary"), /Cookie/);
    assert.notEqual(plain.headers.get("ETag"), blue.headers.get("ETag"));
    assert.equal((await ask("colours-blue", plain.headers.get("ETag"))).status, 200);
    assert.equal((await ask("colours-blue", blue.headers.get("ETag"))).status, 304);
    assert.equal((await ask("colours-mauve\"><script>", plain.headers.get("ETag"))).status, 304, "unknown: the usual look");
    const [one, other] = [await plain.text(), await blue.text()];
    assert.equal(other.replace(' class="colours-blue"', ""), one);
});

test("the form leads back to this site alone", async () => {
    for (const [back, to] of [["/ru/members?on=2024-06-01", "/ru/members?on=2024-06-01"], ["//example.org/en", "/en"],
        ["https://example.org/en", "/en"], ["/\\example.org", "/en"], ["javascript:alert(1)", "/en"], ["", "/en"]]) {
        const response = await fetch(`${serverUrl}/display?text=150&back=${encodeURIComponent(back)}`,
            { redirect: "manual", headers: { "Accept-Language": "en" } });
        assert.equal(response.status, 303);
        assert.equal(response.headers.get("Location"), to);
        assert.equal(response.headers.get("Set-Cookie"), "look=text-150; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    }
});

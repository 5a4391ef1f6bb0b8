// The pages as their readers meet them: in both languages, at desk and phone width, by keyboard, in high
// contrast, and with wrong input.
import { readFileSync } from "node:fs";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFaults, openBrowser, serverUrl } from "./browser.mjs";

const day = "2024-06-01";
const pages = [
    "", "/members", "/states/AM", "/states/AM/awaiting", "/states/UZ", "/chairs/csc", "/chairs/permanent-council",
    "/sessions", "/sessions/minsk-2023-11-23", "/sessions/video-2020-12-02", "/papers", "/papers/declaration-2023",
    "/papers/budget-2024", "/instruments/treaty-1992", "/posts", "/posts/secretary-general", "/differ",
    "/differ/rule-14", "/differ/chair-2022.hand_over", "/gaps", "/timeline/UZ", "/sources", "/rulebook",
    "/rulebook/consensus", "/rulebook/withdrawal", "/rulebook/urgent-consultation", "/changes", "/documents", "/bodies/csc",
    "/bodies/parliamentary-assembly", "/bodies/crisis-response-centre", "/persons/sergei-aleinik",
    "/how-to-check", "/accessibility", "/ask/members", "/search",
];
const widths = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser.close(); });

const at = (language, path, query = "") => `${serverUrl}/${language}${path}?${query}on=${day}`;

for (const language of ["en", "ru"]) {
    for (const path of pages) {
        test(`${language}${path || "/"} is whole, accessible and no wider than the screen`, async () => {
            for (const [name, viewport] of Object.entries(widths)) {
                const page = await browser.newPage({ viewport });
                const response = await page.goto(at(language, path));
                assert.equal(response.status(), 200);
                assert.equal(await page.getAttribute("html", "lang"), language);
                assert.equal(await page.locator("h1").count(), 1);
                assert.ok((await page.locator("h1").innerText()).length > 3);
                const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(wider <= 0, `${name}: ${wider} px wider than the screen`);
                assert.match(await page.locator("body").innerText(),
                    language === "en" ? /Not a site of the CSTO or of any state/ : /не/);
                if (name === "desk") assert.deepEqual(await accessibilityFaults(page), []);
                await page.close();
            }
        });
    }
}

test("the Minsk page says who came, that no figure was read, and what each answer would bring about", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    await page.goto(at("en", "/sessions/minsk-2023-11-23"));
    const text = await page.locator("main").innerText();
    for (const words of ["Five of six members came", "Armenia", "no figure read", "absolutely legitimate", "about 20",
        "Participation is needed", "Silence suffices", "abstains from joining", "rule not read"]) {
        assert.ok(text.includes(words), words);
    }
    await page.goto(at("ru", "/sessions/minsk-2023-11-23"));
    assert.match(await page.locator("h1").innerText(), /Минск/);
    await page.close();
});

test("the Minsk page is read on one screen: its answer ends above 940 px, and everything unfolds by keyboard", async () => {
    for (const language of ["en", "ru"]) {
        const page = await browser.newPage({ viewport: widths.desk });
        await page.goto(at(language, "/sessions/minsk-2023-11-23"));
        const bottom = await page.evaluate(() => document.querySelector("main").getBoundingClientRect().bottom);
        assert.ok(bottom <= 940, `${language}: main ends at ${bottom} px`);
        for (const summary of await page.locator("main details.src > summary").all()) {
            await summary.focus();
            await page.keyboard.press("Enter");
        }
        assert.equal(await page.locator("main details.src:not([open])").count(), 0);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.close();
    }
});

test("a session is told in short: sentences to copy without a link among them, and a line by which it is cited", async () => {
    for (const [language, summary, first] of [["en", "In short", /^Five of the six members took part/],
        ["ru", "Коротко", /присутствовали пять из шести членов/]]) {
        const page = await browser.newPage({ viewport: widths.desk });
        await page.goto(at(language, "/sessions/minsk-2023-11-23"));
        const short = page.locator("main details.short");
        assert.equal(await short.getAttribute("open"), null);
        await short.locator("summary", { hasText: summary }).click();
        const sentences = await short.locator("ol > li").allInnerTexts();
        assert.ok(sentences.length > 4 && sentences.length <= 10, `${sentences.length} sentences`);
        assert.match(sentences[0], first);
        const golden = readFileSync(new URL(`../golden/words/minsk-in-short.${language}.txt`, import.meta.url), "utf8");
        assert.equal(sentences.map((one) => one.replace(/\s+/g, " ").trim()).join("\n") + "\n", golden);
        assert.equal(await short.locator("a").count(), 0);
        assert.match(await short.locator(".cite").innerText(),
            /SHA-256 [0-9a-f]{12}\. \S*\/sessions\/minsk-2023-11-23\?on=\d{4}-\d\d-\d\d&known=\d{4}-\d\d-\d\d$/);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.close();
    }
});

test("another day is chosen in the form of the situation, which unfolds and takes the focus", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    await page.goto(at("en", ""));
    await page.locator(".card.quiet a").click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "on");
    assert.ok(await page.locator("#on").isVisible());
    await page.close();
});

test("both sides of a disputed hand-over stand side by side, and one can be taken", async () => {
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/en/ask/chair?body=csc&on=2022-12-15`);
    let text = await page.locator("main").innerText();
    assert.ok(text.includes("Armenia") && text.includes("Belarus"));
    await page.goto(`${serverUrl}/en/ask/chair?body=csc&on=2022-12-15&take=chair-2022.hand_over%3Dsession-day`);
    text = await page.locator("main h1 + p, main .lead").first().innerText();
    assert.ok(text.includes("Belarus") && !text.includes("Armenia"), text);
    await page.close();
});

test("the form changes the day and leads to the canonical address", async () => {
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/en/members`);
    await page.locator("summary", { hasText: "Change" }).first().click();
    await page.fill("#on", "2000-01-01");
    await page.locator("form button[type=submit], form button").last().click();
    await page.waitForURL(/on=2000-01-01/);
    assert.ok((await page.locator("main").innerText()).includes("Tajikistan"));
    assert.match(page.url(), /\/en\/members\?on=2000-01-01/);
    await page.close();
});

test("a day that does not exist is refused beside its field, and nothing is lost", async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${serverUrl}/en/members?on=2024-02-30`);
    assert.equal(response.status(), 400);
    const html = await page.content();
    assert.ok(html.includes("2024-02-30"));
    assert.ok(html.includes("There is a problem"));
    assert.ok(html.includes("The nearest one is 29 February 2024."));
    await page.close();
});

test("the first Tab reaches the link to the content, and focus can be seen", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    await page.goto(at("en", "/members"));
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Skip to main content/);
    const visible = await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0);
    assert.ok(visible);
    await page.close();
});

test("pages stand in forced colours, in the dark and without styles refused", async () => {
    for (const media of [{ forcedColors: "active" }, { colorScheme: "dark" }, { contrast: "more" }]) {
        const page = await browser.newPage({ viewport: widths.desk });
        await page.emulateMedia(media);
        await page.goto(at("en", "/chairs/csc"));
        assert.ok((await page.locator("main svg").count()) > 0);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.close();
    }
});

test("data stands beside every address", async () => {
    const answer = await (await fetch(`${serverUrl}/en/members.json?on=2013-06-01`)).json();
    assert.deepEqual(answer.answer.members, ["AM", "BY", "KG", "KZ", "RU", "TJ"]);
    assert.equal(answer.standing, "settled");
    assert.ok(answer.reasons[0].says.length > 10);
    assert.match(answer.receipt.record.sha256, /^[0-9a-f]{64}$/);
    for (const path of ["/sessions/minsk-2023-11-23", "/chairs/csc", "/papers/declaration-2023"]) {
        const response = await fetch(`${serverUrl}/ru${path}.json?on=${day}`);
        assert.equal(response.status, 200);
        assert.ok((await response.json()).answers.length > 1);
    }
});

// Every drawing: its page, the heading or table it belongs to, and how many stand there.
const drawings = [["/sessions", 2], ["/states/AM", 2], ["/papers", 1], ["/plans", 1], ["/contributions", 1],
    ["/papers/armenia-assistance-2022/draft", 1]];
for (const language of ["en", "ru"]) {
    test(`${language}: drawings fit a phone, a desk and a sheet, have a legend, and a table beneath`, async () => {
        for (const [path, least] of drawings) {
            for (const [name, viewport] of Object.entries({ ...widths, small: { width: 360, height: 740 } })) {
                const page = await browser.newPage({ viewport });
                await page.goto(at(language, path).replace(day, "2026-11-21"));
                const where = `${language}${path} ${name}`;
                const drawn = page.locator("main figure.draw");
                assert.ok(await drawn.count() >= least, where);
                const faults = await drawn.evaluateAll((figures) => figures.flatMap((figure) => {
                    const out = [];
                    const shown = [...figure.querySelectorAll(":scope > svg")]
                        .filter((svg) => getComputedStyle(svg).display !== "none");
                    // Of every part one of its two renderings, and of all parts the same.
                    if (2 * shown.length !== figure.querySelectorAll(":scope > svg").length ||
                        new Set(shown.map((svg) => svg.getAttribute("class"))).size !== 1)
                        out.push(`${shown.length} renderings are shown`);
                    for (const svg of shown) {
                        const frame = svg.getBoundingClientRect();
                        for (const text of svg.querySelectorAll("text")) {
                            const box = text.getBoundingClientRect();
                            if (box.left < frame.left - 3 || box.right > frame.right + 3 || box.bottom > frame.bottom + 3)
                                out.push(`“${text.textContent}” leaves its drawing`);
                            if (parseFloat(getComputedStyle(text).fontSize) < 11) out.push(`“${text.textContent}” is small`);
                            if (text.textContent.endsWith("…")) out.push(`“${text.textContent}” is cut off`);
                        }
                        if (!svg.querySelector("title").textContent || !svg.querySelector("desc").textContent)
                            out.push("no title or description");
                    }
                    if (!figure.querySelector(".legend li")) out.push("no legend");
                    return out;
                }));
                assert.deepEqual(faults, [], where);
                const beneath = await page.evaluate(() => {
                    const last = [...document.querySelectorAll("main figure.draw")].at(-1);
                    return [...document.querySelectorAll("main table")]
                        .some((table) => last.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING);
                });
                assert.ok(beneath, `${where}: no table beneath`);
                const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(wider <= 0, `${where}: ${wider} px wider than the screen`);
                if (name === "desk") assert.deepEqual(await accessibilityFaults(page), [], where);
                await page.close();
            }
        }
    });
}

test("an answer held already is not sent again, and Accept-Datetime means what was known", async () => {
    const first = await fetch(at("en", "/members"));
    const again = await fetch(at("en", "/members"), { headers: { "If-None-Match": first.headers.get("ETag") } });
    assert.equal(again.status, 304);
    const then = await fetch(`${serverUrl}/en/members.json?on=2013-06-01`,
        { headers: { "Accept-Datetime": "Wed, 01 Aug 2012 12:00:00 GMT" } });
    const answer = await then.json();
    assert.equal(answer.known, "2012-08-01");
    assert.equal(answer.knowledge, "reconstructed");
    assert.ok(answer.answer.members.includes("UZ"));
});

test("what is not on record is a page that says so, with its neighbour", async () => {
    const response = await fetch(`${serverUrl}/en/sessions/minsk-2023-11-24`);
    assert.equal(response.status, 404);
    assert.ok((await response.text()).includes("/en/sessions/minsk-2023-11-23"));
    assert.equal((await fetch(`${serverUrl}/en/nowhere`)).status, 404);
    assert.equal((await fetch(`${serverUrl}/de/members`)).status, 404);
    assert.equal((await fetch(`${serverUrl}/en/ask/membres`)).status, 404);
    assert.equal((await fetch(`${serverUrl}/en/ask/status?state=NO`)).status, 400);
    const hostile = await fetch(`${serverUrl}/en/sessions/${encodeURIComponent('"><script>alert(1)</script>')}`);
    assert.ok(!(await hostile.text()).includes("<script>alert"));
});

test("a person is found from any page under every spelling, without scripts", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: widths.phone });
    const page = await context.newPage();
    for (const typed of ["Aleinik", "Aleynyk", "Алейник", "Олейник"]) {
        await page.goto(at("en", "/members"));
        await page.fill("form[role=search] input[name=q]", typed);
        await page.press("form[role=search] input[name=q]", "Enter");
        await page.waitForURL(/\/en\/search\?q=/);
        assert.ok(page.url().includes(`on=${day}`), "the day asked about goes along");
        assert.equal(await page.locator("main ul.hits a").first().innerText(), "Sergei Aleinik");
    }
    await context.close();
});

test("what was found is whole, accessible and no wider than the screen", async () => {
    for (const [language, typed] of [["ru", "деклараций"], ["en", "23 ноября 2023 г."], ["ru", "peacekeping"]]) {
        for (const viewport of Object.values(widths)) {
            const page = await browser.newPage({ viewport });
            await page.goto(`${serverUrl}/${language}/search?q=${encodeURIComponent(typed)}`);
            const text = await page.locator("main").innerText();
            if (typed === "деклараций") assert.match(text, /Деклараци/);
            if (typed.startsWith("23")) assert.match(text, /Situation on 23 November 2023/);
            if (typed === "peacekeping") assert.match(text, /peacekeeping/);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
            assert.deepEqual(await accessibilityFaults(page), []);
            await page.close();
        }
    }
});

test("a search for nothing that can be found says so", async () => {
    const asked = async (typed) => {
        const response = await fetch(`${serverUrl}/en/search?q=${encodeURIComponent(typed)}`);
        return [response.status, await response.text()];
    };
    assert.deepEqual((await asked("\u202e\u200b"))[0], 400);
    assert.match((await asked("\u202e\u200b"))[1], /no word and no number/);
    assert.match((await asked("a".repeat(2000)))[1], /too long to be searched for/);
    for (const typed of ["a", "я"]) {
        const [status, page] = await asked(typed.repeat(10_000));
        assert.equal(status, 400);
        assert.match(page, /too long to be searched for/);
    }
    assert.match((await asked("\u0000\u0001\u001b"))[1], /no word and no number/);
    assert.match((await asked("\u0007Aleinik"))[1], /Sergei Aleinik/);
    assert.match((await asked("2024-02-30"))[1], /no such day as .2024-02-30.\. The nearest one is 29 February 2024/);
    const [status, text] = await asked('"><script>alert(1)</script> \u202eAleinik');
    assert.equal(status, 200);
    assert.ok(!text.includes("<script>alert"));
    assert.ok(!/found for[^<]*\u202e/i.test(text), "nothing typed turns the sentence around it");
    const known = await (await fetch(`${serverUrl}/en/search.json?q=Aleinik&known=2010-01-01`)).json();
    assert.deepEqual(known.found, [], "nobody had heard of him then");
});

test("what holds in each format is said where none is on record, and other answers stand as they were", async () => {
    const page = await browser.newPage();
    await page.goto(`${serverUrl}/en/papers/border-programme-2024`);
    const box = page.locator(".side", { hasText: "It binds those who took part" });
    assert.match(await box.innerText(), /If in the ordinary format, decision of the organisation; binds Armenia/);
    assert.match(await box.innerText(), /If in the limited format, .*may join later: Armenia/s);
    await page.goto(`${serverUrl}/en/states/AM/awaiting`);
    const main = await page.locator("main").innerText();
    assert.match(main, /format not on record/);
    assert.match(main, /keeps to that/);
    await page.close();
});

test("the rule on unpaid shares stands with what it does not do by itself", async () => {
    const page = await browser.newPage();
    for (const path of ["/contributions", "/states/AM/contributions"]) {
        await page.goto(at("en", path));
        assert.match(await page.locator("main").innerText(),
            /No member loses its vote or its posts by not paying alone: that takes a decision of the Collective Security Council, and none is on record\./);
    }
    await page.close();
});

test("of a working body no sessions are looked for", async () => {
    const page = await browser.newPage();
    await page.goto(at("en", "/bodies/joint-staff"));
    assert.doesNotMatch(await page.locator("main").innerText(), /No session of it is on record/);
    await page.close();
});

test("a rule is found by its article, and says who understands it how and since when", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    await page.goto(at("en", "/rulebook"));
    const byArticle = page.locator("#by-article");
    await byArticle.locator("a", { hasText: /^Consensus$/ }).first().click();
    await page.waitForURL(/\/en\/rulebook\/consensus/);
    const text = await page.locator("main").innerText();
    for (const words of ["Charter, article 12", "not read", "Participation is needed", "14 June 2009",
        "Silence suffices", "Questions that lean on it"]) assert.ok(text.includes(words), words);
    const [one, other] = await page.locator(".sides > *").evaluateAll((all) => all.map((box) => box.clientWidth));
    assert.equal(one, other, "the boxes are of one width");
    await page.close();
});

test("how a member leaves is found from the state, from the list of members and by a search", async () => {
    const page = await browser.newPage({ viewport: widths.phone });
    for (const from of ["/states/AM", "/members"]) {
        await page.goto(at("en", from));
        await page.locator("#provisions a", { hasText: /^Withdrawal of a member$/ }).click();
        await page.waitForURL(/\/en\/rulebook\/withdrawal/);
    }
    const text = await page.locator("main").innerText();
    for (const words of ["concludes nothing from it by itself", "six months", "article 19", "not read",
        "PenzaNews", "one-sided"]) assert.ok(text.includes(words), words);
    await page.goto(at("ru", "/relations"));
    await page.locator("#provisions a", { hasText: /^Наблюдатель при Организации$/ }).click();
    await page.waitForURL(/\/ru\/rulebook\/observer-status/);
    assert.ok((await page.locator("main").innerText()).includes("сама из неё ничего не выводит"));
    const rows = (await (await fetch(`${serverUrl}/en/rulebook.json`)).json()).rules;
    const expulsion = rows.find((row) => row.rule === "expulsion");
    assert.deepEqual([expulsion.kind, expulsion.subjects, expulsion.read], ["provision", ["expulsion"], false]);
    assert.equal(rows.find((row) => row.rule === "declared-freeze").dispute, "duties-of-a-frozen-member");
    const found = await (await fetch(`${serverUrl}/en/search?q=expulsion`)).text();
    assert.ok(found.includes("/en/rulebook/expulsion"), "the search finds it by its subject");
    await page.close();
});

test("days typed as people write them give what changed between, and the address bears the days", async () => {
    const page = await browser.newPage({ viewport: widths.phone, javaScriptEnabled: false });
    await page.goto(`${serverUrl}/en/changes?on=${day}`);
    await page.getByLabel("From", { exact: true }).fill("22 November 2023");
    await page.getByLabel("To", { exact: true }).fill("23.11.2023");
    await page.getByRole("button", { name: "Show" }).last().click();
    await page.waitForURL(/\/en\/changes\?from=2023-11-22&to=2023-11-23&on=2024-06-01$/);
    const text = await page.locator("main").innerText();
    assert.match(text, /What happened from 22 November 2023 to 23 November 2023: \d+ acts\./);
    await page.close();
});

test("days that cannot be read, or stand the wrong way round, are refused beside their field", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    for (const [query, words] of [
        ["from=next%20Tuesday", "is not read as a day"],
        ["from=2024-02-30", "The nearest is 29 February 2024"],
        ["from=2024-01-01&to=2023-01-01", "comes before the first one"],
    ]) {
        const response = await page.goto(`${serverUrl}/en/changes?${query}`);
        assert.equal(response.status(), 400, query);
        assert.ok((await page.locator("main .error").first().innerText()).includes(words), words);
        assert.deepEqual(await accessibilityFaults(page), []);
    }
    await page.close();
});

test("what does not fit on one page of changes is said, with a link that goes on to the end", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    await page.goto(`${serverUrl}/en/changes?from=1992-01-01&to=2026-11-21`);
    const all = Number((await page.locator(".lead").innerText()).match(/(\d+) acts/)[1]);
    let shown = 0;
    for (let turns = 0; turns < 20; ++turns) {
        shown += await page.locator("main tbody a[href*='/acts/']").evaluateAll(
            (links) => links.filter((link) => link.closest("td, th").cellIndex === 0).length);
        const next = page.getByRole("link", { name: /^Go on from/ }).first();
        if (await next.count() === 0) break;
        await page.goto(new URL(await next.getAttribute("href"), serverUrl).href);
    }
    assert.equal(shown, all);
    await page.close();
});

test("papers are chosen by a form without scripts, and the table keeps the choice", async () => {
    const page = await browser.newPage({ viewport: widths.desk, javaScriptEnabled: false });
    await page.goto(`${serverUrl}/en/documents`);
    await page.getByLabel("Year").selectOption("2023");
    await page.getByLabel("Kind").selectOption("budget");
    await page.getByRole("button", { name: "Show" }).last().click();
    await page.waitForURL(/\/en\/documents\?kind=budget&year=2023$/);
    assert.equal(await page.getByLabel("Year").inputValue(), "2023");
    const shown = Number((await page.locator(".lead").innerText()).match(/^(\d+) of/)[1]);
    assert.ok(shown > 0);
    const csv = await (await page.request.get(`${serverUrl}/en/documents.csv?kind=budget&year=2023`)).text();
    assert.equal(csv.trim().split("\n").length, shown + 1, "a line of names, and one for each paper");
    await page.goto(`${serverUrl}/en/documents?kind=budget&year=1992`);
    assert.match(await page.locator("main").innerText(), /Without “Year: 1992”: \d+ paper/);
    await page.close();
});

test("the page of a body says since when, who sat in it, and what is not on record of it", async () => {
    const page = await browser.newPage({ viewport: widths.desk });
    await page.goto(`${serverUrl}/en/bodies/parliamentary-assembly`);
    let text = await page.locator("main").innerText();
    for (const words of ["16 November 2006", "since when is not on record; so by 21 November 2026, when it was read",
        "National Assembly of Serbia", "What is not on record of it"]) assert.ok(text.includes(words), words);
    await page.goto(`${serverUrl}/en/bodies/crisis-response-centre`);
    text = await page.locator("main").innerText();
    assert.ok(text.includes("2 December 2020"), "the session it served");
    await page.close();
});

test("the start leads to the reader's language", async () => {
    const russian = await fetch(`${serverUrl}/`, { redirect: "manual", headers: { "Accept-Language": "ru,en;q=0.5" } });
    assert.equal(russian.headers.get("Location"), "/ru");
    const english = await fetch(`${serverUrl}/`, { redirect: "manual", headers: { "Accept-Language": "en-GB,en,ru;q=0.5" } });
    assert.equal(english.headers.get("Location"), "/en");
});

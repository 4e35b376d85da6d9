// Reads a built site as different readers do: with a mouse, with the keyboard, by touch, without scripts, on paper, in a narrow or enlarged window.
// The job comes as JSON on standard input: {chromium, site, base, issue, pages, words, speaker, out}; the report goes to standard output.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./serving.mjs";

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What axe-core finds in a page as it is now, which a look at the page as it came does not see.
async function faults(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } }));
  return found.violations.map((one) => ({ id: one.id, nodes: one.nodes.map((node) => node.html.slice(0, 160)) }));
}

const job = await read(process.stdin);
const server = await serve(job.site, job.base);
const browser = await chromium.launch({
  executablePath: job.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function reader(options, act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const report = await act(page, context);
  await context.close();
  return { ...report, complaints };
}

const open = (page, name) => page.goto(server.here + name, { waitUntil: "load" });
const focused = (page) => page.evaluate(() => ({ text: document.activeElement.textContent.trim(), id: document.activeElement.id }));

async function mouse(page, context) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, job.issue);
  const mark = page.locator(".quoted[id] ~ .cite a").first();
  await mark.hover();
  const card = page.locator(".card");
  await card.waitFor();
  const shown = await card.innerText();
  const inaccessible = await faults(page);
  await card.getByRole("button").click();
  await page.getByText("Copied").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.mouse.move(5, 5);
  await page.locator("h1").click();
  const note = await page.locator(`${await mark.getAttribute("href")} .credit`).innerText();
  return { shown, note, copied, inaccessible, left: await card.count() };
}

async function keyboard(page) {
  await open(page, job.issue);
  await page.keyboard.press("Tab");
  const first = await focused(page);
  await page.keyboard.press("Enter");
  const skipped = await focused(page);
  const stops = [];
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle));
  }
  const mark = page.locator(".cite a").first();
  await mark.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.locator(".card").waitFor();
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement.closest(".card") !== null);
  await page.keyboard.press("Escape");
  const back = await focused(page);
  return { first: first.text, skipped: skipped.id, stops, inside, left: await page.locator(".card").count(), back: back.id, mark: await mark.getAttribute("id") };
}

async function touch(page) {
  await open(page, job.issue);
  const mark = page.locator(".cite a").first();
  await mark.tap();
  const shown = await page.locator(".card").count();
  const stayed = new URL(page.url()).hash;
  await mark.tap();
  return { shown, stayed, followed: new URL(page.url()).hash, note: await mark.getAttribute("href") };
}

async function search(page) {
  const asked = [];
  page.on("request", (request) => asked.push(request.url().slice(server.here.length)));
  await open(page, "search/");
  const before = asked.filter((url) => /pagefind|search\.json/.test(url));
  const found = async () => {
    await page.waitForFunction(() => /\d|Nothing|could not/.test(document.querySelector(".found").textContent));
    await page.waitForTimeout(400);
    return { said: await page.locator(".found").innerText(), titles: await page.locator(".results h2").allInnerTexts() };
  };
  await page.locator("#_words").focus();
  await page.keyboard.type(job.words);
  const byWords = await found();
  const marked = await page.locator(".results mark").count();
  const inaccessible = await faults(page);
  await page.fill("#_speaker", job.speaker);
  const narrowed = await found();
  await page.fill("#_words", "");
  const bySpeaker = await found();
  const shared = page.url();
  await page.goto("about:blank");
  await page.goto(shared);
  const again = await found();
  return { before, byWords, marked, inaccessible, narrowed, bySpeaker, again, largest: asked.length };
}

async function unscripted(page) {
  await open(page, job.issue);
  const mark = page.locator(".cite a").first();
  await mark.click();
  const followed = new URL(page.url()).hash;
  const back = page.locator(`${followed} .back a`).first();
  await back.click();
  await open(page, "search/");
  return {
    followed, note: await mark.count(), form: await page.locator("form.search").isVisible(), browse: await page.locator(".browse").isVisible(),
  };
}

async function paper(page) {
  await open(page, job.issue);
  await page.pdf({ path: path.join(job.out, "issue.pdf"), format: "A4", preferCSSPageSize: true });
  await page.emulateMedia({ media: "print" });
  return { navigation: await page.locator("nav.site").isVisible(), notes: await page.locator(".notes-list").first().isVisible() };
}

async function colours(page) {
  await open(page, job.issue);
  return { paper: await page.evaluate(() => getComputedStyle(document.body).backgroundColor) };
}

async function narrow(page) {
  const wide = [];
  for (const name of job.pages) {
    await open(page, name);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) wide.push([name, over]);
  }
  return { wide };
}

const PHONE = { isMobile: true, hasTouch: true, viewport: { width: 375, height: 812 } };
try {
  const report = {};
  const readers = {
    mouse: [{}, mouse],
    keyboard: [{}, keyboard],
    touch: [PHONE, touch],
    search: [{}, search],
    unscripted: [{ javaScriptEnabled: false }, unscripted],
    paper: [{}, paper],
    light: [{ colorScheme: "light" }, colours],
    dark: [{ colorScheme: "dark" }, colours],
    narrow: [{ viewport: { width: 320, height: 640 } }, narrow],
    enlarged: [{ viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 }, narrow], // 1280 × 900 at 400 %
  };
  for (const name of job.readers) report[name] = await reader(...readers[name]);
  process.stdout.write(JSON.stringify({ here: server.here, ...report }));
} finally {
  await browser.close();
  server.close();
}

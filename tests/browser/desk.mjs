// An editor at the desk in a real browser: writes, and sees the new words in every tab, the finding come and go, their place kept.
// The job comes as JSON on standard input: {chromium, desk, file, find, out, tabs}; the report goes to standard output.

import { readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { chromium } from "playwright-core";

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const job = await read(process.stdin);
const filed = await readFile(job.file, "utf8");
const browser = await chromium.launch({
  executablePath: job.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
const complaints = [], elsewhere = [];
const intended = /^Blocked script execution in .* frame is sandboxed/; // what is previewed runs nothing
page.on("console", (message) => ["error", "warning"].includes(message.type()) && !intended.test(message.text()) && complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("request", (request) => !request.url().startsWith(new URL("/", job.desk).href) && elsewhere.push(request.url()));

// Writes as editors do: whole into place.
async function save(text) {
  const at = performance.now();
  await writeFile(`${job.file}.tmp`, text);
  await rename(`${job.file}.tmp`, job.file);
  return at;
}

// Whether the tab that is shown has the words, where it can be seen.
const shows = ([words, there]) => {
  const section = document.querySelector("section.shown");
  const frame = section && section.querySelector("iframe:not(.coming)");
  const body = frame ? frame.contentDocument && frame.contentDocument.body : section;
  return Boolean(body && body.innerText.trim()) && !section.querySelector(".coming") && body.innerText.toLowerCase().includes(words.toLowerCase()) === there;
};
const until = (words, there = true) => page.waitForFunction(shows, [words, there], { polling: "raf", timeout: 30000 });

async function times(tab, runs) {
  const found = [];
  await page.click(`#to-${tab}`);
  for (let run = 0; run < runs; run += 1) {
    const words = `heron ${tab} ${run} wharf`;
    await page.waitForTimeout(400);
    const at = await save(filed.replace(job.find, `${words} ${job.find}`));
    await until(words);
    found.push(Math.round(performance.now() - at));
  }
  await save(filed);
  await until("wharf", false);
  return found;
}

async function kept() {
  await page.click("#to-web");
  await until("wharf", false);
  const before = await page.evaluate(() => { const frame = document.querySelector("section.shown iframe").contentWindow; frame.scrollTo({ top: 200, behavior: "instant" }); return frame.scrollY; });
  await save(filed.replace(job.find, `wharf kept ${job.find}`));
  await until("wharf kept");
  return [before, await page.evaluate(() => document.querySelector("section.shown iframe").contentWindow.scrollY)];
}

async function finding() {
  await page.click("#to-findings");
  const came = await save(`${filed}\n“Seven invented words that nobody is named for.”\n`);
  await until("C202");
  const went = await save(filed);
  const there = Math.round(went - came);
  await until("C202", false);
  return { came: there, went: Math.round(performance.now() - went) };
}

// The email as a phone shows it stays so when the words change.
async function view() {
  await page.click("#to-email");
  await page.click("text=Phone");
  await save(filed.replace(job.find, `wharf view ${job.find}`));
  await until("wharf view");
  const width = await page.evaluate(() => document.querySelector("#email iframe").getBoundingClientRect().width);
  await save(filed);
  await until("wharf", false);
  return width;
}

async function pictures() {
  const faults = [];
  for (const [name, width, height] of [["desktop", 1280, 900], ["phone", 360, 780]]) {
    for (const colorScheme of ["light", "dark"]) {
      const other = await browser.newContext({ viewport: { width, height }, colorScheme });
      const shown = await other.newPage();
      for (const address of [new URL("/", job.desk).href, ...job.tabs.map((tab) => `${job.desk}#${tab}`)]) {
        await shown.goto("about:blank");
        await shown.goto(address, { waitUntil: "load" });
        await shown.waitForTimeout(job.out ? 300 : 0);
        const tab = address.split("#")[1] || "all";
        if (job.out) await shown.screenshot({ path: path.join(job.out, `${tab}-${name}-${colorScheme}.png`) });
        const wide = await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) faults.push(`${tab} ${name}: ${wide} pixels too wide`);
        await shown.evaluate(axe);
        const found = await shown.evaluate(() => globalThis.axe.run(
          { exclude: ["iframe"] }, { iframes: false, runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } }));
        faults.push(...found.violations.map((one) => `${tab} ${name} ${colorScheme}: ${one.id} ${one.nodes[0].html.slice(0, 160)}`));
      }
      await other.close();
    }
  }
  return faults;
}

try {
  await page.goto(job.desk, { waitUntil: "load" });
  const report = { times: {} };
  for (const tab of ["web", "email", "text", "feed"]) report.times[tab] = await times(tab, job.runs);
  report.scrolled = await kept();
  report.finding = await finding();
  report.phone = await view();
  report.faults = await pictures();
  process.stdout.write(JSON.stringify({ ...report, complaints, elsewhere }));
} finally {
  await writeFile(job.file, filed);
  await browser.close();
}

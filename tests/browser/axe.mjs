// Opens pages of a built site in Chromium and reports what axe-core finds, what the page asked for, and what it complained about.
// The job comes as JSON on standard input: {chromium, site, base, pages, views: [{scheme, width, height}]}; the report goes to standard output.
// Nothing is served and nothing leaves the machine: requests under `base` are answered from the folder, every other request is refused and reported.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".xml": "application/xml",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon", ".woff2": "font/woff2",
};

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function answer(route, job, report) {
  const url = new URL(route.request().url());
  url.hash = url.search = "";
  if (!url.href.startsWith(job.base)) {
    report.foreign.push(url.href);
    return route.abort();
  }
  const inside = decodeURIComponent(url.href.slice(job.base.length));
  const file = path.join(job.site, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
  try {
    return await route.fulfill({ body: await readFile(file), contentType: TYPES[path.extname(file)] ?? "application/octet-stream" });
  } catch {
    report.missing.push(inside);
    return route.fulfill({ status: 404, body: "" });
  }
}

async function look(context, job, view, name) {
  const report = { page: name, view: `${view.scheme} ${view.width}`, foreign: [], missing: [], console: [], violations: [] };
  const page = await context.newPage();
  try {
    await page.route("**/*", (route) => answer(route, job, report));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && report.console.push(message.text()));
    page.on("pageerror", (error) => report.console.push(String(error)));
    await page.goto(job.base + name, { waitUntil: "load" });
    report.overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.evaluate(axe);
    const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), TAGS);
    report.passed = found.passes.length;
    report.violations = found.violations.map((one) => ({ id: one.id, help: one.help, nodes: one.nodes.map((node) => node.html.slice(0, 160)) }));
  } finally {
    await page.close();
  }
  return report;
}

// Each page starts from nothing but what pages before it may have stored, and that is reported: nobody should store anything.
async function tour(browser, job, view) {
  const context = await browser.newContext({ colorScheme: view.scheme, viewport: { width: view.width, height: view.height }, bypassCSP: false });
  const waiting = [...job.pages];
  const reports = [];
  const walk = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) reports.push(await look(context, job, view, name));
  };
  await Promise.all(Array.from({ length: 3 }, walk));
  const stored = await context.storageState();
  for (const report of reports) report.stored = stored.cookies.length + stored.origins.length;
  await context.close();
  return reports;
}

const job = await read(process.stdin);
const browser = await chromium.launch({
  executablePath: job.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const reports = [];
  for (const view of job.views) reports.push(...(await tour(browser, job, view)));
  process.stdout.write(JSON.stringify(reports));
} finally {
  await browser.close();
}

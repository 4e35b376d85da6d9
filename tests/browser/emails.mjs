// Opens emails in Chromium, with and without their style element, and reports what axe-core finds and how much is too wide.
// The job comes as JSON on standard input: {chromium, emails: {name: html}, views: [{scheme, width, audited}]}; the report goes to standard output.
// Nothing is loaded: every request is refused, as a mail program does with images at first.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Two rules are about whole pages: an email is shown inside one.
const RULES = { "landmark-one-main": { enabled: false }, region: { enabled: false } };

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function look(browser, name, html, view) {
  const context = await browser.newContext({ colorScheme: view.scheme, viewport: { width: view.width, height: 800 } });
  try {
    await context.route("**/*", (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const report = { name, view: `${view.scheme} ${view.width}`, overflow };
    if (!view.audited) return report;
    await page.evaluate(axe);
    const found = await page.evaluate((rules) => globalThis.axe.run({ rules }), RULES);
    const violations = found.violations.map((one) => ({ id: one.id, nodes: one.nodes.map((node) => node.html.slice(0, 160)) }));
    return { ...report, passed: found.passes.length, violations };
  } finally {
    await context.close();
  }
}

const job = await read(process.stdin);
const browser = await chromium.launch({
  executablePath: job.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const reports = [];
  for (const [name, html] of Object.entries(job.emails)) {
    for (const view of job.views) {
      reports.push(await look(browser, name, html, view));
      reports.push(await look(browser, `${name} without style`, html.replace(/<style>[^]*?<\/style>/, ""), { ...view, audited: false }));
    }
  }
  process.stdout.write(JSON.stringify(reports));
} finally {
  await browser.close();
}

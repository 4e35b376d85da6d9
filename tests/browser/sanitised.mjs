// Puts emails through DOMPurify, with style elements forbidden as many webmails do, and reports what is left of each.
// The job comes as JSON on standard input: {chromium, emails: {name: html}}; the report goes to standard output. Nothing is loaded.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const purify = await readFile(createRequire(import.meta.url).resolve("dompurify/dist/purify.min.js"), "utf8");

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

const job = await read(process.stdin);
const browser = await chromium.launch({
  executablePath: job.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const page = await browser.newPage();
  await page.route("**/*", (route) => route.abort());
  await page.setContent("<!DOCTYPE html><title>x</title>");
  await page.evaluate(purify);
  const reports = {};
  for (const [name, html] of Object.entries(job.emails)) {
    reports[name] = await page.evaluate((given) => globalThis.DOMPurify.sanitize(given, { FORBID_TAGS: ["style"], WHOLE_DOCUMENT: false }), html);
  }
  process.stdout.write(JSON.stringify(reports));
} finally {
  await browser.close();
}

// Takes the pictures of the README. The job comes as JSON on standard input: {chromium, site, emails, base, terminal, out}.
// Each is put together from screenshots, on a transparent ground, so that it stands on a light page and on a dark one.
// Nothing is served and nothing leaves the machine: requests under `base` are answered from the folder, all others refused.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import { withPalette } from "./palette.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2" };
const DESKTOP = { scheme: "light", width: 1280, height: 1010 };
const PHONE = { scheme: "dark", width: 375, height: 812 };
const SHARPNESS = 1.5; // pixels to a CSS pixel: sharp on dense screens, too, and small enough for a README

const FRAME = `
  body { margin: 0; }
  main { display: inline-flex; gap: 20px; align-items: stretch; padding: 1px; }
  img, pre { display: block; border: 1px solid #8a857a; }
  pre { margin: 0; padding: 22px 26px; background: #15171a; color: #e9e6df; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; }
  b { color: #ffffff; }
  .red { color: #ff8f95; } .yellow { color: #e6c15c; } .cyan { color: #8ccbe0; } .prompt { color: #aca79c; }`;
const COLOURS = { 31: "red", 33: "yellow", 36: "cyan" };

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function answer(route) {
  const url = route.request().url();
  if (!url.startsWith(job.base)) return route.abort();
  const inside = decodeURIComponent(new URL(url).pathname.slice(new URL(job.base).pathname.length));
  const file = path.join(job.site, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
  return route.fulfill({ body: await readFile(file), contentType: TYPES[path.extname(file)] ?? "application/octet-stream" });
}

// What a view shows of a page of the site (by its address below the base) or of an email (by its HTML).
async function shot(view, { address, html }) {
  const context = await browser.newContext({ colorScheme: view.scheme, viewport: { width: view.width, height: view.height }, deviceScaleFactor: 2 });
  try {
    await context.route("**/*", answer);
    const page = await context.newPage();
    if (html === undefined) await page.goto(job.base + address, { waitUntil: "load" });
    else await page.setContent(html, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

// An image of a view, so many CSS pixels wide in the picture.
async function shown(view, what, width) {
  const image = await shot(view, what);
  return `<img alt="" width="${width}" height="${Math.round((width * view.height) / view.width)}" src="data:image/png;base64,${image.toString("base64")}">`;
}

async function picture(name, content) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1200 }, deviceScaleFactor: SHARPNESS });
  try {
    await page.setContent(`<!doctype html><html lang="en"><style>${FRAME}</style><main>${content}</main></html>`, { waitUntil: "load" });
    const taken = await page.locator("main").screenshot({ omitBackground: true });
    await writeFile(path.join(job.out, `${name}.png`), await withPalette(page, taken));
  } finally {
    await page.close();
  }
}

// A desktop and a phone side by side, equally tall.
async function pair(name, what, desktop = DESKTOP) {
  const [left, right] = [860, 287];
  const height = Math.round((left * desktop.height) / desktop.width);
  const phone = { ...PHONE, height: Math.round((height * PHONE.width) / right) };
  await picture(name, (await shown(desktop, what, left)) + (await shown(phone, what, right)));
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

// The colours of a terminal as elements: the tool opens with one sequence and closes with 0.
function terminal(command, printed) {
  const painted = escaped(printed).replace(/\u001b\[([\d;]+)m/g, (_, codes) => {
    if (codes === "0") return "</b>";
    const colour = codes.split(";").map((code) => COLOURS[code]).find(Boolean);
    return colour ? `<b class="${colour}">` : "<b>";
  });
  return `<pre><span class="prompt">$</span> ${command}\n${painted.trimEnd()}</pre>`;
}

const job = await read(process.stdin);
const email = async (slug) => ({ html: await readFile(path.join(job.emails, slug, "email.html"), "utf8") });
const browser = await chromium.launch({
  executablePath: job.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  await pair("issue", { address: "issues/ferrow-report/" });
  await picture("front", await shown({ ...DESKTOP, height: 1170 }, { address: "" }, 1167));
  await pair("archive", { address: "archive/" });
  await pair("email", await email("summit-water"), { ...DESKTOP, width: 1040, height: 830 });
  await picture("finding", terminal("briefing check", job.terminal));
} finally {
  await browser.close();
}

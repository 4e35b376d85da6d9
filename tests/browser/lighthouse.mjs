// Lets Lighthouse judge pages of a built site, as a phone and as a desktop sees them.
// The job comes as JSON on standard input: {chromium, site, base, pages, forms: ["mobile", "desktop"], runs, performance}; the report goes to standard output.

import * as launcher from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { serve } from "./serving.mjs";

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function judge(chrome, url, form, categories) {
  const options = { port: chrome.port, onlyCategories: categories, onlyAudits: ["network-requests"], logLevel: "silent", maxWaitForLoad: 30_000 };
  const { lhr } = await lighthouse(url, options, form === "desktop" ? desktopConfig : undefined);
  const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, one]) => [name, Math.round(one.score * 100)]));
  const weighed = Object.values(lhr.categories).filter((one) => one.id !== "performance").flatMap((one) => one.auditRefs.filter((ref) => ref.weight > 0));
  const failed = weighed.map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1);
  const requests = lhr.audits["network-requests"]?.details?.items ?? [];
  return {
    scores,
    failed: failed.map((audit) => audit.id),
    requests: requests.map((one) => ({ url: one.url, bytes: one.transferSize })),
    runtimeError: lhr.runtimeError?.message ?? "",
  };
}

const job = await read(process.stdin);
const server = await serve(job.site, job.base);
const reports = [];
try {
  for (const form of job.forms) {
    for (const page of job.pages) {
      for (let run = 0; run < job.runs; run++) {
        const categories = ["accessibility", "best-practices", "seo", ...(job.performance ? ["performance"] : [])];
        const chrome = await launcher.launch({ chromePath: job.chromium, chromeFlags: FLAGS, logLevel: "silent" });
        try {
          reports.push({ page, form, here: server.here, ...(await judge(chrome, server.here + page, form, categories)) });
        } finally {
          chrome.kill();
        }
      }
    }
  }
  process.stdout.write(JSON.stringify(reports));
} finally {
  server.close();
}

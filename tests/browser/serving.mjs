// A server of a built site on this machine, compressed as hosts do. The site's own address in its pages becomes the server's.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".woff2": "font/woff2",
};
const PACKED = new Set([".png", ".jpg", ".webp", ".woff2"]);

export async function serve(folder, base) {
  const root = new URL(base).pathname;
  const server = createServer(async (request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const inside = wanted.startsWith(root) ? wanted.slice(root.length) : wanted.slice(1);
    const name = path.join(folder, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
    let body;
    try {
      body = await readFile(name);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const kind = path.extname(name);
    if ([".html", ".txt", ".xml"].includes(kind)) body = Buffer.from(body.toString("utf8").replaceAll(base, here));
    const headers = { "content-type": TYPES[kind] ?? "application/octet-stream", "cache-control": "max-age=600" };
    if (!PACKED.has(kind)) {
      body = gzipSync(body);
      headers["content-encoding"] = "gzip";
    }
    response.writeHead(200, { ...headers, "content-length": body.length }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const here = `http://127.0.0.1:${server.address().port}${root}`;
  return { here, close: () => server.close() };
}

// A PNG with at most 256 colours instead of millions: a screenshot of text is a fifth of the size, and nobody sees the difference.

import { crc32, deflateSync } from "node:zlib";

// The image's commonest colours, and for each pixel the nearest of them; runs in the browser, which can decode the PNG.
function reduced(source) {
  const nearest = (known, colour) => {
    let [best, least] = [1, Infinity];
    for (let at = 1; at < known.length; at++) {
      const [red, green, blue] = [16, 8, 0].map((bits) => ((known[at] >> bits) & 255) - ((colour >> bits) & 255));
      const far = 2 * red * red + 4 * green * green + 3 * blue * blue;
      if (far < least) [best, least] = [at, far];
    }
    return best;
  };
  const image = new Image();
  image.src = source;
  return image.decode().then(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colourAt = (pixel) => (data[pixel + 3] < 128 ? -1 : (data[pixel] << 16) | (data[pixel + 1] << 8) | data[pixel + 2]);
    const counts = new Map();
    for (let pixel = 0; pixel < data.length; pixel += 4) counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
    counts.delete(-1);
    // one colour of each small cube, so that shades of one tint do not take all places
    const cubes = new Map();
    for (const [colour, count] of [...counts].sort((one, other) => other[1] - one[1])) {
      const cube = colour & 0xf0f0f0;
      const [first, sum] = cubes.get(cube) ?? [colour, 0];
      cubes.set(cube, [first, sum + count]);
    }
    const commonest = [...cubes.values()].sort((one, other) => other[1] - one[1]);
    const palette = [0, ...commonest.slice(0, 255).map(([colour]) => colour)]; // the first is for what is transparent
    const places = new Map([[-1, 0], ...[...counts.keys()].map((colour) => [colour, nearest(palette, colour)])]);
    let pixels = "";
    for (let pixel = 0; pixel < data.length; pixel += 4) pixels += String.fromCharCode(places.get(colourAt(pixel)));
    return { width: image.width, height: image.height, palette, pixels };
  });
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

// PNG specification, 11.2: header, palette, transparency, rows of indices each behind a filter type of 0.
export async function withPalette(page, png) {
  const { width, height, palette, pixels } = await page.evaluate(reduced, `data:image/png;base64,${png.toString("base64")}`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const indices = Buffer.from(pixels, "latin1");
  const rows = Array.from({ length: height }, (_, row) => [Buffer.from([0]), indices.subarray(row * width, (row + 1) * width)]).flat();
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("tRNS", Buffer.from([0])),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

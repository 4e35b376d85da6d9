// Reads feeds as a program of many readers does, with feedsmith, and prints what it found, a JSON value for all files.
// Usage: node feeds.mjs FILE...
import { readFileSync } from 'node:fs'
import { parseFeed } from 'feedsmith'

const entry = (format, item) => ({
  id: format === 'rss' ? item.guid.value : item.id,
  title: item.title.value ?? item.title,
  link: format === 'rss' ? item.link : (item.url ?? item.links.find((link) => (link.rel ?? 'alternate') === 'alternate').href),
  authors: format === 'rss' ? (item.dc?.creators ?? []) : (item.authors ?? []).map((author) => author.name),
  topics: format === 'json' ? (item.tags ?? []) : (item.categories ?? []).map((category) => category.name ?? category.term),
})

const read = (file) => {
  const { format, feed } = parseFeed(readFileSync(file, 'utf8'))
  return { format, title: feed.title.value ?? feed.title, entries: (feed.items ?? feed.entries ?? []).map((item) => entry(format, item)) }
}

console.log(JSON.stringify(process.argv.slice(2).map(read)))

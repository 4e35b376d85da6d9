// Searches by words in the index that Pagefind made of the finished issues, and by speaker, source, topic and year in search.json.
// Nothing is loaded before somebody begins to search.

const form = document.querySelector("form.search");
const status = document.querySelector(".found");
const results = document.querySelector(".results");
const root = new URL(form.dataset.root, location.href);
const FACETS = ["speaker", "source", "topic", "year"];
const SHOWN = 20;
const AT_ONCE = 10;

let loading = null;
let latest = 0;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

async function load() {
  const [pagefind, answer] = await Promise.all([import(new URL("pagefind/pagefind.js", root).href), fetch(new URL("search.json", root))]);
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 32 });
  const { issues } = await answer.json();
  for (const facet of ["speaker", "source"]) {
    const names = [...new Set(issues.flatMap((issue) => issue[facet]))].sort((one, other) => one.localeCompare(other));
    document.getElementById(`_${facet}s`).replaceChildren(...names.map((value) => make("option", { value })));
  }
  return { pagefind, issues: new Map(issues.map((issue) => [new URL(issue.path, root).pathname, issue])) };
}

const plain = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

function fits(issue, wanted) {
  return FACETS.every((facet) => !wanted[facet] || [issue[facet]].flat().some((name) => plain(name).includes(plain(wanted[facet]))));
}

// The excerpt's <mark> is the only mark-up in it: everything else in it is text.
function excerpt(html) {
  const text = new DOMParser().parseFromString(html, "text/html").body;
  return [...text.childNodes].map((node) => (node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent));
}

function entry(issue, found) {
  const link = make("a", { href: new URL(issue.path, root).href, textContent: issue.title });
  const meta = make("p", { className: "meta" }, make("span", { textContent: `Issue ${issue.number}` }), make("span", { textContent: issue.day }));
  const words = found ? [make("p", { className: "excerpt" }, "… ", ...excerpt(found.excerpt), " …")] : [];
  return make("article", { className: "entry" }, meta, make("h2", {}, link), ...words);
}

async function find({ pagefind, issues }, wanted) {
  const fitting = [...issues.values()].filter((issue) => fits(issue, wanted));
  if (!wanted.words) return { entries: fitting.slice(0, SHOWN).map((issue) => entry(issue)), all: fitting.length };
  const found = (await pagefind.search(wanted.words)).results;
  const narrowed = FACETS.some((facet) => wanted[facet]);
  const entries = [];
  for (let at = 0; at < found.length && entries.length < SHOWN; at += AT_ONCE) {
    for (const one of await Promise.all(found.slice(at, at + AT_ONCE).map((result) => result.data()))) {
      const issue = issues.get(new URL(one.url, location.href).pathname);
      if (issue && fits(issue, wanted)) entries.push(entry(issue, one));
    }
  }
  return { entries: entries.slice(0, SHOWN), all: narrowed ? entries.length : found.length };
}

function said(all, shown) {
  if (!all) return "Nothing found.";
  return `${all} ${all === 1 ? "issue" : "issues"}${all > shown ? `; the first ${shown} are shown` : ""}`;
}

async function search() {
  const wanted = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const asked = Object.values(wanted).some(Boolean);
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  history.replaceState(null, "", `${location.pathname}${asked ? `?${query}` : ""}`);
  const turn = ++latest;
  try {
    loading ??= load();
    const { entries, all } = asked ? await find(await loading, wanted) : { entries: [], all: 0 };
    if (turn !== latest) return;
    results.replaceChildren(...entries);
    status.textContent = asked ? said(all, entries.length) : "";
  } catch (error) {
    loading = null;
    status.textContent = "The search could not be loaded. You can browse instead.";
    throw error;
  }
}

let timer = 0;
form.hidden = false;
for (const [name, value] of new URLSearchParams(location.search)) if (form.elements[name]) form.elements[name].value = value;
form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 150);
});
form.addEventListener("focusin", () => (loading ??= load().catch(() => (loading = null))), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
if (location.search) search();

// Shows a note where it is cited, on hover, focus or a first tap; without this script the marks are links to the notes.
// The card stands in the text right behind its mark, so that the keyboard and screen readers come to it next.

const WAIT = 150;
let open = null;
let timer = 0;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

function close() {
  clearTimeout(timer);
  open?.card.remove();
  open = null;
}

// The quotation that a mark belongs to: the one that begins before it, with no other mark between the two.
function quotationOf(mark) {
  const places = [...document.querySelectorAll(".body [id^='q-'], .body .cite")];
  const before = places[places.indexOf(mark.closest(".cite")) - 1];
  return before?.id ? before : null;
}

function copier(mark) {
  const quotation = mark.hash.startsWith("#note-") && navigator.clipboard && quotationOf(mark);
  if (!quotation) return [];
  const button = make("button", { type: "button", textContent: "Copy link to the quotation" });
  button.addEventListener("click", async () => {
    const url = new URL(`#${quotation.id}`, document.querySelector("link[rel=canonical]").href);
    await navigator.clipboard.writeText(url.href).then(() => (said.textContent = "Copied"), () => (said.textContent = url.href));
  });
  const said = make("span", { role: "status" });
  return [make("span", { className: "tools" }, button, " ", said)];
}

function show(mark) {
  clearTimeout(timer);
  if (open?.mark === mark) return;
  close();
  const note = document.querySelector(`${mark.hash} .note`)?.cloneNode(true);
  if (!note || mark.closest(".table")) return;
  for (const gone of note.querySelectorAll(".back, .cite, .verdict")) gone.remove();
  for (const named of note.querySelectorAll("[id]")) named.removeAttribute("id");
  const card = make("span", { className: "card", role: "group" }, ...note.childNodes, ...copier(mark));
  card.setAttribute("aria-label", mark.getAttribute("aria-label"));
  const home = mark.closest("sup");
  home.after(card);
  const box = card.parentElement.getBoundingClientRect();
  const left = mark.getBoundingClientRect().left - box.left - card.offsetWidth / 3;
  card.style.marginInlineStart = `${Math.max(0, Math.min(left, box.width - card.offsetWidth))}px`;
  open = { mark, card };
}

const within = (target) => open && (open.card.contains(target) || open.mark.contains(target));
const markAt = (target) => target.closest?.(".cite a[href^='#']");

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType !== "mouse") return;
  clearTimeout(timer);
  const mark = markAt(target);
  if (mark) timer = setTimeout(show, WAIT, mark);
  else if (open && !within(target) && !open.card.contains(document.activeElement)) timer = setTimeout(close, 2 * WAIT);
});
document.addEventListener("focusin", ({ target }) => {
  const mark = markAt(target);
  if (mark?.matches(":focus-visible")) show(mark);
  else if (!within(target)) close();
});
document.addEventListener("click", (event) => {
  const mark = markAt(event.target);
  if (mark && event.pointerType === "touch" && open?.mark !== mark) {
    event.preventDefault();
    show(mark);
  } else if (mark || !within(event.target)) close();
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !open) return;
  if (open.card.contains(document.activeElement)) open.mark.focus({ preventScroll: true });
  close();
});

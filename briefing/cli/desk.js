"use strict";
(() => {
  const here = location.pathname + location.search;
  const main = () => document.querySelector("main");
  const tabs = () => [...document.querySelectorAll("nav a")];
  let view = null; // how the email is looked at: its button

  const show = () => {
    const known = tabs().map((tab) => tab.hash.slice(1));
    const asked = location.hash.slice(1);
    const id = known.includes(asked) ? asked : known[0];
    for (const section of document.querySelectorAll("section")) section.classList.toggle("shown", section.id === id);
    for (const tab of tabs()) tab.hash === "#" + id ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current");
  };

  // The email as the pressed button shows it; without one, as wide as the desk.
  const look = (section) => {
    const frame = section.querySelector("iframe.mail:last-of-type");
    const buttons = [...section.querySelectorAll(".views button")];
    const button = buttons.find((one) => one.textContent === view) || buttons[0];
    if (!frame || !button) return;
    for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
    section.querySelector(".frame").style.maxWidth = button.dataset.width;
    if (frame.getAttribute("src") !== button.dataset.src) frame.src = button.dataset.src;
  };

  // What is shown stays until its successor is there and stands at the same place.
  const renew = (section, fresh) => {
    const box = section.querySelector(".frame");
    const [shown, ...waiting] = box.querySelectorAll("iframe");
    for (const one of waiting) one.remove();
    const next = document.importNode(fresh.querySelector("iframe"));
    next.loading = "eager";
    next.classList.add("coming");
    next.addEventListener("load", () => {
      if (!next.isConnected) return;
      const from = shown.contentWindow;
      if (from && next.contentWindow) next.contentWindow.scrollTo({ left: from.scrollX, top: from.scrollY, behavior: "instant" });
      shown.remove();
      next.classList.remove("coming");
    }, { once: true });
    box.append(next);
    if (section.id === "email") look(section);
  };

  const take = (page) => {
    const ids = (root) => [...root.querySelectorAll("section")].map((one) => one.id).join();
    document.title = page.title;
    document.body.dataset.state = page.body.dataset.state;
    document.querySelector("header").replaceWith(document.importNode(page.querySelector("header"), true));
    if (!tabs().length || ids(page) !== ids(document)) {
      main().replaceWith(document.importNode(page.querySelector("main"), true));
    } else {
      for (const name of ["nav", "#halts"]) document.querySelector(name).replaceWith(document.importNode(page.querySelector(name), true));
      for (const section of document.querySelectorAll("section")) {
        const fresh = page.getElementById(section.id);
        if (section.classList.contains("shown") && section.querySelector("iframe") && fresh.querySelector("iframe")) renew(section, fresh);
        else section.replaceChildren(...document.importNode(fresh, true).childNodes);
      }
    }
    ready();
  };

  const ready = () => {
    document.documentElement.classList.toggle("js", tabs().length > 0);
    show();
    const email = document.getElementById("email");
    if (email && !email.querySelector(".coming")) look(email);
  };

  addEventListener("hashchange", () => { show(); scrollTo(0, 0); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".views button");
    if (button) { view = button.textContent; look(button.closest("section")); }
  });

  const pause = (seconds) => new Promise((done) => setTimeout(done, 1000 * seconds));
  const seen = () => new Promise((done) => {
    if (!document.hidden) { done(); return; }
    document.addEventListener("visibilitychange", () => done(), { once: true });
  });

  // Ask what the state is; the answer comes when it is another one. A page that nobody sees does not ask: browsers ask one server little at a time.
  const watch = async () => {
    for (;;) {
      await seen();
      try {
        const state = document.body.dataset.state;
        const answer = await fetch("/state?known=" + encodeURIComponent(state));
        if ((await answer.text()) === state) continue;
        const page = await fetch(here);
        if (page.headers.get("Content-Type").startsWith("text/html")) take(new DOMParser().parseFromString(await page.text(), "text/html"));
        else { location.reload(); return; }
      } catch { await pause(1); } // the server is being started again
    }
  };

  ready();
  if (document.body.dataset.state) watch();
})();

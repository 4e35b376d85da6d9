"use strict";
(() => {
  const tabs = [...document.querySelectorAll("nav a")];
  const show = () => {
    const id = location.hash.slice(1) || (tabs[0] && tabs[0].hash.slice(1));
    for (const section of document.querySelectorAll("section")) section.classList.toggle("shown", section.id === id);
    for (const tab of tabs) tab.hash === "#" + id ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current");
  };
  if (tabs.length) {
    document.documentElement.classList.add("js");
    addEventListener("hashchange", () => { show(); scrollTo(0, 0); });
    show();
  }
  for (const button of document.querySelectorAll(".views button")) {
    button.addEventListener("click", () => {
      const mail = document.querySelector(".mail");
      mail.style.width = button.dataset.width;
      mail.src = button.dataset.src;
    });
  }
  const state = document.body.dataset.state;
  const ask = async () => {
    try {
      const answer = await fetch("/state");
      if ((await answer.text()) !== state) { location.reload(); return; }
    } catch { /* the server is being started again: ask once more */ }
    setTimeout(ask, 250);
  };
  if (state) ask();
})();

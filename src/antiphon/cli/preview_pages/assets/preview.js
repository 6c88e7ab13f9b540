"use strict";
// The page is whole without this. It filters the list, remembers what is open, and follows a server.
{
  const by = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const store = {
    get(key) {
      try { return sessionStorage.getItem(key); } catch { return null; } // a browser may forbid it
    },
    set(key, value) {
      try { sessionStorage.setItem(key, value); } catch { /* then nothing is remembered */ }
    },
  };

  // The filter.
  const words = by("words"), only = by("only");
  const articles = all("article").map((article) => ({
    article,
    text: article.textContent.toLowerCase(),
    item: document.querySelector(`li[data-for="${CSS.escape(article.id)}"]`),
  }));
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { article, text, item } of articles) {
      const kept = wanted.every((word) => text.includes(word))
        && (only.value === "all" || article.dataset[only.value] !== undefined);
      article.hidden = item.hidden = !kept;
      shown += kept;
    }
    for (const part of all("section.module, nav .list")) {
      part.hidden = !part.querySelector("article:not([hidden]), li:not([hidden])");
    }
    by("nothing").hidden = shown > 0 || articles.length === 0;
    by("count").textContent = `${shown} of ${articles.length} responses`;
    store.set("words", words.value);
    store.set("only", only.value);
  };
  words.value = store.get("words") ?? "";
  only.value = store.get("only") ?? "all";
  words.addEventListener("input", filter);
  only.addEventListener("change", filter);
  by("filter").addEventListener("submit", (event) => { // Enter leads to the first response that is left
    event.preventDefault();
    document.querySelector("article:not([hidden]) h3 a")?.focus();
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && words.value) {
      event.preventDefault();
      words.value = "";
      filter();
    }
  });
  by("filter").hidden = false;
  filter();
  // A link to a response that is filtered away shows all again.
  const reveal = () => {
    const target = by(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches("article[hidden]")) {
      words.value = "";
      only.value = "all";
      filter();
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();

  // What was open stays open.
  for (const details of all("details[data-key]")) {
    const key = `open ${details.dataset.key}`;
    const before = store.get(key);
    if (before !== null) details.open = before === "yes";
    details.addEventListener("toggle", () => store.set(key, details.open ? "yes" : "no"));
  }

  // A server tells when the project has changed. The page is loaded again where it was, with the focus where it was.
  const live = document.documentElement.dataset.live;
  if (live) {
    const said = by("said"), follow = by("reload");
    by("live").hidden = false;
    follow.checked = store.get("follow") !== "no";
    let waiting = false;
    const again = () => {
      const active = document.activeElement;
      store.set("focus", active?.id || active?.closest("article")?.id || "");
      store.set("scroll", String(scrollY));
      store.set("again", "yes");
      location.reload();
    };
    follow.addEventListener("change", () => {
      store.set("follow", follow.checked ? "yes" : "no");
      if (follow.checked && waiting) again();
    });
    if (store.get("again") === "yes") {
      store.set("again", "");
      scrollTo(0, Number(store.get("scroll")));
      const place = by(store.get("focus") ?? "");
      (place?.matches("article") ? place.querySelector("h3 a") : place)?.focus({ preventScroll: true });
      setTimeout(() => { said.textContent = "The project has changed, and is shown as it is now."; }, 100);
    }
    const source = new EventSource(`/events?since=${encodeURIComponent(live)}`);
    source.addEventListener("open", () => {
      if (said.dataset.lost) said.textContent = "";
      delete said.dataset.lost;
    });
    source.addEventListener("changed", () => {
      waiting = true;
      if (follow.checked) again();
      else said.textContent = "The project has changed. Load the page again to see how.";
    });
    source.addEventListener("error", () => {
      said.dataset.lost = "yes";
      said.textContent = "The preview has ended, or cannot be reached. This is what it showed last.";
    });
  }
}

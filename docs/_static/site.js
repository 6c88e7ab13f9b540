// The sidebar shows the page that is read, among 200 rules too.
window.addEventListener("load", () => {
  const [scroll, current] = [".sidebar-scroll", ".sidebar-tree .current-page"].map((one) => document.querySelector(one));
  if (!scroll || !current) return;
  const [around, inside] = [scroll, current].map((one) => one.getBoundingClientRect());
  const top = scroll.scrollTop + inside.top - around.top - around.height / 2;
  if (inside.bottom > around.bottom) scroll.scrollTo({ top, behavior: "instant" });
});

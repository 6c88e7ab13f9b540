// A filter for the list of rules. Without it the tables are whole; nothing is asked of another host.
document.addEventListener("DOMContentLoaded", () => {
  const article = document.querySelector("article");
  const sections = [...document.querySelectorAll("article section section")].filter((one) => one.querySelector("table"));
  if (!article || sections.length === 0) return;

  const rows = sections.flatMap((section) => {
    const family = section.querySelector("h2").firstChild.textContent.trim();
    return [...section.querySelectorAll("tbody tr")].map((row) => {
      const cells = [...row.cells].map((cell) => cell.textContent.trim());
      return { section, row, family, level: cells[2], evidence: cells[3].split(", "), text: row.textContent.toLowerCase() };
    });
  });

  const form = document.createElement("form");
  form.className = "rule-filter";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Rules");
  form.addEventListener("submit", (event) => event.preventDefault());

  const labelled = (name, control) => {
    const label = document.createElement("label");
    label.append(name, control);
    form.append(label);
    control.addEventListener("input", show);
    return control;
  };
  const choice = (name, values) => {
    const select = document.createElement("select");
    select.append(new Option("any", ""), ...values.map((value) => new Option(value)));
    return labelled(name, select);
  };
  const several = (pick) => [...new Set(rows.flatMap(pick))];

  const input = document.createElement("input");
  input.type = "search";
  const words = labelled("Search", input);
  const family = choice("Family", several((one) => one.family));
  const level = choice("Level", several((one) => one.level));
  const evidence = choice("Evidence", several((one) => one.evidence));
  const count = document.createElement("output");
  form.append(count);
  sections[0].before(form);

  function show() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of rows) {
      const kept =
        wanted.every((word) => one.text.includes(word)) &&
        (!family.value || one.family === family.value) &&
        (!level.value || one.level === level.value) &&
        (!evidence.value || one.evidence.includes(evidence.value));
      one.row.hidden = !kept;
      shown += kept;
    }
    for (const section of sections) section.hidden = !rows.some((one) => one.section === section && !one.row.hidden);
    count.textContent = `${shown} of ${rows.length}`;
    const query = new URLSearchParams();
    for (const [key, control] of Object.entries({ q: words, family, level, evidence })) if (control.value) query.set(key, control.value);
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname + location.hash);
  }

  const asked = new URLSearchParams(location.search);
  words.value = asked.get("q") ?? "";
  for (const [key, control] of Object.entries({ family, level, evidence })) if (asked.has(key)) control.value = asked.get(key);
  show();
});

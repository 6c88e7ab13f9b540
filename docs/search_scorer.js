// Whoever searches with words wants to do something: tutorials and how-to pages come first. A code names its rule.
const FIRST = [[/^tutorials\/|^how-to\//, 8], [/^rules\//, -4]];

var Scorer = {
  score: ([docname, title, , , score]) => {
    const asked = (new URLSearchParams(location.search).get("q") ?? "").trim().toLowerCase();
    const named = asked && title.toLowerCase().startsWith(asked);
    return score + (named ? 20 : FIRST.reduce((sum, [pattern, more]) => sum + (pattern.test(docname) ? more : 0), 0));
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};

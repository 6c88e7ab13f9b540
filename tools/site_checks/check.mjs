// Every page of the built site in Chromium, at three widths, light and dark: axe-core's rules, sideways scrolling,
// and requests to other hosts. `node check.mjs SITE [--only PART] [--shots DIR]`, where a page's name begins with
// `./`, as in `./index.html`, with axe-core and playwright-core in node_modules of the working folder. Exit 1 where something is found.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [site, ...options] = process.argv.slice(2);
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
const only = option("--only") ?? "";
const shots = option("--shots");
const WIDTHS = [360, 768, 1280];
const THEMES = ["light", "dark"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json", ".txt": "text/plain" };

const root = resolve(site);
const server = createServer((request, response) => {
  const path = join(root, decodeURIComponent(new URL(request.url, "http://x").pathname));
  try {
    const body = readFileSync(statSync(path).isDirectory() ? join(path, "index.html") : path);
    response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

const pages = readdirSync(root, { recursive: true })
  .filter((name) => name.endsWith(".html") && !name.startsWith("_") && `./${name}`.includes(only))
  .sort();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const found = new Map();
const faults = { push: (fault) => { if (!found.has(fault)) console.log(fault); found.set(fault, true); } };
let looked = 0;

async function look(page, name) {
  const foreign = new Set();
  const onRequest = (request) => request.url().startsWith(origin) || request.url().startsWith("data:") || foreign.add(request.url());
  page.on("request", onRequest);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${origin}/${name}`, { waitUntil: "load" });
  await page.evaluate(axe);
  const seen = new Set();
  for (const theme of THEMES) {
    await page.evaluate((value) => { document.body.dataset.theme = value; }, theme);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const { violations, wide } = await page.evaluate(async (tags) => {
        const found = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        return { violations: found.violations.map((one) => ({ id: one.id, help: one.help, nodes: one.nodes.map((node) => node.target.join(" ")) })), wide };
      }, TAGS);
      for (const one of violations) {
        const key = `${one.id} ${one.nodes[0]}`;
        if (!seen.has(key)) faults.push(`${name} (${theme}, ${width}): ${one.id}: ${one.help}: ${one.nodes.length} x, ${one.nodes[0]}`);
        seen.add(key);
      }
      if (wide > 1) faults.push(`${name} (${theme}, ${width}): scrolls sideways by ${wide} pixels`);
      looked += 1;
      if (shots) {
        mkdirSync(shots, { recursive: true });
        await page.screenshot({ path: join(shots, `${name.replaceAll("/", "-")}-${theme}-${width}.png`) });
      }
    }
  }
  for (const url of foreign) faults.push(`${name}: asks ${url}`);
  page.off("request", onRequest);
}

async function filtered(page) {
  await page.goto(`${origin}/rules/index.html?evidence=browser&family=Cookies&q=secure`, { waitUntil: "load" });
  const rows = page.locator("article tbody tr:visible");
  const codes = await rows.locator("td:first-child").allTextContents();
  if (!codes.includes("CK052") || codes.some((code) => !code.startsWith("CK"))) faults.push(`rules/index.html: the filter shows ${codes}`);
  await page.locator(".rule-filter").getByLabel("Family").selectOption("");
  await page.locator(".rule-filter input").fill("CC012");
  await page.locator(".rule-filter").getByLabel("Evidence").selectOption("");
  if ((await rows.count()) !== 1) faults.push("rules/index.html: the search for CC012 does not show one rule");
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${origin}/rules/index.html`);
  if ((await plain.locator("article tbody tr:visible").count()) < 150) faults.push("rules/index.html: without scripts the tables are not whole");
  await plain.close();
}

const waiting = [...pages];
await Promise.all([1, 2].map(async () => {
  const page = await browser.newPage();
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await look(page, name);
  await page.close();
}));
if (pages.includes("rules/index.html")) {
  const page = await browser.newPage();
  await filtered(page);
  await page.close();
}
await browser.close();
server.close();
console.log(`${pages.length} pages, looked at ${looked} times: ${found.size} faults`);
process.exit(found.size ? 1 : 0);

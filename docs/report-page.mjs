// Looks at the page that hld check --format html makes, as a browser shows it: takes the picture in the
// documentation, and fails if axe finds something that keeps people from using it, if a script fails, or if
// anything is asked of a network. It needs a Chromium, and from npm: puppeteer-core, axe-core.
//   hld check --fail-on never -o html=page.html test-workspaces; node docs/report-page.mjs page.html docs/report.png
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(process.cwd(), "x.mjs"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [page, picture] = process.argv.slice(2);
const browser = await (puppeteer.default ?? puppeteer).launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
let failed = false;
for (const scheme of ["dark", "light"]) {
  const tab = await browser.newPage();
  const problems = [];
  tab.on("pageerror", (e) => problems.push(String(e)));
  tab.on("request", (r) => r.url().startsWith("file:") || problems.push("asks for " + r.url()));
  await tab.setBypassCSP(true); // for axe, which is put into the page
  await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await tab.setViewport({ width: 1280, height: 1250 });
  await tab.goto(pathToFileURL(path.resolve(page)).href);
  await tab.evaluate(() => {
    document.querySelector('.map button[aria-label*="incomplete, 7."]').click();
    document.querySelector("#detail details").open = true;
    document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  if (picture) {
    await tab.screenshot({ path: picture });
  }
  await tab.focus(".map button");
  await tab.keyboard.press("ArrowRight");
  await tab.keyboard.press("Enter");
  const chosen = await tab.$eval("#detail h2", (h) => h.textContent);
  if (!chosen.includes("1. ")) problems.push("the keyboard chose " + chosen);
  await tab.select("#status", "all");
  await tab.$$eval("details", (all) => all.forEach((d) => (d.open = true)));
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => window.axe.run());
  found.violations.forEach((v) => problems.push(v.id + " " + v.nodes[0].html));
  console.log(scheme + ": " + found.passes.length + " rules of axe hold", problems);
  failed ||= problems.length > 0;
}
await browser.close();
process.exit(failed ? 1 : 0);

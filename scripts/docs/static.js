/* global document, localStorage, navigator, scrollY, addEventListener */
const all = (selector) => [...document.querySelectorAll(selector)];
function choose(language) {
  for (const tab of all(".tabs button"))
    tab.ariaPressed = tab.textContent === language;
  for (const figure of all(".samples figure"))
    figure.hidden = figure.dataset.language !== language;
}
function mark() {
  const links = all("aside [href^='#']");
  const top = ({ hash }) => document.querySelector(hash).offsetTop - scrollY;
  const here = links.findLast((link) => top(link) < 160) ?? links[0];
  for (const link of links) link.ariaCurrent = link === here;
}
addEventListener("scroll", mark);
addEventListener("click", ({ target }) => {
  if (target.matches(".tabs button")) choose(target.textContent);
  if (!target.matches(".copy")) return;
  navigator.clipboard.writeText(target.previousSibling.textContent);
  target.textContent = "Copied";
});
addEventListener("DOMContentLoaded", () => {
  choose("curl");
  mark();
});
// Redoc keeps there which colours its reader chose. Where storage is forbidden, the script may end here.
document.documentElement.className = localStorage["redoc.colorMode"] ?? "";

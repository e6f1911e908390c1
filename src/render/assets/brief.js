// Opens a citation's words in a panel, and two reports side by side. The texts are in the page already (.report .text);
// positions are code points of those texts.
"use strict";
document.documentElement.classList.add("js");

// ---- texts ----------------------------------------------------------------------------------------------------

const textOf = (article) => article.querySelector(".text").textContent;

// Turns code points of a text into the units that strings count.
function unitsOf(text) {
  if (!/[\uD800-\uDBFF]/.test(text)) return (point) => point;
  const at = [];
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xFFFF ? 2 : 1) at.push(unit);
  at.push(text.length);
  return (point) => at[point];
}

// The stretches of furniture, as layers.
function furniture(article) {
  const layers = [];
  let unit = 0;
  for (const node of article.querySelector(".text").childNodes) {
    const size = node.textContent.length;
    if (node.classList && node.classList.contains("fur")) layers.push({from: unit, to: unit + size, fur: true});
    unit += size;
  }
  return layers;
}

// Paragraphs of a text, cut where a layer begins or ends. A layer is {from, to} with fur, mark or passage.
function paint(text, layers) {
  const page = document.createDocumentFragment();
  const cuts = [...new Set(layers.flatMap((layer) => [layer.from, layer.to]))].sort((a, b) => a - b);
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (text.slice(from, to).trim() !== "") page.append(paragraph(text, layers, cuts, from, to));
    from = to + 1;
  }
  return page;
}

function paragraph(text, layers, cuts, from, to) {
  const p = document.createElement("p");
  const inside = [from, ...cuts.filter((cut) => cut > from && cut < to), to];
  for (let i = 0; i + 1 < inside.length; ++i) p.append(piece(text, layers, inside[i], inside[i + 1]));
  const greyed = (node) => node.textContent.trim() === "" || (node.classList && node.classList.contains("fur"));
  if ([...p.childNodes].every(greyed)) p.className = "fur";
  return p;
}

function piece(text, layers, from, to) {
  const over = layers.filter((layer) => layer.from <= from && layer.to >= to);
  let node = document.createTextNode(text.slice(from, to));
  const wrap = (name, setUp) => {
    const element = document.createElement(name);
    setUp(element);
    element.append(node);
    node = element;
  };
  for (const layer of over) {
    if (layer.mark) wrap("mark", () => {});
    if (layer.passage !== undefined) {
      wrap("span", (span) => {
        span.className = "shared";
        span.dataset.passage = layer.passage;
        span.tabIndex = 0;
      });
    }
    if (layer.fur) wrap("span", (span) => { span.className = "fur"; });
  }
  return node;
}

// Outlet, date and number of a report, as its summary has them. A citation of words that were lifted names the lender.
function sourceLine(article, citation) {
  const line = document.createElement("p");
  const badge = document.createElement("span");
  const outlet = document.createElement("b");
  const when = document.createElement("span");
  line.className = "source " + [...article.classList].find((name) => /^o\d$/.test(name));
  badge.className = "badge";
  badge.textContent = article.dataset.letter + article.dataset.number;
  outlet.textContent = article.querySelector(".outlet").textContent;
  when.textContent = article.querySelector(".when").textContent;
  line.append(badge, outlet, when);
  if (citation && citation.dataset.lender) line.append(`in the words of ${citation.dataset.lender}`);
  return line;
}

// Scrolls the box alone, never the page behind it.
function bringIntoView(box, element) {
  if (!element) return void (box.scrollTop = 0);
  const offset = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += offset - box.clientHeight / 3;
}

function made(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

// ---- the panel ------------------------------------------------------------------------------------------------

const panel = made(`<aside class="panel" role="dialog" aria-labelledby="panel-title" hidden>
  <header><div class="from"></div><div class="tools">
    <button type="button" data-do="previous" aria-label="Previous citation">←</button>
    <button type="button" data-do="next" aria-label="Next citation">→</button>
    <button type="button" data-do="close" aria-label="Close">×</button></div>
  <h3 id="panel-title" tabindex="-1"></h3></header>
  <div class="read" tabindex="0" role="region" aria-label="Text of the report"></div></aside>`);
document.body.append(panel);
const reading = panel.querySelector(".read");
let current = null;  // the link that the panel shows

function show(link) {
  const article = document.getElementById(link.dataset.report);
  const text = textOf(article);
  const units = unitsOf(text);
  const layers = furniture(article);
  if (link.dataset.from) layers.push({from: units(+link.dataset.from), to: units(+link.dataset.to), mark: true});
  panel.querySelector(".from").replaceChildren(sourceLine(article, link));
  panel.querySelector("h3").textContent = article.querySelector(".title").textContent;
  reading.replaceChildren(paint(text, layers));
  if (current) current.removeAttribute("aria-current");
  current = link;
  current.setAttribute("aria-current", "true");
  panel.hidden = false;
  const citations = citationsBeside(link);
  panel.querySelector("[data-do=previous]").disabled = citations.indexOf(link) <= 0;
  panel.querySelector("[data-do=next]").disabled = citations.indexOf(link) === citations.length - 1;
  bringIntoView(reading, reading.querySelector("mark"));
  panel.querySelector("h3").focus({preventScroll: true});
  if (link.hash) history.replaceState(null, "", link.hash);
}

function hide() {
  if (panel.hidden) return;
  panel.hidden = true;
  current.removeAttribute("aria-current");
  current.focus({preventScroll: true});
}

// All citations of the story, in order; the arrows walk over them.
const citationsBeside = (link) => [...link.closest(".story").querySelectorAll(".cite")];

function step(by) {
  const from = panel.hidden ? document.activeElement : current;
  if (!from || !from.closest(".story")) return;
  const citations = citationsBeside(from);
  const next = citations[citations.indexOf(from) + by];
  if (!next) return;
  if (panel.hidden) return next.focus();
  next.scrollIntoView({block: "nearest"});
  show(next);
}

// ---- side by side ---------------------------------------------------------------------------------------------

const pair = made(`<dialog class="pair" aria-labelledby="pair-title">
  <header><label><span class="source" id="pair-title">Side by side</span>
    <select aria-label="Which two reports"></select></label>
  <div class="tools"><button type="button" data-do="close" aria-label="Close">×</button></div>
  <p class="says"></p></header>
  <div class="sides"><div class="side"><div class="from"></div><div class="read"></div></div>
  <div class="side"><div class="from"></div><div class="read"></div></div></div></dialog>`);
document.body.append(pair);
const choice = pair.querySelector("select");
const sides = [...pair.querySelectorAll(".side")];
let links = [];  // of the story that is compared

const outletOf = (id) => document.getElementById(id).querySelector(".outlet").textContent;
const nameOf = (id) => `${document.getElementById(id).dataset.number} ${outletOf(id)}`;

function compare(story, index) {
  links = JSON.parse(story.querySelector(".links").textContent);
  choice.replaceChildren(...links.map((link, i) => new Option(`${nameOf(link.other)} – ${nameOf(link.report)}`, i)));
  choice.value = index;
  comparePair(links[index]);
  if (!pair.open) pair.showModal();
}

// The source on the left, as far as it is known.
function comparePair(link) {
  const turned = link.direction === "to";
  const ids = turned ? [link.report, link.other] : [link.other, link.report];
  ids.forEach((id, side) => {
    const article = document.getElementById(id);
    const text = textOf(article);
    const units = unitsOf(text);
    const first = id === link.report ? 0 : 2;
    const layers = link.passages.map((passage, i) =>
      ({from: units(passage[first]), to: units(passage[first + 1]), passage: i}));
    sides[side].querySelector(".from").replaceChildren(sourceLine(article));
    sides[side].querySelector(".read").replaceChildren(paint(text, furniture(article).concat(layers)));
    bringIntoView(sides[side].querySelector(".read"), sides[side].querySelector(".shared"));
  });
  const unknown = link.direction === "unknown";
  const told = unknown ? "which was first cannot be told" : `taken from ${outletOf(ids[0])}`;
  const passages = link.passages.length === 1 ? "1 passage" : `${link.passages.length} passages`;
  pair.querySelector(".says").textContent = `${link.words} words in ${passages} stand in both; ${link.kind}; ${told}`;
}

function light(passage) {
  for (const span of pair.querySelectorAll(".shared")) span.classList.toggle("lit", span.dataset.passage === passage);
}

function bringTwin(span) {
  const here = span.closest(".side");
  const there = sides.find((side) => side !== here);
  bringIntoView(there.querySelector(".read"), there.querySelector(`[data-passage="${span.dataset.passage}"]`));
}

// ---- what people do -------------------------------------------------------------------------------------------

document.addEventListener("click", (event) => {
  const link = event.target.closest(".cite, .open");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
  if (link && plain) {
    event.preventDefault();
    return show(link);
  }
  const button = event.target.closest(".compare");
  if (button) compare(button.closest(".story"), +button.dataset.link);
});

panel.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) ({previous: () => step(-1), next: () => step(1), close: hide})[button.dataset.do]();
});

document.addEventListener("keydown", (event) => {
  if (pair.open || event.altKey || event.ctrlKey || event.metaKey) return;
  const onCitation = document.activeElement && document.activeElement.classList.contains("cite");
  if (event.key === "Escape") hide();
  if (panel.hidden && !onCitation) return;
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  event.preventDefault();
  step(event.key === "ArrowRight" ? 1 : -1);
});

choice.addEventListener("change", () => comparePair(links[+choice.value]));
pair.querySelector("[data-do=close]").addEventListener("click", () => pair.close());
for (const kind of ["mouseover", "focusin"]) {
  pair.addEventListener(kind, (event) => {
    const span = event.target.closest(".shared");
    if (span) light(span.dataset.passage);
  });
}
pair.addEventListener("mouseout", (event) => { if (event.target.closest(".shared")) light(null); });
pair.addEventListener("click", (event) => {
  const span = event.target.closest(".shared");
  if (span) bringTwin(span);
});
pair.addEventListener("keydown", (event) => {
  const span = event.target.closest(".shared");
  if (span && event.key === "Enter") bringTwin(span);
});

// A link to a citation opens it.
const linked = [...document.querySelectorAll(".cite")].find((link) => location.hash && link.hash === location.hash);
if (linked) show(linked);

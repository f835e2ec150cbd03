/* One page that answers “are we aligned?”: the verdict, the numbers, what to do next, the matrix. */

import { h } from "./dom.js";
import { mount } from "./link.js";
import { drawMatrix, focusOn, go } from "./matrix.js";
import { _, number } from "./say.js";

const SHAPE = { error: "■", warning: "▲", note: "●" };
const PARTS = ["assessed", "claimed", "taught", "open"];

function draw(link) {
  const { state } = link;
  if (!state.matrix) return [];
  const block = (key, title, ...inside) => h("section", { key, class: `wb-block wb-overview-${key}`, "aria-label": title }, h("h2", {}, title), ...inside);
  return [h("div", { key: "page", class: "wb-work" },
    h("header", { key: "head", class: "wb-head" }, h("h1", { tabindex: "-1", "data-home": true }, state.title)),
    h("div", { key: "verdict", class: `wb-verdict wb-tone-${state.verdict.tone}` },
      h("div", { role: "status" }, h("p", { class: "wb-verdict-line" }, h("strong", {}, state.verdict.line))),
      state.verdict.text ? h("p", { class: "wb-quiet" }, state.verdict.text) : null,
      toggle(_("Check drafts too"), state.drafts, (on) => link.send({ look: { drafts: on } }))),
    block("steps", _("What to do next"), drawSteps(link), state.unchecked ? h("p", { class: "wb-quiet" }, state.unchecked) : null),
    state.sets.length || state.numbers.length ? block("numbers", _("The numbers"), drawSets(link), drawNumbers(link)) : null,
    block("matrix", state.matrix.title, state.matrix.rows.length || state.sets.length ? drawFilters(link) : null, state.matrix.rows.length ? [drawLegend(state.matrix), drawMatrix(link, state.matrix)] : h("p", { class: "wb-empty" }, state.matrix.none)))];
}

const toggle = (label, on, change) =>
  h("label", { key: label, class: "wb-check wb-switch" }, h("input", { type: "checkbox", checked: Boolean(on), onchange: (event) => change(event.target.checked) }), h("span", {}, label));

function drawSteps(link) {
  const { steps, none } = link.state;
  if (!steps.length) return h("p", { class: "wb-quiet" }, none);
  // A step without a code tells of standards, in their own words.
  const words = (step) => (step.code ? {} : { dir: "auto" });
  const item = (step) => (one) => h("li", { key: one.key, class: "wb-step-item", "data-leaves": true },
    h("div", {}, h("p", words(step), one.message), h("p", { class: "wb-quiet", ...words(step) }, one.remedy)),
    one.do ? h("button", { type: "button", class: "wb-link", "data-landing": true, "aria-label": _("Go to {name}", { name: one.name }), onclick: () => go(link, one.do) }, _("Go there")) : null);
  const step = (one, place) => h("li", { key: one.key },
    h("details", { class: `wb-finding wb-next wb-${one.severity}`, once: { open: place === 0 } },
      h("summary", {}, h("span", { class: "wb-severity" }, `${SHAPE[one.severity]} ${one.word}`), h("span", { class: "wb-next-title" }, one.title), h("span", { class: "wb-chip" }, one.count), one.code ? h("span", { class: "wb-code" }, one.code) : null),
      one.says ? h("p", { class: "wb-says" }, one.says) : null,
      h("ul", { class: "wb-step-items" }, one.items.map(item(one))),
      one.more ? h("button", { type: "button", class: "wb-link", onclick: () => { link.local.seek = Boolean(one.more.seek); go(link, one.more.do); } }, one.more.label) : null,
      one.rest ? h("p", { class: "wb-quiet" }, one.rest) : null,
      one.why.length ? h("details", { class: "wb-explain" }, h("summary", {}, _("Why this matters")), one.why.map((text) => h("p", {}, text))) : null));
  return h("ol", { class: "wb-nexts" }, steps.map(step));
}

function drawSets(link) {
  const { sets } = link.state;
  if (!sets.length) return null;
  const percent = (part, whole) => _("{n} %", { n: Math.floor((100 * part) / whole) });
  const heads = [_("Standards"), _("Covered"), _("Assessed, of these"), _("Claimed, not assessed"), _("Taught, never assessed")];
  const cell = (place, count, words) => h("td", { "data-label": heads[place], class: count ? null : "wb-zero" }, number(count), words ? h("small", {}, words) : null);
  const row = (one) => h("tr", { key: one.id },
    h("th", { scope: "row" }, h("button", { type: "button", class: "wb-link", onclick: () => { link.local.seek = true; go(link, one.do); } }, one.title),
      h("span", { class: "wb-bar", "aria-hidden": "true" }, PARTS.filter((name) => one[name]).map((name) => h("i", { key: name, class: `wb-bar-${name}`, style: `flex-grow:${one[name]}` })))),
    cell(0, one.standards), cell(1, one.covered, ` ${percent(one.covered, one.standards)}`), cell(2, one.assessed, ` ${one.word.toLowerCase()}`), cell(3, one.claimed), cell(4, one.taught));
  return h("div", { key: "sets", class: "wb-table-frame" }, h("table", { class: "wb-plain-table wb-sets", "aria-label": _("What became of the standards of each set") },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, _("Set of standards")), heads.map((one) => h("th", { key: one, scope: "col" }, one)))), h("tbody", {}, sets.map(row))));
}

function drawNumbers(link) {
  const { numbers } = link.state;
  if (!numbers.length) return null;
  return h("ul", { key: "numbers", class: "wb-numbers" }, numbers.map((one) => h("li", { key: one.key, class: "wb-number-card" },
    h("h3", {}, one.name), h("p", { class: "wb-big" }, one.value, h("span", { class: "wb-band" }, one.band)), h("p", { class: "wb-quiet" }, one.means))));
}

function drawFilters(link) {
  const { matrix, shell } = link.state;
  const one = (filter) => {
    const id = `wb-${shell}-matrix-${filter.name}`;
    return h("div", { key: filter.name, class: "wb-field" }, h("label", { for: id }, filter.label),
      h("select", { id, value: filter.value, onchange: (event) => link.send({ matrix: { [filter.name]: event.target.value } }) }, filter.choices.map(([value, label]) => h("option", { key: value, value }, label))));
  };
  return h("div", { key: "filters", class: "wb-matrix-filters", role: "group", "aria-label": _("What the matrix shows") }, matrix.filters.map(one));
}

const drawLegend = (matrix) => h("ul", { key: "legend", class: "wb-legend", "aria-label": _("What the letters mean") }, matrix.legend.map((one) =>
  h("li", { key: one.mark }, h("span", { class: `wb-mark-cell wb-mark-${one.mark}` }, h("b", {}, one.letter)), ` ${one.text}`)));

function prepare(link) {
  const awaited = () => link.local.awaited?.first === link.state.matrix?.first ? link.local.awaited : null;
  return {
    home: () => link.el.querySelector("[data-home]") || link.el,
    drawn() {
      if (link.state.matrix) link.local.going = link.local.going && link.local.seek;
      else if (link.local.going) {
        // Whoever went to a thing from here goes on where it is.
        link.local.going = false;
        link.shout({ focus: "editor" });
      }
      const found = awaited();
      if (found) {
        link.local.awaited = null;
        focusOn(link, found.place.y, found.place.x);
      }
      if (link.local.seek) {
        link.local.seek = false;
        link.el.querySelector(".wb-overview-matrix")?.scrollIntoView({ block: "start" });
      }
    },
  };
}

export default { render: (given) => mount(given, "overview", draw, { prepare }) };

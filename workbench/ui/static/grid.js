/* Tables one moves through with the arrow keys (W3C ARIA Authoring Practices, grid pattern): scoring
   criteria by level, and what a course does with each indicator. */

import { drawDiff } from "./changes.js";
import { h } from "./dom.js";
import { drawField, fixed } from "./fields.js";
import { readKey, written } from "./link.js";
import { _ } from "./say.js";

/** Scoring criteria: a row an element, a column a level. */
export function drawGrid(link, block) {
  const place = place_of(link, block, block.rows.length, block.columns.length);
  const cell = (row, y, field, x) =>
    h("td", {
      key: field.key, role: "gridcell", class: field.target ? "wb-target" : null, tabindex: at(place, y, x) ? "0" : "-1",
      "data-level": block.columns[x].label, "data-cell": `${y},${x}`, "data-block": block.key,
      onclick: (event) => { if (event.target.tagName === "TD") event.target.querySelector("textarea, input")?.focus(); },
    }, drawField(link, field, { bare: true }),
    field.compared ? h("p", { class: "wb-compared", "aria-label": _("Compared with the level before"), ...written(link) }, drawDiff(field.compared)) : null);
  const head = block.columns.map((column) =>
    h("th", { key: column.key, role: "columnheader", scope: "col", class: column.target ? "wb-target" : null },
      h("b", {}, column.label), column.target ? h("span", { class: "wb-badge" }, _("meets the expectation")) : null, column.says ? h("span", { class: "wb-meaning", ...written(link), title: column.says }, column.says) : null));
  const body = block.rows.map((row, y) =>
    h("tr", { key: row.id, role: "row" },
      h("th", { role: "rowheader", scope: "row" }, h("div", { class: "wb-row-head" }, drawField(link, row.head), row.ready ? h("span", { class: "wb-chip wb-ok" }, _("✓ Ready")) : null,
        h("div", { class: "wb-row-actions" }, row.actions.map((action) =>
          h("button", { key: action.label, type: "button", class: "wb-link", title: action.says || null, "aria-label": `${action.label}: ${row.name}`, onclick: () => link.act(action.do) }, action.label))))),
      row.cells.map((field, x) => cell(row, y, field, x))));
  return h("div", { class: "wb-table-frame" },
    h("table", { role: "grid", class: "wb-grid", "aria-label": block.title, onkeydown: (event) => walk(event, link, block) },
      h("thead", {}, h("tr", { role: "row" }, h("th", { role: "columnheader", scope: "col" }, h("b", {}, block.head)), head)),
      h("tbody", {}, body)));
}

/** What a course does with each indicator: a row an indicator, a column introduced, developed, assessed. */
export function drawCoverage(link, block) {
  const place = place_of(link, block, block.rows.length, block.columns.length);
  const body = block.rows.map((row, y) => {
    const draft = link.drafts.get(row.field.key);
    const marks = String((draft ? draft.value : row.field.value) || "").split(" ").filter(Boolean);
    const change = (name, on) =>
      link.drafts.choose(row.field, block.columns.map((one) => one.key).filter((one) => (one === name ? on : marks.includes(one))).join(" "));
    return h("tr", { key: row.field.key, role: "row" },
      h("th", { role: "rowheader", scope: "row", ...written(link) }, h("span", { class: "wb-code" }, row.code), ` ${row.name}`),
      block.columns.map((column, x) =>
        h("td", { key: column.key, role: "gridcell", class: "wb-tick", "data-level": column.label },
          h("input", {
            type: "checkbox", "data-cell": `${y},${x}`, "data-block": block.key, tabindex: at(place, y, x) ? "0" : "-1",
            "aria-label": `${row.code} ${row.name}: ${column.label}`, checked: marks.includes(column.key), ...fixed(link),
            onchange: (event) => change(column.key, event.target.checked),
          }))));
  });
  return h("div", { class: "wb-table-frame" },
    h("table", { role: "grid", class: "wb-coverage", "aria-label": block.title, onkeydown: (event) => walk(event, link, block) },
      h("thead", {}, h("tr", { role: "row" }, h("th", { role: "columnheader", scope: "col" }, h("b", {}, block.head)),
        block.columns.map((column) => h("th", { key: column.key, role: "columnheader", scope: "col" }, h("b", {}, column.label))))),
      h("tbody", {}, body)));
}

function place_of(link, block, rows, columns) {
  const place = (link.local[`place ${block.key}`] ||= { y: 0, x: 0 });
  place.y = Math.max(0, Math.min(place.y, rows - 1));
  place.x = Math.max(0, Math.min(place.x, columns - 1));
  return place;
}

const at = (place, y, x) => place.y === y && place.x === x;

/** Arrows, Home and End move; Enter writes; Esc stops writing and keeps the text; Ctrl+Enter goes to the next level. */
function walk(event, link, block) {
  const cell = event.target.closest("[data-cell]");
  if (!cell) return;
  const [y, x] = cell.dataset.cell.split(",").map(Number);
  const writing = event.target !== cell;
  link.local[`place ${block.key}`] = { y, x };
  const last = { y: block.rows.length - 1, x: block.columns.length - 1 };
  const text = cell.querySelector("textarea, input");
  if (writing) {
    if (event.key === "Escape") cell.focus();
    else if (event.key === "Enter" && event.ctrlKey) go(event, link, block, x < last.x ? y : Math.min(y + 1, last.y), x < last.x ? x + 1 : 0, true);
    else return;
    event.preventDefault();
    return;
  }
  const moves = { ArrowUp: [y - 1, x], ArrowDown: [y + 1, x], ArrowLeft: [y, x - 1], ArrowRight: [y, x + 1], Home: [event.ctrlKey ? 0 : y, 0], End: [event.ctrlKey ? last.y : y, last.x] };
  const move = moves[readKey(link, event)];
  if (move) go(event, link, block, Math.max(0, Math.min(move[0], last.y)), Math.max(0, Math.min(move[1], last.x)), false);
  else if (text && (event.key === "Enter" || event.key === "F2")) text.focus();
  else return;
  event.preventDefault();
}

function go(event, link, block, y, x, write) {
  link.local[`place ${block.key}`] = { y, x };
  link.redraw();
  const cell = [...link.el.querySelectorAll("[data-cell]")].find((one) => one.dataset.block === block.key && one.dataset.cell === `${y},${x}`);
  (write ? cell?.querySelector("textarea, input") || cell : cell)?.focus();
}

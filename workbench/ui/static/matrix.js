/* A matrix one walks through by keys (W3C ARIA Authoring Practices, grid pattern): real header cells, one cell in the
   tab order, a window of the rows in the page. Enter or a click goes to the thing. */

import { h, pressable } from "./dom.js";
import { ask, readKey, written } from "./link.js";
import { _, number } from "./say.js";

export function drawMatrix(link, matrix) {
  const place = placeIn(link, matrix);
  const at = (y, x) => (place.y === y && place.x === x ? "0" : "-1");
  const stand = (y, x) => { link.local.place = { y, x }; link.redraw(); };
  const cell = (tag, y, x, props, does, ...inside) =>
    h(tag, { ...props, "data-cell": `${y},${x}`, tabindex: at(y, x), onfocus: () => (place.y === y && place.x === x ? null : stand(y, x)), onclick: () => does && go(link, does) }, ...inside);
  const head = matrix.columns.map((one, x) =>
    cell("th", -1, x, { key: one.id, role: "columnheader", scope: "col", title: one.name, class: "wb-does" }, one.do, h("span", { class: "wb-slant", ...written(link) }, one.label)));
  const body = groups(matrix.rows).map(([name, rows]) =>
    h("tbody", { key: `${name} ${rows[0].y}` },
      name ? h("tr", { key: "group", role: "row" }, h("th", { role: "rowheader", scope: "rowgroup", colspan: String(matrix.columns.length + 1), class: "wb-matrix-group" }, h("span", {}, name))) : null,
      rows.map(({ row, y }) => h("tr", { key: row.id, role: "row", "aria-rowindex": String(matrix.first + y + 2) },
        cell("th", y, -1, { role: "rowheader", scope: "row", class: "wb-does" }, row.do,
          h("span", { class: "wb-matrix-name", ...written(link) }, row.code ? h("b", {}, row.code) : null, row.name ? ` ${row.name}` : ""),
          h("span", { class: `wb-became wb-became-${row.tone}` }, h("span", { "aria-hidden": "true" }, `${row.shape} `), row.status)),
        row.cells.map((one, x) => cell("td", y, x, { key: matrix.columns[x].id, role: "gridcell", class: `wb-mark-cell wb-mark-${one.mark || "none"}${one.do ? " wb-does" : ""}`, title: one.word ? toldOf(matrix, y, x) : null }, one.do,
          one.letter ? h("b", { "aria-hidden": "true" }, one.letter) : null, h("span", { class: "wb-unseen" }, one.word || _("nothing"))))))));
  const pages = matrix.total > matrix.page || matrix.first > 0;
  return [
    h("div", { key: "frame", class: "wb-matrix-frame" },
      h("table", { role: "grid", class: "wb-matrix", "aria-label": matrix.title, "aria-rowcount": String(matrix.total + 1), onkeydown: (event) => walk(event, link) },
        h("thead", {}, h("tr", { role: "row", "aria-rowindex": "1" }, h("td", { role: "gridcell", class: "wb-corner" }, h("span", { class: "wb-quiet" }, matrix.says)), head)), body)),
    h("div", { key: "foot", class: "wb-matrix-foot" },
      h("p", { class: "wb-reading" }, reading(matrix, place)),
      pages ? h("div", { class: "wb-pager", role: "group", "aria-label": _("Other rows") },
        h("button", { type: "button", class: "wb-button wb-small", ...pressable(matrix.first === 0, () => turn(link, matrix.first - matrix.page)) }, _("Earlier rows")),
        h("span", { class: "wb-quiet" }, _("Rows {first} to {last} of {total}", { first: number(matrix.first + 1), last: number(matrix.first + matrix.rows.length), total: number(matrix.total) })),
        h("button", { type: "button", class: "wb-button wb-small", ...pressable(matrix.first + matrix.page >= matrix.total, () => turn(link, matrix.first + matrix.page)) }, _("Later rows"))) : null),
    matrix.remark ? h("p", { key: "remark", class: "wb-help" }, matrix.remark) : null,
  ];
}

/** Rows under the name of their group, each with its place on this page. */
function groups(rows) {
  const found = [];
  rows.forEach((row, y) => {
    if (!found.length || found[found.length - 1][0] !== row.group) found.push([row.group, []]);
    found[found.length - 1][1].push({ row, y });
  });
  return found;
}

function placeIn(link, matrix) {
  const place = (link.local.place ||= { y: 0, x: 0 });
  place.y = Math.max(-1, Math.min(place.y, matrix.rows.length - 1));
  place.x = Math.max(place.y < 0 ? 0 : -1, Math.min(place.x, matrix.columns.length - 1));
  return place;
}

const rowName = (row) => [row.code, row.name].filter(Boolean).join(" ");

/** What a cell says, as a sentence. */
function toldOf(matrix, y, x) {
  const { word, through } = matrix.rows[y].cells[x];
  const told = { row: rowName(matrix.rows[y]), column: matrix.columns[x].name, word: word || _("nothing"), through };
  return through ? _("{row} in {column}: {word}, through {through}.", told) : _("{row} in {column}: {word}.", told);
}

function reading(matrix, { y, x }) {
  if (y < 0) return matrix.columns[x] ? matrix.columns[x].name : "";
  if (x < 0) return `${rowName(matrix.rows[y])}: ${matrix.rows[y].status.toLowerCase()}.`;
  return matrix.rows[y]?.cells[x] ? toldOf(matrix, y, x) : "";
}

/** Ask for something that leads elsewhere on this page, or to another room. */
export function go(link, does) {
  link.local.going = true;
  ask(link, does);
}

/** Ask for other rows; `place` takes the focus once they are here. */
function turn(link, first, place = null) {
  if (first < 0 || first >= link.state.matrix.total) return false;
  link.local.awaited = place && { first, place };
  link.send({ matrix: { first } });
  return true;
}

function walk(event, link) {
  const cell = event.target.closest("[data-cell]");
  if (!cell || event.ctrlKey && !["Home", "End"].includes(event.key)) return;
  const { matrix } = link.state;
  const [y, x] = cell.dataset.cell.split(",").map(Number);
  const last = { y: matrix.rows.length - 1, x: matrix.columns.length - 1 };
  const moves = {
    ArrowUp: [y - 1, x], ArrowDown: [y + 1, x], ArrowLeft: [y, x - 1], ArrowRight: [y, x + 1],
    Home: [event.ctrlKey ? 0 : y, -1], End: [event.ctrlKey ? last.y : y, last.x],
  };
  if (event.key === "Enter" || event.key === " ") cell.click();
  else if (event.key === "PageDown" || (event.key === "ArrowDown" && y === last.y)) turn(link, matrix.first + matrix.page, { y: 0, x });
  else if (event.key === "PageUp" || (event.key === "ArrowUp" && y === 0 && matrix.first)) turn(link, matrix.first - matrix.page, { y: matrix.page - 1, x });
  else if (event.key in moves) focusOn(link, ...moves[readKey(link, event)]);
  else return;
  event.preventDefault();
}

export function focusOn(link, y, x) {
  link.local.place = { y, x };
  link.redraw();
  const place = link.local.place;
  link.el.querySelector(`[data-cell="${place.y},${place.x}"]`)?.focus();
}

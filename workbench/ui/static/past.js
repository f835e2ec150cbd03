/* What one field held before: a button that is there while one is in the field, and what it opens. */

import { drawDiff } from "./changes.js";
import { h } from "./dom.js";
import { idOf } from "./fields.js";
import { when, written } from "./link.js";
import { _ } from "./say.js";

export function drawPast(link, field) {
  const open = link.local.past?.key === field.key;
  const id = idOf(link, field, "-past");
  return [
    // Pressing it leaves the caret where it is, or the button would be gone before it is let go.
    h("button", { key: "past", type: "button", class: "wb-past", "aria-expanded": String(open), "aria-controls": open ? id : null, "aria-label": _("History of {name}", { name: field.says || field.label }),
      onmousedown: (event) => event.preventDefault(), onclick: () => (open ? shut(link) : show(link, field)) }, _("History")),
    open && !field.apart ? drawLines(link, field, id) : null,
  ];
}

/** Below a table, what the field that is looked at held before: a cell is too narrow for it. */
export function drawPastBelow(link, rows) {
  const field = rows.flatMap((row) => [row.head, ...row.cells]).find((one) => one.key === link.local.past?.key);
  return field ? drawLines(link, field, idOf(link, field, "-past")) : null;
}

function show(link, field) {
  link.local.past = { key: field.key, id: field.id, field: field.field, lines: null };
  link.drafts.flush();
  askAgain(link);
  link.redraw();
  // Below a table it stands far behind the button: one is taken there.
  if (field.apart) link.el.querySelector(".wb-past-lines h3")?.focus();
}

function shut(link) {
  const { key } = link.local.past;
  link.local.past = null;
  link.redraw();
  [...link.el.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key)?.focus();
}

/** What was written since belongs to it as well. */
export function askAgain(link) {
  const { past } = link.local;
  if (!past || past.revision === link.state.revision) return;
  past.revision = link.state.revision;
  link.send({ field_history: { key: past.key, id: past.id, field: past.field } });
}

export function takePast(link, { key, lines }) {
  if (link.local.past?.key !== key) return;
  link.local.past.lines = lines;
  link.redraw();
}

function drawLines(link, field, id) {
  const { lines } = link.local.past;
  const title = _("History of “{name}”", { name: field.says || field.label });
  const back = (one) => link.act({ bring_back: { id: field.id, field: field.field, key: one.key } });
  const line = (one) => h("li", { key: one.key, "data-leaves": true },
    h("p", { class: "wb-past-who", tabindex: "-1", "data-landing": true }, h("b", {}, one.who), h("time", { datetime: one.at }, ` ${when(one.at)}`), one.says ? h("span", { class: "wb-quiet" }, ` ${one.says}`) : null),
    h("p", { class: "wb-diff", ...written(link) }, drawDiff(one.parts)), one.why ? h("p", { class: "wb-quiet" }, one.why) : null,
    one.now ? h("span", { class: "wb-chip" }, _("This stands now")) : one.can && link.state.writes ? h("button", { type: "button", class: "wb-link", "aria-label": _("Bring back what {who} wrote, {when}", { who: one.who, when: when(one.at) }), onclick: () => back(one) }, _("Bring this back")) : null);
  const escape = (event) => { if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); shut(link); } };
  return h("section", { key: "past lines", id, class: "wb-past-lines", role: "group", "aria-label": title, onkeydown: escape },
    h("div", { class: "wb-card-head" }, h("h3", { tabindex: "-1" }, title), h("button", { type: "button", class: "wb-link", onclick: () => shut(link) }, _("Close history"))),
    h("div", { role: "status" }, lines === null ? _("Looking it up") : lines.length ? null : _("Nobody has changed this yet.")),
    lines?.length ? h("ol", {}, lines.map(line)) : null);
}

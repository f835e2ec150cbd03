/* Several things chosen in the outline, and what can be done to all of them. */

import { h } from "./dom.js";
import { ask, written } from "./link.js";
import { _, ngettext } from "./say.js";

const picked = (link) => (link.local.chosen ||= new Set());

export const isChosen = (link, id) => picked(link).has(id);

/** Whether something stands in a row that can be chosen with others: no heading, and not fixed in its place. */
export const choosable = (node) => Boolean(node.insert) && !node.group && !node.fixed;

/** With the first one that is added by Ctrl+click the selected one is chosen as well: it is what one began with. */
export function beginWith(link, selected, id) {
  if (!picked(link).size && selected && selected.id !== id && choosable(selected)) picked(link).add(selected.id);
}

/** Choose or unchoose one; with `from` everything between as well (rows as they are seen). */
export function choose(link, id, seen, from = null) {
  const ids = seen.filter(({ node }) => choosable(node)).map(({ node }) => node.id);
  const chosen = picked(link);
  if (!from) chosen.has(id) ? chosen.delete(id) : chosen.add(id);
  else {
    const [low, high] = [ids.indexOf(from), ids.indexOf(id)].sort((a, b) => a - b);
    ids.slice(Math.max(low, 0), high + 1).forEach((one) => chosen.add(one));
  }
  link.local.from = from || id;
  link.redraw();
}

export function clear(link) {
  picked(link).clear();
  link.redraw();
}

const walk = (nodes) => nodes.flatMap((node) => [node, ...walk(node.children || [])]);

/** The bar of what can be done to those that are chosen. */
export function drawChosen(link) {
  const known = new Map(walk(link.state.nodes || []).map((node) => [node.id, node]));
  const chosen = picked(link);
  for (const id of [...chosen]) if (!known.has(id)) chosen.delete(id);
  if (!chosen.size) return null;
  const ids = [...known.keys()].filter((id) => chosen.has(id)); // In the order of the list, not of the clicks.
  const kinds = [...new Set(ids.map((id) => known.get(id).insert?.kind))];
  const about = kinds.length === 1 ? link.state.many?.[kinds[0]] : null;
  const send = (wish) => ask(link, { bulk: { ids, ...wish } });
  const words = about
    ? ngettext("{n} {what} chosen", "{n} {what} chosen", ids.length, { what: ids.length === 1 ? about.one : about.many })
    : ngettext("{n} thing chosen", "{n} things chosen", ids.length);
  const press = (label, act, rest = {}) => h("button", { key: label, type: "button", class: "wb-button wb-small", onclick: act, ...rest }, label);
  return h("section", { key: "chosen", class: "wb-chosen", "aria-label": _("What is chosen") },
    h("p", { role: "status" }, h("strong", {}, words)),
    about ? setForm(link, about, send) : h("p", { class: "wb-help" }, _("Choose things of one kind to set a field for all of them.")),
    about?.owners.length ? moveForm(link, about, send) : null,
    h("div", { class: "wb-actions" }, press(_("Up"), () => send({ what: "shift", by: -1 }), { "aria-label": _("Move those chosen up") }), press(_("Down"), () => send({ what: "shift", by: 1 }), { "aria-label": _("Move those chosen down") }),
      press(_("Duplicate"), () => send({ what: "duplicate" }), { "aria-label": _("Duplicate those chosen") }), press(_("Remove"), () => send({ what: "remove" }), { "aria-label": _("Remove those chosen") }), press(_("Choose none"), () => clear(link))));
}

function setForm(link, about, send) {
  const local = (link.local.setting ||= {});
  const field = about.fields.find((one) => one.name === local.field) || about.fields[0];
  if (!field) return null;
  const id = (part) => `wb-${link.state.shell}-set-${part}`;
  const known = field.choices.map(([value]) => value);
  const value = field.choices.length ? (known.includes(local.value) ? local.value : known[0]) : local.value ?? "";
  const keep = (event) => { local.value = event.target.value; link.redraw(); };
  const control = field.choices.length
    ? h("select", { key: field.name, id: id("value"), value, onchange: keep }, field.choices.map(([one, label]) => h("option", { key: one, value: one }, label)))
    : h("input", { key: field.name, id: id("value"), type: "text", autocomplete: "off", ...written(link), value, oninput: keep });
  return h("form", { key: "set", onsubmit: (event) => { event.preventDefault(); send({ what: "set", field: field.name, value }); } },
    h("div", { class: "wb-field" }, h("label", { for: id("field") }, _("Set for all")), h("select", { id: id("field"), value: field.name, onchange: (event) => { Object.assign(local, { field: event.target.value, value: undefined }); link.redraw(); } }, about.fields.map((one) => h("option", { key: one.name, value: one.name }, one.label)))),
    h("div", { class: "wb-field" }, h("label", { for: id("value") }, _("To")), h("div", { class: "wb-joined" }, control, h("button", { type: "submit", class: "wb-button wb-small" }, _("Set it")),
      field.empties ? h("button", { type: "button", class: "wb-button wb-small", onclick: () => send({ what: "empty", field: field.name }) }, _("Empty it")) : null)));
}

function moveForm(link, about, send) {
  const local = (link.local.moving ||= {});
  const id = `wb-${link.state.shell}-move`;
  const owner = about.owners.some(([one]) => one === local.owner) ? local.owner : about.owners[0][0];
  return h("form", { key: "move", onsubmit: (event) => { event.preventDefault(); send({ what: "move", owner }); } },
    h("div", { class: "wb-field" }, h("label", { for: id }, _("Move under")), h("div", { class: "wb-joined" },
      h("select", { id, value: owner, onchange: (event) => { local.owner = event.target.value; link.redraw(); } }, about.owners.map(([one, label]) => h("option", { key: one, value: one, ...written(link) }, label))), h("button", { type: "submit", class: "wb-button wb-small" }, _("Move")))));
}

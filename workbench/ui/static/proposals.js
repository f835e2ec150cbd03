/* Under a field: the wordings that people propose for it, and the box to propose another. */

import { boxId, boxOf, boxTold } from "./boxes.js";
import { h } from "./dom.js";
import { written } from "./link.js";
import { _ } from "./say.js";
import { drawWording } from "./wording.js";

const keyOf = (field) => `suggest ${field.key}`;
const controlOf = (link, key) => [...link.el.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);

export function drawProposals(link, field) {
  const proposals = field.proposals || [];
  const name = field.says || field.label;
  const back = () => controlOf(link, field.key)?.focus();
  return [
    field.wording ? tools(link, field, name) : null,
    field.wording && link.local[keyOf(field)] ? proposing(link, field, name, back) : null,
    proposals.length ? h("ul", { key: "proposals", class: "wb-proposals", "aria-label": _("Proposed for “{name}”", { name }) }, proposals.map((one) => drawWording(link, one, back, name, Boolean(field.apart)))) : null,
  ];
}

function tools(link, field, name) {
  const propose = () => {
    const box = link.boxes.get(keyOf(field));
    if (!box.id && !box.text) link.boxes.type(keyOf(field), link.drafts.get(field.key)?.value ?? field.value, { old: field.value, base: link.state.revision });
    link.local[keyOf(field)] = true;
    link.redraw();
    boxOf(link, keyOf(field))?.focus();
  };
  const tool = (label, keys, act, data) => h("button", { key: label, type: "button", class: "wb-link", "aria-label": `${label}: ${name}`, "aria-keyshortcuts": keys, title: keys, onclick: act, ...data }, label);
  return h("div", { key: "tools", class: "wb-field-tools" },
    tool(_("Propose wording"), "Alt+P", propose, { "data-propose": field.key }),
    tool(_("Comment"), "Alt+C", () => link.shout({ remark: { thing: field.id, field: field.field, name } }), { "data-remark": field.key }));
}

function proposing(link, field, name, back) {
  const key = keyOf(field);
  const id = boxId(link, key);
  const box = link.boxes.get(key);
  const shut = () => {
    back();
    link.local[key] = false;
    link.redraw();
  };
  const send = () => link.boxes.send(key, "suggest", { thing: field.id, field: field.field }, shut);
  const keydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === "Escape") shut();
    else return;
    event.preventDefault();
    event.stopPropagation(); // A table has its own meaning for these keys.
  };
  const drop = () => {
    shut();
    link.boxes.forget(key);
  };
  return h("form", { key: "proposing", class: "wb-proposing", "aria-label": _("Propose a wording for “{name}”", { name }), onkeydown: keydown, onsubmit: (event) => { event.preventDefault(); send(); } },
    h("label", { for: id }, _("Your wording")),
    h("textarea", { id, ...written(link), rows: field.rows || 2, value: box.text, oninput: (event) => link.boxes.type(key, event.target.value) }),
    h("label", { for: `${id}-why` }, _("Why, if it needs saying")),
    h("input", { id: `${id}-why`, type: "text", autocomplete: "off", ...written(link), value: box.more.why || "", oninput: (event) => link.boxes.type(key, box.text, { why: event.target.value }) }),
    h("div", { class: "wb-talk-actions" }, h("button", { type: "submit", class: "wb-button wb-small wb-primary" }, _("Propose")), h("button", { type: "button", class: "wb-link", onclick: drop }, _("Drop it"))),
    boxTold(box));
}

/** Alt+P and Alt+C in a field, or in a cell of a table. */
export function proposalKeys(link, event) {
  const name = event.altKey && !event.ctrlKey && { KeyP: "propose", KeyC: "remark" }[event.code];
  if (!name) return false;
  const control = event.target.closest("[data-key]") || event.target.closest("[data-cell]")?.querySelector("[data-key]");
  const button = control && [...link.el.querySelectorAll(`[data-${name}]`)].find((one) => one.dataset[name] === control.dataset.key);
  if (!button) return false;
  event.preventDefault();
  button.click();
  return true;
}

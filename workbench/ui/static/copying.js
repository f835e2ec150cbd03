/* What was typed and cannot be delivered, onto the clipboard: by hand it can always be saved elsewhere. */

import { h } from "./dom.js";
import { _ } from "./say.js";

const SAYS = 6000;

/** The button, there while something may not reach the project. */
export function drawCopying(link) {
  const { local } = link;
  if (!(local.away || local.ended || ["away", "held", "waits"].includes(local.status))) return null;
  return h("div", { key: "copying", class: "wb-copying" },
    h("button", { type: "button", class: "wb-button wb-small", onclick: () => copy(link) }, _("Copy what I typed")),
    local.gone ? h("button", { key: "drop", type: "button", class: "wb-button wb-small", onclick: () => link.shout({ drop: local.gone }) }, _("Drop it")) : null,
    h("span", { role: "status", class: "wb-quiet" }, local.copied || ""));
}

function copy(link) {
  const texts = [];
  link.shout({ collect: texts });
  const all = texts.map(([label, text]) => `${label}:\n${text}`).join("\n\n");
  const done = all && toClipboard(link.el, all);
  tell(link, !all ? _("Nothing that you typed is waiting.") : done ? _("Copied.") : _("This browser does not let a page copy: mark the text in its field and copy it there."));
}

function tell(link, words) {
  link.local.copied = words;
  link.redraw();
  clearTimeout(link.local.copying);
  link.local.copying = setTimeout(() => { link.local.copied = ""; link.redraw(); }, SAYS);
}

/** By a box that is marked and copied: the newer way is there on encrypted pages only. */
function toClipboard(el, text) {
  const doc = el.ownerDocument;
  const active = doc.activeElement;
  const box = doc.createElement("textarea");
  box.value = text;
  box.className = "wb-unseen";
  el.append(box);
  box.select();
  const done = doc.execCommand("copy");
  box.remove();
  active?.focus();
  return done;
}

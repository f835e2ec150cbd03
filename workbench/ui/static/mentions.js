/* A box to write in that completes “@Name” (W3C ARIA Authoring Practices, combobox with a listbox). */

import { boxId, boxOf } from "./boxes.js";
import { h } from "./dom.js";
import { written } from "./link.js";
import { _ } from "./say.js";

const MOST = 6;

/** A box for the text `key` of link.boxes; `people` are names; `send` and `leave` are what Ctrl+Enter and Escape do. */
export function mentionBox(link, { key, label, people, rows = 2, send, leave }) {
  const id = boxId(link, key);
  const asked = link.local.asked?.key === key ? link.local.asked : null;
  const option = (name, place) => h("li", {
    key: name, role: "option", id: `${id}-${place}`, class: "wb-name-option", "aria-selected": String(place === asked.at),
    onmousedown: (event) => { event.preventDefault(); mention(link, key, name, boxOf(link, key)); },
  }, name);
  return [
    h("label", { key: `label ${key}`, for: id }, label),
    h("textarea", {
      key: `box ${key}`, id, rows, ...written(link), value: link.boxes.get(key).text, role: "combobox", "aria-autocomplete": "list",
      "aria-expanded": String(Boolean(asked)), "aria-controls": asked ? `${id}-names` : null, "aria-activedescendant": asked ? `${id}-${asked.at}` : null,
      oninput: (event) => { look(link, key, people, event.target); link.boxes.type(key, event.target.value); },
      onblur: () => { if (link.local.asked) { link.local.asked = null; link.redraw(); } },
      onkeydown: (event) => boxKey(link, event, { key, send, leave }),
    }),
    asked ? h("ul", { key: `names ${key}`, role: "listbox", id: `${id}-names`, class: "wb-names", "aria-label": _("People") }, asked.found.map(option)) : null,
  ];
}

/** See whether an “@” with the beginning of a name stands before the caret. */
function look(link, key, people, area) {
  const before = area.value.slice(0, area.selectionStart);
  const match = /(?:^|[^\p{L}\p{N}_])@([^@\n]{0,40})$/u.exec(before);
  const query = match?.[1].toLowerCase();
  const fits = (name) => name.toLowerCase().startsWith(query) || name.toLowerCase().split(/\s+/).some((word) => word.startsWith(query));
  const found = match ? people.filter(fits).slice(0, MOST) : [];
  link.local.asked = found.length ? { key, found, at: 0, from: before.length - match[1].length } : null;
}

function mention(link, key, name, area) {
  const { from } = link.local.asked;
  const rest = area.value.slice(area.selectionStart);
  const text = `${area.value.slice(0, from)}${name}${/^\s/.test(rest) ? "" : " "}`;
  link.local.asked = null;
  link.boxes.type(key, text + rest);
  area.setSelectionRange(text.length, text.length);
}

function boxKey(link, event, { key, send, leave }) {
  const { asked } = link.local;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  else if (asked && step) {
    asked.at = (asked.at + step + asked.found.length) % asked.found.length;
    link.redraw();
  } else if (asked && (event.key === "Enter" || event.key === "Tab")) mention(link, key, asked.found[asked.at], event.target);
  else if (event.key === "Escape" && asked) {
    link.local.asked = null;
    link.redraw();
  } else if (event.key === "Escape" && leave) leave();
  else return;
  event.preventDefault();
}

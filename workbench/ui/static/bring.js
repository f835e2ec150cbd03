/* Many at once: rows that are pasted or come in a file, words to replace everywhere, new codes for a list. */

import { fromClipboard } from "./clipboard.js";
import { h, pressable } from "./dom.js";
import { written } from "./link.js";
import { _, ngettext } from "./say.js";
import { fileField, sending, table, unsent } from "./stock.js";

const head = (block) => [block.title ? h("h2", {}, block.title) : null, block.says ? h("p", { class: "wb-help" }, block.says) : null];
const told = (message, more) => h("div", { role: "status" }, more, message ? h("p", { class: `wb-notice wb-tone-${message.tone}` }, message.text) : null);
const press = (link, label, message, rest = {}) => h("button", { key: label, type: rest.type || "button", class: `wb-button${rest.primary ? " wb-primary" : ""}`, ...pressable(rest.disabled, message ? () => link.act(message) : null) }, label);
const choices = (pairs, rest = {}) => pairs.map(([value, label]) => h("option", { key: value, value, ...(value ? rest : {}) }, label));

/** Where rows are pasted. What the clipboard holds goes as it is; only the text of it is read, and not here. */
export function paste(link, block) {
  const local = (link.local[`block ${block.key}`] ||= { text: "", kind: block.kind });
  const id = (part) => `wb-${link.state.shell}-paste-${part}`;
  const send = (text, html) => link.act({ bring_paste: { text, html, kind: local.kind } });
  const pasted = (event) => {
    const data = event.clipboardData;
    if (!data) return;
    event.preventDefault();
    const { text, html } = fromClipboard(data);
    send(text, html);
  };
  const quiet = sending(link) || block.busy;
  return [head(block), h("div", { class: "wb-panel wb-paste" },
    h("div", { class: "wb-field wb-line" }, h("label", { for: id("kind") }, _("What each row is")),
      h("select", { id: id("kind"), value: local.kind, onchange: (event) => { local.kind = event.target.value; link.redraw(); } }, choices(block.kinds))),
    h("div", { class: "wb-field wb-wide-field" }, h("label", { for: id("rows") }, _("Paste the rows here")), h("p", { class: "wb-help", id: id("help") }, _("Put the caret into the field and press Ctrl+V. Or type rows, with a tab between their cells.")),
      h("textarea", { id: id("rows"), rows: 3, ...written(link), "aria-describedby": id("help"), value: local.text, onpaste: pasted, oninput: (event) => { local.text = event.target.value; link.redraw(); } })),
    local.text.trim() ? h("div", { class: "wb-actions" }, press(link, _("Look at these rows"), { bring_paste: { text: local.text, html: "", kind: local.kind } }, { primary: true })) : null,
    h("div", { class: "wb-field wb-wide-field" }, h("label", { for: id("file") }, _("Or choose a file")), h("p", { class: "wb-help", id: id("files") }, block.files),
      fileField(link, block, { id: id("file"), "aria-describedby": id("files") }))),
    told(quiet ? { tone: "note", text: quiet } : block.message, unsent(link))];
}

/** What would be made, in a sentence, what becomes of every cell, and the two ways on. */
export function decision(link, block) {
  const action = (one) => h("span", { key: one.label, class: "wb-action" }, press(link, one.label, one.do, one), one.says ? h("span", { class: "wb-action-note" }, one.says) : null);
  return h("div", { class: "wb-panel" }, h("p", { class: "wb-verdict-line", role: "status" }, h("strong", {}, block.line)), h("ul", { class: "wb-quiet wb-lines" }, block.lines.map((line) => h("li", { key: line }, line))),
    h("div", { class: "wb-actions" }, block.actions.map(action)));
}

/** How the columns of one sheet are read; each can be given another meaning, or left out. */
export function columns(link, block) {
  const id = (part) => `wb-${link.state.shell}-columns-${block.sheet}-${part}`;
  const choose = (name) => (event) => link.act({ bring_choice: { sheet: block.sheet, name, value: event.target.value } });
  const whole = (name, label, one, rest) => h("div", { key: name, class: "wb-field wb-line" }, h("label", { for: id(name) }, label), h("select", { id: id(name), value: one.value, onchange: choose(name) }, choices(one.choices, rest)));
  const column = (one) => h("li", { key: one.place, class: `wb-column${one.open ? " wb-asked" : ""}` },
    h("div", {}, h("label", { for: id(one.place) }, one.head), h("p", { class: "wb-help", dir: "auto" }, _("{filled}. For example: {example}", { filled: one.filled, example: one.example }))),
    h("div", {}, h("select", { id: id(one.place), value: one.means, "aria-describedby": id(`${one.place}-why`), onchange: choose(String(one.place)) }, choices(block.meanings)), h("p", { class: one.open ? "wb-mark wb-warning" : "wb-help", id: id(`${one.place}-why`) }, one.open ? `▲ ${one.why}` : one.why)));
  const aside = block.several ? h("label", { key: "aside", class: "wb-check" }, h("input", { type: "checkbox", checked: block.aside, onchange: (event) => link.act({ bring_choice: { sheet: block.sheet, name: "aside", value: event.target.checked } }) }), h("span", {}, _("Leave this sheet out"))) : null;
  const inside = [block.says ? h("p", { key: "says", class: "wb-help" }, block.says) : null, aside,
    block.aside ? null : h("div", { key: "whole", class: "wb-fields" }, whole("kind", _("What each row is"), block.kind), whole("header", _("The first row holds"), block.header), whole("existing", _("Where a code is here already"), block.existing),
      block.owner ? whole("owner", _("What they belong to"), block.owner, written(link)) : null),
    h("ul", { key: "columns", class: "wb-columns" }, block.columns.map(column))];
  return block.folded ? h("details", {}, h("summary", {}, h("h2", {}, block.title)), h("div", { class: "wb-panel" }, inside)) : [h("h2", {}, block.title), h("div", { class: "wb-panel" }, inside)];
}

/** Find and replace: the words, then each place with a box to untick. */
export function hits(link, block) {
  const local = (link.local[`block ${block.key}`] ||= {});
  const value = (name) => local[name] ?? block[name];
  const id = (part) => `wb-${link.state.shell}-hits-${part}`;
  const text = (name, label) => h("div", { key: name, class: "wb-field wb-line" }, h("label", { for: id(name) }, label), h("input", { id: id(name), type: "text", autocomplete: "off", ...written(link), value: value(name), oninput: (event) => { local[name] = event.target.value; link.redraw(); } }));
  const flag = (name, label) => h("label", { key: name, class: "wb-check" }, h("input", { type: "checkbox", checked: value(name), onchange: (event) => { local[name] = event.target.checked; link.redraw(); } }), h("span", {}, label));
  const look = (event) => { event.preventDefault(); link.act({ find_text: { words: value("words"), by: value("by"), whole: value("whole"), case: value("case") } }); };
  const box = (one) => h("li", { key: one.key }, h("label", { class: "wb-check" }, h("input", { type: "checkbox", checked: one.on, onchange: (event) => link.act({ untick: { keys: [one.key], on: event.target.checked } }) }),
    h("span", written(link), h("span", { class: "wb-quiet", lang: link.state.language, dir: link.state.direction }, `${one.field}: `), one.before, h("mark", {}, block.by ? h("del", {}, one.found) : one.found), one.new ? [" ", h("ins", {}, one.new)] : null, one.after)));
  const group = (one) => h("li", { key: one.id, class: "wb-card" }, h("h3", written(link), one.name), h("ul", { class: "wb-hits" }, one.hits.map(box)));
  const { found } = block;
  // The new words stand in each line: other ones are looked at first as well.
  const same = found && ["words", "by", "whole", "case"].every((name) => value(name) === block[name]);
  const tick = (on) => ({ untick: { on } });
  return [head(block), h("form", { class: "wb-panel", onsubmit: look }, h("div", { class: "wb-fields" }, text("words", _("Look for")), text("by", _("Put in its place"))), flag("whole", _("Whole words only")), flag("case", _("Same capital and small letters")),
    h("div", { class: "wb-actions" }, press(link, _("Show the places"), null, { type: "submit", primary: !same }))),
    h("p", { role: "status", class: "wb-help" }, found ? found.says : null),
    same && found.groups.length ? [h("div", { class: "wb-actions wb-over-list" }, press(link, block.by ? ngettext("Replace {n}", "Replace {n}", found.chosen) : ngettext("Take out {n}", "Take out {n}", found.chosen), { replace_text: { by: block.by } }, { primary: true, disabled: !found.chosen }),
      press(link, _("Tick all"), tick(true)), press(link, _("Tick none"), tick(false)), press(link, _("Close"), { bring_drop: true })),
      h("ul", { class: "wb-cards" }, found.groups.map(group)), found.rest ? h("p", { class: "wb-quiet" }, found.rest) : null] : null];
}

/** New codes for a list by a scheme, beside the old. */
export function codes(link, block) {
  const local = (link.local[`block ${block.key}`] ||= {});
  const value = (name) => local[name] ?? block[name];
  const id = (part) => `wb-${link.state.shell}-codes-${part}`;
  const pick = (event) => { Object.assign(local, { kind: event.target.value, scheme: block.kinds.find(([kind]) => kind === event.target.value)[2] }); link.redraw(); };
  const look = (event) => { event.preventDefault(); link.act({ renumber: { kind: value("kind"), scheme: value("scheme") } }); };
  const same = block.found && ["kind", "scheme"].every((name) => value(name) === block[name]);
  return [head(block), h("form", { class: "wb-panel", onsubmit: look }, h("div", { class: "wb-fields" },
    h("div", { class: "wb-field wb-line" }, h("label", { for: id("kind") }, _("The list")), h("select", { id: id("kind"), value: value("kind"), onchange: pick }, choices(block.kinds))),
    h("div", { class: "wb-field wb-line" }, h("label", { for: id("scheme") }, _("The scheme")), h("input", { id: id("scheme"), type: "text", autocomplete: "off", value: value("scheme"), oninput: (event) => { local.scheme = event.target.value; link.redraw(); } }))),
    h("div", { class: "wb-actions" }, press(link, _("Show the codes"), null, { type: "submit", primary: !same }))),
    h("p", { role: "status", class: "wb-help" }, block.found ? block.found.says : null),
    same && block.found.count ? [table(link, { rows: block.found.rows, columns: [_("Old"), _("New"), _("Name")], label: _("Old and new codes") }),
      h("div", { class: "wb-actions" }, press(link, ngettext("Give {n} new code", "Give {n} new codes", block.found.count), { recode: true }, { primary: true }), press(link, _("Close"), { bring_drop: true }))] : null];
}

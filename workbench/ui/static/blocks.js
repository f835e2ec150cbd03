/* What an editor is made of, one function a kind of block. Each draws plain values that Python sent. */

import { codes, columns, decision, hits, paste } from "./bring.js";
import { changesList } from "./changes.js";
import { h, pressable } from "./dom.js";
import { drawField } from "./fields.js";
import { drawCoverage, drawGrid } from "./grid.js";
import { written } from "./link.js";
import { drawPastBelow } from "./past.js";
import { optionList, people } from "./options.js";
import { _, ngettext, number } from "./say.js";
import { account, mapper, raters, review, suggestions, table, upload } from "./stock.js";

const SHAPE = { error: "■", warning: "▲", note: "●" };

export function drawBlock(link, block) {
  const live = block.live ? "polite" : null;
  return h("section", { key: block.key, class: `wb-block wb-block-${block.type}${block.stays ? " wb-stays" : ""}`, "aria-label": block.title || null, "aria-live": live }, DRAW[block.type](link, block));
}

const heading = (block) => (block.title ? h("h2", {}, block.title, block.count ? h("span", { class: "wb-quiet" }, ` ${block.count}`) : null) : null);
const says = (block) => (block.says ? h("p", { class: "wb-help" }, block.says) : null);

/** A button that asks Python to do something, or the way to a page beside the rooms where the host has one. */
export function actionButton(link, action, className = "wb-button") {
  const classes = `${className}${action.primary ? " wb-primary" : ""}`;
  const note = action.says ? h("span", { class: "wb-action-note" }, action.says) : null;
  const button = action.page
    ? h("a", { class: classes, href: `${link.presence?.root ?? ""}/${action.page}` }, action.label)
    : h("button", { type: "button", class: classes, "aria-label": action.label_full || null, ...pressable(action.disabled, () => link.act(action.do)) }, action.label);
  return h("span", { key: action.label, class: "wb-action" }, button, note);
}

const more = (link, block) => (block.add ? h("div", { class: "wb-actions" }, [block.add].flat().map((one) => actionButton(link, one))) : null);

const tally = (counts) =>
  Object.entries(counts || {}).filter(([, one]) => one.n).map(([severity, one]) =>
    h("span", { key: severity, class: `wb-count wb-${severity}` }, `${SHAPE[severity]} ${one.says}`));

function emptyPlace(link, empty) {
  return h("div", { class: "wb-empty" },
    h("p", {}, h("strong", {}, empty.what)), h("p", {}, empty.why),
    empty.example ? h("figure", {}, h("figcaption", {}, _("For example")), h("blockquote", {}, empty.example)) : null,
    empty.add ? h("div", { class: "wb-actions" }, actionButton(link, { ...empty.add, primary: true })) : null);
}

function fields(link, block) {
  const body = block.fields.length ? h("div", { class: `wb-fields${block.pairs ? " wb-pairs" : ""}` }, block.fields.map((field) => drawField(link, field))) : null;
  if (!block.folded) return [heading(block), says(block), body, more(link, block)];
  return h("details", { once: { open: block.folded === "open" } }, h("summary", {}, h("h2", {}, block.title), block.hint ? h("span", { class: "wb-quiet" }, block.hint) : null), says(block), body);
}

function quote(link, block) {
  const edit = block.field ? drawField(link, block.field) : h("p", written(link), block.text);
  return h("div", { class: "wb-quote" }, edit, !block.chips.length ? null : h("ul", { class: "wb-chips", "aria-label": _("Where it stands") }, block.chips.map((chip) => h("li", { class: `wb-chip ${chip.tone ? `wb-${chip.tone}` : ""}` }, chip.text))));
}

function cards(link, block) {
  const card = (item) =>
    h("li", { key: item.id, class: "wb-card" },
      h("div", { class: "wb-card-head" }, h("h3", written(link), item.code ? h("span", { class: "wb-code" }, item.code) : null, ` ${item.title}`), tally(item.counts),
        h("div", { class: "wb-card-actions" }, item.actions.map((action) =>
          h("button", { key: action.label, type: "button", class: "wb-link", "aria-label": `${action.label}: ${item.title}`, title: action.says || null, onclick: () => link.act(action.do) }, action.label)))),
      item.says ? h("p", { class: "wb-quiet" }, item.says) : null,
      h("div", { class: "wb-fields" }, item.fields.map((field) => drawField(link, field))));
  return [heading(block), says(block), block.items.length ? h("ul", { class: "wb-cards" }, block.items.map(card)) : block.empty ? emptyPlace(link, block.empty) : null, more(link, block)];
}

function links(link, block) {
  const item = (one) =>
    h("li", { key: one.id }, h(one.do ? "button" : "div", { ...(one.do ? { type: "button", onclick: () => link.act(one.do) } : {}), class: one.do ? "wb-row-link" : "wb-row-link wb-plain" },
      one.code ? h("span", { class: "wb-code" }, one.code) : null, h("span", { class: "wb-row-name", ...written(link) }, one.name), one.says ? h("span", { class: "wb-quiet" }, one.says) : null, tally(one.counts)));
  return [heading(block), says(block), block.items.length ? h("ul", { class: `wb-list${block.stacked ? " wb-stacked" : ""}` }, block.items.map(item)) : block.empty ? emptyPlace(link, block.empty) : null, more(link, block)];
}

function grid(link, block) {
  return [heading(block), says(block), block.rows.length ? drawGrid(link, block) : block.empty ? emptyPlace(link, block.empty) : null, drawPastBelow(link, block.rows),
    block.rows.length ? h("p", { class: "wb-help" }, link.state.writes ? _("Arrow keys move between levels, Enter writes, Esc stops writing and keeps the text.") : _("Arrow keys move between levels.")) : null, more(link, block)];
}

function coverage(link, block) {
  const local = (link.local[`block ${block.key}`] ||= { query: "" });
  const words = local.query.toLowerCase().split(/\s+/).filter(Boolean);
  const used = (row) => Boolean((link.drafts.get(row.field.key) || row.field).value);
  const rows = block.rows.filter((row) => (words.length ? words.every((word) => `${row.code} ${row.name} ${row.group}`.toLowerCase().includes(word)) : used(row) || local.seen?.has(row.field.key)));
  local.seen = new Set(rows.map((row) => row.field.key)); // A row does not vanish under the finger that unticks it.
  const type = (event) => { local.query = event.target.value; local.seen = null; link.redraw(); };
  const chosen = block.rows.filter(used).length;
  const all = number(block.rows.length);
  return [heading(block), says(block),
    h("div", { class: "wb-fields" }, h("div", { class: "wb-field wb-line" }, h("label", { for: `wb-${link.state.shell}-${block.key}` }, _("Find an indicator to add")),
      h("input", { id: `wb-${link.state.shell}-${block.key}`, type: "search", value: local.query, placeholder: _("A word, a code or an area"), oninput: type }))),
    rows.length ? drawCoverage(link, { ...block, rows: rows.slice(0, 60) }) : words.length ? h("p", { class: "wb-quiet" }, _("No indicator fits these words.")) : emptyPlace(link, block.empty),
    h("p", { class: "wb-quiet", role: "status" }, words.length
      ? [ngettext("{n} of {all} indicators fit.", "{n} of {all} indicators fit.", rows.length, { all }), ngettext("Clear the search to see the {n} chosen.", "Clear the search to see the {n} chosen.", chosen)].join(" ")
      : ngettext("{n} of {all} indicators are worked on here.", "{n} of {all} indicators are worked on here.", chosen, { all }))];
}

function verdict(link, block) {
  const item = (one) => h("li", { key: one.key, class: `wb-way wb-${one.severity}` },
    h("span", { class: "wb-severity" }, `${SHAPE[one.severity]} ${one.word}`),
    h("span", {}, one.text), one.do ? h("button", { type: "button", class: "wb-link", "aria-label": _("Go to {name}", { name: one.name }), onclick: () => link.act(one.do) }, _("Go there")) : null);
  return h("div", { class: `wb-verdict wb-tone-${block.tone}` }, h("p", { class: "wb-verdict-line" }, h("strong", {}, block.line)), block.text ? h("p", {}, block.text) : null,
    block.go ? h("div", { class: "wb-actions" }, actionButton(link, { ...block.go, primary: true })) : null,
    h("p", { class: "wb-quiet" }, block.small),
    block.items.length ? h("ul", { class: "wb-ways" }, block.items.map(item)) : null, block.rest ? h("p", { class: "wb-quiet" }, block.rest) : null);
}

function meters(link, block) {
  const item = (one) => h("li", { key: one.key }, h("button", { type: "button", class: "wb-step", onclick: () => link.act(one.do) },
    h("b", {}, one.title), h("span", { class: "wb-meter", role: "img", "aria-label": one.meter }, h("i", { style: `inline-size:${one.percent}%` }), one.drafted ? h("i", { class: "wb-drafted", style: `inline-size:${one.drafted}%` }) : null),
    h("span", { class: "wb-quiet" }, one.says, " ", tally(one.counts))));
  return [heading(block), h("ul", { class: "wb-steps" }, block.items.map(item))];
}

/** What was changed, newest first; what is new since this person's last visit stands by itself. */
function changes(link, block) {
  const quiet = (text) => h("p", { class: "wb-quiet" }, text);
  const { since } = link.local;
  const some = (items) => changesList(link, items.slice(0, block.most));
  if (since == null || !block.items.length) return [heading(block), block.items.length ? some(block.items) : quiet(block.none)];
  const fresh = block.items.filter((one) => one.revision > since);
  const more = link.state.revision - since - new Set(fresh.slice(0, block.most).map((one) => one.revision)).size;
  const earlier = block.items.filter((one) => one.revision <= since);
  return [heading({ title: _("Since you were last here") }),
    fresh.length ? some(fresh) : quiet(_("Nothing was changed since.")),
    more > 0 && fresh.length ? quiet(ngettext("And {n} change more.", "And {n} changes more.", more)) : null,
    earlier.length ? [heading({ title: _("Before that") }), some(earlier)] : null];
}

function notice(link, block) {
  return h("div", { class: `wb-notice wb-tone-${block.tone}`, role: "note" }, h("p", {}, h("strong", {}, block.line), " ", block.text), h("div", { class: "wb-actions" }, block.actions.map((action) => actionButton(link, action))));
}

function form(link, block) {
  const local = (link.local[`block ${block.key}`] ||= {});
  const value = (field) => local[field.name] ?? field.value;
  const set = (field, found) => { local[field.name] = found; link.redraw(); };
  const id = (field) => `wb-${link.state.shell}-${block.key}-${field.name}`;
  const one = (field) => field.form === "flag"
    ? h("div", { key: field.name, class: "wb-field wb-flag" }, h("label", { class: "wb-check" }, h("input", { type: "checkbox", checked: Boolean(value(field)), onchange: (event) => set(field, event.target.checked) }), h("span", {}, field.label, field.help ? h("span", { class: "wb-quiet" }, ` ${field.help}`) : null)))
    : h("div", { key: field.name, class: `wb-field wb-line${field.wide ? " wb-wide-field" : ""}` }, h("label", { for: id(field) }, field.label), field.help ? h("p", { class: "wb-help", id: `${id(field)}-help` }, field.help) : null,
      h("input", { id: id(field), type: "text", autocomplete: "off", "aria-describedby": field.help ? `${id(field)}-help` : null, value: value(field), oninput: (event) => set(field, event.target.value) }));
  const submit = (event) => {
    event.preventDefault();
    if (block.busy) return;
    link.act({ [block.name]: Object.fromEntries(block.fields.map((field) => [field.name, value(field)])) });
  };
  return [heading(block), says(block), h("form", { onsubmit: submit }, h("div", { class: "wb-fields" }, block.fields.map(one)),
    h("div", { class: "wb-actions" }, h("button", { type: "submit", class: "wb-button wb-primary", ...pressable(block.busy) }, block.submit)),
    h("div", { role: "status" }, block.message ? h("p", { class: `wb-notice wb-tone-${block.message.tone}` }, block.message.text) : null))];
}

function files(link, block) {
  const item = (one) => h("li", { key: one.path }, h("div", {}, h("b", {}, one.name), h("span", { class: "wb-quiet" }, ` ${one.says}`), h("code", {}, one.path)),
    h("button", { type: "button", class: "wb-button", "aria-label": _("Download {name}", { name: one.name }), onclick: () => link.act(one.do) }, _("Download")));
  return [heading(block), says(block), block.items.length ? h("ul", { class: "wb-files" }, block.items.map(item)) : block.empty ? emptyPlace(link, block.empty) : null];
}

/** What the checks say, below what it is about: nothing that one writes in moves when it comes or goes. */
function said(_link, block) {
  const item = (one) => h("li", { key: one.key, class: `wb-finding wb-${one.severity}` },
    h("p", { class: "wb-severity" }, `${SHAPE[one.severity]} ${one.word}`, h("span", { class: "wb-rule" }, ` ${one.code}`)), h("p", {}, one.message), h("p", { class: "wb-remedy" }, one.remedy));
  return block.items.length ? [heading(block), h("ul", {}, block.items.map(item))] : null;
}

const empty = (link, block) => emptyPlace(link, block);

const DRAW = { fields, quote, cards, links, grid, coverage, verdict, meters, changes, notice, form, files, said, empty, upload, account, table, suggestions, raters, review, mapper, options: optionList, people, paste, decision, columns, hits, codes };

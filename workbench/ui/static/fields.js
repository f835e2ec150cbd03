/* One field of one thing as real HTML elements: its label, its control, what the checks say of it,
   and, where two people wrote at once, the three texts to choose from. */

import { drawDiff } from "./changes.js";
import { h } from "./dom.js";
import { written } from "./link.js";
import { closer, drawWriter, writer } from "./presence.js";
import { drawPast } from "./past.js";
import { drawProposals } from "./proposals.js";
import { _, ngettext } from "./say.js";

const SHAPES = { error: "■", warning: "▲", note: "●" };
const SHOWN = 40;

export const idOf = (link, field, part = "") => `wb-${link.state.shell}-${field.key}${part}`;

/** What a field shows: what is being typed, else what the project holds. */
export function shown(link, field) {
  const draft = link.drafts.get(field.key);
  return draft ? draft.value : closer(link, field.key)?.text ?? link.drafts.typed(field) ?? field.value;
}

/** Where it is said why nothing here can be written in, for somebody who only reads or comments. */
export const onlyId = (link) => `wb-${link.state.shell}-only`;

const describedBy = (link, field) =>
  [link.state.only && onlyId(link), field.help && idOf(link, field, "-help"), field.marks?.length && idOf(link, field, "-marks"), idOf(link, field, "-told")]
    .filter(Boolean)
    .join(" ");

/** A field with everything around it. `bare` leaves the label to the row or column it stands in. */
export function drawField(link, field, { bare = false } = {}) {
  const grouped = field.form === "refs" || field.form === "flag";
  const classes = `wb-field wb-${field.form}${field.wide ? " wb-wide-field" : ""}`;
  const help = field.help && !bare ? h("p", { class: "wb-help", id: idOf(link, field, "-help") }, field.help) : null;
  if (field.form === "refs") {
    const legend = h("legend", {}, field.label);
    return h("fieldset", { key: field.key, class: classes }, legend, help, drawRefs(link, field), aftermath(link, field));
  }
  const label = bare || grouped ? null : h("label", { for: idOf(link, field) }, field.label);
  return h("div", { key: field.key, class: classes }, label, help, drawControl(link, field, bare), aftermath(link, field));
}

/** A box to tick that cannot be turned stays where the keys lead. */
export const fixed = (link) => (link.state.writes ? {} : { "aria-disabled": "true", onclick: (event) => event.preventDefault() });

function drawControl(link, field, bare) {
  const value = shown(link, field);
  const common = {
    id: idOf(link, field),
    "data-key": field.key,
    readonly: !link.state.writes || Boolean(closer(link, field.key)),
    "aria-label": bare ? field.says || field.label : null,
    "aria-describedby": describedBy(link, field),
    "aria-invalid": faultOf(link, field) ? "true" : null,
    placeholder: field.placeholder || null,
    tabindex: bare ? "-1" : null,
    oninput: (event) => link.drafts.type(field, event.target.value),
    onblur: () => link.drafts.leave(field.key),
  };
  if (field.form === "flag") {
    const choose = (event) => link.drafts.choose(field, event.target.checked);
    const box = h("input", { ...common, type: "checkbox", readonly: null, checked: Boolean(value), ...fixed(link), oninput: null, onchange: choose });
    return h("label", { class: "wb-check" }, box, h("span", {}, field.label));
  }
  if (field.form === "choice" || field.form === "ref") return drawSelect(link, field, value, common);
  if (field.form === "text") return h("div", { class: "wb-marked" }, drawUnder(link, field, value ?? ""), h("textarea", { ...common, ...written(link), rows: field.rows || 2, value: value ?? "" }));
  const text = Array.isArray(value) ? value.join(", ") : value ?? "";
  const numeric = field.form === "number" || field.form === "decimal";
  return h("input", { ...common, ...(numeric ? {} : written(link)), type: "text", inputmode: numeric ? "decimal" : null, autocomplete: "off", value: String(text) });
}

/** The text once more, unseen, with the words marked that a finding is about. */
function drawUnder(link, field, text) {
  const words = (field.words || []).filter(Boolean).sort((one, other) => other.length - one.length);
  if (!words.length) return null;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return h("div", { key: "under", class: "wb-under", "aria-hidden": "true", ...written(link) }, text.split(any).map((part, place) => (place % 2 ? h("mark", {}, part) : part)), " ");
}

function drawSelect(link, field, value, common) {
  const option = ([one, label], rest = {}) => h("option", { key: one, value: one, ...rest }, label);
  const groups = field.choices ? field.choices.map((one) => option(one)) : grouped(options(link, field)).map(([name, items]) => {
    const inside = items.map((item) => option([item.id, label(item)], written(link)));
    return name ? h("optgroup", { key: name, label: name }, inside) : inside;
  });
  const none = field.required ? null : h("option", { key: "", value: "" }, field.none || _("Not chosen yet"));
  const choose = (event) => link.drafts.choose(field, event.target.value);
  return h("select", { ...common, readonly: null, disabled: !link.state.writes, value: value ?? "", oninput: null, onchange: choose }, none, groups);
}

const label = (item) => [item.code, item.name].filter(Boolean).join(" ");
const options = (link, field) => (field.from || []).flatMap((kind) => link.state.options?.[kind] || []);

function grouped(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.group || "", [...(groups.get(item.group || "") || []), item]);
  return [...groups];
}

/** References: what is chosen stands there; the rest is found by typing. */
function drawRefs(link, field) {
  const chosen = shown(link, field) || [];
  const all = options(link, field);
  const local = (link.local[field.key] ||= { query: "", open: false });
  const toggle = (item, on) =>
    link.drafts.choose(field, on ? [...chosen, item.id] : chosen.filter((one) => one !== item.id));
  const check = (item) =>
    h("li", { key: item.id },
      h("label", { class: "wb-check" },
        h("input", { type: "checkbox", "data-key": `${field.key}:${item.id}`, checked: chosen.includes(item.id), ...fixed(link), onchange: (event) => toggle(item, event.target.checked) }),
        h("span", written(link), item.code ? h("span", { class: "wb-code" }, item.code) : null, ` ${item.name}`)));
  const picked = all.filter((item) => chosen.includes(item.id));
  const words = local.query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter((item) => !chosen.includes(item.id) && words.every((word) => `${label(item)} ${item.group || ""}`.toLowerCase().includes(word)));
  const rest = found.length - SHOWN;
  if (field.first?.length) found.sort((one, other) => field.first.includes(other.id) - field.first.includes(one.id));
  return [
    picked.length ? h("ul", { key: "picked", class: "wb-picked" }, picked.map(check)) : h("p", { key: "none", class: "wb-quiet" }, field.none || _("None chosen yet.")),
    !link.state.writes ? null : h("details", { key: "more", class: "wb-pick", ontoggle: (event) => { local.open = event.target.open; link.redraw(); } },
      h("summary", {}, ngettext("Choose from {n} more", "Choose from {n} more", all.length - picked.length)),
      !local.open ? null : [
        h("input", { type: "search", "aria-label": _("Find in: {label}", { label: field.label }), placeholder: _("Type a word or a code"), value: local.query, oninput: (event) => { local.query = event.target.value; link.redraw(); } }),
        h("ul", { class: "wb-picker", tabindex: "0", "aria-label": field.label }, found.slice(0, SHOWN).map(check)),
        found.length ? null : h("p", { class: "wb-quiet" }, _("Nothing fits these words.")),
        rest > 0 ? h("p", { class: "wb-quiet" }, ngettext("And {n} more: type to narrow the list.", "And {n} more: type to narrow the list.", rest)) : null,
      ]),
  ];
}

/** Why what was typed is not taken, or counts for nothing as it stands; that is not said while somebody is at it. */
function faultOf(link, field) {
  const draft = link.drafts.get(field.key);
  if (draft?.error) return draft.error;
  return (draft && !draft.saved) || link.drafts.typed(field) !== undefined ? null : field.problem || null;
}

/** What stands under a field: what the checks say, why an edit was refused, who else wrote. */
function aftermath(link, field) {
  const draft = link.drafts.get(field.key);
  const marks = (field.marks || []).map((mark) => h("li", { class: `wb-mark wb-${mark.severity}` }, `${SHAPES[mark.severity]} ${mark.word}: ${mark.text}`));
  return [
    drawWriter(writer(link, field.key)),
    marks.length ? h("ul", { key: "marks", class: "wb-marks", id: idOf(link, field, "-marks") }, marks) : null,
    h("div", { key: "told", class: "wb-told", id: idOf(link, field, "-told"), role: "status" }, fateOf(draft) || faultOf(link, field)),
    draft?.conflict ? drawConflict(link, field, draft.conflict) : null,
    drawPast(link, field),
    drawProposals(link, field),
  ];
}

/** Why a text is not saved, and what becomes of it. */
function fateOf({ error, waits } = {}) {
  if (error) return `${error} ${_("Your text is kept here.")}`;
  return waits ? `${waits} ${_("Your text is kept here, and is saved as soon as that is possible.")}` : null;
}

function drawConflict(link, field, conflict) {
  const choice = (name, words) => h("button", { type: "button", class: "wb-button", onclick: () => link.drafts.decide(field, name) }, words);
  const text = (title, parts) => h("div", {}, h("dt", {}, title), h("dd", written(link), drawDiff(parts)));
  return h("section", { key: "conflict", class: "wb-conflict", role: "group", "aria-label": _("Two people changed “{label}”", { label: field.label }) },
    h("p", {}, h("strong", {}, `${_("Two people changed these words at the same time.")} `), _("Nothing is lost: choose which text stays.")),
    h("dl", {}, text(_("Before"), conflict.before), text(_("Theirs, saved now"), conflict.their_words), text(_("Yours"), conflict.my_words)),
    h("div", { class: "wb-actions" }, choice("theirs", _("Keep theirs")), choice("mine", _("Keep mine")), conflict.combines ? choice("combine", _("Combine both")) : null));
}

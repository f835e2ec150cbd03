/* What editors of the standards rooms are made of: bringing a file in, what became of it, suggestions, what single
   people say, decisions on a newer version, a strand across the grades. */

import { boxTold } from "./boxes.js";
import { drawDiff } from "./changes.js";
import { h, pressable } from "./dom.js";
import { written } from "./link.js";
import { _, number } from "./say.js";

const TRIES = 3; // How often a piece is sent anew; one that ends the server each time would do so for ever.
const PIECE = 512 * 1024; // Bytes sent at once: a server's channel takes no message of many megabytes.

const titled = (block) => [block.title ? h("h2", {}, block.title) : null, block.says ? h("p", { class: "wb-help" }, block.says) : null];
const push = (link, label, message, rest = {}) => h("button", { type: "button", class: `wb-button${rest.primary ? " wb-primary" : ""}${rest.small ? " wb-small" : ""}`, "aria-label": rest.says || null, ...pressable(rest.disabled, () => { link.act(message); if (rest.focus) link.shout({ focus: rest.focus }); }) }, label);
const nextUp = { tabindex: "-1", "data-landing": true }; // Where the focus goes when the row before it leaves the list.

const page = ({ state }) => `${state.room} ${state.id}`;

/** Send a file in pieces, each after the one before has arrived, in place of one that is still on its way. Where the line
    broke, `again` sends the last piece once more. */
export function sendFile(link, block, file) {
  const job = (link.local.sending = { id: `${Date.now()}`, name: file.name, size: file.size, at: 0, again });
  let turn = 0;
  let tries = 0;
  link.local.unsent = null;
  async function next() {
    const mine = ++turn;
    const piece = await file.slice(job.at, job.at + PIECE).arrayBuffer().catch(() => null);
    if (link.local.sending !== job || mine !== turn) return; // Another file, or another try, has taken its place.
    if (piece) link.send({ upload: { id: job.id, name: job.name, size: job.size, at: job.at, into: block.into } }, [piece]);
    else end(_("“{name}” could not be sent. Choose it again.", { name: job.name })); // It was changed or removed.
  }
  function again() {
    tries += 1;
    if (tries > TRIES) end(_("“{name}” could not be sent. Choose it again.", { name: job.name }));
    else next();
  }
  function end(words) {
    link.local.sending = null;
    link.local.unsent = words && { page: page(link), words };
    link.redraw();
  }
  link.uploaded = ({ id, at, refused }) => {
    if (id !== job.id || link.local.sending !== job) return;
    if (refused || at >= job.size) return end("");
    if (at > job.at) tries = 0;
    job.at = at;
    next();
    link.redraw();
  };
  next();
  link.redraw();
}

/** The field where a file is chosen. Never disabled: that would drop the focus. */
export const fileField = (link, block, rest) => h("input", { ...rest, type: "file", class: "wb-file", accept: block.accept,
  onchange: ({ target }) => {
    const [file] = target.files;
    target.value = ""; // The same one can be chosen again.
    if (file) sendFile(link, block, file);
  } });

/** How sending a file goes; nothing where none is on its way. */
export function sending({ local: { sending: job } }) {
  const mega = (bytes) => _("{n} MB", { n: number(bytes / 1048576, 1) });
  return job ? _("Sending “{name}”: {sent} of {size}", { name: job.name, sent: mega(job.at), size: mega(job.size) }) : "";
}

/** That a file could not be sent, until another one is chosen or another page is looked at. */
export const unsent = (link) => link.local.unsent?.page === page(link) ? h("p", { class: "wb-notice wb-tone-warn" }, link.local.unsent.words) : null;

export function upload(link, block) {
  const id = (part) => `wb-${link.state.shell}-${block.key}-${part}`;
  const local = (link.local[`block ${block.key}`] ||= { address: "" });
  const quiet = sending(link) || block.busy;
  const fetchIt = (event) => { event.preventDefault(); if (local.address.trim() && !block.busy) link.act({ fetch: { address: local.address.trim() } }); };
  return [titled(block),
    h("div", { class: "wb-panel" },
      h("div", { class: "wb-field" }, h("label", { for: id("file") }, _("From a file")), h("p", { class: "wb-help", id: id("kinds") }, block.kinds),
        fileField(link, block, { id: id("file"), "aria-describedby": id("kinds") })),
      h("form", { onsubmit: fetchIt }, h("div", { class: "wb-field" }, h("label", { for: id("address") }, _("From an address")), h("p", { class: "wb-help", id: id("help") }, block.address),
        h("div", { class: "wb-joined" }, h("input", { id: id("address"), type: "url", autocomplete: "off", "aria-describedby": id("help"), value: local.address, placeholder: block.example, oninput: (event) => { local.address = event.target.value; } }),
          h("button", { type: "submit", class: "wb-button", ...pressable(block.busy) }, _("Fetch"))))),
      h("div", { role: "status" }, quiet ? h("p", { class: "wb-quiet" }, quiet) : null, unsent(link),
        block.message ? h("p", { class: `wb-notice wb-tone-${block.message.tone}` }, block.message.text) : null))];
}

/** What became of every part of a file, and the first standards as they would come in. */
export function account(link, block) {
  const row = (one) => h("tr", { key: `${one.fate} ${one.reason}` }, h("th", { scope: "row" }, one.fate), h("td", { class: "wb-number" }, one.count), h("td", {}, one.reason,
    one.examples.length ? h("details", {}, h("summary", {}, _("Examples")), h("ul", {}, one.examples.map((text) => h("li", { key: text }, text)))) : null));
  return [titled(block),
    h("div", { class: "wb-table-frame wb-scroll", tabindex: "0", role: "group", "aria-label": block.title }, h("table", { class: "wb-plain-table wb-account" }, h("thead", {}, h("tr", {}, [_("What became of it"), _("How many"), _("Why")].map((name) => h("th", { key: name, scope: "col" }, name)))), h("tbody", {}, block.rows.map(row))))];
}

/** A plain table of texts; wide ones are scrolled sideways. */
export function table(link, block) {
  const cell = (one, place) => h(place === 0 && block.headed ? "th" : "td", { key: place, ...(place === 0 && block.headed ? { scope: "row" } : {}) }, drawCell(link, one));
  const frame = block.rows.length
    ? h("div", { class: "wb-table-frame wb-scroll", tabindex: "0", role: "group", "aria-label": block.title || block.label },
      h("table", { class: `wb-plain-table${block.wide ? " wb-wide-table" : ""}${block.headed && !block.wide ? " wb-facts-table" : ""}` }, h("thead", {}, h("tr", {}, block.columns.map((name, place) => h("th", { key: place, scope: "col" }, name)))),
        h("tbody", {}, block.rows.map((row, place) => h("tr", { key: place }, row.map(cell))))))
    : h("p", { class: "wb-quiet" }, block.none || _("Nothing here."));
  if (!block.folded) return [titled(block), frame];
  return h("details", {}, h("summary", {}, h("h2", {}, block.title)), block.says ? h("p", { class: "wb-help" }, block.says) : null, frame);
}

function drawCell(link, one) {
  if (typeof one === "string") return one;
  if (Array.isArray(one)) return h("ul", {}, one.map((part, place) => h("li", { key: place }, drawCell(link, part))));
  return [one.code ? h("span", { class: "wb-code" }, one.code) : null, one.code ? " " : null, one.text, one.says ? h("span", { class: "wb-quiet" }, ` ${one.says}`) : null];
}

export function suggestions(link, block) {
  const item = (one) => h("li", { key: one.id, class: "wb-suggestion", "data-leaves": true },
    h("div", {}, h("p", { ...nextUp, dir: "auto" }, one.code ? h("span", { class: "wb-code" }, one.code) : null, ` ${one.name}`), h("ul", { class: "wb-chips", "aria-label": _("Why it is suggested") }, one.reasons.map((reason) => h("li", { key: reason, class: "wb-chip" }, reason)))),
    h("div", { class: "wb-actions" }, one.meet ? push(link, block.verb, one.meet, { small: true, says: `${block.verb}: ${one.code || one.name}` }) : null, one.refuse ? push(link, _("Not this one"), one.refuse, { small: true, says: _("Not this one: {name}", { name: one.code || one.name }) }) : null));
  return [titled(block), block.items.length ? h("ul", { class: "wb-suggestions" }, block.items.map(item)) : h("p", { class: "wb-quiet" }, block.none),
    block.ask ? h("div", { class: "wb-actions" }, push(link, block.ask.label, block.ask.do)) : null];
}

/** A box whose text is sent once it is left, and kept until the project has it; what is told of that stands below. */
function slowBox(link, key, saved, slow, rest) {
  const box = link.boxes.get(key);
  return [h("input", { ...rest, type: "text", value: box.slow ? box.text : saved, oninput: (event) => link.boxes.grow(key, event.target.value, slow), onchange: () => link.boxes.leave(key) }), boxTold(box)];
}

/** What is agreed and what single people say of each standard that the thing may meet. */
export function raters(link, block) {
  const why = (one) => `wb-${link.state.shell}-why-${one.id}`;
  const item = (one) => h("li", { key: one.id, class: "wb-card", "data-leaves": true },
    h("div", { class: "wb-card-head" }, h("h3", nextUp, one.code ? h("span", { class: "wb-code" }, one.code) : null, ` ${one.name}`), h("span", { class: "wb-quiet" }, one.says)),
    h("ul", { class: "wb-voices" }, one.voices.map((voice) => h("li", { key: voice.who }, h("b", {}, voice.who), ` ${voice.strength}`, voice.rationale ? h("span", { class: "wb-quiet", ...written(link) }, ` ${voice.rationale}`) : null))),
    h("div", { class: "wb-actions", role: "group", "aria-label": _("What you say of {name}", { name: one.code || one.name }) }, one.mine.map((choice) =>
      h("button", { key: choice.label, type: "button", class: "wb-button wb-small", "aria-pressed": String(choice.on), onclick: () => link.act(choice.do) }, choice.label)), one.agree ? push(link, one.agree.label, one.agree.do, { small: true, primary: true }) : null),
    one.why ? h("div", { class: "wb-field" }, h("label", { for: why(one) }, _("Why (only if you like)")),
      slowBox(link, `why ${one.why.do.subject} ${one.id}`, one.why.value, { deed: "judge", wish: one.why.do, name: "rationale" }, { id: why(one), autocomplete: "off", ...written(link) })) : null);
  const list = h("ul", { class: "wb-cards" }, block.items.map(item));
  return block.folded ? h("details", {}, h("summary", {}, h("h2", {}, block.title)), h("p", { class: "wb-help" }, block.says), list) : [titled(block), list];
}

/** Each alignment that a newer version touches, and what the committee decides. */
export function review(link, block) {
  const item = (one) => h("li", { key: one.id, class: `wb-card wb-review${one.wanted ? " wb-asked" : ""}`, "data-leaves": true },
    h("div", { class: "wb-card-head" }, h("h3", nextUp, h("span", { class: "wb-code" }, one.code), ` ${one.name}`), h("span", { class: "wb-chip" }, one.change)),
    h("dl", { class: "wb-versions" }, h("div", {}, h("dt", {}, block.old), h("dd", { dir: "auto" }, one.old.code ? h("span", { class: "wb-code" }, one.old.code) : null, " ", one.old.text)),
      h("div", {}, h("dt", {}, block.new), h("dd", { dir: "auto" }, one.new ? [one.new.code ? h("span", { class: "wb-code" }, one.new.code) : null, " ", h("span", { class: "wb-diff" }, drawDiff(one.new.parts)), h("p", { class: "wb-quiet" }, one.new.why)] : h("span", { class: "wb-quiet" }, _("No counterpart was found."))))),
    one.reach ? h("p", { class: "wb-quiet" }, one.reach) : null,
    one.wanted ? h("p", { class: "wb-notice" }, one.wanted) : null,
    h("div", { class: "wb-actions", role: "group", "aria-label": _("Decide for {name}", { name: one.code || one.name }) }, one.actions.map((action) => push(link, action.label, action.do, { small: true, primary: action.primary, says: action.says, focus: action.focus }))));
  return [titled(block), block.items.length ? h("ul", { class: "wb-cards" }, block.items.map(item)) : h("p", { class: "wb-quiet" }, block.none)];
}

/** How a table is read: what each of its columns means, with an example of what stands in it. */
export function mapper(link, block) {
  const id = (name) => `wb-${link.state.shell}-${block.key}-${name.replace(" ", "-")}`;
  const change = (field, value) => link.act({ mapping: { name: field.name, value } });
  const one = (field) => h("li", { key: field.name, class: "wb-column" },
    h("div", {}, h("label", { for: id(field.name) }, field.label), field.help ? h("p", { class: "wb-help", dir: "auto", id: `${id(field.name)}-help` }, field.help) : null),
    h("select", { id: id(field.name), "aria-describedby": field.help ? `${id(field.name)}-help` : null, value: field.value, onchange: (event) => change(field, event.target.value) },
      field.choices.map(([value, label]) => h("option", { key: value, value }, label))));
  const [title, ...columns] = block.fields;
  const groups = [...new Set(columns.map((field) => field.group))];
  return [titled(block), h("div", { class: "wb-panel" },
    h("div", { class: "wb-field" }, h("label", { for: id(title.name) }, title.label), slowBox(link, `title ${block.file}`, title.value, { deed: "mapping", wish: { name: title.name }, name: "value", fleeting: true }, { id: id(title.name) })),
    groups.map((group) => {
      const rows = h("ul", { class: "wb-columns" }, columns.filter((field) => field.group === group).map(one));
      return groups.length > 1 ? h("details", { key: group }, h("summary", {}, _("Columns of {group}", { group })), rows) : rows;
    }))];
}

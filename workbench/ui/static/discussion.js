/* What people say of the thing selected: threads with their replies, proposed wordings, and what became of each. */

import { boxId, boxOf, boxTold } from "./boxes.js";
import { drawDiff } from "./changes.js";
import { h } from "./dom.js";
import { ask, when, written } from "./link.js";
import { mentionBox } from "./mentions.js";
import { N_, _, inlaid, ngettext, number } from "./say.js";
import { close, drawWording, reasonBox, toggle } from "./wording.js";

const FATES = [["accepted", N_("Accepted (will be done)")], ["declined", N_("Declined (it stays)")], ["deferred", N_("Deferred (later)")]];
const newBox = (link) => `comment ${link.state.discussion.thing}`;

export function drawDiscussion(link) {
  const talk = link.state.discussion;
  if (!talk) return null;
  const heading = h("h2", { tabindex: "-1", "data-talk": true }, _("Discussion"), h("span", { class: "wb-quiet", role: "status" }, talk.open.length ? ` ${ngettext("{n} open", "{n} open", talk.open.length)}` : null));
  const back = () => link.el.querySelector("[data-talk]")?.focus();
  const item = (one) => (one.sort === "thread" ? thread(link, one, back) : h("li", { key: one.key }, place(link, one), h("ul", {}, drawWording(link, one, back, one.about))));
  return h("section", { key: `discussion ${talk.thing}`, class: "wb-discussion", "aria-label": _("Discussion") }, heading,
    talk.open.length ? h("ul", { key: "open", class: "wb-threads" }, talk.open.map(item)) : h("p", { key: "none", class: "wb-quiet" }, _("Nothing is being discussed here.")),
    talk.may ? writing(link, talk) : null,
    talk.settled.length ? h("details", { key: "settled", class: "wb-resolved" }, h("summary", {}, _("Show resolved ({n})", { n: number(talk.settled.length) })), h("ul", { class: "wb-threads" }, talk.settled.map((one) => settled(link, one)))) : null);
}

/** What an item is about; a field can be gone to. */
function place(link, one) {
  if (!one.about) return null;
  const go = () => link.shout({ at: one.field });
  return h("p", { class: "wb-talk-about" }, one.field ? h("button", { type: "button", class: "wb-link", onclick: go }, one.about) : one.about);
}

const said = (link) => (one) =>
  h("li", { key: one.key, class: "wb-comment" },
    h("p", { class: "wb-said-by" }, h("b", {}, one.who), " ", h("time", { datetime: one.at, class: "wb-quiet" }, when(one.at))),
    h("p", { class: "wb-said-text", ...written(link) }, one.parts.map(([kind, text], index) => (kind === "name" ? h("b", { key: index, class: "wb-mentioned" }, text) : text))));

function thread(link, one, back) {
  const [reply, resolve] = [`reply ${one.key}`, `resolve ${one.key}`];
  const whose = one.comments[0].who;
  return h("li", { key: one.key, class: "wb-thread" }, place(link, one),
    h("ul", {}, one.comments.map(said(link))),
    link.state.discussion.may ? h("div", { class: "wb-talk-actions" }, toggle(link, reply, _("Reply"), _("Reply to {who}", { who: whose })), one.resolves ? toggle(link, resolve, _("Resolve"), _("Resolve what {who} says", { who: whose })) : null) : null,
    link.local[reply] ? replying(link, one, reply) : null,
    link.local[resolve] ? resolving(link, one, resolve, back) : null);
}

function replying(link, one, key) {
  const send = () => link.boxes.send(key, "reply", { to: one.key }, () => close(link, key));
  return h("form", { key, class: "wb-talk-form", "data-box": key, onsubmit: (event) => { event.preventDefault(); send(); } },
    mentionBox(link, { key, label: _("Your reply"), people: link.state.discussion.people, send, leave: () => close(link, key) }),
    h("button", { type: "submit", class: "wb-button wb-small" }, _("Send the reply")), boxTold(link.boxes.get(key)));
}

function resolving(link, one, key, back) {
  const box = link.boxes.get(key);
  const send = () => link.boxes.send(key, "resolve", { to: one.key, fate: FATES[0][0] }, back);
  const id = `${boxId(link, key)}-fate`;
  return h("form", { key, class: "wb-talk-form", "data-box": key, onsubmit: (event) => { event.preventDefault(); send(); } },
    h("label", { for: id }, _("What became of it")),
    h("select", { id, value: box.more.fate || FATES[0][0], onchange: (event) => link.boxes.type(key, box.text, { fate: event.target.value }) }, FATES.map(([fate, label]) => h("option", { key: fate, value: fate }, _(label)))),
    reasonBox(link, key, _("Why"), send),
    h("button", { type: "submit", class: "wb-button wb-small" }, _("Resolve it")), boxTold(box));
}

/** The box for something new: what it is about, and the words. */
function writing(link, talk) {
  const key = newBox(link);
  const { more } = link.boxes.get(key);
  const whole = `${talk.thing}/`;
  const about = `${more.thing || talk.thing}/${more.field || ""}`;
  const choices = [[whole, _("All of it")], ...talk.fields.map(([name, label]) => [`${talk.thing}/${name}`, label])];
  if (!choices.some(([one]) => one === about)) choices.push([about, more.name || _("The text chosen")]);
  const choose = (event) => {
    const [thing, field] = event.target.value.split(/\/(.*)/s);
    link.boxes.type(key, link.boxes.get(key).text, { thing, field });
  };
  const send = () => link.boxes.send(key, "comment", { thing: talk.thing });
  const id = `${boxId(link, key)}-about`;
  return h("form", { key: "new", class: "wb-talk-form wb-talk-new", onsubmit: (event) => { event.preventDefault(); send(); } },
    h("label", { for: id }, _("About")),
    h("select", { id, value: about, onchange: choose }, choices.map(([one, label]) => h("option", { key: one, value: one }, label))),
    mentionBox(link, { key, label: _("Comment"), people: talk.people, rows: 3, send }),
    h("p", { class: "wb-help" }, _("Type @ to mention somebody. Ctrl+Enter sends.")),
    h("button", { type: "submit", class: "wb-button wb-small" }, _("Send")), boxTold(link.boxes.get(key)));
}

function settled(link, one) {
  const by = [one.outcome, one.by && _("by {who}", { who: one.by }), when(one.settled)].filter(Boolean).join(", ");
  return h("li", { key: one.key, class: "wb-thread" },
    h("p", { class: "wb-outcome" }, h("strong", {}, `${by[0].toUpperCase()}${by.slice(1)}`), one.reason ? `: ${one.reason}` : ""),
    place(link, one),
    one.sort === "thread" ? h("ul", {}, one.comments.map(said(link)))
      : [h("p", { class: "wb-said-by" }, inlaid(_("{who} proposed"), { who: h("b", {}, one.who) })), h("p", { class: "wb-diff", ...written(link) }, drawDiff(one.parts)), one.why ? h("p", { class: "wb-quiet", ...written(link) }, one.why) : null],
    one.sort === "thread" && link.state.discussion.may ? h("button", { type: "button", class: "wb-link", onclick: () => ask(link, { reopen: { to: one.key } }) }, _("Reopen")) : null);
}

/** Begin a comment on a field that was chosen elsewhere. */
export function remark(link, { thing, field, name }) {
  if (!link.state.discussion) return;
  const key = newBox(link);
  link.boxes.type(key, link.boxes.get(key).text, { thing, field, name });
  boxOf(link, key)?.focus();
}

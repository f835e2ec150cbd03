/* The right: what the checks say of the thing selected, why and what to do; and how it came to be. */

import { makeBoxes } from "./boxes.js";
import { changesList } from "./changes.js";
import { drawDiscussion, remark } from "./discussion.js";
import { h } from "./dom.js";
import { ask, mount, written } from "./link.js";
import { _, ngettext } from "./say.js";

const SHAPE = { error: "■", warning: "▲", note: "●" };

function draw(link) {
  const { state } = link;
  const finding = (one) =>
    h("li", { key: one.place, class: `wb-finding wb-${one.severity}` },
      h("p", { class: "wb-severity" }, `${SHAPE[one.severity]} ${one.word}`, h("span", { class: "wb-rule" }, ` ${one.code}`)),
      one.about ? h("p", { class: "wb-quiet" }, one.about) : null,
      h("p", {}, one.message), h("p", { class: "wb-remedy" }, one.remedy),
      one.why ? h("details", {}, h("summary", {}, _("Why this matters")), one.why.map((paragraph) => h("p", {}, paragraph))) : null,
      one.fix && state.writes ? h("button", { type: "button", class: "wb-button", onclick: () => ask(link, { fix: one.key }) }, one.fix) : null,
      state.writes ? waiving(link, one) : null,
      one.others.map((other) => h("button", { key: other.id, type: "button", class: "wb-link", onclick: () => ask(link, { go: other }) }, _("Go to “{name}”", { name: other.name }))));
  const decided = (one) =>
    h("li", { key: `decided ${one.key}`, class: "wb-finding wb-decided" },
      h("p", { class: "wb-severity" }, _("✓ Left as it is until {until}", { until: one.until }), h("span", { class: "wb-rule" }, ` ${one.code}`)),
      h("p", {}, one.message), h("p", { class: "wb-quiet", ...written(link) }, `${one.reason} (${one.who})`),
      state.writes ? h("button", { type: "button", class: "wb-link", onclick: () => ask(link, { unwaive: one.key }) }, _("Take this decision back")) : null);
  if (state.folded) return drawFolded(link);
  for (const { key } of state.decided || []) recorded(link, key);
  const drafts = h("label", { key: "drafts", class: "wb-check wb-switch" },
    h("input", { type: "checkbox", checked: state.drafts, onchange: (event) => link.send({ look: { drafts: event.target.checked } }) }),
    h("span", {}, _("Also check what is still a draft")));
  return [
    h("h2", { key: "findings", tabindex: "-1", "data-home": true }, _("Findings")),
    h("div", { key: "list", "aria-live": "polite" }, state.findings?.length ? h("ul", { class: "wb-findings" }, state.findings.map(finding)) : h("p", { class: "wb-quiet" }, state.none)),
    state.decided?.length ? h("ul", { key: "decided", class: "wb-findings wb-stands" }, state.decided.map(decided)) : null,
    drafts,
    drawDiscussion(link), drawHistory(link, true),
  ];
}

function drawHistory(link, open) {
  const { history, selected } = link.state;
  return history ? h("details", { key: `history ${selected}`, class: "wb-history", once: { open } }, h("summary", {}, h("h2", {}, _("History"))), history.length ? changesList(link, history) : h("p", { class: "wb-quiet" }, _("Nobody has changed this yet."))) : null;
}

/** What is said of a thing, where the column beside it is taken: in one line until somebody wants it. */
function drawFolded(link) {
  const { discussion } = link.state;
  if (!discussion) return [];
  const open = discussion.open.length;
  const turn = (event) => { link.local.unfolded = event.target.open; };
  return [h("details", { key: "folded", class: "wb-folded", open: Boolean(link.local.unfolded), ontoggle: turn },
    h("summary", { "data-home": true }, _("Discussion and history"), open ? h("span", { class: "wb-quiet" }, ` ${ngettext("{n} open", "{n} open", open)}`) : null),
    drawDiscussion(link), drawHistory(link, false))];
}

/* By its place: a finding says something else as soon as somebody changes a word of what it is about. */
function waiving(link, one) {
  const key = `waive ${one.place}`;
  const { text, more: { until = "" } } = link.boxes.get(key);
  const send = (event) => {
    event.preventDefault();
    link.local[`sent ${one.key}`] = key;
    ask(link, { waive: { key: one.key, reason: text, until } });
  };
  return h("details", { key: "waive", class: "wb-waive", open: link.local[key] ?? Boolean(text), ontoggle: (event) => { link.local[key] = event.target.open; } }, h("summary", {}, _("Leave it as it is")),
    h("form", { onsubmit: send },
      h("p", { class: "wb-help" }, _("For what the committee decides to live with for a while. The decision is published with the framework.")),
      h("label", { class: "wb-field" }, _("Why"), h("textarea", { name: "reason", rows: "2", required: true, ...written(link), value: text, oninput: (event) => link.boxes.type(key, event.target.value) })),
      h("label", { class: "wb-field" }, _("Until, this day included"), h("input", { name: "until", type: "date", required: true, value: until, oninput: (event) => link.boxes.type(key, text, { until: event.target.value }) })),
      h("button", { type: "submit", class: "wb-button" }, _("Record the decision"))));
}

/** Let go of the reason for a decision, once there is a state that holds it. */
function recorded(link, finding) {
  const key = link.local[`sent ${finding}`];
  if (!key) return;
  link.boxes.forget(key);
  delete link.local[key];
  delete link.local[`sent ${finding}`];
}

function prepare(link) {
  link.boxes = makeBoxes(link);
  return {
    home: () => link.el.querySelector("[data-home]"),
    received(message) {
      if (message.away === false) link.boxes.again();
      if (message.heavy) link.boxes.shed();
      if (message.said) link.boxes.said(message.said);
    },
    drawn: () => link.boxes.begin(),
    heard(detail) {
      detail.collect?.push(...link.boxes.texts());
      if (detail.remark) {
        link.local.unfolded = true;
        if (link.state.folded) link.redraw();
        remark(link, detail.remark);
      }
    },
    closed: () => link.boxes.close(),
  };
}

export default { render: (given) => mount(given, "findings", draw, { prepare }) };

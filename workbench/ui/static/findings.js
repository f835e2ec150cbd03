/* The right: what the checks say of the thing selected, why and what to do; and how it came to be. */

import { changesList } from "./changes.js";
import { h } from "./dom.js";
import { mount } from "./link.js";

const SHAPE = { error: "■", warning: "▲", note: "●" };

function draw(link) {
  const { state } = link;
  const finding = (one) =>
    h("li", { key: one.key, class: `wb-finding wb-${one.severity}` },
      h("p", { class: "wb-severity" }, `${SHAPE[one.severity]} ${one.word}`, h("span", { class: "wb-rule" }, ` ${one.code}`)),
      one.about ? h("p", { class: "wb-quiet" }, one.about) : null,
      h("p", {}, one.message), h("p", { class: "wb-remedy" }, one.remedy),
      one.why ? h("details", {}, h("summary", {}, "Why this matters"), one.why.map((paragraph) => h("p", {}, paragraph))) : null,
      one.others.map((other) => h("button", { key: other.id, type: "button", class: "wb-link", onclick: () => ask(link, { go: other }) }, `Go to “${other.name}”`)));
  const drafts = h("label", { key: "drafts", class: "wb-check wb-switch" },
    h("input", { type: "checkbox", checked: state.drafts, onchange: (event) => link.send({ look: { drafts: event.target.checked } }) }),
    h("span", {}, "Also check what is still a draft"));
  return [
    h("h2", { key: "findings", tabindex: "-1", "data-home": true }, "Findings"),
    h("div", { key: "list", "aria-live": "polite" }, state.findings?.length ? h("ul", { class: "wb-findings" }, state.findings.map(finding)) : h("p", { class: "wb-quiet" }, state.none)),
    drafts,
    state.history ? h("details", { key: `history ${state.selected}`, class: "wb-history", once: { open: true } }, h("summary", {}, h("h2", {}, "History")), state.history.length ? changesList(state.history) : h("p", { class: "wb-quiet" }, "Nobody has changed this yet.")) : null,
  ];
}

function ask(link, message) {
  link.shout({ flush: true });
  link.send(message);
}

export default { render: (given) => mount(given, "findings", draw, { prepare: (link) => ({ home: () => link.el.querySelector("[data-home]") }) }) };

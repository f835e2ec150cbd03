/* The middle: the thing itself, the only place where one writes. */

import { h } from "./dom.js";
import { actionButton, drawBlock } from "./blocks.js";
import { typeInto } from "./catching.js";
import { makeDrafts } from "./drafts.js";
import { onlyId } from "./fields.js";
import { download, mount, written } from "./link.js";
import { askAgain, takePast } from "./past.js";
import { makeBoxes } from "./boxes.js";
import { proposalKeys } from "./proposals.js";
import { _ } from "./say.js";
import { lastVisit } from "./visits.js";

const SEARCH_PAUSE = 250;

function draw(link) {
  const { state } = link;
  link.local.since = lastVisit(link);
  link.drafts.land();
  const head = h("header", { key: "head", class: "wb-head" },
    // What is a thing is called as the committee calls it; pages, and those of the district's settings, as we do.
    h("h1", { tabindex: "-1", "data-home": true, ...(state.kind && state.kind !== "district" ? written(link) : {}) }, state.title),
    state.only ? h("p", { class: "wb-only", id: onlyId(link), role: "note" }, state.only) : null,
    state.where ? h("p", { class: "wb-where" }, state.where) : null,
    state.guide ? h("p", { class: "wb-help" }, state.guide.what, state.guide.why ? h("details", { key: state.kind, class: "wb-more" }, h("summary", {}, _("More")), h("span", {}, state.guide.why)) : null) : null);
  const actions = state.actions?.length ? h("div", { key: "actions", class: "wb-actions wb-main-actions", role: "group", "aria-label": _("Actions") }, state.actions.map((action) => actionButton(link, action))) : null;
  return [h("div", { key: `room ${state.room} ${state.id}`, class: "wb-work" }, head, (state.blocks || []).map((block) => drawBlock(link, block)), actions)];
}

function prepare(link) {
  link.drafts = makeDrafts(link);
  link.boxes = makeBoxes(link, link.drafts.tellLeft);
  const pauses = {};
  return {
    // Whatever is asked for, what was typed goes first.
    act(message) {
      link.drafts.flush();
      link.send(message);
    },
    later(name, task) {
      clearTimeout(pauses[name]);
      pauses[name] = setTimeout(task, SEARCH_PAUSE);
    },
    typing: (target) => Boolean(link.drafts.get(target.dataset?.key)) || !target.dataset?.key,
    // While a standard is looked for on the right, what it is for is the place to come back to.
    home: () => link.el.querySelector(".wb-asked [data-landing]") || link.el.querySelector("[data-home]") || link.el,
    received(message, buffers) {
      if (message.away === false) [link.drafts, link.boxes, link.local.sending].forEach((one) => one?.again());
      if (message.heavy && ![link.drafts.shed(), link.boxes.shed()].includes(true)) link.shout({ undone: _("Not done: this is more than can be sent at once. Send it in smaller parts.") });
      if (message.said) link.boxes.said(message.said);
      if (message.settled) link.drafts.settled(message.settled);
      if (message.history) takePast(link, message.history);
      if (message.uploaded) link.uploaded?.(message.uploaded);
      if (message.file) download(link.el.ownerDocument, message.file, buffers[0]);
    },
    heard(detail) {
      if (detail.flush) link.drafts.flush();
      if (detail.missing) link.drafts.miss(detail.missing);
      if (detail.drop) link.drafts.drop(detail.drop);
      detail.collect?.push(...link.drafts.texts(), ...link.boxes.texts());
      if (detail.typed && !typeInto(link.el.ownerDocument.activeElement, detail.typed)) link.shout({ stray: detail.typed });
      if (detail.at) [...link.el.querySelectorAll("[data-key]")].find((one) => one.dataset.key === detail.at)?.focus();
    },
    drawn() {
      const { focus, id } = link.state;
      if (link.local.thing !== undefined && link.local.thing !== id) link.el.scrollTop = 0;
      link.local.thing = id;
      const number = focus?.n || 0;
      const fresh = link.local.focus !== undefined && link.local.focus !== number;
      link.local.focus = number;
      if (fresh) {
        [...link.el.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focus.key)?.focus();
        link.shout({ landed: true });
      }
      link.drafts.stated();
      link.boxes.begin();
      askAgain(link);
      grow(link.el);
    },
    keys: (event) => proposalKeys(link, event),
    closed() {
      link.drafts.close();
      link.boxes.close();
    },
  };
}

/** Where the browser cannot size a field by its content, do it by hand. */
function grow(el) {
  if (typeof CSS !== "undefined" && CSS.supports("field-sizing", "content")) return;
  for (const area of el.querySelectorAll("textarea")) {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  }
}

export default { render: (given) => mount(given, "editor", draw, { prepare, social: true }) };

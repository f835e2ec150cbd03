/* Who is here and who writes where, as the host tells it. A host without such news never does, and all stays as it is. */

import { h } from "./dom.js";
import { _, inlaid, ngettext } from "./say.js";

const EVERY = 250;
const SHOWN_MOST = 20000; // Letters of a growing text that the others are shown.

/** Who else writes in a field, or wrote what is saved but not shown here yet. */
export function writer(link, key) {
  return link.presence?.leases.find((one) => one.key === key && !(one.saved && one.saved <= link.state.revision));
}

/** Who has a field closed here while they write. A box in which I write, or stand ready to, is never shut before me:
    letters would be lost. Whoever comes to one that is closed waits until it opens. */
export function closer(link, key) {
  const { activeElement } = link.el.ownerDocument;
  const open = activeElement?.dataset?.key === key && !activeElement.readOnly;
  return open || link.drafts.get(key) ? undefined : writer(link, key);
}

/** The tab at the edge of a field that somebody else writes in. */
export function drawWriter(one) {
  return one ? h("span", { key: "writer", class: "wb-writer" }, inlaid(_("{who} is writing here"), { who: h("b", {}, one.name) })) : null;
}

/** Tells the host what grows under one's hands, not with every letter. */
export function makeTelling(link) {
  const pauses = new Map();
  const told = new Map();
  const tell = (key, text) => {
    told.set(key, Date.now());
    pauses.delete(key);
    link.send({ writing: { key, text: text.slice(0, SHOWN_MOST) } });
  };
  return {
    grows(key, text) {
      if (!link.presence || typeof text !== "string") return;
      clearTimeout(pauses.get(key));
      const wait = EVERY - (Date.now() - (told.get(key) || 0));
      if (wait <= 0) tell(key, text);
      else pauses.set(key, setTimeout(() => tell(key, text), wait));
    },
    rests(key, saved = 0) {
      clearTimeout(pauses.get(key));
      pauses.delete(key);
      if (told.delete(key)) link.send({ rest: { key, saved } });
    },
  };
}

/** Everybody who is here, behind how many there are; and the way to the pages about people, and out. */
export function drawPeople(link) {
  const here = link.presence?.here || [];
  if (!here.length) return null;
  const rooms = new Map((link.state.rooms || []).map((one) => [one.key, one.title]));
  const shut = (event) => {
    if (event.key !== "Escape" || !event.currentTarget.open) return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary").focus();
  };
  return h("details", { key: "people", class: "wb-here", onkeydown: shut }, h("summary", {}, ngettext("{n} here", "{n} here", here.length)),
    h("div", { class: "wb-here-box" },
      h("ul", { class: "wb-list" }, here.map((one) =>
        h("li", { key: one.seat }, h("b", {}, one.name), one.me ? ` ${_("(you)")}` : "", h("span", { class: "wb-quiet" }, rooms.get(one.room) || _("just came in"))))),
      ways(link)));
}

/** Where a host has pages beside the rooms: who leads can invite, everybody can go. The host asks again who may. */
function ways(link) {
  const { root } = link.presence;
  if (root === undefined) return null;
  const way = (page, label) => h("a", { key: page, class: "wb-button wb-small", href: `${root}/${page}` }, label);
  return h("div", { class: "wb-ways-out" },
    link.state.leads ? [way("people", _("Invite people")), way("reach", _("Can others reach me?"))] : null,
    h("form", { method: "post", action: `${root}/leave`, onsubmit: () => link.shout({ flush: true }) }, h("button", { class: "wb-button wb-small" }, _("Leave"))));
}

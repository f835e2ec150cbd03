/* The head of every room: whose framework it is, whether it is saved, where one can go. */

import { drawCopying } from "./copying.js";
import { h } from "./dom.js";
import { ask, download, mount, when, written } from "./link.js";
import { drawPeople } from "./presence.js";
import { _ } from "./say.js";
import { drawStray, drawUndone, makeUndone } from "./undone.js";

const HEARTBEAT = 15000;
const SEARCH_PAUSE = 200;

function draw(link) {
  const { state, local } = link;
  const room = (one) =>
    h("li", { key: one.key }, h("button", { type: "button", class: "wb-room-link", "aria-current": one.current ? "page" : null, onclick: () => ask(link, { room: one.key }) }, one.title));
  const tool = (label, message) => h("button", { type: "button", class: "wb-button wb-small", onclick: () => ask(link, message) }, label);
  return [
    h("div", { key: "top", class: "wb-top" },
      h("div", { class: "wb-brand" }, h("b", written(link), state.district), h("span", { class: "wb-quiet" }, state.document)),
      h("span", { class: `wb-status wb-status-${local.away || local.ended ? "away" : local.status || "saved"}`, role: "status" }, statusWords(link)),
      local.status === "held" && local.held ? h("button", { key: "held", type: "button", class: "wb-link", onclick: () => ask(link, { go: { id: local.held } }) }, _("Go to it")) : null,
      drawCopying(link), drawPeople(link), drawLanguages(link),
      h("div", { class: "wb-tools", role: "group", "aria-label": _("Tools") },
        state.writes ? [tool(_("Undo"), { undo: true }), tool(_("Redo"), { redo: true })] : null,
        h("button", { type: "button", class: "wb-button wb-small", "aria-keyshortcuts": "Control+K", onclick: () => open(link, "find") }, _("Find")),
        h("button", { type: "button", class: "wb-button wb-small", "aria-keyshortcuts": "?", onclick: () => open(link, "keys") }, _("Keys")))),
    h("nav", { key: "rooms", "aria-label": _("Rooms") }, h("ul", { class: "wb-rooms" }, (state.rooms || []).map(room))),
    h("div", { key: "message", class: "wb-message", role: "status" }, drawUndone(link) || (state.message ? [h("span", {}, state.message.text), state.message.undo ? tool(_("Undo"), { undo: true }) : null, tool(_("Close"), { look: { message: null } })] : null)),
    drawStray(link),
    drawFind(link), drawKeys(link),
  ];
}

/** In which language the rooms speak: each by its own name, in itself. */
function drawLanguages(link) {
  const { language, languages = [] } = link.state;
  const option = ([tag, name]) => h("option", { key: tag, value: tag, lang: tag }, name);
  return h("select", { key: "language", class: "wb-language", "aria-label": _("Language"), value: language, onchange: (event) => link.send({ language: event.target.value }) }, languages.map(option));
}

function statusWords(link) {
  const { saved, ever } = link.state;
  const words = {
    saving: _("Saving"),
    away: _("Not saved yet: reconnecting, your text is kept here"),
    waits: _("Not saved yet: your text is kept here and tried again"),
    held: link.local.held ? _("Not saved: one text needs your decision") : _("Not saved: somebody removed what you wrote in"),
  };
  if (link.local.ended) return link.local.status ? _("Not saved: your text is kept here, copy it") : _("Nothing more is saved here");
  if (link.local.away) return link.local.status ? words.away : _("Reconnecting: what you type is kept here");
  return words[link.local.status] || (saved ? _("✓ Saved {when}", { when: when(saved) }) : ever || "");
}

function drawFind(link) {
  const { state, local } = link;
  const type = (event) => {
    clearTimeout(local.pause);
    const words = event.target.value;
    local.pause = setTimeout(() => link.send({ look: { find: words } }), SEARCH_PAUSE);
  };
  const results = state.found || [];
  const step = (event) => {
    // A search field that holds words would keep Escape for itself.
    if (event.key === "Escape") {
      event.preventDefault();
      close(link, "find");
      return;
    }
    const items = [...event.currentTarget.querySelectorAll("input, li button")];
    const place = items.indexOf(event.target);
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    items[Math.max(0, Math.min(place + move, items.length - 1))].focus();
  };
  return h("dialog", { key: "find", class: "wb-dialog", "aria-label": _("Find anything"), onkeydown: step },
    h("label", { for: `wb-${state.shell}-find` }, _("Find anything")),
    h("input", { id: `wb-${state.shell}-find`, type: "search", placeholder: _("A word or a code"), oninput: type }),
    h("p", { class: "wb-quiet", role: "status" }, state.found_says || _("Type a word of a title or text, or a code.")),
    h("ul", { class: "wb-list" }, results.map((one) => h("li", { key: one.id },
      h("button", { type: "button", class: "wb-row-link", onclick: () => { close(link, "find"); ask(link, { go: one }); } },
        one.code ? h("span", { class: "wb-code" }, one.code) : null, h("span", { class: "wb-row-name", ...written(link) }, one.name), h("span", { class: "wb-quiet" }, one.says))))),
    h("div", { class: "wb-actions" }, h("button", { type: "button", class: "wb-button", onclick: () => close(link, "find") }, _("Close"))));
}

function drawKeys(link) {
  const shut = (rest) => h("button", { ...rest, type: "button", onclick: () => close(link, "keys") }, _("Close"));
  // It begins at its heading: with the focus on the one button below the list it would open at its end.
  return h("dialog", { key: "keys", class: "wb-dialog", "aria-label": _("Keys") },
    h("div", { class: "wb-dialog-head" }, h("h2", { tabindex: "-1", "data-home": true }, _("Keys")), shut({ class: "wb-button wb-small" })),
    (link.state.keys || []).map(([title, pairs]) => [h("h3", { key: title }, title), h("dl", { key: `${title} list`, class: "wb-keys" }, pairs.map(([key, says]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, says))))]),
    h("div", { class: "wb-actions" }, shut({ class: "wb-button" })));
}

const dialog = (link, name) => link.el.querySelectorAll("dialog")[name === "find" ? 0 : 1];

function open(link, name) {
  const box = dialog(link, name);
  if (!box.open) box.showModal();
  if (name === "find") box.querySelector("input").select();
  else box.querySelector("h2").focus();
}

const close = (link, name) => dialog(link, name).close();

function bringIntoSight(link) {
  const shell = link.el.closest(".wb-shell");
  const box = shell?.getBoundingClientRect();
  if (box && box.bottom > link.el.ownerDocument.defaultView.innerHeight) shell.scrollIntoView({ block: "start" });
}

function prepare(link) {
  const doc = link.el.ownerDocument;
  const undone = makeUndone(link);
  // What other people wrote is picked up while this page is looked at; a host that tells who is here sends it by itself.
  const beat = setInterval(() => !link.presence && doc.visibilityState === "visible" && link.el.isConnected && link.send({ look: {} }), HEARTBEAT);
  return {
    home: () => link.el.querySelector("[aria-current]") || link.el,
    drawn() {
      undone.begin();
      if (link.local.seen) return;
      link.local.seen = true;
      // A room that was just opened comes into sight as a whole; its host may have put it below the fold.
      doc.defaultView.requestAnimationFrame(() => bringIntoSight(link));
    },
    heard(detail) {
      undone.heard(detail);
      if (detail.open) open(link, detail.open);
      if (detail.status !== undefined && ["status", "held", "gone"].some((name) => detail[name] !== link.local[name])) {
        Object.assign(link.local, { status: detail.status, held: detail.held, gone: detail.gone });
        link.redraw();
      }
    },
    received(message, buffers) {
      if (message.away !== undefined || message.ended) {
        Object.assign(link.local, { away: Boolean(message.away), ended: Boolean(message.ended) });
        link.redraw();
      }
      if (message.missing) link.shout({ missing: message.missing });
      if (message.file) download(doc, message.file, buffers[0]);
    },
    closed() {
      clearInterval(beat);
      undone.close();
      clearTimeout(link.local.copying);
    },
  };
}

export default { render: (given) => mount(given, "header", draw, { prepare, social: true }) };

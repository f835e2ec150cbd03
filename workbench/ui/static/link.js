/* The tie between one pane and its Python side, and between the panes of one room: state comes in,
   messages go out, and no pane knows the page that hosts it. */

import { makeCatcher } from "./catching.js";
import { patch, takesText } from "./dom.js";
import { _, manner, speak } from "./say.js";

/** Keep a pane drawn. `draw(link)` describes its content; `extras` adds what the pane hears and does with keys. */
export function mount({ model, el }, name, draw, extras = {}) {
  const doc = el.ownerDocument;
  const link = { name, el, local: {}, heard: () => {}, received: () => {}, drawn: () => {}, keys: () => false, home: () => el };
  link.typing = () => true; // A text that is no field is not saved letter by letter: the browser takes it back.
  Object.defineProperty(link, "state", { get: () => model.get("state") || {} });
  const channel = () => `workbench-${link.state.shell}`;
  const catcher = makeCatcher(doc, (node) => el.closest(".wb-shell")?.contains(node), (stray, waited) => link.shout({ stray, waited }));
  link.send = (message, buffers) => {
    try {
      model.send(message, undefined, buffers);
    } catch {
      // The server is away; who needs an answer waits for it and tries again, and everything else is to be asked anew.
      if (isDeed(message)) missed(link);
      return false;
    }
    if (message.add) catcher.begin();
    if (isDeed(message)) link.shout({ undone: "" });
    return true;
  };
  link.shout = (detail) => doc.dispatchEvent(new CustomEvent(channel(), { detail: { ...detail, from: name } }));
  link.redraw = () => redraw(link, draw);
  Object.assign(link, extras.prepare ? extras.prepare(link) : {});

  el.classList.add("wb-pane", `wb-${name}`);
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  const hear = (event) => {
    if (event.detail.focus === name) link.home()?.focus();
    const typed = event.detail.landed && catcher.end();
    if (typed) link.shout({ typed });
    link.heard(event.detail);
  };
  const answer = (message, buffers) => {
    if (message.presence) link.presence = message.presence;
    if (message.presence && extras.social) link.redraw();
    else if (!message.presence) link.received(message, buffers);
  };
  const keydown = (event) => pressed(event, link);
  const listening = channel();
  doc.addEventListener(listening, hear);
  el.addEventListener("keydown", keydown);
  model.on("change:state", link.redraw);
  model.on("msg:custom", answer);
  link.redraw();
  return () => {
    catcher.end();
    doc.removeEventListener(listening, hear);
    el.removeEventListener("keydown", keydown);
    model.off("change:state", link.redraw);
    model.off("msg:custom", answer);
    if (link.closed) link.closed();
  };
}

const QUIET = new Set(["edit", "writing", "rest", "upload", "branch", "search", "standard", "reveal", "field_history"]);

/** Whether somebody asks for it once: it is neither sent again by itself, like a text that is kept, nor a question. */
function isDeed(message) {
  const [[kind, wish]] = Object.entries(message);
  return !QUIET.has(kind) && !wish?.box && !(kind === "look" && !Object.keys(wish).length);
}

/** Say that something is not done, and show no choice as made that is not. */
function missed(link) {
  link.shout({ undone: _("Not done: the line to the server is down. Try again when it is back.") });
  link.redraw();
}

/** A box that goes is left, which asks to be drawn anew in the midst of drawing: that is done behind it. */
function drawAll(link, draw) {
  link.drawing = true;
  try {
    do {
      link.due = false;
      patch(link.el, draw(link));
    } while (link.due);
  } finally {
    link.drawing = false;
  }
}

function redraw(link, draw) {
  if (link.drawing) {
    link.due = true;
    return;
  }
  const { el } = link;
  const doc = el.ownerDocument;
  const active = el.contains(doc.activeElement) ? doc.activeElement : null;
  const place = active && placeInList(active);
  hearIn(link);
  drawAll(link, draw);
  if (active && doc.activeElement !== active) {
    // What had the focus was moved or is gone: give it back, or give it to the head of this pane.
    if (el.contains(active)) active.focus({ preventScroll: true });
    else if (!el.contains(doc.activeElement)) landing(place) || goHome(link);
  }
  link.drawn();
}

/** Give the focus to the head of this pane; where nothing is left of the pane, to that of the page. */
function goHome(link) {
  const home = link.home();
  if (home) home.focus({ preventScroll: true });
  // The panes after this one are not drawn yet.
  else queueMicrotask(() => link.shout({ focus: ["editor", "overview"].find((one) => link.state.columns?.includes(one)) }));
}

/** Speak the reader's language, and tell screen readers which it is. */
function hearIn({ el, name, state }) {
  speak(state);
  for (const node of [el, name === "header" ? el.closest(".wb-shell") : null]) {
    node?.setAttribute("lang", state.language || "en");
    node?.setAttribute("dir", state.direction || "ltr");
  }
}

const MIRRORED = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

/** The key as one reads: where a language is written from right to left, what comes next lies on the left. */
export const readKey = (link, event) => (link.state.direction === "rtl" && MIRRORED[event.key]) || event.key;

/** What marks a text as the committee's own: written in their language, whichever the reader's is. */
export const written = (link) => ({ lang: link.state.written || null, dir: "auto" });

/** Where the focus stands in a list whose rows go when they are dealt with. */
function placeInList(active) {
  const row = active.closest("[data-leaves]");
  return row && { list: row.parentElement, index: [...row.parentElement.children].indexOf(row) };
}

/** Put the focus on the row that took the place of the one that is gone; tell whether there is one. */
function landing(place) {
  if (!place?.list.isConnected) return false;
  const next = place.list.children[Math.min(place.index, place.list.children.length - 1)];
  const target = next?.querySelector("[data-landing]");
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
  return Boolean(target);
}

function pressed(event, link) {
  // Inside a room the host's own shortcuts are off; what a room does not know stays the browser's.
  event.stopPropagation();
  if (event.defaultPrevented || link.keys(event)) return;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const typing = takesText(event.target);
  let done = true;
  if (event.key === "F6") link.shout({ focus: neighbour(link, event.shiftKey ? -1 : 1) });
  else if (command && key === "k") link.shout({ open: "find" });
  else if (event.key === "?" && !typing) link.shout({ open: "keys" });
  else if (link.state.writes && command && (key === "z" || key === "y") && !(typing && link.typing(event.target))) {
    link.send(key === "y" || event.shiftKey ? { redo: true } : { undo: true });
  } else done = false;
  if (done) event.preventDefault();
}

function neighbour(link, step) {
  const columns = link.state.columns || ["editor"];
  const place = columns.indexOf(link.name);
  if (place < 0) return columns[step > 0 ? 0 : columns.length - 1];
  return columns[(place + step + columns.length) % columns.length];
}

/** Ask for something; what was typed anywhere goes first. */
export function ask(link, message) {
  link.shout({ flush: true });
  return link.send(message);
}

/** "10:42" today, "Yesterday", or the date, in the reader's own manner. */
export function when(iso) {
  const moment = new Date(iso);
  if (!iso || Number.isNaN(moment.getTime())) return "";
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(moment).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return moment.toLocaleTimeString(manner(), { hour: "numeric", minute: "2-digit" });
  if (days === 1) return _("Yesterday");
  return moment.toLocaleDateString(manner(), { day: "numeric", month: "long", ...(days > 300 ? { year: "numeric" } : {}) });
}

/** Hand a file to the reader. */
export function download(doc, name, bytes) {
  const url = URL.createObjectURL(new Blob([bytes]));
  const anchor = doc.createElement("a");
  anchor.href = url;
  anchor.download = name;
  doc.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

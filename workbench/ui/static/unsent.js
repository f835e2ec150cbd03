/* What was typed and is not known to be with the project, as this browser keeps it: it outlives the page, the window
   and the machine's sleep. Each page keeps its own; what a page left behind is taken up by the next one of the same
   person, and what an open page still holds is left to that one. */

import { _, number } from "./say.js";

const CHANNEL = "workbench-unsent";
const REPLY = 400;
const LETTERS = 200000; // Characters of one text.
const HEAVY = 1000000; // Characters of a message that may be what cut the line.

/** What is said of a text that is longer than is sent; nothing of any other. */
export function tooMuch(text) {
  if (typeof text !== "string" || text.length <= LETTERS) return "";
  return _("This text has {n} characters, and at most {most} can be saved in one place. Shorten it.", { n: number(text.length), most: number(LETTERS) });
}

/** What is said of a message that may be what the server cut the line for: it is not sent again. */
export const tooHeavy = (message) => (JSON.stringify(message).length > HEAVY ? _("This text is too long to be sent. Shorten it.") : "");

/** `sort` tells kinds of text apart; `take` is given each text that was left behind, and tells whether it took it. */
export function makeUnsent(link, sort, take) {
  const doc = link.el.ownerDocument;
  const mine = [...crypto.getRandomValues(new Uint32Array(3))].join("-");
  const live = new Set([mine]);
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  let place = null; // Whose texts these are. A page that lost its line still knows.
  let began = false;

  /** The storage, or a stand-in where the browser forbids it: the text is still in its field. */
  const storage = () => {
    try {
      return doc.defaultView.localStorage;
    } catch {
      return { length: 0, getItem: () => null, setItem() {}, removeItem() {} };
    }
  };
  const name = (page, key) => JSON.stringify([CHANNEL, sort, ...place, page, key]);

  function* all() {
    const held = storage();
    const names = Array.from({ length: held.length }, (_one, index) => held.key(index));
    for (const one of names.filter((each) => each.startsWith(`["${CHANNEL}"`) && held.getItem(each))) {
      const [, kind, project, person, page, key] = JSON.parse(one);
      if (kind === sort && project === place[0] && person === place[1]) yield { name: one, page, key, ...JSON.parse(held.getItem(one)) };
    }
  }

  function keep(key, text, left = false) {
    if (!place) return;
    try {
      storage().setItem(name(mine, key), JSON.stringify({ text, left }));
    } catch { /* Storage is full: the text is still in its field. */ }
  }
  const forget = (key) => place && storage().removeItem(name(mine, key));

  /** Take up, once, what earlier pages left; ask the others first whether they are still there. */
  function begin() {
    const { project, me } = link.state;
    if (began || !project) return;
    began = true;
    place = [project, me || ""];
    takeUp();
    if (![...all()].some((one) => !live.has(one.page))) return;
    channel?.postMessage({ who: true });
    setTimeout(() => takeUp((one) => !live.has(one.page)), REPLY);
  }

  function takeUp(gone = () => false) {
    for (const one of all()) {
      if (!(one.left || gone(one)) || one.page === mine || !take(one.key, one.text)) continue;
      storage().removeItem(one.name);
      keep(one.key, one.text);
    }
    link.redraw();
  }

  /** The page goes, or comes back as it was: its texts are anybody's, or its own again. */
  const mark = (left) => () => place && [...all()].filter((one) => one.page === mine).forEach((one) => keep(one.key, one.text, left));
  const [release, hold] = [mark(true), mark(false)];
  if (channel) channel.onmessage = ({ data }) => (data.who ? channel.postMessage({ here: mine }) : live.add(data.here));
  doc.defaultView.addEventListener("pagehide", release);
  doc.defaultView.addEventListener("pageshow", hold);
  function close() {
    release();
    channel?.close();
    doc.defaultView.removeEventListener("pagehide", release);
    doc.defaultView.removeEventListener("pageshow", hold);
  }
  return { begin, keep, forget, close };
}

/* What is written into a box that is sent as a whole: a comment, a reason, a proposal. It stays in the browser until
   the project has it, is sent again while no answer comes, and outlives the page in its browser. */

import { h } from "./dom.js";
import { ask } from "./link.js";
import { _ } from "./say.js";
import { makeUnsent, tooHeavy, tooMuch } from "./unsent.js";

const ANSWER = 5000;
const AGAIN = 10000; // After it was refused for what passes.

/** `told` is called when there is more, or less, in boxes that are sent by themselves. */
export function makeBoxes(link, told = () => {}) {
  const boxes = new Map();
  const unsent = makeUnsent(link, `box ${link.name}`, (key, box) => {
    if (boxes.get(key)?.text) return false;
    boxes.set(key, box);
    if (box.slow) leave(key);
    told();
    return true;
  });

  /** The box of this name: its `text`, what goes with it (`more`), and how sending it went (`sent`, `away`, `error`). */
  function get(key) {
    if (!boxes.has(key)) boxes.set(key, { text: "", more: {} });
    return boxes.get(key);
  }

  const keep = (key, { text, more, id, slow }) => slow?.fleeting || unsent.keep(key, { text, more, id, slow });

  function rest(box) {
    clearTimeout(box.watch);
    clearTimeout(box.pause);
  }

  function forget(key) {
    rest(boxes.get(key) || {});
    boxes.delete(key);
    unsent.forget(key);
  }

  /** Note what was typed, and what goes with it. */
  function type(key, text, more = {}) {
    const box = get(key);
    Object.assign(box, { text, more: { ...box.more, ...more }, error: "" });
    keep(key, box);
    link.redraw();
  }

  /** Note what was typed into a box without a button: it is sent once it is left, as the `deed` with its `wish`, in
      which the text is called `name`. A `fleeting` one means nothing to another page. */
  function grow(key, text, slow) {
    get(key).slow = slow;
    type(key, text);
    told();
  }

  function leave(key) {
    const { slow, text } = get(key);
    if (slow) send(key, slow.deed, { ...slow.wish, [slow.name]: text.trim() });
  }

  const waiting = () => [...boxes.values()].some((box) => box.slow && !box.error);

  /** Send what is in the box as `deed`, with `wish`; `done` is called once the project has it. */
  function send(key, deed, wish, done = () => {}) {
    const box = get(key);
    if (box.sent) return;
    box.error = [box.text, ...Object.values(box.more)].map(tooMuch).find(Boolean) || "";
    if (box.error) {
      link.redraw();
      return;
    }
    box.id ||= newId(); // Said twice under one identifier, it is there once.
    box.sent = { deed, done, wish: { ...wish, ...box.more, text: box.text, id: box.id, box: key } };
    keep(key, box);
    deliver(box);
  }

  function deliver(box) {
    rest(box);
    box.away = !ask(link, { [box.sent.deed]: box.sent.wish }) || Boolean(box.watch);
    box.watch = setTimeout(() => deliver(box), ANSWER);
    link.redraw();
  }

  /** What cannot be written now is tried again by itself, as a text in a field is. */
  function putOff(box, words) {
    Object.assign(box, { away: false, watch: 0, error: words });
    box.pause = setTimeout(() => deliver(box), AGAIN);
    link.redraw();
  }

  /** Take the project's answer. */
  function said({ box: key, refused, later }) {
    const box = boxes.get(key);
    if (!box?.sent) return;
    const { done, wish } = box.sent;
    rest(box);
    if (later) return putOff(box, refused);
    Object.assign(box, { sent: null, away: false, watch: 0, error: refused || "" });
    if (!refused && box.text === wish.text) forget(key);
    else if (!refused) Object.assign(box, { id: "" }); // Something was written since: that is another one.
    if (!refused && boxes.get(key)?.slow) leave(key);
    if (box.slow) told();
    link.redraw();
    if (!refused) done();
  }

  /** The line is back: what waits for an answer is sent again at once. */
  const again = () => boxes.forEach((box) => box.sent && deliver(box));
  /** The line was cut for too long a message; tell whether one of these may be it, which then is not sent again. */
  function shed() {
    const long = [...boxes.values()].filter((box) => box.sent && tooHeavy(box.sent.wish));
    for (const box of long) {
      rest(box);
      Object.assign(box, { error: tooHeavy(box.sent.wish), sent: null, away: false, watch: 0 });
    }
    return long.length > 0;
  }
  const texts = () => [...boxes.values()].filter((box) => box.text.trim()).map((box) => [_("Not sent yet"), box.text]);
  const close = () => {
    unsent.close();
    boxes.forEach(rest);
  };
  return { get, type, grow, leave, waiting, send, said, forget, begin: unsent.begin, again, shed, texts, close };
}

/** The id of a box's element; the same box may be open in two panes. */
export const boxId = (link, key) => `wb-${link.state.shell}-${link.name}-${key.replace(/\W+/g, "-")}`;

/** The element of a box. */
export const boxOf = (link, key) => link.el.querySelector(`#${boxId(link, key)}`);

/** What is told under a box. */
export function boxTold(box) {
  const words = box.away ? _("Not sent yet: reconnecting, your text is kept here.") : box.error ? `${box.error} ${_("Your text is kept here.")}` : "";
  return h("div", { class: "wb-told", role: "status" }, words);
}

/** A new identifier (UUID); crypto.randomUUID is not there on a page without encryption. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

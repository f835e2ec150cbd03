/* What has been typed and is not yet known to be saved. Nothing here is ever thrown away but by an
   answer of the project: a text waits, is sent, is sent again, and outlives the page in its browser. */

import { newId } from "./boxes.js";
import { makeTelling } from "./presence.js";
import { makeUnsent, tooHeavy, tooMuch } from "./unsent.js";

const PAUSE = 400;
const PATIENCE = 5000;
const SOON = 500; // What cannot be saved now is tried again: soon, then more seldom.
const SELDOM = 10000;

export function makeDrafts(link) {
  const drafts = new Map();
  const resting = new Map();
  const doc = link.el.ownerDocument;
  const telling = makeTelling(link);
  let number = 0;
  let wrote = null; // Whether one might write when the page was drawn last.

  const keep = (key, draft) => {
    const { id, field, label, value, old, base, edit } = draft;
    unsent.keep(key, { id, field, label, value, old, base, edit });
  };
  const unsent = makeUnsent(link, "field", (key, text) => {
    if (drafts.has(key)) return false; // What is being typed here goes first; the other one waits for the next page.
    drafts.set(key, text);
    send(key);
    return true;
  });
  const forget = (key) => {
    clearTimeout(drafts.get(key)?.pause);
    clearTimeout(drafts.get(key)?.watch);
    drafts.delete(key);
    telling.rests(key);
    unsent.forget(key);
    tellLeft();
  };
  /** What is left to do, as the head tells it: a text that needs a decision is not hidden by one that is saved. */
  const left = () => {
    const open = [...drafts.values()].filter((one) => !one.saved);
    return open.some((one) => one.conflict || one.error) ? "held" : open.some((one) => one.waits) ? "waits" : open.length || link.boxes?.waiting() ? "saving" : "";
  };

  /** Tell the head, with the thing of which a text needs a decision, and one that has a text and is here no more. */
  function tellLeft() {
    const held = [...drafts.values()].filter((one) => !one.saved && (one.conflict || one.error));
    link.shout({ status: left(), held: held.find((one) => !one.gone)?.id, gone: held.find((one) => one.gone)?.id });
  }

  function begin(field) {
    const found = drafts.get(field.key);
    if (found) return found;
    const draft = { id: field.id, field: field.field, label: field.says || field.label, old: field.value, base: link.state.revision, value: field.value };
    drafts.set(field.key, draft);
    return draft;
  }

  function type(field, value) {
    const draft = begin(field);
    Object.assign(draft, { value, error: tooMuch(value), gone: false, saved: null });
    keep(field.key, draft);
    telling.grows(field.key, value);
    clearTimeout(draft.pause);
    if (draft.conflict) return link.redraw();
    draft.pause = setTimeout(() => send(field.key), PAUSE);
    if (draft.waits || draft.error) tellLeft();
    else link.shout({ status: "saving" });
    return link.redraw();
  }

  function choose(field, value) {
    type(field, value);
    send(field.key);
  }

  function send(key) {
    const draft = drafts.get(key);
    if (!draft || draft.conflict || draft.error || draft.saved) return;
    clearTimeout(draft.pause);
    if (draft.sent) return; // One at a time a field; the answer sends what was typed since.
    draft.error = tooMuch(draft.value);
    if (draft.error) {
      tellLeft();
      link.redraw();
      return;
    }
    number += 1;
    // What was sent and not answered, perhaps by a page that is gone, goes first and by the same name.
    draft.edit ||= { name: newId(), value: draft.value };
    draft.sent = { n: number, value: draft.edit.value };
    keep(key, draft);
    deliver(key, draft);
  }

  function deliver(key, draft) {
    const { id, field, old, base, sent, edit } = draft;
    const away = !link.send({ edit: { key, id, field, value: sent.value, old, base, n: sent.n, edit: edit.name } });
    if (away) link.shout({ status: "away" });
    clearTimeout(draft.watch);
    draft.watch = setTimeout(() => {
      if (!draft.waits) link.shout({ status: "away" });
      deliver(key, draft); // By its name the project knows what it has done already.
    }, PATIENCE);
  }

  /** The file is held by another program, the disk is full, a role was changed: that passes, and the text waits. */
  function putOff(key, draft, words) {
    clearTimeout(draft.watch);
    Object.assign(draft, { waits: words, tries: (draft.tries || 0) + 1 });
    draft.watch = setTimeout(() => deliver(key, draft), Math.min(SELDOM, SOON * 2 ** draft.tries));
    tellLeft();
    link.redraw();
  }

  /** Take the project's answer to one edit. */
  function settled({ key, n, conflict, refused, later, gone, revision, merged }) {
    const draft = drafts.get(key);
    // An edit that was sent twice may be refused once, and taken all the same.
    const late = revision !== undefined && !draft?.sent && draft?.refused;
    const sent = [draft?.sent, late].find((one) => one && one.n === n);
    if (!sent) return;
    if (later) return putOff(key, draft, refused);
    clearTimeout(draft.watch);
    const { value } = sent;
    Object.assign(draft, { sent: null, edit: null, waits: "", tries: 0 });
    if (conflict) draft.conflict = conflict;
    else if (refused) Object.assign(draft, { error: refused, gone: Boolean(gone), refused: sent });
    else {
      Object.assign(draft, { old: value, base: revision, error: "", gone: false });
      if (same(draft.value, value)) {
        draft.saved = { revision, merged };
        unsent.forget(key);
        telling.rests(key, revision);
        tellLeft();
      } else {
        keep(key, draft);
        send(key);
      }
    }
    if (late || conflict || refused) tellLeft();
    link.redraw();
  }

  /** Let go of what is saved, once there is a state that holds it. */
  function land() {
    for (const [key, { saved, value }] of drafts) {
      if (!saved || link.state.revision < saved.revision) continue;
      forget(key);
      if (!saved.merged && doc.activeElement?.dataset?.key === key) resting.set(key, { text: value });
    }
  }

  /** What was typed into the field that has the caret, as long as the project means the same by it: "9," stays
      "9," and "1." stays "1." until the writer leaves, or the next letter would land in the wrong place. */
  function typed(field) {
    const rest = resting.get(field.key);
    if (!rest) return undefined;
    rest.seen ??= JSON.stringify(field.value);
    if (rest.seen === JSON.stringify(field.value)) return rest.text;
    resting.delete(field.key);
    return undefined;
  }

  function leave(key) {
    send(key);
    if (resting.delete(key)) link.redraw();
  }

  /** Decide a conflict: "theirs", "mine" or "combine". */
  function decide(field, choice) {
    const draft = drafts.get(field.key);
    if (choice === "theirs") {
      forget(field.key);
      return link.redraw();
    }
    const { theirs } = draft.conflict;
    Object.assign(draft, { old: theirs, base: link.state.revision, conflict: null });
    // What was typed since the conflict was told is in it too.
    if (choice === "combine") draft.value = [theirs, draft.value].filter(Boolean).join("\n").trim();
    keep(field.key, draft);
    tellLeft();
    send(field.key);
    return link.redraw();
  }

  /** A thing that was to be decided on was removed meanwhile: there is nothing to choose any more. */
  function miss({ id, says }) {
    const held = [...drafts.values()].filter((one) => one.id === id && !one.saved && (one.conflict || one.error));
    for (const draft of held) Object.assign(draft, { conflict: null, error: says, gone: true });
    if (held.length) tellLeft();
  }

  /** Forget what was typed into a thing that is here no more: its person says so. */
  function drop(id) {
    for (const [key, draft] of drafts) if (draft.id === id && draft.gone) forget(key);
    link.redraw();
  }

  /** The line is back: what waits for an answer is sent again at once. */
  function again() {
    for (const [key, draft] of drafts) if (draft.sent) deliver(key, draft);
    flush();
  }

  /** A state has come: what earlier pages left is taken up, and who may write again has what waits sent at once. */
  function stated() {
    unsent.begin();
    if (link.state.writes && wrote === false) again();
    wrote = link.state.writes;
  }

  /** The line was cut for too long a message; tell whether one of these may be it, which then waits to be shortened. */
  function shed() {
    const long = [...drafts.values()].filter(({ sent, old }) => sent && tooHeavy([sent.value, old]));
    for (const draft of long) {
      clearTimeout(draft.watch);
      Object.assign(draft, { error: tooHeavy([draft.sent.value, draft.old]), sent: null });
    }
    if (long.length) tellLeft();
    return long.length > 0;
  }

  /** Everything typed that the project does not have, to be read and copied. */
  const texts = () => [...drafts.values()].filter((one) => !one.saved).map(({ label, value }) => [label, Array.isArray(value) ? value.join(", ") : String(value)]);

  const flush = () => [...drafts.keys()].forEach(send);
  const hidden = () => doc.visibilityState === "hidden" && flush();
  doc.addEventListener("visibilitychange", hidden);
  doc.defaultView.addEventListener("pagehide", flush);
  const close = () => {
    flush();
    unsent.close();
    for (const draft of drafts.values()) clearTimeout(draft.watch);
    doc.removeEventListener("visibilitychange", hidden);
    doc.defaultView.removeEventListener("pagehide", flush);
  };
  return { tellLeft, get: (key) => drafts.get(key), type, choose, send, settled, land, typed, leave, decide, miss, drop, stated, again, shed, texts, flush, close };
}

export function same(one, other) {
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}

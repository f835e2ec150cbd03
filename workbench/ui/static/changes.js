/* How a text came to be: who changed what, with the words that went and the words that came. */

import { h } from "./dom.js";
import { when, written } from "./link.js";
import { _ } from "./say.js";

const NEAR = 4;

/** Words that went and words that came, marked by more than colour. */
export function drawDiff(parts) {
  if (!parts.length) return h("span", { class: "wb-quiet" }, _("(nothing)"));
  return parts.map(([kind, text]) => (kind === "same" ? text : marked(kind, text)));
}

/** Words that went or came are marked, and not the blanks around them, unless nothing else did. */
function marked(kind, text) {
  const [, before, words, behind] = text.match(/^(\s*)([\s\S]*?)(\s*)$/);
  return words ? [before, h(kind, {}, words), behind] : h(kind, {}, text);
}

/** The words that change, with a few before and behind: for where the whole text stands right above. */
export function drawNear(parts) {
  const last = parts.length - 1;
  const few = (text, place) => {
    const words = text.trim().split(/\s+/);
    const [before, behind] = [place > 0 ? NEAR : 0, place < last ? NEAR : 0];
    if (words.length <= before + behind + 2) return text;
    const head = before ? `${text.match(/^\s*/)[0]}${words.slice(0, before).join(" ")} ` : "";
    return `${head}…${behind ? ` ${words.slice(-behind).join(" ")}${text.match(/\s*$/)[0]}` : ""}`;
  };
  return drawDiff(parts.map(([kind, text], place) => [kind, kind === "same" ? few(text, place) : text]));
}

/** Changes, newest first. */
export function changesList(link, items) {
  const item = (one) => h("li", { key: one.key }, h("time", { datetime: one.at }, when(one.at)), h("b", {}, one.who), ` ${one.what}`,
    one.parts?.length ? h("span", { class: "wb-diff", ...written(link) }, ": ", drawDiff(one.parts)) : null, one.why ? h("span", { class: "wb-quiet" }, ` ${one.why}`) : null);
  return h("ul", { class: "wb-changes" }, items.map(item));
}

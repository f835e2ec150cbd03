/* How a text came to be: who changed what, with the words that went and the words that came. */

import { h } from "./dom.js";
import { when } from "./link.js";

/** Words that went and words that came, marked by more than colour. */
export function drawDiff(parts) {
  if (!parts.length) return h("span", { class: "wb-quiet" }, "(nothing)");
  return parts.map(([kind, text]) => (kind === "same" ? text : h(kind, {}, text)));
}

/** Changes, newest first. */
export function changesList(items) {
  const item = (one) => h("li", { key: one.key }, h("time", { datetime: one.at }, when(one.at)), h("b", {}, one.who), ` ${one.what}`,
    one.parts?.length ? h("span", { class: "wb-diff" }, ": ", drawDiff(one.parts)) : null, one.why ? h("span", { class: "wb-quiet" }, ` ${one.why}`) : null);
  return h("ul", { class: "wb-changes" }, items.map(item));
}

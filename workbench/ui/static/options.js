/* Settings of the checks, one below the other; and who else is here. */

import { h } from "./dom.js";
import { drawField } from "./fields.js";

/** Each setting with its field, what counts by itself, and what is behind it. */
export function optionList(link, block) {
  const more = (one) => h("details", { key: one.label, class: "wb-more-list" }, h("summary", {}, one.label), one.texts.map((text) => h("p", { class: "wb-quiet" }, text)));
  const item = (one) => h("li", { key: one.key, class: `wb-option${one.off ? " wb-off" : ""}` },
    one.code ? h("span", { class: "wb-code" }, one.code) : null,
    drawField(link, one.field),
    one.action ? h("button", { type: "button", class: "wb-button wb-small", "aria-label": one.action.label_full, onclick: () => link.act(one.action.do) }, one.action.label) : null,
    h("div", { class: "wb-behind" }, one.says ? h("p", { class: "wb-quiet" }, one.says) : null, one.more.map(more)));
  return h("ul", { class: "wb-options" }, block.items.map(item));
}

export function people(_link, block) {
  return [h("h2", {}, block.title), h("ul", { class: "wb-others" }, block.items.map((one) => h("li", { key: one.name }, h("span", { class: "wb-dot", "aria-hidden": "true" }, one.initials), h("b", {}, one.name), one.where ? h("span", { class: "wb-quiet" }, one.where) : null)))];
}

/* A wording that somebody proposes: its words against the text, and what can become of it. */

import { boxId, boxTold } from "./boxes.js";
import { drawDiff, drawNear } from "./changes.js";
import { h } from "./dom.js";
import { ask, when } from "./link.js";

/** One open proposal; `back` gives the focus a place once it is dealt with; `near` shows only what it changes. */
export function drawWording(link, one, back, about = "", near = false) {
  const take = () => {
    back();
    ask(link, { take: { to: one.key } });
  };
  const enter = (event) => {
    if (event.target !== event.currentTarget || event.key !== "Enter" || !one.takes) return;
    event.preventDefault();
    event.stopPropagation(); // In a table Enter would begin to write.
    take();
  };
  const label = `${one.who} proposes another wording${about ? ` for “${about}”` : ""}.${one.takes ? " Enter takes it." : ""}`;
  return h("li", { key: one.key },
    h("div", { class: "wb-proposal", role: "group", tabindex: "0", "aria-label": label, "data-proposal": one.key, onkeydown: enter },
      h("p", { class: "wb-said-by" }, h("b", {}, one.who), " proposes ", h("time", { datetime: one.at, class: "wb-quiet" }, when(one.at))),
      h("p", { class: "wb-diff" }, near ? drawNear(one.parts) : drawDiff(one.parts)),
      one.why ? h("p", { class: "wb-quiet" }, one.why) : null,
      h("div", { class: "wb-talk-actions" },
        one.takes ? h("button", { type: "button", class: "wb-button wb-small wb-primary", onclick: take }, "Take") : null,
        one.mine && one.may
          ? h("button", { type: "button", class: "wb-link", onclick: () => { back(); ask(link, { withdraw: { to: one.key } }); } }, "Withdraw")
          : one.takes ? toggle(link, `decline ${one.key}`, "Decline") : null),
      one.mine ? null : declining(link, one, back)));
}

function declining(link, one, back) {
  const key = `decline ${one.key}`;
  if (!link.local[key]) return null;
  const send = () => link.boxes.send(key, "decline", { to: one.key }, back);
  return h("form", { key, class: "wb-talk-form", "data-box": key, onsubmit: (event) => { event.preventDefault(); send(); } },
    reasonBox(link, key, "Why it stays as it is", send),
    h("button", { type: "submit", class: "wb-button wb-small" }, "Decline it"), boxTold(link.boxes.get(key)));
}

/** A box for a reason, without more. */
export function reasonBox(link, key, label, send) {
  const id = boxId(link, key);
  const keydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === "Escape") close(link, key);
    else return;
    event.preventDefault();
    event.stopPropagation(); // In a table Escape would leave the cell.
  };
  return [h("label", { for: id }, label),
    h("textarea", { id, rows: 2, required: true, value: link.boxes.get(key).text, oninput: (event) => link.boxes.type(key, event.target.value), onkeydown: keydown })];
}

/** A button that opens and closes the box of this name, and puts the caret there. */
export function toggle(link, key, label, full = null) {
  const turn = () => {
    link.local[key] = !link.local[key];
    link.redraw();
    if (link.local[key]) [...link.el.querySelectorAll("[data-box]")].find((one) => one.dataset.box === key)?.querySelector("select, textarea").focus();
  };
  return h("button", { key: `toggle ${key}`, type: "button", class: "wb-link", "data-toggle": key, "aria-expanded": String(Boolean(link.local[key])), "aria-label": full, onclick: turn }, label);
}

/** Close a box; its text stays for the next time. */
export function close(link, key) {
  [...link.el.querySelectorAll("[data-toggle]")].find((one) => one.dataset.toggle === key)?.focus();
  link.local[key] = false;
  link.redraw();
}

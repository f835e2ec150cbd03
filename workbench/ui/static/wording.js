/* A wording that somebody proposes: its words against the text, and what can become of it. */

import { boxId, boxTold } from "./boxes.js";
import { drawDiff, drawNear } from "./changes.js";
import { h } from "./dom.js";
import { ask, when, written } from "./link.js";
import { _, inlaid } from "./say.js";

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
  const says = about ? _("{who} proposes another wording for “{about}”.", { who: one.who, about }) : _("{who} proposes another wording.", { who: one.who });
  const label = one.takes ? `${says} ${_("Enter takes it.")}` : says;
  return h("li", { key: one.key },
    h("div", { class: "wb-proposal", role: "group", tabindex: "0", "aria-label": label, "data-proposal": one.key, onkeydown: enter },
      h("p", { class: "wb-said-by" }, inlaid(_("{who} proposes {when}"), { who: h("b", {}, one.who), when: h("time", { datetime: one.at, class: "wb-quiet" }, when(one.at)) })),
      h("p", { class: "wb-diff", ...written(link) }, near ? drawNear(one.parts) : drawDiff(one.parts)),
      one.why ? h("p", { class: "wb-quiet", ...written(link) }, one.why) : null,
      h("div", { class: "wb-talk-actions" },
        one.takes ? h("button", { type: "button", class: "wb-button wb-small wb-primary", onclick: take }, _("Take")) : null,
        one.mine && one.may
          ? h("button", { type: "button", class: "wb-link", onclick: () => { back(); ask(link, { withdraw: { to: one.key } }); } }, _("Withdraw"))
          : one.takes ? toggle(link, `decline ${one.key}`, _("Decline")) : null),
      one.mine ? null : declining(link, one, back)));
}

function declining(link, one, back) {
  const key = `decline ${one.key}`;
  if (!link.local[key]) return null;
  const send = () => link.boxes.send(key, "decline", { to: one.key }, back);
  return h("form", { key, class: "wb-talk-form", "data-box": key, onsubmit: (event) => { event.preventDefault(); send(); } },
    reasonBox(link, key, _("Why it stays as it is"), send),
    h("button", { type: "submit", class: "wb-button wb-small" }, _("Decline it")), boxTold(link.boxes.get(key)));
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
    h("textarea", { id, rows: 2, ...written(link), required: true, value: link.boxes.get(key).text, oninput: (event) => link.boxes.type(key, event.target.value), onkeydown: keydown })];
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

/* What was asked for and could not be done, and what was typed for something new that never came: told in the head. */

import { h } from "./dom.js";
import { written } from "./link.js";
import { _ } from "./say.js";
import { makeUnsent } from "./unsent.js";

const STRAY = "stray";

export function makeUndone(link) {
  const { local } = link;
  const unsent = makeUnsent(link, STRAY, (key, text) => {
    if (local.stray) return false;
    local.stray = text;
    return true;
  });

  link.changeStray = (text) => {
    local.stray = text;
    if (text) unsent.keep(STRAY, text);
    else unsent.forget(STRAY);
    link.redraw();
  };

  function heard({ undone, stray, waited, collect }) {
    if (undone !== undefined && undone !== (local.undone || "")) {
      local.undone = undone;
      link.redraw();
    }
    if (stray) link.changeStray([local.stray, stray].filter(Boolean).join("\n"));
    // Who is still typing goes on in it; who went elsewhere is not fetched back.
    if (stray && waited) link.el.querySelector(".wb-stray textarea")?.focus();
    if (local.stray) collect?.push([_("Typed for something new"), local.stray]);
  }
  return { begin: unsent.begin, heard, close: unsent.close };
}

/** Why what was asked for last is not done; nothing where it is. */
export function drawUndone(link) {
  const close = () => {
    link.local.undone = "";
    link.redraw();
  };
  return link.local.undone ? [h("span", {}, link.local.undone), h("button", { type: "button", class: "wb-button wb-small", onclick: close }, _("Close"))] : null;
}

/** The letters that found no box, in one where they can be copied. */
export function drawStray(link) {
  const { state, local } = link;
  if (!local.stray) return null;
  const id = `wb-${state.shell}-stray`;
  return h("div", { key: STRAY, class: "wb-stray wb-field" },
    h("label", { for: id }, _("You typed this for something new that is not there. Copy it before you close this.")),
    h("textarea", { id, rows: 2, ...written(link), value: local.stray, oninput: (event) => link.changeStray(event.target.value) }),
    h("div", { class: "wb-actions" }, h("button", { type: "button", class: "wb-button wb-small", onclick: () => link.changeStray("") }, _("Close"))));
}

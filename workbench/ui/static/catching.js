/* Letters typed after asking for something new, before its box is there: they wait, and go into the box. */

import { takesText } from "./dom.js";

const WAITED = 10000;

export function makeCatcher(doc, inside) {
  let text = null;
  let watch = null;

  const down = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
    if (event.target !== doc.body && !inside(event.target)) return;
    if (event.key === "Backspace") text = text.slice(0, -1);
    else if (event.key.length === 1) text += event.key;
    else if (["Tab", "Escape", "F6"].includes(event.key)) return end();
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  };
  // A space that is let go would press the button that still has the focus.
  const up = (event) => event.key === " " && !takesText(event.target) && event.preventDefault();

  function begin() {
    clearTimeout(watch);
    watch = setTimeout(end, WAITED);
    if (text !== null) return;
    text = "";
    doc.addEventListener("keydown", down, true);
    doc.addEventListener("keyup", up, true);
    doc.addEventListener("pointerdown", end, true);
  }

  /** Stop, and return what was typed meanwhile. */
  function end() {
    const found = text || "";
    clearTimeout(watch);
    text = null;
    doc.removeEventListener("keydown", down, true);
    doc.removeEventListener("keyup", up, true);
    doc.removeEventListener("pointerdown", end, true);
    return found;
  }
  return { begin, end };
}

/** Put what was typed into the box that has the focus, as if it had been typed there. */
export function typeInto(box, text) {
  if (!takesText(box)) return;
  box.setRangeText(text, box.value.length, box.value.length, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

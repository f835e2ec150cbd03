/* Letters typed after asking for something new, before its box is there: they wait, and go into the box. */

import { takesText } from "./dom.js";

const WAITED = 10000;

/** `lost` is given what was typed where nothing new came, and whether its writer may still be typing. */
export function makeCatcher(doc, inside, lost) {
  let text = null;
  let watch = null;

  const down = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
    if (event.target !== doc.body && !inside(event.target)) return;
    if (event.key === "Backspace") text = text.slice(0, -1);
    else if (event.key.length === 1) text += event.key;
    else if (["Tab", "Escape", "F6"].includes(event.key)) return leave();
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  };
  // A space that is let go would press the button that still has the focus.
  const up = (event) => event.key === " " && !takesText(event.target) && event.preventDefault();

  function begin() {
    clearTimeout(watch);
    watch = setTimeout(() => leave(true), WAITED);
    if (text !== null) return;
    text = "";
    doc.addEventListener("keydown", down, true);
    doc.addEventListener("keyup", up, true);
    doc.addEventListener("pointerdown", away, true);
  }

  /** Nothing came, or its writer goes elsewhere: what was typed is not dropped. */
  function leave(waited = false) {
    const found = end();
    if (found.trim()) lost(found, waited);
  }
  const away = () => leave();

  /** Stop, and return what was typed meanwhile. */
  function end() {
    const found = text || "";
    clearTimeout(watch);
    text = null;
    doc.removeEventListener("keydown", down, true);
    doc.removeEventListener("keyup", up, true);
    doc.removeEventListener("pointerdown", away, true);
    return found;
  }
  return { begin, end };
}

/** Put what was typed into the box that has the focus, as if it had been typed there; tell whether it is one. */
export function typeInto(box, text) {
  if (!takesText(box) || box.readOnly) return false;
  box.setRangeText(text, box.value.length, box.value.length, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/* Describe elements as values, then change the page as little as possible: an element that is still
   wanted is kept, so that focus, caret and scroll position stay where they are. */

const KEY = Symbol("key");
const PROPS = Symbol("props");
const PROPERTIES = new Set(["value", "checked", "indeterminate", "disabled"]);

/** Describe an element. `props.key` tells it from its siblings; `props.once` is applied only when it is made. */
export function h(tag, props, ...children) {
  return { tag, props: props || {}, children: tidy(children) };
}

const tidy = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== "");

/** Make the content of `parent` what `children` describe. Text is always text, never markup. */
export function patch(parent, children) {
  const wanted = tidy(children);
  const known = new Map([...parent.childNodes].map((node) => [node[KEY], node]));
  const counts = {};
  const nodes = wanted.map((one) => {
    const name = typeof one === "object" ? one.tag : "#text";
    const own = typeof one === "object" ? one.props.key : undefined;
    const place = own === undefined ? (counts[name] = (counts[name] || 0) + 1) : `=${own}`;
    const key = `${name} ${place}`;
    const node = known.get(key) || create(parent.ownerDocument, name);
    known.delete(key);
    node[KEY] = key;
    return node;
  });
  // What is gone goes first, so that what stays need not be moved: moving an element takes its focus.
  for (const node of known.values()) node.remove();
  nodes.forEach((node, index) => {
    const there = parent.childNodes[index];
    if (there !== node) parent.insertBefore(node, there || null);
    update(node, wanted[index]);
  });
}

function create(doc, name) {
  return name === "#text" ? doc.createTextNode("") : doc.createElement(name);
}

function update(node, wanted) {
  if (node.nodeType === 3) {
    if (node.data !== String(wanted)) node.data = String(wanted);
    return;
  }
  const before = node[PROPS];
  const { key: _key, once, ...props } = wanted.props;
  for (const name of Object.keys(before || {})) if (!(name in props)) set(node, name, null);
  for (const [name, value] of Object.entries(props)) {
    if (!PROPERTIES.has(name) && (!before || before[name] !== value)) set(node, name, value);
  }
  if (!before) for (const [name, value] of Object.entries(once || {})) set(node, name, value);
  patch(node, wanted.children);
  // A select takes its value once its options are there; a value that is right already is left alone.
  for (const name of PROPERTIES) if (name in props) setProperty(node, name, props[name]);
  node[PROPS] = props;
}

function set(node, name, value) {
  if (name.startsWith("on")) node[name] = value;
  else if (PROPERTIES.has(name)) setProperty(node, name, value);
  else if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : String(value));
}

function setProperty(node, name, value) {
  const wanted = value === null || value === undefined ? (name === "value" ? "" : false) : value;
  if (node[name] === wanted) return;
  if (name === "value" && typeof wanted === "string" && takesText(node)) setText(node, wanted);
  else node[name] = wanted;
}

/** Put another text into a box; a caret in it, and what is marked, stay at the words where they are. */
function setText(node, wanted) {
  const before = node.value;
  // As the box itself will hold it: one that were set anew for its line ends would lose its caret each time.
  const after = node.tagName === "TEXTAREA" ? wanted.replace(/\r\n?/g, "\n") : wanted.replace(/[\r\n]/g, "");
  if (before === after) return;
  const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = node;
  node.value = after;
  if (typeof start !== "number" || node.ownerDocument.activeElement !== node) return;
  const place = placesIn(before, node.value);
  node.setSelectionRange(place(start), place(end), direction);
}

const BESIDE = 24; // Letters before the caret by which its place is found again where the text around it was changed.

/** Return where a place in one text is in another: what both begin with and end with has not moved. */
function placesIn(before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [last, to] = [before.length - tail, after.length - tail];
  return (place) => {
    if (place <= head) return place;
    if (place >= last) return place + after.length - before.length;
    for (let from = Math.max(head, place - BESIDE); from < place; from += 1) {
      const found = after.slice(head, to).indexOf(before.slice(from, place));
      if (found >= 0) return head + found + place - from;
    }
    return to;
  };
}

/** What a button does; `off` where it does nothing now. It only says so: one that is disabled would lose the focus. */
export const pressable = (off, press) => ({ "aria-disabled": off ? "true" : null, onclick: off ? null : press });

/** Whether someone can type into the element. */
export function takesText(node) {
  if (!node || !node.tagName) return false;
  if (node.tagName === "TEXTAREA") return true;
  return node.tagName === "INPUT" && !["checkbox", "radio", "button"].includes(node.type);
}

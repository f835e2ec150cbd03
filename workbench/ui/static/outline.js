/* The left: everything of this room as a tree (W3C ARIA Authoring Practices, tree view pattern). */

import { beginWith, choosable, choose, clear, drawChosen, isChosen } from "./chosen.js";
import { fromClipboard } from "./clipboard.js";
import { h } from "./dom.js";
import { ask, mount, readKey, written } from "./link.js";
import { _ } from "./say.js";

const TYPING = 700;

const opened = (link) => (link.local[`open ${link.state.room}`] ||= new Map());

/** The rows that are to be seen, each with its level, its place among its siblings and what it belongs to. */
function rows(link, nodes = link.state.nodes || [], level = 1, parent = null) {
  return nodes.flatMap((node, index) => {
    const children = node.children || [];
    const open = children.length > 0 && (link.local.filter ? true : (opened(link).get(node.id) ?? (node.open || holds(node, link.state.selected))));
    const inside = open ? rows(link, children, level + 1, node) : [];
    const row = { node, level, parent, open, children, place: index + 1, of: nodes.length };
    return link.local.filter && !inside.length && !fits(link, node) ? [] : [row, ...inside];
  });
}

const holds = (node, id) => (node.children || []).some((child) => child.id === id || holds(child, id));
const fits = (link, node) => `${node.code} ${node.name}`.toLowerCase().includes(link.local.filter.toLowerCase());

function draw(link) {
  const { state, local } = link;
  const seen = rows(link);
  const current = seen.find((row) => row.node.id === local.at) || seen.find((row) => row.node.id === state.selected) || seen[0];
  const find = h("div", { key: "find", class: "wb-field" },
    h("label", { class: "wb-unseen", for: `wb-${state.shell}-filter` }, state.find),
    h("input", { id: `wb-${state.shell}-filter`, type: "search", placeholder: state.find, value: local.filter || "", oninput: (event) => { local.filter = event.target.value; link.redraw(); } }));
  const switches = (state.switches || []).map((one) =>
    h("label", { key: one.name, class: "wb-check wb-switch" }, h("input", { type: "checkbox", checked: one.on, onchange: (event) => link.send({ look: { [one.name]: event.target.checked } }) }), h("span", {}, one.label)));
  const tree = seen.length
    ? h("ul", { key: "tree", role: "tree", class: "wb-tree", "aria-label": state.title, "aria-multiselectable": "true" }, seen.map((row) => drawRow(link, row, row === current)))
    : h("p", { key: "none", class: "wb-quiet" }, local.filter ? _("Nothing fits these words.") : state.none);
  const adds = h("div", { key: "adds", class: "wb-actions" }, (state.adds || []).map((one) =>
    h("button", { key: one.label, type: "button", class: "wb-button", onclick: () => ask(link, one.do) }, `+ ${one.label}`)));
  return [find, switches, drawChosen(link), tree, adds, drawSections(link)];
}

/** How much of each section is ready, and what marks the whole of it. */
function drawSections(link) {
  const { sections } = link.state;
  if (!sections?.length) return null;
  const item = (one) => h("li", { key: one.key }, h("span", {}, h("b", {}, one.name), h("span", { class: "wb-quiet" }, ` ${one.says}`)),
    h("button", { type: "button", class: "wb-link", "aria-label": one.label_full, onclick: () => ask(link, one.do) }, one.label));
  return h("details", { key: `sections ${link.state.room}`, class: "wb-sections" }, h("summary", {}, _("Ready for review, by section")), h("ul", {}, sections.map(item)));
}

function drawRow(link, row, current) {
  const { node } = row;
  const selected = node.id === link.state.selected;
  const chosen = isChosen(link, node.id);
  const counts = ["error", "warning", "note"].filter((severity) => node.counts?.[severity]);
  return h("li", {
    key: node.id, role: "treeitem", class: `wb-node${node.group ? " wb-group" : ""}${chosen ? " wb-is-chosen" : ""}${selected ? " wb-is-open" : ""}`, "data-id": node.id, style: `--level:${row.level}`,
    "aria-level": row.level, "aria-posinset": row.place, "aria-setsize": row.of, "aria-selected": node.group ? null : String(link.local.chosen?.size ? chosen : selected), "aria-current": selected ? "true" : null,
    "aria-expanded": row.children.length ? String(row.open) : null, tabindex: current ? "0" : "-1",
    onmousedown: (event) => { if (event.shiftKey) event.preventDefault(); }, // Shift+click would mark the text of the page.
    onclick: (event) => { event.stopPropagation(); if (many(link, event, row)) return; link.local.at = node.id; node.group ? toggle(link, row) : select(link, row); },
  },
    h("span", { class: "wb-twist", "aria-hidden": "true", onclick: row.children.length ? (event) => { event.stopPropagation(); toggle(link, row); } : null }, row.children.length ? (row.open ? "▾" : "▸") : ""),
    node.code ? h("span", { class: "wb-code" }, node.code) : null,
    h("span", { class: "wb-name", ...(node.insert === undefined ? {} : written(link)) }, node.name), // Pages and headings have none.
    node.ready ? h("span", { class: "wb-ready", title: _("Ready for review") }, "✓", h("span", { class: "wb-unseen" }, ` ${_("ready for review")}`)) : null,
    node.badge ? h("span", { class: "wb-count" }, node.badge.short, h("span", { class: "wb-unseen" }, ` ${node.badge.says}`)) : null,
    node.talk ? h("span", { class: "wb-count wb-talk-count", title: node.talk.says }, h("span", { "aria-hidden": "true" }, `❝ ${node.talk.n}`), h("span", { class: "wb-unseen" }, ` ${node.talk.says}`)) : null,
    counts.map((severity) => h("span", { key: severity, class: `wb-count wb-${severity}`, title: node.counts[severity].says },
      h("span", { "aria-hidden": "true" }, `${{ error: "■", warning: "▲", note: "●" }[severity]} ${node.counts[severity].n}`), h("span", { class: "wb-unseen" }, ` ${node.counts[severity].says}`))));
}

/** Ctrl+click chooses one more, with the selected one; Shift+click everything between; a plain click chooses none. */
function many(link, event, { node }) {
  const wanted = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!wanted || !choosable(node)) {
    link.local.chosen?.clear();
    link.local.from = node.id;
    return false;
  }
  const from = event.shiftKey ? link.local.from || link.state.selected : null;
  const seen = rows(link);
  if (!from) beginWith(link, seen.find((row) => row.node.id === link.state.selected)?.node, node.id);
  choose(link, node.id, seen, from);
  focusOn(link, node.id);
  return true;
}

/** Space chooses one more, Shift+arrow goes on choosing, Escape chooses none. */
function chooseByKey(link, event, seen, index) {
  const { node } = seen[index];
  const step = event.shiftKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : 0;
  if (event.key === "Escape" && link.local.chosen?.size) clear(link);
  else if (event.key === " " && node.insert && !node.group) choose(link, node.id, seen);
  else if (step && seen[index + step]) {
    const next = seen[index + step].node;
    const from = link.local.chosen?.size ? link.local.from : node.id;
    if (!next.group && node.insert) choose(link, next.id, seen, from);
    focusOn(link, next.id);
  } else return false;
  event.preventDefault();
  return true;
}

function toggle(link, row) {
  opened(link).set(row.node.id, !row.open);
  link.redraw();
}

function select(link, row) {
  if (row.node.id !== link.state.selected) ask(link, { select: row.node.id });
  link.redraw();
}

function focusOn(link, id) {
  link.local.at = id;
  link.redraw();
  [...link.el.querySelectorAll("[role=treeitem]")].find((one) => one.dataset.id === id)?.focus();
}

function keys(link, event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item || event.ctrlKey || event.metaKey || event.key === "F6") return false;
  const seen = rows(link);
  const index = seen.findIndex((row) => row.node.id === item.dataset.id);
  const row = seen[index];
  const to = (target) => target && focusOn(link, target.node.id);
  const { node } = row;
  const key = readKey(link, event);
  if (!link.state.writes && (event.altKey || ["Insert", "Delete"].includes(event.key))) return false;
  if (event.altKey) return moveByKey(link, event, node);
  if (chooseByKey(link, event, seen, index)) return true;
  if (event.key === "ArrowDown") to(seen[index + 1]);
  else if (event.key === "ArrowUp") to(seen[index - 1]);
  else if (event.key === "Home") to(seen[0]);
  else if (event.key === "End") to(seen[seen.length - 1]);
  else if (key === "ArrowRight" && row.children.length) row.open ? to(seen[index + 1]) : toggle(link, row);
  else if (key === "ArrowLeft" && row.open) toggle(link, row);
  else if (key === "ArrowLeft" && row.parent) focusOn(link, row.parent.id);
  else if (event.key === "Enter" || event.key === " ") node.group ? toggle(link, row) : select(link, row);
  else if (event.key === "Insert" && node.insert) ask(link, { add: node.insert });
  else if (event.key === "Delete" && link.local.chosen?.size) ask(link, { bulk: { what: "remove", ids: [...link.local.chosen] } });
  else if (event.key === "Delete" && !node.group && !node.fixed) ask(link, { remove: node.id });
  else if (event.key.length === 1 && event.key !== "?") typeTo(link, event.key, seen, index);
  else return false;
  event.preventDefault();
  return true;
}

function moveByKey(link, event, node) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!by || node.group || node.fixed) return false;
  link.local.at = node.id;
  ask(link, { move: { id: node.id, by } });
  event.preventDefault();
  return true;
}

/** Typing letters goes to the next row whose name or code begins with them. */
function typeTo(link, letter, seen, index) {
  const { local } = link;
  const now = Date.now();
  local.typed = now - (local.typedAt || 0) < TYPING ? local.typed + letter.toLowerCase() : letter.toLowerCase();
  local.typedAt = now;
  const from = local.typed.length > 1 ? index : index + 1;
  const turned = [...seen.slice(from), ...seen.slice(0, from)];
  const found = turned.find(({ node }) => [node.name, node.code].some((text) => (text || "").toLowerCase().startsWith(local.typed)));
  if (found) focusOn(link, found.node.id);
}

/** Ctrl+V in the tree: rows for this list. */
function pasted(link, event) {
  if (!event.target.closest("[role=tree]") || !event.clipboardData) return;
  event.preventDefault();
  const at = event.target.closest("[role=treeitem]")?.dataset.id;
  const node = rows(link).find((row) => row.node.id === at)?.node;
  const owner = node && !node.group ? node.id : link.state.selected;
  ask(link, { bring_paste: { ...fromClipboard(event.clipboardData), prefer: node?.insert?.kind || "", at: owner || "" } });
}

function prepare(link) {
  link.el.addEventListener("paste", (event) => pasted(link, event));
  return {
    keys: (event) => keys(link, event),
    home: () => link.el.querySelector("[role=treeitem][tabindex='0']") || link.el.querySelector("input"),
    drawn() {
      const { selected } = link.state;
      const unfolded = Boolean(link.local.filtered) && !link.local.filter;
      link.local.filtered = link.local.filter;
      if (link.local.selected === selected && !unfolded) return;
      // Something else was selected: the tree's place follows it, and it is scrolled into sight within the column.
      link.local.selected = selected;
      link.local.at = selected;
      const row = [...link.el.querySelectorAll("[role=treeitem]")].find((one) => one.dataset.id === selected);
      if (row && link.el.scrollHeight > link.el.clientHeight) {
        const top = row.getBoundingClientRect().top - link.el.getBoundingClientRect().top + link.el.scrollTop;
        const height = link.el.clientHeight;
        if (top < link.el.scrollTop || top + row.offsetHeight > link.el.scrollTop + height) link.el.scrollTop = top - height / 3;
      }
    },
  };
}

export default { render: (given) => mount(given, "outline", draw, { prepare }) };

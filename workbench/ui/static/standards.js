/* The right of the rooms that look at common standards: a set as a tree that loads as it unfolds, and its search
   (W3C ARIA Authoring Practices, tree view pattern). */

import { h } from "./dom.js";
import { ask, mount, readKey } from "./link.js";
import { _, number } from "./say.js";
import { makeShelf } from "./shelves.js";

const ROW = 46; // Pixels of a row: two lines. All are alike, so that a place in a long tree is a multiplication.
const SPARE = 12; // Rows drawn beyond what is in sight, above and below.
const PAUSE = 120;
const SILENCE = 5000;
const WHOLE = 28; // Letters of a title that a closed list shows whole.

const shelf = (link) => {
  const { set } = link.state;
  const shelves = (link.local.shelves ||= new Map());
  if (!shelves.has(set)) shelves.set(set, makeShelf((message) => link.question(message, set), link.redraw));
  return shelves.get(set);
};
const covered = (link, row) => Math.min(link.state.covered?.[row.id] || 0, row.leaves);
const isPriority = (link, id) => (link.state.priorities || []).includes(id);
const isMine = (link, id) => (link.state.mine || []).includes(id);
const keeps = (link) => (row) => !link.state.uncovered || covered(link, row) < row.leaves;
const rowsOf = (link) => shelf(link).rows(keeps(link), `${link.state.uncovered} ${link.state.uncovered ? JSON.stringify(link.state.covered) : ""}`);

function draw(link) {
  const { state, local } = link;
  if (!state.sets?.length) return [state.none ? h("p", { key: "none", class: "wb-quiet" }, state.none) : null];
  if (local.set !== state.set) turnTo(link);
  if (state.set && shelf(link).loaded() === null) shelf(link).want("");
  return [drawHead(link), local.query || local.grade ? drawFound(link) : drawTree(link), drawDetail(link)];
}

/** Another set stands here now: what was read and found of the one before does not. */
function turnTo(link) {
  const { local } = link;
  // Chosen here, the search goes on in it; chosen elsewhere, the set is to be seen whole.
  if (local.chosen !== link.state.set) Object.assign(local, { query: "", grade: "" });
  else if (!(link.state.grades || []).includes(local.grade)) local.grade = "";
  Object.assign(local, { set: link.state.set, at: null, detail: null, found: null, top: 0, path: null });
  if (local.query || local.grade) search(link, { now: true });
}

function drawHead(link) {
  const { state, local } = link;
  const id = (part) => `wb-${state.shell}-standards-${part}`;
  const type = (event) => { local.query = event.target.value; search(link); };
  const grades = state.grades?.length
    ? h("div", { class: "wb-field wb-grade" }, h("label", { for: id("grade") }, _("Grade")),
      h("select", { id: id("grade"), value: local.grade || "", onchange: (event) => { local.grade = event.target.value; search(link); } },
        h("option", { value: "" }, _("All")), state.grades.map((one) => h("option", { key: one, value: one }, one))))
    : null;
  return h("div", { key: "head", class: "wb-shelf-head" },
    h("h2", { tabindex: "-1" }, _("Standards")),
    state.asks ? h("p", { class: "wb-asks" }, state.asks) : null,
    h("div", { class: "wb-shelf-choose" },
      h("div", { class: "wb-field" }, h("label", { for: id("set") }, _("Set of standards")),
        h("select", { id: id("set"), value: state.set, title: state.title, onchange: (event) => { local.chosen = event.target.value; link.send({ look: { set: local.chosen } }); } },
          state.sets.map(([key, title]) => h("option", { key, value: key }, title)))),
      grades),
    // A closed list cuts a long title; here it is whole.
    state.title.length > WHOLE ? h("p", { class: "wb-quiet wb-shelf-title", "aria-hidden": "true", dir: "auto" }, state.title) : null,
    h("div", { class: "wb-field" }, h("label", { for: id("query") }, _("Find by code or word")),
      h("input", { id: id("query"), type: "search", value: local.query || "", placeholder: state.example || "", autocomplete: "off", oninput: type, onkeydown: (event) => leaveSearch(link, event) })),
    h("div", { class: "wb-shelf-line" }, h("label", { class: "wb-check wb-switch" }, h("input", { type: "checkbox", checked: Boolean(state.uncovered), onchange: (event) => link.send({ look: { uncovered: event.target.checked } }) }), h("span", {}, _("Show uncovered only"))),
    h("p", { class: "wb-quiet", role: "status" }, local.query || local.grade ? foundSays(link) : state.says)));
}

function search(link, { now = false } = {}) {
  const { local } = link;
  clearTimeout(local.pause);
  local.says = "";
  local.pause = setTimeout(() => {
    local.asked = (local.asked || 0) + 1;
    if (local.query || local.grade) link.question({ search: { query: local.query || "", grade: local.grade || "", n: local.asked } }, link.state.set);
  }, now ? 0 : PAUSE);
  if (!now) link.redraw();
}

/** From the search field down into what was found, or into the tree; Escape empties the search. */
function leaveSearch(link, event) {
  if (event.key === "Escape" && link.local.query) {
    event.preventDefault();
    Object.assign(link.local, { query: "", found: null });
    link.redraw();
  } else if (event.key === "ArrowDown") {
    event.preventDefault();
    (link.el.querySelector(".wb-hit button") || link.el.querySelector("[role=treeitem][tabindex='0']"))?.focus();
  }
}

/** What was found, without what is covered where only the rest is to be seen. */
const wanted = (link) => (link.local.found?.groups || []).map((group) => ({ ...group, hits: group.hits.filter(keeps(link)) })).filter((group) => group.hits.length);

function foundSays(link) {
  const { says, found } = link.local;
  if (!says) return _("Searching");
  if (!link.state.uncovered || !found) return says;
  const left = wanted(link).reduce((sum, group) => sum + group.hits.length, 0);
  return [says, _("Uncovered here: {n}.", { n: number(left) })].join(" ");
}

function drawFound(link) {
  const groups = wanted(link);
  const step = (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const items = [...link.el.querySelectorAll(".wb-hit > button")];
    const place = items.indexOf(event.target.closest(".wb-hit")?.firstElementChild) + move;
    (items[place] || (place < 0 ? link.el.querySelector("input[type=search]") : items[items.length - 1]))?.focus();
  };
  const hit = (one) => h("li", { key: one.id, class: "wb-hit", "data-leaves": true },
    h("button", { type: "button", class: "wb-hit-name", "data-landing": true, dir: "auto", "aria-current": link.local.detail?.id === one.id ? "true" : null, onclick: () => look(link, one.id) },
      one.code ? h("span", { class: "wb-code" }, one.code) : null, priorityMark(link, one.id), ` ${one.name}`), alignButton(link, one));
  return h("div", { key: "found", class: "wb-found", onkeydown: step }, groups.map((group) =>
    h("section", { key: group.key, "aria-label": group.place || _("At the top") }, group.place ? h("h3", {}, group.place) : null, h("ul", {}, group.hits.map(hit)))));
}

/** Beside a standard that the committee chose: a word, for a colour alone would tell nobody. */
const priorityMark = (link, id) => (isPriority(link, id) ? h("span", { class: "wb-priority" }, `${_("Priority")} `) : null);

function priorityButton(link, one) {
  if (!link.state.writes) return null;
  const on = isPriority(link, one.id);
  return h("button", { key: "priority", type: "button", class: "wb-button wb-small", "aria-pressed": String(on), "aria-label": _("Priority: {name}", { name: one.code || one.name }), title: on ? _("Take the mark away") : _("Every student learns and shows it"),
    onclick: () => link.send({ prioritize: { set: link.state.set, standard: one.id, value: !on } }) }, _("Priority"));
}

function alignButton(link, one) {
  const { state } = link;
  if (!state.subject) return null;
  if (isMine(link, one.id)) return h("span", { class: "wb-chip wb-ok" }, _("✓ Aligned"));
  return h("button", { type: "button", class: "wb-button wb-small", "aria-label": `${state.verb}: ${one.code || one.name}`, title: `${state.verb}: ${state.subject}`, onclick: () => align(link, one.id) }, state.verb);
}

const align = (link, id) => {
  if (!link.state.subject || isMine(link, id)) return;
  ask(link, { meet: { subject: link.state.subject_id, set: link.state.set, standard: id } });
  if (link.state.asks) link.shout({ focus: "editor" });
};

const look = (link, id) => link.question({ standard: { id } }, link.state.set);

function drawTree(link) {
  const { local, state } = link;
  const all = rowsOf(link);
  const top = local.top || 0;
  const high = local.high || 600;
  const from = Math.max(0, Math.floor(top / ROW) - SPARE);
  const to = Math.min(all.length, Math.ceil((top + high) / ROW) + SPARE);
  const at = Math.max(0, all.findIndex(({ row }) => row?.id === local.at));
  const shown = all.slice(from, to).map((one, place) => ({ ...one, place: from + place }));
  for (const one of shown) if (!one.row) shelf(link).want(one.parent, one.index);
  // The row that holds the focus stays in the page however far one scrolls.
  if (all[at] && (at < from || at >= to)) shown.push({ ...all[at], place: at });
  const none = shelf(link).loaded() === null ? _("Fetching the standards") : state.uncovered ? _("Everything here is covered.") : _("This set holds no standards.");
  return h("div", { key: `tree ${state.set}`, class: "wb-shelf", onscroll: (event) => scrolled(link, event.target) },
    all.length
      ? h("ul", { role: "tree", "aria-label": state.title, class: "wb-shelf-tree", style: `block-size:${all.length * ROW}px` }, shown.map((one) => drawRow(link, one, one.place === at)))
      : h("p", { class: "wb-quiet" }, none));
}

function scrolled(link, box) {
  const { local } = link;
  local.top = box.scrollTop;
  local.high = box.clientHeight;
  if (local.frame) return;
  local.frame = link.el.ownerDocument.defaultView.requestAnimationFrame(() => { local.frame = null; link.redraw(); });
}

function drawRow(link, { row, level, index, of, parent, place }, current) {
  const style = `--level:${level};inset-block-start:${place * ROW}px`;
  if (!row) return h("li", { key: `${parent} ${index}`, role: "treeitem", "aria-level": level, "aria-busy": "true", class: "wb-shelf-row wb-waiting", style }, "…");
  const open = row.children > 0 && shelf(link).isOpen(row.id);
  const n = covered(link, row);
  const mine = isMine(link, row.id);
  const badge = row.children
    ? h("span", { class: "wb-count" }, `${n}/${row.leaves}`, h("span", { class: "wb-unseen" }, " ", _("covered: {n} of {all}", { n: number(n), all: number(row.leaves) })))
    : n ? h("span", { class: `wb-count${mine ? " wb-done" : ""}`, title: mine ? _("Aligned to what you selected") : _("Covered") }, mine ? "✓ " : "●", h("span", { class: "wb-unseen" }, ` ${mine ? _("aligned to what is selected") : _("covered")}`)) : null;
  return h("li", {
    key: row.id, role: "treeitem", "data-id": row.id, class: `wb-shelf-row${row.children ? " wb-branch" : ""}`, style, title: row.name,
    "aria-level": level, "aria-posinset": index + 1, "aria-setsize": of, "aria-expanded": row.children ? String(open) : null, "aria-selected": String(link.local.detail?.id === row.id),
    tabindex: current ? "0" : "-1", "data-landing": current || null,
    onclick: () => { link.local.at = row.id; if (row.children) shelf(link).turn(row.id, !open); look(link, row.id); },
  },
    h("span", { class: "wb-twist", "aria-hidden": "true" }, row.children ? (open ? "▾" : "▸") : ""),
    h("span", { class: "wb-shelf-name", dir: "auto" }, row.code ? h("span", { class: "wb-code" }, row.code) : null, priorityMark(link, row.id), ` ${row.name}`), badge);
}

function drawDetail(link) {
  const { detail } = link.local;
  if (!detail) return null;
  const show = link.local.query || link.local.grade // In the tree it is to be seen already.
    ? h("button", { key: "show", type: "button", class: "wb-link", onclick: () => link.question({ reveal: { id: detail.id } }, link.state.set) }, _("Show in the tree")) : null;
  return h("section", { key: "detail", class: "wb-shelf-detail", "aria-label": _("The standard"), "data-leaves": true },
    h("div", { class: "wb-card-head" }, h("h3", { tabindex: "-1", "data-landing": true }, detail.code || detail.kind || _("Standard")),
      h("span", { key: "deeds", class: "wb-deeds" }, show, h("span", { key: "align" }, alignButton(link, detail)), priorityButton(link, detail),
        h("button", { key: "close", type: "button", class: "wb-link", "aria-label": _("Close this standard"), onclick: () => { link.local.detail = null; link.redraw(); } }, _("Close")))),
    detail.place ? h("p", { class: "wb-quiet" }, detail.place) : null,
    h("p", { class: "wb-statement", dir: "auto" }, detail.text),
    h("ul", { class: "wb-chips" }, detail.chips.map((one) => h("li", { key: one, class: "wb-chip" }, one))),
    detail.notes ? h("p", { class: "wb-quiet wb-statement", dir: "auto" }, detail.notes) : null,
    detail.lists.map((list) => h("details", { key: list.title, class: "wb-more-list" }, h("summary", {}, list.title), h("ul", {}, list.items.map((one) => h("li", { key: one.key },
      one.id ? h("button", { type: "button", class: "wb-link", onclick: () => look(link, one.id) }, one.name) : one.go ? h("button", { type: "button", class: "wb-link", onclick: () => link.send({ go: one.go }) }, one.name) : one.name))))));
}

function keys(link, event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item || event.altKey || event.metaKey || event.key === "F6") return false;
  const all = rowsOf(link);
  const place = all.findIndex(({ row }) => row?.id === item.dataset.id);
  if (place < 0) return false;
  const { row, above } = all[place];
  const page = Math.max(1, Math.floor((link.local.high || 600) / ROW) - 1);
  const moves = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: all.length - 1, PageDown: Math.min(all.length - 1, place + page), PageUp: Math.max(0, place - page) };
  const open = shelf(link).isOpen(row.id);
  const key = readKey(link, event);
  if (event.ctrlKey && event.key === "Enter") align(link, row.id);
  else if (event.ctrlKey) return false;
  else if (event.key in moves) walk(link, all, moves[event.key], event.key === "ArrowUp" || event.key === "Home" || event.key === "PageUp" ? -1 : 1);
  else if (key === "ArrowRight" && row.children) open ? walk(link, all, place + 1, 1) : shelf(link).turn(row.id, true);
  else if (key === "ArrowLeft" && open) shelf(link).turn(row.id, false);
  else if (key === "ArrowLeft" && above >= 0) walk(link, all, above, -1);
  else if (event.key === "Enter" || event.key === " ") look(link, row.id);
  else if (event.key.length === 1 && event.key !== "?") typeTo(link, event.key, all, place);
  else return false;
  event.preventDefault();
  return true;
}

/** Put the focus on a row; one that has not come yet is fetched, and takes the focus when it is here. */
function walk(link, all, place, step) {
  const target = all[place];
  if (!target) return;
  if (!target.row) {
    link.local.awaited = { parent: target.parent, index: target.index, step };
    shelf(link).want(target.parent, target.index);
    return;
  }
  focusOn(link, target.row.id, place);
}

function focusOn(link, id, place) {
  const { local } = link;
  const box = link.el.querySelector(".wb-shelf");
  local.at = id;
  if (box && (place * ROW < box.scrollTop || (place + 1) * ROW > box.scrollTop + box.clientHeight)) {
    box.scrollTop = place * ROW < box.scrollTop ? place * ROW : (place + 1) * ROW - box.clientHeight;
    local.top = box.scrollTop;
  }
  link.redraw();
  [...link.el.querySelectorAll("[role=treeitem]")].find((one) => one.dataset.id === id)?.focus({ preventScroll: true });
}

/** What is shown below takes room from the tree: the row that it is of stays above it. */
function keepInSight(link) {
  const box = link.el.querySelector(".wb-shelf");
  const row = box?.querySelector("[aria-selected=true]");
  const below = row ? row.offsetTop + ROW - box.scrollTop - box.clientHeight : 0;
  if (below > 0) box.scrollTop += below;
}

function typeTo(link, letter, all, place) {
  const { local } = link;
  const now = Date.now();
  local.typed = now - (local.typedAt || 0) < 700 ? local.typed + letter.toLowerCase() : letter.toLowerCase();
  local.typedAt = now;
  const order = [...all.keys()].map((one) => (one + place + (local.typed.length > 1 ? 0 : 1)) % all.length);
  const found = order.find((one) => all[one].row && [all[one].row.code, all[one].row.name].some((text) => (text || "").toLowerCase().startsWith(local.typed)));
  if (found !== undefined) focusOn(link, all[found].row.id, found);
}

/** Unfold the way to a standard and put it into sight, as far as its branches are here. */
function follow(link) {
  const { path } = link.local;
  if (!path) return;
  const missing = path.find(({ parent, index }) => !rowsOf(link).some((one) => one.parent === parent && one.index === index && one.row));
  if (missing) {
    shelf(link).want(missing.parent, missing.index);
    return;
  }
  const last = path[path.length - 1];
  link.local.path = null;
  focusOn(link, last.id, rowsOf(link).findIndex(({ row }) => row?.id === last.id));
}

function prepare(link) {
  link.question = (message, set) => {
    const [[name, wish]] = Object.entries(message);
    link.send({ [name]: { set, ...wish } });
    clearTimeout(link.local.watch);
    link.local.watch = setTimeout(() => { shelf(link).forget(); link.redraw(); }, SILENCE);
  };
  return {
    keys: (event) => keys(link, event),
    home: () => link.el.querySelector("h2"),
    received(message) {
      clearTimeout(link.local.watch);
      // What was asked over a line that broke is asked again over the next one.
      if (message.away === false) { shelf(link).forget(); link.redraw(); }
      if (message.set !== link.state.set) return;
      if (message.branch) takeBranch(link, message.branch);
      if (message.found && message.found.n === link.local.asked) { link.local.found = message.found; link.local.says = message.found.says; link.redraw(); }
      if (message.standard) {
        link.local.detail = message.standard;
        link.redraw();
        keepInSight(link);
      }
      if (message.path) {
        Object.assign(link.local, { path: message.path, query: "", grade: "", found: null });
        for (const { id } of message.path.slice(0, -1)) shelf(link).turn(id, true);
        follow(link);
      }
    },
    drawn() {
      const { reveal, set } = link.state;
      // A standard that was asked for in the matrix: the tree unfolds at it, once.
      if (reveal?.n && link.local.revealed !== reveal.n) {
        link.local.revealed = reveal.n;
        link.question({ reveal: { id: reveal.id } }, set);
        look(link, reveal.id);
      }
      const box = link.el.querySelector(".wb-shelf");
      if (box && box.clientHeight && box.clientHeight !== link.local.high) scrolled(link, box);
    },
    closed: () => clearTimeout(link.local.watch),
  };
}

function takeBranch(link, branch) {
  shelf(link).take(branch);
  const { awaited } = link.local;
  if (awaited && awaited.parent === branch.parent) {
    link.local.awaited = null;
    const all = rowsOf(link);
    walk(link, all, all.findIndex((one) => one.parent === awaited.parent && one.index === awaited.index), awaited.step);
  }
  follow(link);
}

export default { render: (given) => mount(given, "standards", draw, { prepare }) };

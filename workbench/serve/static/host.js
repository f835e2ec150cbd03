/* Hosts the panes of the rooms: one line to the server, one model for each pane. A pane knows its model only, so it
   is the same here and in JupyterLab. The line comes back by itself; what was typed meanwhile waits in its pane. */

import { apply } from "./steps.js";

const { root, title, panes, whose, ended, other } = document.body.dataset;
const page = [...crypto.getRandomValues(new Uint8Array(8))].map((one) => one.toString(16).padStart(2, "0")).join("");
const shell = document.getElementById("wb-shell");
const models = new Map();
const waits = [250, 500, 1000, 2000, 5000];
let socket = null;
let tries = 0;
let answering = null;
let stale = new Set(); // Panes whose state is from before the line broke.
let silence = null;
let retry = null;
let over = false;
const SILENT = 15000;
const HEAVY = 1009; // The code with which a server cuts a line on which too long a message came.
const NOBODY = { here: [], leases: [] };

/** What a pane is given in place of a widget's model. */
function makeModel(name) {
  const listeners = new Map();
  const told = (event) => listeners.get(event) || listeners.set(event, new Set()).get(event);
  return {
    state: { shell: page }, // Known before the server says anything: by this name the panes hear each other.
    get: () => models.get(name).state,
    on: (event, listener) => told(event).add(listener),
    off: (event, listener) => told(event).delete(listener),
    send: (message, _, buffers) => say(name, message, buffers),
    tell: (event, ...given) => [...told(event)].forEach((listener) => apart(listener, given)),
  };
}

/** Tell one pane; where it fails, the others are told all the same. */
function apart(listener, given) {
  try {
    listener(...given);
  } catch (error) {
    console.error(error);
  }
}

function say(pane, message, buffers) {
  if (socket?.readyState !== WebSocket.OPEN) throw new Error("The line is down.");
  const [kind] = Object.keys(message);
  if (kind === "writing" || kind === "rest") socket.send(JSON.stringify(message));
  else socket.send(JSON.stringify({ pane, message, bytes: Boolean(buffers?.length) }));
  if (buffers?.length) socket.send(buffers[0]);
  // An edit is always answered: a line that stays silent is dead, though nobody has told us so.
  if (kind === "edit") silence ??= setTimeout(renew, SILENT);
}

const tell = (message) => { for (const model of models.values()) model.tell("msg:custom", message, []); };

/** Give up a line that is not to be trusted, and take another one. */
function renew() {
  if (over) return;
  down();
  connect();
}

/** What may have changed unseen is not shown as if it stood: nobody is known to be here, nobody to write. */
function down() {
  clearTimeout(silence);
  silence = null;
  tell({ away: true });
  meet(NOBODY);
}

function connect() {
  clearTimeout(retry);
  if (socket) Object.assign(socket, { onopen: null, onmessage: null, onclose: null });
  socket?.close();
  const { room, at } = place();
  // Whose page this is: what was typed here is sent in nobody else's name, whoever uses the browser by then.
  const query = new URLSearchParams({ page, whose, room, at, language: document.documentElement.lang });
  socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${root}/live?${query}`);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    tries = 0;
    stale = new Set(models.keys());
    tell({ away: false });
  };
  socket.onmessage = ({ data }) => hear(data);
  socket.onclose = ({ code }) => lost(code);
}

function hear(data) {
  clearTimeout(silence);
  silence = null;
  if (typeof data !== "string") {
    answering.model.tell("msg:custom", answering.answer, [new DataView(data)]);
    return;
  }
  const message = JSON.parse(data);
  if (message.patch) draw(message);
  else if (message.presence) meet(message.presence);
  else if (message.bytes) answering = { model: models.get(message.to), answer: message.answer };
  else models.get(message.to).tell("msg:custom", message.answer, []);
}

function draw({ patch, box }) {
  // Until the first state comes over a new line, the old one stays in sight: one goes on typing in it.
  for (const [name, steps] of Object.entries(patch)) models.get(name).state = apply(stale.delete(name) ? {} : models.get(name).state, steps);
  document.getElementById("wb-main").className = ["wb-main", ...box].join(" ");
  for (const name of Object.keys(patch)) models.get(name).tell("change:state");
  walk();
}

/** Who is here and who writes where, told to every pane that draws it. */
function meet(found) {
  tell({ presence: { root, here: found.here.map((one) => ({ ...one, me: one.seat === page })), leases: found.leases.filter((one) => one.seat !== page) } });
}

/** Ask for our own page: what the server says of it, or nothing where it is not reached. */
const asked = () => fetch(`${root}/`, { method: "HEAD" }).catch(() => null);

async function lost(code) {
  const line = socket;
  down();
  if (code === 4409) { shut(other); return; }
  if (code === HEAVY) tell({ heavy: true }); // Or it would be sent again, and cut the line again, for ever.
  // Refused for good: the page that the server shows instead says why.
  if (code === 4401 || code === 1006) {
    const answer = await asked();
    if (answer?.status === 401) { shut(ended); return; }
  }
  if (line !== socket) return; // Another one was taken meanwhile.
  retry = setTimeout(connect, waits[Math.min(tries, waits.length - 1)] * (0.75 + Math.random() / 2));
  tries += 1;
}

function shut(why) {
  over = true;
  tell({ ended: true });
  const says = document.createElement("p");
  says.className = "wb-problem";
  says.setAttribute("role", "alert");
  says.textContent = why;
  shell.before(says);
}

function place() {
  const room = location.pathname.slice(root.length).match(/^\/rooms\/([a-z-]+)/)?.[1] || "start";
  return { room, at: new URLSearchParams(location.search).get("at") || "" };
}

/** The address names the room and the thing that is looked at, so that Back works and a link can be sent. */
function walk() {
  const room = models.get("header").state.room;
  const at = models.get("outline").state.selected || "";
  const current = (models.get("header").state.rooms || []).find((one) => one.current);
  if (current) document.title = `${current.title}, ${title}`;
  speak(models.get("header").state);
  const here = place();
  if (!room || (here.room === room && (here.at === at || !at))) return;
  const address = `${root}/rooms/${room}${at ? `?at=${encodeURIComponent(at)}` : ""}`;
  if (here.room === room && !here.at) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

/** The page speaks the language that its person chose, and so does the next one that they open. */
function speak({ language, direction }) {
  const html = document.documentElement;
  if (!language || html.lang === language) return;
  Object.assign(html, { lang: language, dir: direction });
  document.cookie = `workbench_language=${language}; path=${root}/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}

addEventListener("popstate", () => {
  const { room, at } = place();
  try {
    say("header", { visit: { room, at } });
  } catch { /* The line is down: it comes back with what the address names. */ }
});
// The browser knows sooner than the line does; but a server on this very machine is there without any network.
addEventListener("offline", async () => { if (models.size && !(await asked())) renew(); });
addEventListener("online", () => models.size && renew());

/** Before anything has the focus, the keys of the rooms are heard all the same: this page is nobody else's. */
addEventListener("keydown", (event) => {
  if (event.target !== document.body || event.defaultPrevented) return;
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const same = new KeyboardEvent("keydown", { key, ctrlKey, metaKey, shiftKey, altKey, cancelable: true });
  if (!document.getElementById("wb-header")?.dispatchEvent(same)) event.preventDefault();
});

async function open() {
  const names = panes.split(" ");
  const modules = await Promise.all(names.map((name) => import(`${root}/static/panes/${name}.js`)));
  const main = document.createElement("main");
  main.id = "wb-main";
  main.className = "wb-main";
  names.forEach((name) => {
    models.set(name, makeModel(name));
  });
  const boxes = names.map((name) => {
    const el = document.createElement(name === "header" ? "header" : "div");
    el.id = `wb-${name}`;
    return el;
  });
  main.append(...boxes.slice(1));
  shell.replaceChildren(boxes[0], main);
  names.forEach((name, index) => modules[index].default.render({ model: models.get(name), el: boxes[index] }));
  connect();
}

open();

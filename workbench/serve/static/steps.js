/* States arrive as steps: a path and what stands there now, or a path alone where nothing does any more. */

export function apply(state, steps) {
  let root = state;
  for (const [path, ...rest] of steps) {
    if (!path.length) { [root] = rest; continue; }
    if (path.includes("__proto__")) continue; // no key of ours
    let place = root;
    for (const key of path.slice(0, -1)) place = place[key];
    const last = path[path.length - 1];
    if (rest.length) [place[last]] = rest;
    else delete place[last];
  }
  return root;
}

/* What has been fetched of a set of standards, branch by branch. A set never changes, so what is here stays right;
   a branch of ten thousand is fetched in windows as they come into sight. */

export const WINDOW = 200;

export function makeShelf(ask, redraw) {
  const branches = new Map();
  const open = new Set();
  let seen = null;

  const branch = (parent) => {
    if (!branches.has(parent)) branches.set(parent, { total: null, rows: [], asked: new Set() });
    return branches.get(parent);
  };

  /** Fetch the window of a branch in which the row `index` stands, unless it is here or on its way. */
  function want(parent, index = 0) {
    const found = branch(parent);
    const offset = Math.floor(index / WINDOW) * WINDOW;
    if (found.asked.has(offset)) return;
    found.asked.add(offset);
    ask({ branch: { parent, offset } });
  }

  function take({ parent, offset, total, rows }) {
    const found = branch(parent);
    found.total = total;
    rows.forEach((row, place) => { found.rows[offset + place] = row; });
    seen = null;
    redraw();
  }

  function turn(id, wanted) {
    if (wanted) open.add(id);
    else open.delete(id);
    seen = null;
    if (wanted) want(id);
    redraw();
  }

  /** Every row that is unfolded, in order; `row` is null where it has not come yet. `keeps` leaves rows out. */
  function rows(keeps, mark) {
    if (seen && seen.mark === mark) return seen.rows;
    const found = [];
    const walk = (parent, level, above) => {
      const { total, rows: own } = branch(parent);
      for (let index = 0; index < (total || 0); index += 1) {
        const row = own[index] || null;
        if (row && !keeps(row)) continue;
        const place = found.length;
        found.push({ row, parent, index, level, above, of: total });
        if (row && open.has(row.id)) walk(row.id, level + 1, place);
      }
    };
    walk("", 1, -1);
    seen = { rows: found, mark };
    return found;
  }

  const loaded = (parent = "") => branches.get(parent)?.total ?? null;
  const forget = () => { // After a silence: what was asked and never came is asked again.
    for (const found of branches.values()) found.asked.forEach((offset) => found.rows[offset] === undefined && found.asked.delete(offset));
  };
  return { want, take, turn, rows, loaded, forget, isOpen: (id) => open.has(id), opened: open };
}

/* Where a project stood when somebody was last here. It is theirs alone, so it stays in their browser. */

const AWAY = 3600e3;
const OFTEN = 60e3; // A pane is drawn with every key; this need not be noted as often.
const KEPT = "workbench-visit";

/** Note that the page is looked at now, and return the revision at which this person's last visit ended.

    A visit ends when nothing was seen for an hour. Null at the first one, and where the browser keeps nothing. */
export function lastVisit(link) {
  const { defaultView: win, visibilityState } = link.el.ownerDocument;
  const { project, me, revision } = link.state;
  const told = link.local.visit;
  if (!project) return null; // nothing has come yet
  if (told && told.revision === revision && Date.now() - told.at < OFTEN) return told.since;
  try {
    const name = JSON.stringify([KEPT, project, me || ""]);
    const known = JSON.parse(win.localStorage.getItem(name)) || { since: null, revision, at: Date.now() };
    const gone = Date.now() - known.at > AWAY;
    // A file of the same name that is another project, or an older copy of this one, has seen less.
    const last = gone ? known.revision : known.since;
    const since = last > revision ? null : last;
    if (visibilityState === "visible") {
      link.local.visit = { since, revision, at: Date.now() };
      win.localStorage.setItem(name, JSON.stringify(link.local.visit));
    }
    return since;
  } catch {
    return null;
  }
}

"""What rows would make, before they do: how each column is read, each thing, each cell that stays out and why."""

from __future__ import annotations

from workbench.incoming import Existing, Plan, Reading
from workbench.incoming.block import Block
from workbench.incoming.choices import meanings
from workbench.incoming.plan import Loss, Made
from workbench.incoming.reading import LEFT_OUT, PASTED, Column, above
from workbench.localize import N_, _, ngettext, number
from workbench.localize.lazy import capital
from workbench.ui.bringing import homeless_words, in_kinds, undecided
from workbench.ui.fields import owners_of
from workbench.ui.many import Brought
from workbench.ui.view import Given, State
from workbench.ui.words import in_list, short_name, term

SHOWN = 200
SURE = ((0.9, N_("Sure")), (0.7, N_("Likely")), (0.01, N_("Perhaps")))
DONE = {"new": N_("New"), "changed": N_("Changed"), "same": N_("As it is")}
EXISTING = {Existing.UPDATE: N_("Update what is here"), Existing.ADD: N_("Add all of them as new")}
HEADER = {"yes": N_("Headings"), "": N_("Already one of the things")}
EXAMPLE = 90


def preview_blocks(given: Given) -> list[State]:
    """Return the decision, how each sheet is read, and what comes of it."""
    brought = given.many.brought
    if brought is None:
        return []
    sheets = [_sheet(given, brought, place) for place in range(len(brought.sheets))]
    return [_decision(given, brought), *sheets, *_losses(brought.plan), _things(given, brought.plan)]


def _decision(given: Given, brought: Brought) -> State:
    plan = brought.plan
    waiting = undecided(brought)
    new, changed = plan.count("new"), plan.count("changed")
    lost = ngettext(
        "{n} cell that no field can hold will be left out; they are listed below.",
        "{n} cells that no field can hold will be left out; they are listed below.",
        plan.fates.lost,
    )
    first = ngettext("Say first what {n} column below is.", "Say first what {n} columns below are.", waiting)
    homeless = homeless_words(given.framework, plan)
    keep = {
        "label": _("Keep it") if new + changed else _("Nothing to keep"),
        "primary": True,
        "disabled": bool(waiting or homeless) or not new + changed,
        "says": first if waiting else homeless or (lost if plan.fates.lost else ""),
        "do": {"bring_keep": True},
    }
    return {
        "type": "decision",
        "key": "decision",
        "title": "",
        "line": _line(given, plan),
        "lines": [_account(plan), *_lines_of_cells(plan), *_repeated(plan), *brought.notes, *_cleaned(brought)],
        "actions": [keep, {"label": _("Drop it"), "do": {"bring_drop": True}}],
    }


def _line(given: Given, plan: Plan) -> str:
    """Return in one sentence what would be made."""
    made = in_kinds(given.framework, plan, "new")
    changed, same = plan.count("changed"), plan.count("same")
    parts = [_("adds {things}", things=made)] if made else []
    parts += [ngettext("changes {n} thing", "changes {n} things", changed)] if changed else []
    parts += [ngettext("leaves {n} thing as it is", "leaves {n} things as they are", same)] if same else []
    return _("This {does}.", does=in_list(parts)) if parts else _("This adds nothing yet.")


def _account(plan: Plan) -> str:
    """Return what becomes of the cells, all of them."""
    fates = plan.fates
    told = in_list([
        *([ngettext("{n} headings", "{n} headings", fates.headings)] if fates.headings else []),
        *([ngettext("{n} kept", "{n} kept", fates.held)] if fates.held else []),
        *([ngettext("{n} left out by you", "{n} left out by you", fates.left_out)] if fates.left_out else []),
        *([ngettext("{n} not decided yet", "{n} not decided yet", fates.undecided)] if fates.undecided else []),
        *([ngettext("{n} that no field can hold", "{n} that no field can hold", fates.lost)] if fates.lost else []),
    ])  # fmt: skip
    return ngettext("{n} filled cell: {fates}.", "{n} filled cells: {fates}.", fates.all, fates=told)


def _lines_of_cells(plan: Plan) -> list[str]:
    """Return what became of cells with several lines, where there are any."""
    listed = ngettext(
        "{n} cell holds a list; each of its items became a thing of its own.",
        "{n} cells hold lists; each of their items became a thing of its own.",
        plan.listed,
    )
    several = ngettext(
        "{n} cell holds several lines; it was kept as one text.",
        "{n} cells hold several lines; each was kept as one text.",
        plan.several,
    )
    return [*([listed] if plan.listed else []), *([several] if plan.several else [])]


def _repeated(plan: Plan) -> list[str]:
    if not plan.repeated:
        return []
    names = in_list(_("“{name}”", name=one[:40]) for one in plan.repeated[:5])
    return [_("Twice in these rows, so the later one is new: {names}.", names=names)]


def _cleaned(brought: Brought) -> list[str]:
    return list(dict.fromkeys(note for block, _reading in brought.sheets for note in block.notes))


def _sheet(given: Given, brought: Brought, place: int) -> State:
    block, reading = brought.sheets[place]
    several = len(brought.sheets) > 1
    aside = place in brought.aside
    owner = None if aside else _owner(given, brought.plan, reading)
    known = [[value, label] for value, label in meanings(given.framework, reading).items()]
    kinds = [[kind, capital(term(given.framework, kind, 2))] for kind in PASTED]
    return {
        "type": "columns",
        "key": f"sheet {place}",
        "sheet": place,
        "title": _("How “{sheet}” is read", sheet=block.name) if several else _("How these rows are read"),
        "folded": several and not reading.undecided and (owner is None or bool(reading.owner)),
        "several": several,
        "aside": aside,
        "says": "" if aside else _told(given, block, reading, placed=owner is not None),
        "kind": {"value": reading.kind, "choices": kinds},
        "header": {
            "value": "yes" if reading.header else "",
            "choices": [[value, _(words)] for value, words in HEADER.items()],
        },
        "existing": {
            "value": str(reading.existing),
            "choices": [[value, _(words)] for value, words in EXISTING.items()],
        },
        "owner": owner,
        "columns": [] if aside else [_column(column, at) for at, column in enumerate(reading.columns) if column.filled],
        "meanings": known,
    }


def _owner(given: Given, plan: Plan, reading: Reading) -> State | None:
    """Return the choice of what new things belong to where no row says it; None where every row does."""
    framework = given.framework
    here = (reading.kind, *above(reading.kind))
    waiting = {one.thing.kind for one in plan.homeless()}.intersection(here)
    if not waiting and not reading.owner:
        return None
    chosen = framework.find(reading.owner)
    kinds = dict.fromkeys(owner for kind in here if kind in waiting for owner in owners_of(kind))
    kinds |= dict.fromkeys([*owners_of(reading.kind), *([chosen.kind] if chosen else [])])
    if not any(framework.table(kind) for kind in kinds):
        return None
    named = [
        [one.id, f"{one.code} {short_name(one)}".strip()] for kind in kinds for one in framework.table(kind).ordered()
    ]
    return {"value": reading.owner, "choices": [["", _("Not chosen yet")], *named]}


def _told(given: Given, block: Block, reading: Reading, *, placed: bool) -> str:
    """Return in sentences how rows are read."""
    rows = len(block.rows) - reading.header
    words = [
        ngettext("{n} row below the headings.", "{n} rows below the headings.", rows)
        if reading.header
        else ngettext("{n} row, without headings.", "{n} rows, without headings.", rows)
    ]
    ladder = in_list(term(given.framework, kind, 2) for kind in reading.ladder)
    if reading.rows_by == "code":
        words.append(_("The codes stand under each other, so they are {kinds}.", kinds=ladder))
    if reading.rows_by == "kind":
        words.append(_("A column tells {kinds} apart.", kinds=ladder))
    if reading.sections:
        words.append(_("A row with a single cell is a heading for those below it."))
    if placed:
        words.append(_("Rows that do not say what they belong to take what is chosen here."))
    return " ".join(words)


def _column(column: Column, place: int) -> State:
    sure = next((word for least, word in SURE if column.sure >= least), "")
    why = _(column.why) and capital(f"{_(column.why)}.")
    if sure and column.why:
        why = _("{sure}: {why}.", sure=_(sure), why=_(column.why))
    example = column.example if len(column.example) <= EXAMPLE else f"{column.example[:EXAMPLE]}…"
    return {
        "place": place,
        "head": column.head or _("Column {n}", n=number(place + 1)),
        "example": " ".join(example.split()),
        "means": column.means,
        "why": _("Nobody can tell what this is. Choose, or leave it out.") if not column.means else why,
        "open": not column.means,
        "out": column.means == LEFT_OUT,
        "filled": ngettext("{n} cell", "{n} cells", column.filled),
    }


def _losses(plan: Plan) -> list[State]:
    if not plan.losses:
        return []
    rows = [
        [_where(one), one.head, one.text[:EXAMPLE], capital(f"{one.why.rstrip('.')}.")] for one in plan.losses[:SHOWN]
    ]
    rest = len(plan.losses) - SHOWN
    return [
        {
            "type": "table",
            "key": "losses",
            "title": _("Cells that no field can hold"),
            "says": _first_of(len(plan.losses)) if rest > 0 else _("Everything else of their rows is kept."),
            "columns": [_("Where"), _("Column"), _("Text"), _("Why")],
            "rows": rows,
        }
    ]


def _where(loss: Loss) -> str:
    if loss.sheet:
        return _("{sheet}, row {line}", sheet=loss.sheet, line=loss.line)
    return _("Row {line}", line=loss.line)


def _first_of(count: int) -> str:
    return _("The first {n} of {all}.", n=number(SHOWN), all=number(count))


def _things(given: Given, plan: Plan) -> State:
    """Return each thing as it will be, with what it stands under."""
    changed: dict[str, list[str]] = {}
    for change in plan.changes:
        changed.setdefault(change.id, []).append(change.field)
    rows = [_thing(given, one, changed.get(one.thing.id, [])) for one in plan.things[:SHOWN]]
    rest = len(plan.things) - SHOWN
    return {
        "type": "table",
        "key": "things",
        "title": _("What comes of it"),
        "says": _first_of(len(plan.things)) if rest > 0 else "",
        "columns": ["", _("Kind"), _("Name"), _("What is set")],
        "rows": rows,
        "none": _("Nothing yet."),
    }


def _thing(given: Given, made: Made, fields: list[str]) -> list[State | str]:
    thing = made.thing
    names = [
        name for name in dict.fromkeys(field.partition(".")[0] for field in fields) if name not in ("exists", "order")
    ]
    labels = [_(thing.spec(name).label).partition(":")[0] for name in names]
    name = {"code": thing.code, "text": capital(short_name(thing))}
    return [_(DONE[made.what]), capital(term(given.framework, thing.kind)), name, ", ".join(labels)]

"""What rows would make, before they do: how each column is read, each thing, each cell that stays out and why."""

from __future__ import annotations

from workbench.incoming import Existing, Plan, Reading
from workbench.incoming.block import Block
from workbench.incoming.choices import meanings
from workbench.incoming.plan import Loss, Made
from workbench.incoming.reading import LEFT_OUT, PASTED, Column
from workbench.ui.bringing import undecided
from workbench.ui.many import Brought
from workbench.ui.view import Given, State
from workbench.ui.words import capital, counted, counted_kind, in_list, short_name, term

SHOWN = 200
SURE = ((0.9, "Sure"), (0.7, "Likely"), (0.01, "Perhaps"))
DONE = {"new": "New", "changed": "Changed", "same": "As it is"}
EXISTING = [[Existing.UPDATE, "Update what is here"], [Existing.ADD, "Add all of them as new"]]
HEADER = [["yes", "Headings"], ["", "Already one of the things"]]
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
    lost = f"{counted(plan.fates.lost, 'cell')} that no field can hold will be left out; they are listed below."
    says = f"Say first what {counted(waiting, 'column')} below {'is' if waiting == 1 else 'are'}." if waiting else ""
    keep = {
        "label": "Keep it" if new + changed else "Nothing to keep",
        "primary": True,
        "disabled": bool(waiting) or not new + changed,
        "says": says or (lost if plan.fates.lost else ""),
        "do": {"bring_keep": True},
    }
    return {
        "type": "decision",
        "key": "decision",
        "title": "",
        "line": _line(given, plan),
        "lines": [_account(plan), *_repeated(plan), *brought.notes, *_cleaned(brought)],
        "actions": [keep, {"label": "Drop it", "do": {"bring_drop": True}}],
    }


def _line(given: Given, plan: Plan) -> str:
    """Return in one sentence what would be made."""
    counts: dict[str, int] = {}
    for one in plan.things:
        if one.what == "new":
            counts[one.thing.kind] = counts.get(one.thing.kind, 0) + 1
    made = in_list(counted_kind(given.framework, count, kind) for kind, count in counts.items())
    changed, same = plan.count("changed"), plan.count("same")
    parts = [f"adds {made}"] if made else []
    parts += [f"changes {counted(changed, 'thing')}"] if changed else []
    parts += (
        [f"leaves {counted(same, 'thing')} as it is" if same == 1 else f"leaves {counted(same, 'thing')} as they are"]
        if same
        else []
    )
    return f"This {in_list(parts)}." if parts else "This adds nothing yet."


def _account(plan: Plan) -> str:
    """Return what becomes of the cells, all of them."""
    fates = plan.fates
    named = [
        (fates.headings, "headings"), (fates.held, "kept"), (fates.left_out, "left out by you"),
        (fates.undecided, "not decided yet"), (fates.lost, "that no field can hold"),
    ]  # fmt: skip
    return f"{counted(fates.all, 'filled cell')}: {in_list(f'{count:,} {words}' for count, words in named if count)}."


def _repeated(plan: Plan) -> list[str]:
    if not plan.repeated:
        return []
    return [f"Twice in these rows, so the later one is new: {in_list(f'“{one:.40}”' for one in plan.repeated[:5])}."]


def _cleaned(brought: Brought) -> list[str]:
    return list(dict.fromkeys(note for block, _ in brought.sheets for note in block.notes))


def _sheet(given: Given, brought: Brought, place: int) -> State:
    block, reading = brought.sheets[place]
    several = len(brought.sheets) > 1
    aside = place in brought.aside
    known = [[value, label] for value, label in meanings(given.framework, reading).items()]
    kinds = [[kind, capital(term(given.framework, kind, 2))] for kind in PASTED]
    name = f"“{block.name}”" if several else "these rows"
    return {
        "type": "columns",
        "key": f"sheet {place}",
        "sheet": place,
        "title": f"How {name} {'is' if several else 'are'} read",
        "folded": several and not reading.undecided,
        "several": several,
        "aside": aside,
        "says": "" if aside else _told(given, block, reading),
        "kind": {"value": reading.kind, "choices": kinds},
        "header": {"value": "yes" if reading.header else "", "choices": HEADER},
        "existing": {"value": str(reading.existing), "choices": EXISTING},
        "columns": [] if aside else [_column(column, at) for at, column in enumerate(reading.columns) if column.filled],
        "meanings": known,
    }


def _told(given: Given, block: Block, reading: Reading) -> str:
    """Return in sentences how rows are read."""
    rows = len(block.rows) - reading.header
    words = [f"{counted(rows, 'row')}{' below the headings' if reading.header else ', without headings'}."]
    ladder = in_list(term(given.framework, kind, 2) for kind in reading.ladder)
    if reading.rows_by == "code":
        words.append(f"The codes stand under each other, so they are {ladder}.")
    if reading.rows_by == "kind":
        words.append(f"A column tells {ladder} apart.")
    if reading.sections:
        words.append("A row with a single cell is a heading for those below it.")
    return " ".join(words)


def _column(column: Column, place: int) -> State:
    sure = next((word for least, word in SURE if column.sure >= least), "")
    why = f"{sure}: {column.why}." if sure and column.why else capital(f"{column.why}.") if column.why else ""
    example = column.example if len(column.example) <= EXAMPLE else f"{column.example[:EXAMPLE]}…"
    return {
        "place": place,
        "head": column.head or f"Column {place + 1}",
        "example": " ".join(example.split()),
        "means": column.means,
        "why": "Nobody can tell what this is. Choose, or leave it out." if not column.means else why,
        "open": not column.means,
        "out": column.means == LEFT_OUT,
        "filled": counted(column.filled, "cell"),
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
            "title": "Cells that no field can hold",
            "says": f"The first {SHOWN} of {len(plan.losses):,}."
            if rest > 0
            else "Everything else of their rows is kept.",
            "columns": ["Where", "Column", "Text", "Why"],
            "rows": rows,
        }
    ]


def _where(loss: Loss) -> str:
    return f"{loss.sheet}, row {loss.line}" if loss.sheet else f"Row {loss.line}"


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
        "title": "What comes of it",
        "says": f"The first {SHOWN} of {len(plan.things):,}." if rest > 0 else "",
        "columns": ["", "Kind", "Name", "What is set"],
        "rows": rows,
        "none": "Nothing yet.",
    }


def _thing(given: Given, made: Made, fields: list[str]) -> list[State | str]:
    thing = made.thing
    names = [
        name for name in dict.fromkeys(field.partition(".")[0] for field in fields) if name not in ("exists", "order")
    ]
    labels = [thing.spec(name).label.partition(":")[0] for name in names]
    name = {"code": thing.code, "text": capital(short_name(thing))}
    return [DONE[made.what], capital(term(given.framework, thing.kind)), name, ", ".join(labels)]

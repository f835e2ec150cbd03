"""Comments, suggestions and what became of them: kept as they were written, never changed, told by a number."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.made import AT, begin, put
from tests.strategies import texts
from workbench.errors import BadEdit
from workbench.model import Change
from workbench.model.discussion import Comment, Disposition, Fate, Said, Suggestion
from workbench.store import Store, sqlite
from workbench.store.migrations import MIGRATIONS, migrate
from workbench.workshop.discussion import change_of
from workbench.workshop.mentions import parted

ASKED = Comment(
    id="c1", thing_id="b1", kind="belief", called="Doing", field="statement", text="=1+1 <b>“so”</b>",
    person="ana", at=AT, mentions=("joe", "joe"),
)  # fmt: skip
PROPOSED = Suggestion(
    id="s1", thing_id="b1", kind="belief", called="Doing", field="statement", base=1, old="We learn by doing.",
    new="We learn best by doing.", why="It is not the only way.", person="ana", at=AT,
)  # fmt: skip
TAKEN = Disposition(about="s1", fate=Fate.TAKEN, person="joe", at=AT)


def test_what_was_said_comes_back_in_order_to_every_connection(store: Store, path: Path) -> None:
    """With its reply, its mentions and what became of it."""
    reply = replace(ASKED, id="c2", reply_to="c1", mentions=())
    resolved = Disposition(about="c1", fate=Fate.DEFERRED, reason="In May", person="joe", at=AT)
    for one in (ASKED, PROPOSED, reply):
        store.say(one)
    store.settle(resolved)

    with Store.open(path) as other:
        assert other.said() == Said(comments=(ASKED, reply), suggestions=(PROPOSED,), dispositions=(resolved,))
        assert other.stamp().said == other.load().stamp.said == 4


@given(st.tuples(texts(min_size=1), texts(), texts(), texts()), st.lists(texts(), max_size=3))
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, words: tuple[str, ...], who: list[str]
) -> None:
    """Text is data, whatever it looks like."""
    identifier, *rest = words
    said = replace(ASKED, id=identifier, text=rest[0], called=rest[1], field=rest[2], mentions=tuple(who))
    proposed = replace(PROPOSED, id=f"{identifier} too", old=rest[0], new=rest[1], why=rest[2])
    decided = replace(TAKEN, about=identifier, reason=rest[0])
    with Store.create(tmp_path_factory.mktemp("said") / "any.workbench") as store:
        store.say(said)
        store.say(proposed)
        store.settle(decided)

        assert store.said() == Said(comments=(said,), suggestions=(proposed,), dispositions=(decided,))


def test_the_same_said_twice_is_there_once_and_nobody_speaks_for_another(store: Store) -> None:
    """A browser that got no answer says it again."""
    store.say(ASKED)
    store.say(replace(ASKED, at="2026-11-23T10:43:00.000+00:00"))

    with pytest.raises(BadEdit, match="already in use"):
        store.say(replace(ASKED, person="eve"))
    assert store.said().comments == (ASKED,)


def test_a_comment_and_a_proposal_never_share_an_id(store: Store) -> None:
    """Who settles their own comment would settle the proposal with it."""
    store.say(PROPOSED)

    with pytest.raises(BadEdit, match="already in use"):
        store.say(replace(ASKED, id=PROPOSED.id))
    assert store.said() == Said(suggestions=(PROPOSED,))


def test_who_comes_second_is_told(store: Store) -> None:
    """Settled twice, or reopened twice; the first decision stands."""
    for fate, again in ((Fate.ACCEPTED, "was settled already: accepted"), (Fate.OPEN, "is open already")):
        store.settle(replace(TAKEN, about="c1", fate=fate))
        with pytest.raises(BadEdit, match=again):
            store.settle(replace(TAKEN, about="c1", fate=fate))

    assert [one.fate for one in store.said().dispositions] == [Fate.ACCEPTED, Fate.OPEN]


def test_a_text_that_cannot_be_stored_is_refused(store: Store) -> None:
    """Half of a character, in what is said or in a reason."""
    with pytest.raises(BadEdit, match="cannot be stored"):
        store.say(replace(ASKED, text="\ud800"))
    with pytest.raises(BadEdit, match="cannot be stored"):
        store.settle(replace(TAKEN, reason="\0"))

    assert store.said() == Said()


def test_a_suggestion_is_taken_with_its_change_merged_and_undone_as_an_edit(store: Store) -> None:
    """What somebody else wrote beside it stays."""
    store.say(PROPOSED)
    put(store, "b1", "statement", "We learn by doing things.", person="eve")

    made = store.take_suggestion([change_of(PROPOSED)], TAKEN, base=1, why="")

    assert made.changes == (
        Change("belief", "b1", "statement", "We learn by doing things.", "We learn best by doing things."),
    )
    assert store.said().dispositions == (TAKEN,)
    assert store.undo(person="joe", at=AT) is not None
    assert store.load().framework.beliefs["b1"].statement == "We learn by doing things."


def test_a_suggestion_that_meets_a_conflict_is_not_taken(store: Store) -> None:
    """Nothing of it happened, and nothing is lost: the log keeps the attempt."""
    store.say(PROPOSED)
    put(store, "b1", "statement", "We learn only by doing.", person="eve")

    made = store.take_suggestion([change_of(PROPOSED)], TAKEN, base=1, why="")

    assert len(made.conflicts) == 1
    assert store.said().dispositions == ()
    assert store.load().framework.beliefs["b1"].statement == "We learn only by doing."


def test_a_suggestion_is_taken_once(store: Store) -> None:
    """The second taker is told, and their edit is not made."""
    store.say(PROPOSED)
    store.take_suggestion([change_of(PROPOSED)], TAKEN, base=1, why="")
    put(store, "b1", "statement", "We learn by doing.")
    before = store.load()

    with pytest.raises(BadEdit, match="settled already: taken"):
        store.take_suggestion([change_of(PROPOSED)], replace(TAKEN, person="eve"), base=1, why="")

    assert store.load() == before


def test_a_removed_name_is_in_no_byte_of_the_file(store: Store, path: Path) -> None:
    """Not where the person spoke, and not where others spoke of them."""
    eve = store.person("Eve Unmistakable")
    text, mentions = parted("@Eve Unmistakable, what do you think?", store.people())
    store.say(replace(ASKED, text=text, mentions=mentions, person=eve))

    store.forget_person(eve)
    store.close()

    assert b"Unmistakable" not in path.read_bytes()
    with Store.open(path) as again:
        assert again.said().comments[0].mentions == (eve,)


def test_an_old_file_gets_the_tables_and_keeps_what_it_has(tmp_path: Path) -> None:
    """A project from before comments opens, and takes one."""
    step = [one.name for one in MIGRATIONS].index("comments, proposals and what became of them")
    path = tmp_path / "old.workbench"
    path.touch()
    engine = sqlite.engine_for(path, patience=1)
    with closing(sqlite.connect(path, patience=1)) as raw:
        sqlite.begin_log(raw)
        sqlite.claim(raw)
    migrate(engine, path, MIGRATIONS[:step])
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO person VALUES ('p1', 'Ana')")

    with Store.open(path) as store:
        assert store.stamp().said == 0
        store.say(replace(ASKED, person="p1"))

        assert store.said().comments == (replace(ASKED, person="p1"),)
        assert store.people() == {"p1": "Ana"}


def test_a_copy_holds_what_was_said(tmp_path: Path) -> None:
    """A backup is the whole record."""
    with begin(tmp_path / "one.workbench") as store:
        store.say(ASKED)
        copy = store.backup(tmp_path / "copy.workbench")

    with Store.open(copy) as other:
        assert other.said().comments == (ASKED,)

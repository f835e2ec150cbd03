"""Many at once: what one writes the others see, and nothing that was saved is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.serve.served import Line, Served, wait_until
from workbench.model import Pathway, Role, Standard, StandardSet, add
from workbench.store.values import Status

WRITERS, EDITS = 8, 25


def test_what_one_writes_reaches_the_other(served: Served) -> None:
    """Within the line, and not to who looks elsewhere only later."""
    ben, eve = served.peer("Ben").line().shown(), served.peer("Eve").line().shown()
    ben.edit("b1", "title", "Everyone belongs", old="Belief 1")
    revision = ben.settled()["revision"]
    assert eve.shows("Everyone belongs")
    assert served.project.revision == revision
    assert served.project.person_name(served.project.history(limit=1)[0].person) == "Ben"


def test_what_one_says_of_a_standard_reaches_the_other(served: Served) -> None:
    """A judgement is no change of the framework, and is drawn all the same; so is why."""
    found = StandardSet(id="s", title="Standards", standards=(Standard(id="x", code="X.1", statement="Argue."),))
    served.project.add_set(found)
    served.project.edit(add(served.project.framework, Pathway(id="p1", title="Health")))
    ben, eve = (served.peer(name).line(room="alignment", at="p1").shown() for name in ("Ben", "Eve"))
    for why in ("Ben says why", "Ben says it otherwise"):
        said = {"subject": "p1", "set": "s", "standard": "x", "strength": "full", "rationale": why}
        ben.say("editor", judge=said)
        assert eve.shows(why)


def test_two_who_write_the_same_words_at_once(served: Served) -> None:
    """The second is told what the first wrote, and nothing is overwritten."""
    ben, eve = served.peer("Ben").line().shown(), served.peer("Eve").line().shown()
    base = served.project.revision
    ben.edit("b1", "title", "From Ben", old="Belief 1", base=base)
    ben.settled()
    eve.edit("b1", "title", "From Eve", old="Belief 1", base=base)
    assert "conflict" in eve.settled()
    held, applied, *_ = served.project.history("b1", "title")
    assert (held.change.new, held.status) == ("From Eve", Status.HELD)
    assert (applied.change.new, applied.status) == ("From Ben", Status.APPLIED)
    assert served.project.framework.get("b1").name == "From Ben"


@pytest.mark.slow
def test_nothing_is_lost_of_what_eight_write_at_once(served: Served) -> None:
    """Two hundred edits, half in one field for all: each is in the history, applied or held as its writer was told."""
    lines = [served.peer(f"Writer {number}").line().shown() for number in range(WRITERS)]
    before = served.project.revision

    def write(number: int, line: Line) -> dict[str, int]:
        """Return what was typed, and the revision that it made; 0 for what was held."""
        own = f"b{number + 2}"
        for n in range(EDITS):
            where, old = (("b1", "statement"), "") if n % 2 else ((own, "title"), typed(number, n - 2, own))
            line.edit(*where, typed(number, n, own), old=old, n=n)
        told = [line.settled(n) for n in range(EDITS)]
        assert all("revision" in one or "conflict" in one for one in told)
        return {typed(number, n, own): one.get("revision", 0) for n, one in enumerate(told)}

    with ThreadPoolExecutor(WRITERS) as pool:
        made = {text: at for found in pool.map(write, range(WRITERS), lines) for text, at in found.items()}
    history = [one for one in served.project.history(limit=1000) if one.revision > before]
    applied = {one.change.new: one.revision for one in history if one.status is Status.APPLIED}
    assert applied == {text: at for text, at in made.items() if at}
    assert {one.change.new for one in history} == made.keys()
    assert len(made) == WRITERS * EDITS
    for number in range(WRITERS):  # nobody else wrote there, so nothing was held
        assert served.project.framework.get(f"b{number + 2}").name == typed(number, EDITS - 1, f"b{number + 2}")
    assert served.project.framework == served.project.as_of(served.project.revision)
    assert served.project.revision == max(applied.values())
    line = served.peer("Late").line().shown()
    assert line.shows(served.project.framework.get("b1").statement)  # type: ignore[attr-defined]  # a belief


def typed(number: int, n: int, own: str) -> str:
    """Return what a writer types the nth time; before the first time the title stands there."""
    return f"writer {number} edit {n}" if n >= 0 else f"Belief {own[1:]}"


def test_the_same_page_coming_back_takes_its_own_place(served: Served) -> None:
    """The old line ends, the new one shows all and knows who is here; one entry in the list."""
    ben, eve = served.peer("Ben"), served.peer("Eve").line().shown()
    first = ben.line().shown()
    first.until(lambda: first.names_here() == ["Ben", "Eve"])
    again = ben.line(first.page).shown()
    assert first.closed() == 4401
    again.until(lambda: again.names_here() == ["Ben", "Eve"])
    again.edit("b1", "title", "Again", old="Belief 1")
    again.settled()
    assert eve.shows("Again")
    assert [one.name for one in served.project.presence.here] == ["Ben", "Eve"]


def test_who_opens_a_second_tab_stays_when_one_closes(served: Served) -> None:
    """Two pages of one person are two, and each ends by itself."""
    ben = served.peer("Ben")
    one, two = ben.line().shown(), ben.line().shown()
    one.socket.close()
    wait_until(lambda: [here.seat for here in served.project.presence.here] == [two.page])
    two.edit("b1", "title", "Two", old="Belief 1")
    assert "revision" in two.settled()


def test_who_looks_on_is_told_who_comes_and_goes(served: Served) -> None:
    """Names of who is here, in whatever role."""
    ben = served.peer("Ben").line().shown()
    rea = served.peer("Rea", Role.READER).line(room="standards", at="").shown()
    ben.until(lambda: ben.names_here() == ["Ben", "Rea"])
    rea.socket.close()
    ben.until(lambda: ben.names_here() == ["Ben"])


def test_a_page_that_takes_nothing_is_cut_off_when_its_person_is_out(served: Served) -> None:
    """A browser that reads nothing any more cannot write any more either, once its invitation ended."""
    ana, ben = served.peer("Ana", Role.FACILITATOR), served.peer("Ben")
    line = ben.line().shown()
    assert ben.invitation
    ana.post("/people", data={"do": "revoke", "id": ben.invitation.id})
    wait_until(lambda: served.project.presence.here == ())
    assert line.closed() == 4401

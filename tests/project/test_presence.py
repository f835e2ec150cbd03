"""Who is here and who writes where."""

from __future__ import annotations

from workbench.project.presence import SECONDS, Presence


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now


def two_people(clock: Clock | None = None) -> Presence:
    """Return a presence with Ana and Ben in it."""
    presence = Presence(clock or Clock())
    presence.enter("a", "p1", "Ana")
    presence.enter("b", "p2", "Ben")
    return presence


def test_everyone_is_listed_by_name_with_where_they_look() -> None:
    """Everyone is listed by name with where they look."""
    presence = two_people()
    assert presence.stand("b", "criteria", "c1")
    assert not presence.stand("b", "criteria", "c1")
    assert [(one.name, one.room, one.at) for one in presence.here] == [("Ana", "", ""), ("Ben", "criteria", "c1")]


def test_a_field_belongs_to_who_writes_in_it_first() -> None:
    """A field belongs to who writes in it first."""
    presence = two_people()
    assert presence.write("a", "c1/title", "Rea")
    assert not presence.write("b", "c1/title", "Des")
    assert presence.write("a", "c1/title", "Reason")
    assert [(one.key, one.name, one.text) for one in presence.leases] == [("c1/title", "Ana", "Reason")]


def test_a_lease_ends_by_itself_by_rest_and_by_leaving() -> None:
    """A lease ends by itself by rest and by leaving."""
    clock = Clock()
    presence = two_people(clock)
    presence.write("a", "c1/title", "Rea")
    clock.now = SECONDS + 1
    assert presence.leases == ()
    assert presence.write("b", "c1/title", "Des")
    assert not presence.rest("a", "c1/title")
    assert presence.rest("b", "c1/title")
    presence.write("a", "c1/title", "Rea")
    presence.leave("a")
    assert presence.leases == ()
    assert [one.name for one in presence.here] == ["Ben"]


def test_what_is_saved_is_known_until_everybody_is_shown_it() -> None:
    """Its text stays, also where its writer goes; it belongs to nobody any more, and ends by itself."""
    clock = Clock()
    presence = two_people(clock)
    presence.write("a", "c1/title", "Reason")
    assert presence.rest("a", "c1/title", 12)
    presence.leave("a")
    assert [(one.text, one.saved) for one in presence.leases] == [("Reason", 12)]
    assert presence.write("b", "c1/title", "Reasons")
    assert [(one.name, one.text, one.saved) for one in presence.leases] == [("Ben", "Reasons", 0)]
    presence.rest("b", "c1/title", 13)
    clock.now = SECONDS + 1
    assert presence.leases == ()


def test_who_is_not_here_holds_nothing() -> None:
    """Who is not here holds nothing."""
    presence = two_people()
    assert not presence.write("c", "c1/title", "x")
    assert not presence.stand("c", "start", "")
    assert not presence.rest("c", "c1/title")


def test_one_page_writes_in_two_fields_at_most() -> None:
    """The newest stay; what others write, and what one writes on another page, does too."""
    presence = two_people()
    presence.write("b", "c1/title", "Des")
    for key in ("c2/title", "c3/title", "c2/title", "c4/title"):
        assert presence.write("a", key, "Rea")
    assert [one.key for one in presence.leases] == ["c1/title", "c2/title", "c4/title"]

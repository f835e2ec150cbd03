"""An edit that was saved and not answered is sent again: it is not done a second time over what others did since."""

from pathlib import Path

from tests.store.made import AT, put, seen_by_another
from workbench.model import Change
from workbench.store import Commit, Store


def send(store: Store, new: str, *, person: str = "ana") -> Commit:
    """Send one edit of a page, as often as no answer comes."""
    change = Change("belief", "b1", "title", "Doing", new)
    return store.commit([change], person=person, at=AT, base=1, edit="page 1, edit 1")


def test_what_was_taken_out_since_does_not_come_back(store: Store, path: Path) -> None:
    """The second time it is answered with the first revision, and nothing changes."""
    first = send(store, "Doing badly")
    put(store, "b1", "title", "Doing", person="ben")

    again = send(store, "Doing badly")

    assert (again.revision, again.conflicts) == (first.revision, ())
    assert seen_by_another(path).beliefs["b1"].title == "Doing"
    assert store.load().revision == first.revision + 1


def test_another_person_has_names_of_their_own(store: Store) -> None:
    """Two pages that use one name are told apart by who sits before them."""
    send(store, "Doing it")

    assert send(store, "Doing that", person="ben").conflicts


def test_what_could_not_be_merged_is_held_once(store: Store) -> None:
    """Sent again it is the same conflict, and it is saved where it fits by then."""
    put(store, "b1", "title", "Playing", person="ben")

    assert send(store, "Making").conflicts
    assert send(store, "Making").conflicts
    assert [one.change.new for one in store.history(field="title", limit=2)] == ["Making", "Playing"]
    put(store, "b1", "title", "Doing", person="ben")
    assert send(store, "Making").revision == store.load().revision

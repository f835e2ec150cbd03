"""People are opaque ids to the log; a name can go without touching history."""

from pathlib import Path

from tests.store.made import AT, put
from workbench.model import set_field
from workbench.store import Store


def test_a_person_is_known_by_name_to_every_connection(store: Store, path: Path) -> None:
    """The same name gives the same id, from any connection; ids tell nothing of the name."""
    ana = store.person("Ana Müller")

    with Store.open(path) as other:
        assert other.person("Ana Müller") == ana
        assert other.person_name(ana) == "Ana Müller"
        assert other.person("Ben") != ana
    assert "Ana" not in ana


def test_a_name_can_go_while_the_history_stays(store: Store, path: Path) -> None:
    """No byte of the file tells the name any more; what the person did is still theirs to undo."""
    ana = store.person("Ana Unmistakable Müller")
    store.commit(
        set_field(store.load().framework, "b1", "title", "Making"), person=ana, at=AT, base=1, why="By the one"
    )

    store.forget_person(ana)
    store.close()

    assert b"Unmistakable" not in path.read_bytes()
    with Store.open(path) as again:
        assert again.person_name(ana) == ""
        assert again.history(limit=1)[0].person == ana
        assert again.person("Ana Unmistakable Müller") != ana
        assert again.undo(person=ana, at=AT) is not None


def test_a_person_nobody_knows_has_no_name(store: Store) -> None:
    """An id from elsewhere is no error: the log may be older than the table."""
    put(store, "b1", "title", "x", person="somebody")

    assert store.person_name("somebody") == ""

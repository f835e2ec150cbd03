"""People are opaque ids to the log; a name can go without touching history."""

from contextlib import closing
from pathlib import Path

from tests.store.made import AT, put
from workbench.model import set_field
from workbench.store import Store, sqlite
from workbench.store.migrations import MIGRATIONS, migrate


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


def test_somebody_new_is_nobody_who_was_here(store: Store) -> None:
    """Whatever they are called; and their name leads to nobody but themselves."""
    ana = store.person("Ana Müller")
    other = store.newcomer("Ana Müller")
    ben = store.newcomer("Ben")

    assert other != ana
    assert store.person("Ana Müller") == ana
    assert store.person("Ben") != ben
    assert store.person_name(other) == "Ana Müller"


def test_nobody_undoes_what_a_project_began_with(tmp_path: Path) -> None:
    """In a project of an earlier version, its maker has a name that anybody may bear."""
    path = tmp_path / "old.workbench"
    engine = sqlite.engine_for(path, patience=1)
    path.touch()
    step = [one.name for one in MIGRATIONS].index("people whom no name reaches")
    with closing(sqlite.connect(path, patience=1)) as raw:
        sqlite.claim(raw)
    migrate(engine, path, MIGRATIONS[:step])
    with sqlite.writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO person (id, name) VALUES ('p1', 'workbench'), ('p2', 'Ana')")
        connection.exec_driver_sql(
            "INSERT INTO change_set (number, revision, status, person, at, why, base)"
            " VALUES (1, 1, 'applied', 'p1', '2026-11-23T10:42:00.000+00:00', 'Began with the starter “Blank”', 0)"
        )
    engine.dispose()

    with Store.open(path) as again:
        assert again.person("workbench") != "p1"
        assert again.person("Ana") == "p2"
        assert again.undo(person="p1", at=AT) is None

"""Invitations: one link, one person, one role; they run out and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.errors import BadEdit, NotAllowed, UnknownName
from workbench.model import Competency, Role, add
from workbench.project import Project, create_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Open a blank project as its facilitator."""
    with create_project(tmp_path / "a.workbench", starter="blank") as made:
        yield made


def test_link_and_session(project: Project) -> None:
    """A link lets its person in, in its role, again and again until it ends."""
    invited, secret = project.members.invite("  Ana   Lopez ", Role.DRAFTER)
    assert (invited.name, invited.role) == ("Ana Lopez", Role.DRAFTER)
    for _ in range(2):
        found, session = project.members.admit(secret)
        assert found.person == invited.person
        seated = project.members.of_session(session)
        assert seated is not None
        assert (seated.id, seated.name) == (invited.id, "Ana Lopez")
    assert project.members.of_session(secret) is None
    assert project.members.of_session("") is None


def test_revoking(project: Project) -> None:
    """An invitation that was taken back lets nobody in, and whoever was in is out."""
    invited, secret = project.members.invite("Ana", Role.DRAFTER)
    _, session = project.members.admit(secret)
    project.members.revoke(invited.id)
    assert project.members.of_session(session) is None
    with pytest.raises(NotAllowed, match="was taken back"):
        project.members.admit(secret)


def test_renewing(project: Project) -> None:
    """A new link is for the same person in the same role, and ends the old one."""
    invited, secret = project.members.invite("Ana", Role.COMMENTER)
    _, session = project.members.admit(secret)
    again, fresh = project.members.renew(invited.id)
    assert (again.person, again.role) == (invited.person, Role.COMMENTER)
    assert project.members.of_session(session) is None
    assert project.members.admit(fresh)[0].id == again.id
    with pytest.raises(NotAllowed):
        project.members.admit(secret)


def test_another_person_of_the_same_name(project: Project) -> None:
    """Who is invited later takes nothing back that the first one did; nor does who bears the name of the workbench."""
    first, _ = project.members.invite("Maria Lopez", Role.DRAFTER)
    maria = project.beside(first.person, Role.DRAFTER)
    maria.edit(add(maria.framework, Competency(id="c1", title="Reason")))
    project.members.revoke(first.id)

    for name in ("Maria Lopez", "workbench"):
        second, _ = project.members.invite(name, Role.DRAFTER)
        assert project.beside(second.person, Role.DRAFTER).undo() is None

    assert list(project.framework.competencies) == ["c1"]


def test_running_out(project: Project) -> None:
    """A link runs out by itself, and so does what it let in."""
    _, secret = project.members.invite("Ana", Role.READER, days=0)
    with pytest.raises(NotAllowed, match="ran out on"):
        project.members.admit(secret)


def test_another_role(project: Project) -> None:
    """Another role holds at once for who is in already."""
    invited, secret = project.members.invite("Ana", Role.DRAFTER)
    _, session = project.members.admit(secret)
    project.members.change_role(invited.id, Role.READER)
    seated = project.members.of_session(session)
    assert seated is not None
    assert seated.role is Role.READER


def test_leaving(project: Project) -> None:
    """Who leaves is out on this device only."""
    _, secret = project.members.invite("Ana", Role.DRAFTER)
    sessions = [project.members.admit(secret)[1] for _ in range(2)]
    project.members.leave(sessions[0])
    assert [project.members.of_session(one) is not None for one in sessions] == [False, True]


def test_names(project: Project) -> None:
    """Nobody is invited twice under one name, and nobody without one."""
    project.members.invite("Ana", Role.DRAFTER)
    with pytest.raises(BadEdit, match="is invited already"):
        project.members.invite("ana", Role.READER)
    for name in ("", "   ", "x" * 200):
        with pytest.raises(BadEdit, match="Write the name"):
            project.members.invite(name, Role.READER)


def test_only_facilitators_invite(project: Project) -> None:
    """A drafter neither invites nor takes back."""
    invited, _ = project.members.invite("Ana", Role.DRAFTER)
    members = project.beside(invited.person, Role.DRAFTER).members
    for deed in (
        lambda: members.invite("Ben", Role.FACILITATOR),
        lambda: members.revoke(invited.id),
        lambda: members.renew(invited.id),
        lambda: members.change_role(invited.id, Role.FACILITATOR),
    ):
        with pytest.raises(NotAllowed):
            deed()
    with pytest.raises(UnknownName):
        project.members.revoke("nothing")


def test_secrets_are_not_kept(project: Project) -> None:
    """Neither the secret of a link nor that of a session is anywhere in the file."""
    _, secret = project.members.invite("Ana", Role.DRAFTER)
    _, session = project.members.admit(secret)
    kept = b"".join(one.read_bytes() for one in project.path.parent.iterdir())
    assert b"Ana" in kept
    assert secret.encode() not in kept
    assert session.encode() not in kept

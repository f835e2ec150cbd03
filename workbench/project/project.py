"""A project: one district's work, behind one door.

Order, no knowledge: what an edit means is the model's, what is kept is the store's, what is wrong
is the checks'. Heavy parts are imported when used.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from workbench.errors import BadEdit, MissingFile, NotAdoptable, NotAllowed, UnknownName
from workbench.localize import ENGLISH, N_, _, ngettext, speaking
from workbench.localize.lazy import lazy_join
from workbench.model import (
    Added,
    Change,
    Conflict,
    Edition,
    Finding,
    Framework,
    Judgement,
    Report,
    Role,
    Severity,
    StandardSet,
    VersionDecision,
    Waiver,
    edition_content,
    edition_hash,
    report_of,
)
from workbench.project.common import Common
from workbench.project.sets import LazySets

if TYPE_CHECKING:
    from workbench.checks import Fix
    from workbench.incoming import Block
    from workbench.project.discussion import Discussion
    from workbench.project.kept import Kept
    from workbench.project.members import Members
    from workbench.project.presence import Presence
    from workbench.project.shelf import Shelf
    from workbench.publish import Publication
    from workbench.store import Commit, HistoryEntry, Store

SUFFIX = ".workbench"
VARIABLE = "WORKBENCH_PROJECT"
READS = "WORKBENCH_READS"
REPORT = "report"
CHANGE = N_("change the framework")
DECIDE = N_("decide on a finding")
CANNOT: Mapping[Role, str] = {
    Role.READER: N_("You are here as a reader, so you cannot {deed}. Ask whoever invited you for the right to."),
    Role.COMMENTER: N_("You are here as a commenter, so you cannot {deed}. Ask whoever invited you for the right to."),
    Role.DRAFTER: N_("You are here as a drafter, so you cannot {deed}. Ask whoever invited you for the right to."),
}
"""What is said to whom a deed is not allowed; a facilitator may do everything."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an edit: the framework as it now is, the revision it made, and what could not be merged.

    ``passed`` are the later steps that an undo had to leave alone.
    """

    framework: Framework
    revision: int
    conflicts: tuple[Conflict, ...] = ()
    passed: int = 0


class Project:
    """One district's work. Safe to use from several threads; each edit is on disk when it returns."""

    def __init__(self, common: Common, person: str, role: Role = Role.FACILITATOR) -> None:
        """Sit down before a project as the ``person`` with this opaque id, under which edits are recorded.

        What their ``role`` does not allow raises NotAllowed.
        """
        self._common = common
        self._store = common.store
        self._person = person
        self.person = common.store.person_name(person)
        self.role = role

    def beside(self, person: str, role: Role = Role.FACILITATOR) -> Project:
        """Return the same project as another person has it, by their id: one framework, one set of findings."""
        return Project(self._common, person, role)

    @property
    def kept(self) -> Kept:
        """What was worked out of the project as it is, for everybody who works on it."""
        return self._common.kept

    @property
    def presence(self) -> Presence:
        """Who has the rooms open in this process, and who writes where."""
        return self._common.presence

    def require(self, role: Role, deed: str) -> None:
        """Raise NotAllowed, naming the ``deed`` in marked words, where this person may do less than ``role``."""
        if not self.role.may(role):
            raise NotAllowed(_(CANNOT[self.role], deed=_(deed)))

    def __enter__(self) -> Self:
        """Return the project itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the project."""
        self.close()

    @property
    def framework(self) -> Framework:
        """The framework as of ``revision``."""
        return self._common.framework

    @property
    def revision(self) -> int:
        """The number of changes made to the framework so far, undone ones included."""
        return self._common.revision

    @property
    def moment(self) -> tuple[Framework, int]:
        """The framework and its revision, which belong to each other whatever other threads do meanwhile."""
        return self._common.moment

    @property
    def version(self) -> int:
        """A number that grows with everything that listeners are told of, the record too; new in each process."""
        return self._common.version

    @property
    def path(self) -> Path:
        """The project's file."""
        return Path(self._store.path)

    @property
    def tag(self) -> str:
        """What tells this project from others, in a browser's storage too: the same wherever it lies."""
        return self._store.tag

    @cached_property
    def warning(self) -> str:
        """A sentence where the project lies in a synchronised or network folder, which can damage it; else empty."""
        from workbench.store import folder_warning

        return folder_warning(self.path) or ""

    @property
    def sets(self) -> LazySets:
        """The project's standard sets, by identifier; each is read when it is asked for, and then kept."""
        return self._common.sets

    @property
    def cited(self) -> Mapping[str, StandardSet]:
        """The sets that alignments and priorities name, by identifier, each with only the standards that are named."""
        return self._common.cited.sets

    @property
    def covered(self) -> Mapping[str, int]:
        """How many standards that can be met something of ours is aligned to, by set."""
        return self._common.cited.covered

    @property
    def rule_set(self) -> Mapping[str, Any]:
        """The graduation rules that the district chose; empty where it chose none."""
        return load_rule_set(self.framework.district.rule_set)

    def mint(self) -> str:
        """Return a new identifier."""
        return str(uuid.uuid4())

    def edit(
        self, changes: Iterable[Change], *, base: int | None = None, why: str = "", identifier: str = ""
    ) -> Outcome:
        """Record ``changes``, which a person made on the framework of revision ``base`` (default: the present one).

        What others changed meanwhile is merged; what cannot be merged comes back as conflicts, and then
        nothing of the edit is applied, while what was typed stays in the log. What is sent again under the same
        ``identifier``, because the answer never came, is done once.
        """
        self.require(Role.DRAFTER, CHANGE)
        wanted = tuple(changes)
        if not wanted:
            return Outcome(self.framework, self.revision)
        made = self._store.commit(
            wanted,
            person=self._person,
            at=now(),
            base=self.revision if base is None else base,
            why=why,
            edit=identifier,
        )
        return self._take(made)

    def decide(self, changes: Iterable[Change], decided: Iterable[VersionDecision], *, why: str) -> Outcome:
        """Record decisions on a new version of a standard set, and the changes that carry them out, as one."""
        self.require(Role.DRAFTER, N_("decide on a new version"))
        made = self._store.decide(tuple(changes), decided, person=self._person, at=now(), base=self.revision, why=why)
        return self._take(made)

    @property
    def decisions(self) -> tuple[VersionDecision, ...]:
        """The decisions on new versions of standard sets, oldest first."""
        return self._store.decisions()

    def undo(self) -> Outcome | None:
        """Take back this person's latest edit; None where there is none."""
        self.require(Role.DRAFTER, CHANGE)
        made = self._store.undo(person=self._person, at=now())
        return None if made is None else self._take(made)

    def redo(self) -> Outcome | None:
        """Do again what this person undid last; None where there is nothing."""
        self.require(Role.DRAFTER, CHANGE)
        made = self._store.redo(person=self._person, at=now())
        return None if made is None else self._take(made)

    def _take(self, made: Commit) -> Outcome:
        """Catch up with the store after a commit, then tell the listeners."""
        self._common.held += bool(made.conflicts)
        if not self.refresh() and made.conflicts:
            self._common.tell()  # What was held changes nothing but the history.
        # Of this very commit: what others did since is no base for what this person writes next.
        return Outcome(self.framework, made.revision, made.conflicts, made.passed)

    def refresh(self) -> bool:
        """Pick up what any process wrote since; tell the listeners and return True where there was something."""
        return self._common.refresh()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after each change of the framework; return what ends that."""
        return self._common.subscribe(listener)

    def findings(self, *, drafts: bool = False, as_of: str = "", sentences: bool = True) -> tuple[Finding, ...]:
        """Return what the checks say, sorted, without what a decision covers; with ``drafts`` also of drafts."""
        return self.report(drafts=drafts, as_of=as_of, sentences=sentences).findings

    def report(self, *, drafts: bool = False, as_of: str = "", sentences: bool = True) -> Report:
        """Return what the checks say on a day: what stands, what is waived, and which decisions have run out.

        Without ``sentences`` the rules that read them are left out, for a room that has just been opened.
        """
        day = day_of(as_of)
        given = (self._found(day, drafts=drafts, sentences=sentences), self.waivers)
        return self.kept.take(f"report {drafts} {sentences}", given, day, lambda: report_of(*given, day))

    def read_sentences(self) -> None:
        """Read every sentence that the checks read, so that the next report need not wait; may run in a thread."""
        self._common.read_sentences()

    def _found(self, day: str, *, drafts: bool, sentences: bool) -> tuple[Finding, ...]:
        return self._common.found(day, rule_set=self.rule_set, drafts=drafts, sentences=sentences)

    @property
    def earlier(self) -> Mapping[int, Framework]:
        """The frameworks of the adopted editions, by number."""
        with self._common.lock:
            return self._common.adopted()

    def fix_for(self, finding: Finding) -> Fix | None:
        """Return what would put right what ``finding`` says; None where that takes a person's judgement."""
        from workbench.checks import CheckInput, fix_of

        return fix_of(CheckInput(self.framework, earlier=self.earlier), finding)

    def fix(self, finding: Finding) -> str:
        """Put right what ``finding`` says, as one edit that can be undone, and return what was done in words.

        Raises BadEdit where nothing is offered for it, or no longer.
        """
        offered = self.fix_for(finding)
        if offered is None or finding not in self.findings(drafts=True):
            raise BadEdit(_("There is nothing that can be put right by itself here, or no longer."))
        self.edit(offered.changes, why=f"{offered.label} ({finding.code})")
        return offered.label

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The decisions to live with a finding, sorted by rule and thing, run-out ones included."""
        return self._common.recorded("waivers", self._store.waivers)

    def waive(self, finding: Finding, *, reason: str, until: str) -> Waiver:
        """Record the decision to live with ``finding`` until a day (ISO date, that day included).

        It holds while the finding is the same, and is published with the framework. Raises BadEdit without a
        reason, for what is no date and for a day that has passed; CannotWrite.
        """
        self.require(Role.DRAFTER, DECIDE)
        if not reason.strip():
            raise BadEdit(_("Say why the committee decided to live with this. The reason is published."))
        if not until:
            raise BadEdit(_("Name the last day on which the decision holds, such as {day}.", day="2027-06-30"))
        last = day_of(until)
        if last < day_of(""):
            raise BadEdit(_("{day} has passed. Name today or a later day until which the decision holds.", day=last))
        decided = Waiver.of(finding, person=self._person, reason=reason.strip(), until=last)
        self._decide_on(decided)
        return decided

    def end_waiver(self, decided: Waiver) -> None:
        """Take back a decision to live with a finding, which then stands again."""
        self.require(Role.DRAFTER, DECIDE)
        self._decide_on(replace(decided, person=self._person, reason=""))

    def decider(self, decided: Waiver) -> str:
        """Return the name of who recorded a decision, or words in its place where it was removed."""
        return self.person_name(decided.person) or "a former member"

    def _decide_on(self, decided: Waiver) -> None:
        self._store.add_waiver(decided)
        self._common.refresh()

    def history(
        self, thing: str | Iterable[str] | None = None, field: str | None = None, *, limit: int = 100
    ) -> list[HistoryEntry]:
        """Return the latest changes, newest first, of everything, of one thing or several, or of one field."""
        things = None if thing is None else [thing] if isinstance(thing, str) else list(thing)
        return self._store.history(things=things, field=field, limit=limit)

    def touched(self, things: Iterable[str]) -> tuple[int, int]:
        """Return what changes with the history of these things, for as long as nobody else writes into the file."""
        return self._common.touched(things), self._common.held

    @property
    def saved(self) -> str:
        """When the framework was last changed (ISO, UTC); empty where it never was."""
        return self._common.kept.take("saved", (), self.revision, self._store.saved)

    def as_of(self, revision: int) -> Framework:
        """Return the framework as it was at ``revision``."""
        return self._store.as_of(revision)

    def person_name(self, person: str) -> str:
        """Return the name behind an opaque person id of the history."""
        return self._common.name_of(person)

    def add_set(self, found: StandardSet) -> Added:
        """Keep a standard set, changed content as a new version beside the old, and say what was done."""
        self.require(Role.DRAFTER, N_("bring in standards"))
        added = self._store.add_set(found)
        self._common.forget_sets()
        return added

    def noted(self, key: str) -> str:
        """Return what is noted under ``key`` beside the framework; empty where nothing is."""
        return self._store.meta(key)

    def note(self, key: str, value: str) -> None:
        """Note ``value`` under ``key`` beside the framework, in place of what was noted there."""
        self.require(Role.DRAFTER, N_("change the settings"))
        self._store.set_meta(key, value)

    @cached_property
    def standards(self) -> Shelf:
        """The project's common standards: reading, adding, finding and comparing them."""
        from workbench.project.shelf import Shelf

        return Shelf(self, self._store.shelves, self._common.shelf_memory)

    @cached_property
    def members(self) -> Members:
        """Who takes part over the network: invitations and sessions."""
        from workbench.project.members import Members

        return Members(self, self._store.invitations)

    def newcomer(self, name: str) -> str:
        """Return the opaque id of somebody new who is called ``name``, as others may be too."""
        return self._store.newcomer(name)

    @cached_property
    def discussion(self) -> Discussion:
        """What people say of the framework, what wording they propose, and what became of it."""
        from workbench.project.discussion import Discussion

        return Discussion(self, self._common)

    @property
    def person_id(self) -> str:
        """The opaque id under which this person's edits are recorded."""
        return self._person

    def read_own(self, path: Path) -> tuple[list[Block], tuple[str, ...]]:
        """Return the rows of a file that holds the district's own things, and notes on it; raise BadFile."""
        from workbench.project.own import read_own

        return read_own(path)

    def judge(self, subject_id: str, standard: tuple[str, str], *, strength: str, rationale: str = "") -> None:
        """Note what this person says of a thing of ours and a standard (its set's id and its own).

        ``strength`` is "full", "partial" or "none"; empty takes back what was said. Raises BadEdit, CannotWrite.
        """
        self.require(Role.COMMENTER, N_("say how well a standard fits"))
        said = Judgement(
            person=self._person,
            subject_id=subject_id,
            set_id=standard[0],
            standard_id=standard[1],
            strength=strength,
            rationale=rationale,
            at=now(),
        )
        self._store.judge(said, take_back=not strength)
        self._common.refresh()

    def judgements(self, subject_id: str) -> tuple[Judgement, ...]:
        """Return what single people say of one of our things, apart from the alignments that are agreed."""
        return self._store.judgements(subject_id)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The adopted editions, oldest first."""
        return self._common.recorded("editions", self._store.editions)

    # What is published is in English, whoever asks for it.
    @speaking(ENGLISH)
    def publication(
        self, *, as_of: str = "", edition: Edition | None = None, report: Report | None = None, drafts: bool = True
    ) -> Publication:
        """Return what publications are made from: the framework, its standards and what the checks say of it all.

        With a ``report`` that was made already, and maybe chosen from, they say that; ``drafts``: it counts what is
        not marked ready.
        """
        from workbench.checks import find_rule, not_ready, unchecked_words
        from workbench.checks.page import page_of
        from workbench.publish import Publication

        day = day_of(as_of)
        found = report or self.report(drafts=True, as_of=day)
        return Publication(
            framework=self.framework,
            sets=self.sets,
            findings=found.findings,
            decided=tuple((finding, one, self.decider(one)) for finding, one in (*found.waived, *found.expired)),
            discussed=self.discussion.told(),
            as_of=day,
            revision=self.revision,
            edition=edition,
            credit_areas={area["key"]: area["title"] for area in self.rule_set.get("areas", ())},
            unchecked=unchecked_words(self.framework, drafts=drafts),
            drafts_left=0 if drafts else not_ready(self.framework),
            summaries={code: page_of(find_rule(code)).summary for code in {one.code for one in found.findings}},
        )

    def publish(self, out: Path, formats: Sequence[str] | None = None, *, as_of: str = "") -> list[Path]:
        """Write the draft in ``formats`` into the folder ``out``; return the files.

        ``formats`` are names of ``publish.FORMATS`` and "report" and "alignment-report", notebooks run on this
        project; without them, all but the last. Raises UnknownName, CannotPublish, CannotWrite.
        """
        from workbench.publish import FORMATS, publish
        from workbench.publish.report_run import REPORTS, run_report

        names = [*FORMATS, REPORT] if formats is None else list(formats)
        if unknown := [name for name in names if name not in FORMATS and name not in REPORTS]:
            raise UnknownName.of("format", unknown[0], [*FORMATS, *REPORTS])
        written = publish(self.publication(as_of=as_of), out, [name for name in names if name not in REPORTS])
        reports = [name for name in names if name in REPORTS]
        return [*written, *(path for name in reports for path in run_report(self.path, out, name=name, as_of=as_of))]

    def adopt(self, *, title: str, vote: str, effective: str, adopted_on: str = "") -> Edition:
        """Freeze, hash and archive the framework as an edition, with its publications.

        Raises NotAdoptable where an error stands in the way; what is not marked ready is checked too.
        """
        self.require(Role.FACILITATOR, N_("adopt an edition"))
        from workbench.publish import FORMATS

        draft = Edition(
            number=len(self.editions) + 1,
            title=title,
            vote=vote,
            effective=effective,
            adopted_on=day_of(adopted_on),
            revision=-1,
            sha256="",
            content=b"",
        )
        # The checks take longer than others should wait to save: what was changed meanwhile is checked once more.
        while draft.revision != self.revision:
            draft, published = self._frozen(draft)
        # What is published is fixed now, so that others may go on writing meanwhile.
        files = sorted((one.file_name, one(published)) for one in FORMATS.values())
        edition = replace(draft, files=tuple(files))
        self._store.add_edition(edition)
        self._common.refresh()
        return edition

    def _frozen(self, draft: Edition) -> tuple[Edition, Publication]:
        """Return an edition with what the framework holds now, and what is published of it; raise NotAdoptable."""
        revision = self.revision
        errors = [one for one in self.findings(drafts=True, as_of=draft.adopted_on) if one.severity is Severity.ERROR]
        if errors:
            raise NotAdoptable(_refusal(errors))
        content = edition_content(self.framework, self.sets.infos, self._store.waivers())
        edition = replace(draft, revision=revision, sha256=edition_hash(content), content=content)
        return edition, self.publication(as_of=draft.adopted_on, edition=edition)

    def backup(self, to: Path) -> None:
        """Write a copy of the whole project, record and history included, while it stays open."""
        self._store.backup(to)

    def close(self) -> None:
        """Fold everything into the one file and let go of it."""
        self._common.keep_readings()
        self._store.close()


def _refusal(errors: Sequence[Finding]) -> str:
    first = lazy_join((errors[0].message, errors[0].remedy))
    return ngettext(
        "One error stands in the way of adoption. The first: {first}",
        "{n} errors stand in the way of adoption. The first: {first}",
        len(errors),
        first=first,
    )


def open_project(path: str | Path | None = None, *, person: str = "") -> Project:
    """Open a project file; without ``path`` the one named by the variable WORKBENCH_PROJECT.

    Where the variable WORKBENCH_READS is set, as for a report, nothing can be changed.

    Raises MissingFile, NotAProject, NewerProject, CannotWrite.
    """
    if READS in os.environ:
        return open_to_read(path)
    store = _opened(path)
    return Project(Common(store), store.person(person or _login_name()))


def open_to_read(path: str | Path | None = None) -> Project:
    """Open a project file as nobody, who may only read, so that nobody is noted as one of its people.

    Raises as ``open_project``.
    """
    return Project(Common(_opened(path)), "", Role.READER)


def _opened(path: str | Path | None) -> Store:
    from workbench.store import Store

    target = str(path or os.environ.get(VARIABLE, ""))
    if not target:
        raise MissingFile("No project was named. Open one with “workbench open”, or give open_project the file's name.")
    return Store.open(target)


@cache
def load_rule_set(key: str) -> Mapping[str, Any]:
    """Return shipped graduation rules by key, read once; empty for an empty or unknown key."""
    from workbench.resources import resource_folder

    path = resource_folder("standards_data") / "rule_sets" / f"{key}.json"
    if not key or not path.is_file():
        return {}
    found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def day_of(text: str) -> str:
    """Return ``text`` as an ISO date, and the day here for an empty one; raise BadEdit for what is no date."""
    if not text:
        return dt.datetime.now().astimezone().date().isoformat()
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadEdit(
            _("“{text}” is not a date. Write it as year-month-day, such as {day}.", text=text, day="2027-01-14")
        ) from None


def now() -> str:
    """Return this moment as the log writes it: ISO, UTC, milliseconds."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a machine without a user table
        return "committee"

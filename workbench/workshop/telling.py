"""What was said and what became of it, in words: one list for the command line, the workbook and the rooms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.localize import N_, _, ngettext
from workbench.model import KINDS, Framework, field_words, plural, term
from workbench.model.discussion import Comment, Disposition, Fate, Suggestion, Told
from workbench.workshop.discussion import Talk, Thread, Wording
from workbench.workshop.mentions import GONE, whole

FATES = {
    Fate.OPEN: N_("open"),
    Fate.ACCEPTED: N_("accepted"),
    Fate.DECLINED: N_("declined"),
    Fate.DEFERRED: N_("deferred"),
    Fate.TAKEN: N_("taken"),
    Fate.WITHDRAWN: N_("withdrawn"),
    Fate.OVERTAKEN: N_("overtaken: the text has changed since"),
}


def told(talk: Talk, framework: Framework, people: Mapping[str, str]) -> tuple[Told, ...]:
    """Return everything that was said, each thread together, in the order in which it began."""
    groups = [(one.first.at, [*_thread(one, framework, people)]) for one in talk.threads]
    groups += [(one.suggestion.at, [_proposal(one, framework, people)]) for one in talk.proposals(framework)]
    return tuple(row for _, rows in sorted(groups, key=lambda one: one[0]) for row in rows)


def about_words(said: Comment | Suggestion, framework: Framework) -> str:
    """Return what something is about, as it is called now, or as it was called then where it is gone."""
    thing = framework.find(said.thing_id)
    name = f"{thing.code} {thing.name}".strip() if thing else said.called
    word = term(framework, said.kind)
    if said.kind in KINDS and word == KINDS[said.kind].noun:  # no word of the district's own
        word = ngettext(word, plural(word), 1)
    return f"{word[:1].upper()}{word[1:]} {' '.join(name.split())}".strip()


def fate_words(fate: Fate) -> str:
    """Return what became of something, in words."""
    return _(FATES[fate])


def name_words(person: str, people: Mapping[str, str]) -> str:
    """Return a person's name, or words in its place where it was removed."""
    return people.get(person) or _(GONE)


def _thread(thread: Thread, framework: Framework, people: Mapping[str, str]) -> Iterator[Told]:
    last = thread.decided[-1] if thread.fate is not Fate.OPEN else None
    for one in (thread.first, *thread.replies):
        begins = one is thread.first
        yield Told(
            id=one.id,
            sort="comment" if begins else "reply",
            about=about_words(one, framework),
            field=field_words(one.kind, one.field),
            who=name_words(one.person, people),
            at=one.at,
            text=whole(one.text, one.mentions, people),
            gone=framework.find(one.thing_id) is None,
            open=thread.fate is Fate.OPEN,
            **(_outcome(thread.fate, last, people) if begins else {}),
        )


def _proposal(proposal: Wording, framework: Framework, people: Mapping[str, str]) -> Told:
    one = proposal.suggestion
    return Told(
        id=one.id,
        sort="proposal",
        about=about_words(one, framework),
        field=field_words(one.kind, one.field),
        who=name_words(one.person, people),
        at=one.at,
        text="\n".join(filter(None, (one.new or "(no text)", one.why and f"Why: {one.why}"))),
        old=one.old,
        gone=framework.find(one.thing_id) is None,
        open=proposal.fate is Fate.OPEN,
        **_outcome(proposal.fate, proposal.decided, people),
    )


def _outcome(fate: Fate, decided: Disposition | None, people: Mapping[str, str]) -> dict[str, str]:
    word = fate_words(fate)
    if decided is None:
        return {"outcome": word}
    by = name_words(decided.person, people)
    return {"outcome": word, "reason": decided.reason, "by": by, "settled": decided.at}

"""Threads and proposals as the record makes them, and who may do what with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadEdit, UnknownName
from workbench.model import Change, Conflict, Framework, Json, apply, from_json, merge_change, remove, set_field
from workbench.model.discussion import Comment, Disposition, Fate, Said, Suggestion
from workbench.workshop import discussion
from workbench.workshop.discussion import (
    Talk,
    change_of,
    check_reason,
    check_resolved,
    check_said,
    check_withdrawn,
    check_wording,
    takes_wording,
)

AT = "2026-11-26T10:00:00.000+00:00"
FRAMEWORK = from_json({"beliefs": [{"id": "b1", "statement": "We learn by doing."}]})
ASKED = Comment(id="c1", thing_id="b1", kind="belief", text="Why?", person="ana", at=AT)
PROPOSED = Suggestion(
    id="s1", thing_id="b1", kind="belief", field="statement", base=1, old="We learn by doing.",
    new="We learn best by doing.", person="ana", at=AT,
)  # fmt: skip


def decided(about: str, fate: Fate, reason: str = "") -> Disposition:
    """Return Joe's decision."""
    return Disposition(about=about, fate=fate, reason=reason, person="joe", at=AT)


def fate_in(framework: Framework, *dispositions: Disposition) -> Fate:
    """Return what became of the proposal."""
    talk = Talk(Said(suggestions=(PROPOSED,), dispositions=dispositions))
    return talk.proposals(framework)[0].fate


def test_a_thread_is_a_comment_with_its_replies_and_the_latest_decision_counts() -> None:
    """Resolved, reopened, resolved again; another thread stays as it is."""
    other = replace(ASKED, id="c2", mentions=("joe",))
    reply = replace(ASKED, id="c3", reply_to="c1", text="Because.", mentions=("eve",))
    record = (decided("c1", Fate.ACCEPTED, "Yes"), decided("c1", Fate.OPEN), decided("c1", Fate.DEFERRED, "May"))
    first, second = Talk(Said(comments=(ASKED, other, reply), dispositions=record)).threads

    assert (first.first, first.replies, first.fate, first.decided) == (ASKED, (reply,), Fate.DEFERRED, record)
    assert (second.first, second.replies, second.fate) == (other, (), Fate.OPEN)
    assert [set(one.mentions) for one in (first, second)] == [{"eve"}, {"joe"}]


def test_a_thread_is_found_by_any_of_its_comments() -> None:
    """And one that is not there is told in words."""
    talk = Talk(Said(comments=(ASKED, replace(ASKED, id="c3", reply_to="c1"))))

    assert talk.thread("c3") is talk.thread("c1")
    with pytest.raises(UnknownName, match="not in the project"):
        talk.thread("c9")


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["", *"abcdef"])), unique_by=lambda one: one[0]))
def test_no_comment_is_lost(pairs: list[tuple[str, str]]) -> None:
    """Each stands in one thread, unless it answers only itself or an answer; such rows nobody writes."""
    firsts = {one for one, reply_to in pairs if not reply_to}
    rows = tuple(
        replace(ASKED, id=one, reply_to=reply_to) for one, reply_to in pairs if not reply_to or reply_to in firsts
    )

    threads = Talk(Said(comments=rows)).threads

    assert sorted(one.id for thread in threads for one in (thread.first, *thread.replies)) == sorted(
        one.id for one in rows
    )


def test_a_proposal_is_open_while_it_fits_and_says_what_it_would_make() -> None:
    """Other words of the text may have changed meanwhile."""
    now = apply(FRAMEWORK, set_field(FRAMEWORK, "b1", "statement", "We learn by doing things."))
    (proposal,) = Talk(Said(suggestions=(PROPOSED,))).proposals(now)

    assert (proposal.fate, proposal.now) == (Fate.OPEN, "We learn by doing things.")
    assert proposal.would == "We learn best by doing things."


@pytest.mark.parametrize("text", ["We learn best by doing.", "We learn only by doing.", ""])
def test_a_proposal_is_overtaken_while_its_words_have_changed(text: str) -> None:
    """The text says so already, or something else at the same place; as it was before, it fits again."""
    now = apply(FRAMEWORK, set_field(FRAMEWORK, "b1", "statement", text))

    assert fate_in(now) is Fate.OVERTAKEN
    assert fate_in(FRAMEWORK) is Fate.OPEN


def test_a_proposal_for_what_is_gone_is_overtaken_and_what_was_decided_stays() -> None:
    """Nothing is told of a text that is not there."""
    gone = apply(FRAMEWORK, remove(FRAMEWORK, "b1"))

    assert fate_in(gone) is Fate.OVERTAKEN
    assert fate_in(gone, decided("s1", Fate.TAKEN)) is Fate.TAKEN


def test_only_what_is_open_counts() -> None:
    """By the thing that it is about."""
    said = Said(
        comments=(ASKED, replace(ASKED, id="c2")), suggestions=(PROPOSED, replace(PROPOSED, id="s2")),
        dispositions=(decided("c2", Fate.ACCEPTED, "Yes"), decided("s2", Fate.WITHDRAWN)),
    )  # fmt: skip

    assert Talk(said).open_counts(FRAMEWORK) == {"b1": 2}


def test_a_change_is_what_the_log_would_hold() -> None:
    """Of an empty text nothing is told."""
    change = change_of(replace(PROPOSED, old="", new="We learn."))

    assert (change.old, change.new) == (None, "We learn.")


@pytest.mark.parametrize(
    ("kind", "field", "takes"),
    [
        ("belief", "statement", True),
        ("belief", "title", True),
        ("criterion", "descriptors.3", True),
        ("criterion", "descriptors", False),
        ("belief", "statement.3", False),
        ("belief", "order", False),
        ("belief", "nothing", False),
        ("indicator", "dok", False),
        ("experience", "indicators.i1", False),
    ],
)
def test_a_wording_is_proposed_for_texts_alone(kind: str, field: str, *, takes: bool) -> None:
    """Not for choices, marks and numbers."""
    assert takes_wording(kind, field) is takes


def test_what_cannot_be_done_is_refused_in_words() -> None:
    """Each says what to do instead."""
    settled = Talk(Said(comments=(ASKED,), dispositions=(decided("c1", Fate.DECLINED, "No"),))).threads[0]
    for refused, says in (
        (lambda: check_said(" \n"), "Write something"),
        (lambda: check_said("More", settled), "Reopen it"),
        (lambda: check_resolved(Fate.TAKEN, "x"), "Choose from: accepted, declined, deferred"),
        (lambda: check_resolved(Fate.ACCEPTED, " "), "Say why"),
        (lambda: check_reason(""), "Say why"),
        (lambda: check_withdrawn(PROPOSED, "joe"), "You can decline it"),
        (lambda: check_wording(replace(PROPOSED, new=PROPOSED.old)), "the same"),
        (lambda: check_wording(replace(PROPOSED, field="ready")), "Write a comment"),
    ):
        with pytest.raises(BadEdit, match=says):
            refused()


def test_a_proposal_is_merged_once_for_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page asks for all of them whenever it is drawn; another text, or another proposal, is merged by itself."""
    merged: list[object] = []

    def merge(change: Change, current: Json) -> Change | Conflict | None:
        merged.append(current)
        return merge_change(change, current)

    monkeypatch.setattr(discussion, "merge_change", merge)
    proposed = replace(PROPOSED, id="merged once", why="Only here.")
    for text in ("We learn by doing it.", "We learn by doing it.", "We learn by doing them."):
        framework = apply(FRAMEWORK, set_field(FRAMEWORK, "b1", "statement", text))
        for one in (proposed, replace(proposed, new="We learn gladly by doing.")):
            (found,) = Talk(Said(suggestions=(one,))).proposals(framework)
            assert (found.fate, found.now) == (Fate.OPEN, text)
            assert found.would == text.replace("learn", "learn gladly" if "gladly" in one.new else "learn best")
    assert merged == [text for text in ("We learn by doing it.", "We learn by doing them.") for _ in range(2)]

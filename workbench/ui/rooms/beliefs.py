"""The room of what the committee believes and the graduate it pictures."""

from __future__ import annotations

from workbench.localize import _
from workbench.model import Belief, DesignQuestion, Framework, PortraitAttribute, Practice, Thing
from workbench.ui.fields import field_state
from workbench.ui.rooms.nodes import (
    add_button,
    cards_block,
    empty_place,
    fields_block,
    heading,
    link,
    node,
    page,
    section,
)
from workbench.ui.view import Given, State

BANDS = ("K-2", "3-5", "6-8", "9-12")


def outline(given: Given) -> list[State]:
    """Return the outline: design questions, beliefs with their practices, the portrait."""
    framework = given.framework
    beliefs = [
        node(given, one, [node(given, practice) for practice in framework.practices_of(one.id)], open=True)
        for one in framework.beliefs.ordered()
    ]
    groups = [
        (_("Design questions"), [node(given, one) for one in framework.design_questions.ordered()]),
        (_("Beliefs"), beliefs),
        (_("Portrait of a graduate"), [node(given, one) for one in framework.attributes.ordered()]),
    ]
    return [heading(name, nodes) for name, nodes in groups if nodes]


def first(framework: Framework) -> str:
    """Return the id of what is selected when the room is first entered."""
    return next(iter(framework.beliefs), "")


def adds(given: Given, thing: Thing | None) -> list[State]:
    """Return what can be added from here."""
    framework = given.framework
    buttons = [add_button(framework, "belief", after=thing.id if isinstance(thing, Belief) else None)]
    if isinstance(thing, Belief | Practice):
        belief, after = (thing.id, None) if isinstance(thing, Belief) else (thing.belief_id, thing.id)
        buttons.append(add_button(framework, "practice", owner=belief, after=after))
    buttons.append(add_button(framework, "attribute", after=thing.id if isinstance(thing, PortraitAttribute) else None))
    buttons.append(
        add_button(framework, "design_question", after=thing.id if isinstance(thing, DesignQuestion) else None)
    )
    return buttons


def editor(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected."""
    match thing:
        case Belief():
            return _belief(given, thing)
        case Practice():
            belief = given.framework.beliefs.get(thing.belief_id)
            where = [_("Belief {belief}", belief=f"{belief.code} {belief.name}")] if belief else []
            return page(
                given, thing, [fields_block(given, thing, "statement", "owner", "evidence", "code")], where=where
            )
        case PortraitAttribute():
            return _attribute(given, thing)
        case DesignQuestion():
            return _question(given, thing)
    return {
        "title": _("Beliefs and portrait"),
        "blocks": [
            {
                "type": "empty",
                "key": "empty",
                **empty_place(given.framework, "belief", add_button(given.framework, "belief")),
            }
        ],
    }


def _belief(given: Given, belief: Belief) -> State:
    practices = cards_block(
        given, belief, "practice", ("statement", "owner", "evidence"),
        title=_("Practices"), says=_("What we do because of this belief, who sees to it, and how we can tell."),
    )  # fmt: skip
    return page(given, belief, [fields_block(given, belief, "statement", "title", "code", "explanation"), practices])


def _attribute(given: Given, attribute: PortraitAttribute) -> State:
    used = [key for one in given.framework.attributes.ordered() for key in one.descriptors]
    bands = dict.fromkeys([*used, *BANDS] if len(set(used)) == 0 else used)
    descriptors = [
        field_state(given, attribute, f"descriptors.{band}", label=_("Grades {grades}", grades=band)) for band in bands
    ]
    serving = given.framework.competencies.by("attribute_ids", attribute.id)
    return page(given, attribute, [
        fields_block(given, attribute, "title", "code", "definition"),
        section("fields", f"{attribute.id} bands", _("What it looks like, by grade band"),
                says=_("What one could see a student do."), fields=descriptors),
        section("links", f"{attribute.id} serving", _("Competencies that serve it"),
                says="" if serving else _("No competency serves this attribute yet. Choose it in a competency."),
                items=[link(given, one) for one in serving]),
    ])  # fmt: skip


def _question(given: Given, question: DesignQuestion) -> State:
    blocks = [
        fields_block(given, question, "question", "answer"),
        fields_block(
            given, question, "guidance", "code", title=_("Guidance"), folded="open" if question.guidance else "shut"
        ),
    ]
    return page(given, question, blocks)

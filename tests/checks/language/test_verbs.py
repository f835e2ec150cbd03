"""The verbs that lead a statement, by grammar."""

import pytest

from workbench.checks.language.verb_levels import bloom_levels, is_known_verb, mean_level, webb_levels
from workbench.checks.language.verbs import Opening, lead


@pytest.mark.parametrize(
    ("text", "opening", "verbs"),
    [
        ("Rewrite an expression in a form that reveals what a problem asks for.", Opening.BARE, "rewrite"),
        ("Plan and conduct an investigation.", Opening.BARE, "plan conduct"),
        ("Sketch, build and test a prototype.", Opening.BARE, "sketch build test"),
        ("Critically evaluate sources and then write a review.", Opening.BARE, "evaluate write"),
        ("Names the positions in a disagreement.", Opening.THIRD_PERSON, "name"),
        ("Models how a change in one system affects another.", Opening.THIRD_PERSON, "model"),
        ("Selects a topic and asks a question about it.", Opening.THIRD_PERSON, "select ask"),
        ("Students will be able to analyze sources and write an account.", Opening.STUDENTS, "analyze write"),
        ("The student explains a rule.", Opening.STUDENTS, "explain"),
        ("I can use evidence to support claims.", Opening.I_CAN, "use"),
        ("As a reader, I can trace an idea.", Opening.I_CAN, "trace"),
        ("How well can I apply reading strategies?", Opening.QUESTION, "apply"),
        ("I visit a college.", Opening.I_CAN, "visit"),
        ("How effective is my conclusion?", Opening.QUESTION, ""),
        ("(+) Prove and use a theorem.", Opening.BARE, "prove use"),
        ("Digital literacy: Use technology to publish.", Opening.BARE, "use"),
        ("Given two figures, decide whether they are alike.", Opening.BARE, "decide"),
        ("Interpret quotients (e.g., find and interpret 56 ÷ 8), and use them.", Opening.BARE, "interpret use"),
        ("Analyze data; draw conclusions; and then evaluate a model.", Opening.BARE, "analyze draw evaluate"),
        ("Explains a cell; its parts, and draws on a model.", Opening.THIRD_PERSON, "explain"),
        ("Self-assess progress and explain a goal.", Opening.BARE, "self-assess explain"),
        ("Role-plays a conversation and takes turns.", Opening.THIRD_PERSON, "role-play take"),
        ("Non-linear functions", Opening.OTHER, ""),
        ("Two-step equations", Opening.OTHER, ""),
        ("Factor quadratic expressions and solve equations.", Opening.BARE, "factor solve"),
        ("TLW explain a rule.", Opening.STUDENTS, "explain"),
        ("To analyze an argument in a text", Opening.BARE, "analyze"),
        ("To what extent cells divide", Opening.OTHER, ""),
        ("Knowledge of algebra", Opening.OTHER, ""),
        ("Effective communication in writing", Opening.OTHER, ""),
        ("", Opening.OTHER, ""),
    ],
)
def test_main_verbs(text: str, opening: Opening, verbs: str) -> None:
    """The opening is told apart from the verbs, and joined verbs are all found."""
    found = lead(text)

    assert (found.opening, " ".join(verb.lemma for verb in found.verbs)) == (opening, verbs)


@pytest.mark.parametrize(
    "text",
    [
        "Explain how a force changes motion and affects a design.",
        "Use equations to represent situations and solve problems.",
        "Respond to a speaker by building on a summary, drawing out reasons and reconsidering one’s position.",
        "Analyze causes and effects.",
    ],
)
def test_verbs_of_a_clause_below_are_not_main_verbs(text: str) -> None:
    """What stands after "how", "to" or "by" is part of what the one main verb asks for."""
    assert len(lead(text).verbs) == 1


def test_what_the_lists_say_of_a_verb() -> None:
    """Numbers of Newton, Da Silva and Peters (2020), and the two lists that name levels."""
    assert (mean_level("describe"), mean_level("evaluate"), mean_level("frobnicate")) == (1.87, 5.51, None)
    assert bloom_levels("infer") == ("understand", "analyze")
    assert webb_levels("compare") == ("2", "3")
    assert is_known_verb("graph")
    assert not is_known_verb("spoon")

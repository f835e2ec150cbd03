"""What was not checked is told wherever findings are: rules that are off, drafts, sentences in another language."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.publish.small_district import publication
from workbench.checks import RULES, SENTENCES, CheckInput, check, not_ready, turned_off, unchecked_words, unread
from workbench.cli import main
from workbench.model import Edition, set_field
from workbench.project import create_project
from workbench.publish.compose import compose
from workbench.publish.document import Note, text_of
from workbench.publish.report import findings
from workbench.testing import framework_of
from workbench.ui import show

SENTENCE = "2 rules are turned off in the settings: indicator without standard (STR005) and tests only (ASM007)."


def test_only_what_is_off_is_named_in_the_order_of_the_table() -> None:
    """A changed severity, a code that is no rule and a word that means nothing turn nothing off."""
    settings = '{severity.STR001: note, severity.ASM007: "Off", severity.str005: "off", severity.XYZ999: "off"}'
    framework = framework_of(f"districts: [{{id: d, settings: {settings}}}]")

    assert [rule.code for rule in turned_off(framework)] == ["STR005", "ASM007"]
    assert unchecked_words(framework, drafts=True) == (
        "2 rules are turned off in the settings: indicator without standard (STR005) and tests only (ASM007)."
    )
    assert unchecked_words(framework_of(""), drafts=True) == ""


def test_every_report_of_a_project_says_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, as JSON, as a page, in what is published, and in the room of alignment."""
    path = tmp_path / "example.workbench"
    with create_project(path) as project:
        district = project.framework.district.id
        assert show("alignment", project).overview.state["unchecked"] == ""
        project.edit(set_field(project.framework, district, "settings.severity.ASM007", "off"))
        told = "1 rule is turned off in the settings: tests only (ASM007)."
        assert show("alignment", project).overview.state["unchecked"] == told
        assert project.publication().unchecked == told

    capsys.readouterr()
    assert main(["check", str(path)]) == 0
    assert told in capsys.readouterr().out.splitlines()
    assert main(["check", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["turned_off"] == ["ASM007"]
    assert main(["check", str(path), "--format", "html"]) == 0
    assert told in capsys.readouterr().out


def test_a_publication_says_it_as_a_draft_and_as_an_edition() -> None:
    """An edition has no findings, and all the more has to say what was not looked for."""
    given = replace(publication(), unchecked=SENTENCE)
    edition = Edition(
        number=1, title="", vote="", effective="", adopted_on="2026-11-23", revision=7, sha256="", content=b""
    )

    for one in (given, replace(given, edition=edition)):
        notes = [text_of(block.runs) for block in compose(one).blocks() if isinstance(block, Note)]
        assert SENTENCE in notes
    assert SENTENCE in [text_of(one.runs) for one in findings(given).document.blocks() if isinstance(one, Note)]


def test_nothing_is_called_good_that_is_not_marked_ready(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A starter of drafts has findings; where they are not looked for, every report says so."""
    path = tmp_path / "new.workbench"
    create_project(path, starter="connecticut").close()
    capsys.readouterr()
    assert main(["check", str(path)]) == 0
    none, left = capsys.readouterr().out.splitlines()
    assert none.startswith("No findings")
    assert left == "25 parts are not marked ready, so they were not checked."
    assert main(["check", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["not_ready"] == 25
    assert main(["check", str(path), "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert left in page
    assert "Good" not in page

    main(["check", str(path), "--drafts"])
    assert "not marked ready" not in capsys.readouterr().out
    main(["check", str(path), "--drafts", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["not_ready"] == 0


def test_what_is_not_ready_is_counted_without_the_district() -> None:
    """Nobody marks the district."""
    assert not_ready(framework_of("districts: [{id: d}]\nbeliefs: [{id: b, ready: true}, {id: c}]")) == 1


BAD = """
indicators: [{id: i1, statement: Fails to use the internet. Explains it.}]
criteria: [{id: k1, subject_id: i1, descriptors: {"1": Never tries.}}]
"""


def test_in_another_language_the_rules_that_read_english_are_said_to_be_unused() -> None:
    """Exactly those find nothing there; one that is turned off is not told twice."""
    english = framework_of(BAD)
    district = 'districts: [{id: d, languages: [Español, English], settings: {severity.STM001: "off"}}]'
    spanish = framework_of(f"{district}{BAD}")
    assert unread(english) == ()
    assert unread(spanish) == tuple(RULES[one] for one in sorted(SENTENCES) if one != "STM001")
    assert unchecked_words(spanish, drafts=True).endswith(
        f"{len(SENTENCES) - 1} rules read English only and were not used, since the framework is in another language."
    )
    found = {one.code for one in check(CheckInput(english, drafts=True))}
    there = {one.code for one in check(CheckInput(spanish, drafts=True))}
    assert found & SENTENCES
    assert not there & SENTENCES
    assert found - SENTENCES <= there

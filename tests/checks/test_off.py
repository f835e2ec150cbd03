"""Rules that a district turned off are named wherever findings are."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.publish.small_district import publication
from workbench.checks import off_words, turned_off
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
    assert off_words(framework) == (
        "2 rules are turned off in the settings: indicator without standard (STR005) and tests only (ASM007)."
    )
    assert off_words(framework_of("")) == ""


def test_every_report_of_a_project_says_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, as JSON, as a page, in what is published, and in the room of alignment."""
    path = tmp_path / "example.workbench"
    with create_project(path) as project:
        district = project.framework.district.id
        assert show("alignment", project).overview.state["off"] == ""
        project.edit(set_field(project.framework, district, "settings.severity.ASM007", "off"))
        told = "1 rule is turned off in the settings: tests only (ASM007)."
        assert show("alignment", project).overview.state["off"] == told
        assert project.publication().turned_off == told

    capsys.readouterr()
    assert main(["check", str(path)]) == 0
    assert told in capsys.readouterr().out.splitlines()
    assert main(["check", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["turned_off"] == ["ASM007"]
    assert main(["check", str(path), "--format", "html"]) == 0
    assert told in capsys.readouterr().out


def test_a_publication_says_it_as_a_draft_and_as_an_edition() -> None:
    """An edition has no findings, and all the more has to say what was not looked for."""
    given = replace(publication(), turned_off=SENTENCE)
    edition = Edition(
        number=1, title="", vote="", effective="", adopted_on="2026-11-23", revision=7, sha256="", content=b""
    )

    for one in (given, replace(given, edition=edition)):
        notes = [text_of(block.runs) for block in compose(one).blocks() if isinstance(block, Note)]
        assert SENTENCE in notes
    assert SENTENCE in [text_of(one.runs) for one in findings(given).document.blocks() if isinstance(one, Note)]

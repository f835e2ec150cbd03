"""The reference in docs/ says what the code says."""

from pathlib import Path

from docs import generate
from workbench.checks import RULES, explain
from workbench.cli import COMMANDS


def test_the_reference_is_up_to_date() -> None:
    """Whoever changes a rule or a command runs `make docs`; the built reference equals the code."""
    assert generate.stale() == []
    assert generate.main(["--check"]) == 0


def test_every_rule_has_the_page_that_explain_shows() -> None:
    """The same text, wherever it is read."""
    pages = generate.pages()

    for code in RULES:
        assert pages[f"rules/{code}.md"].endswith(explain(code) + "\n")
        assert f"]({code}.md)" in pages["rules/README.md"]


def test_every_command_and_option_is_on_the_page_of_commands() -> None:
    """A person can look up what a command takes without running it."""
    page = generate.pages()["commands.md"]

    assert all(f"\n## `workbench {command}" in page for command in COMMANDS)
    assert "\n### `workbench standards add FILE SOURCE" in page
    assert "- `--fail-on error|warning`: " in page
    assert "%(" not in page


def test_a_stale_a_missing_and_a_left_over_page_are_found_and_put_right(tmp_path: Path) -> None:
    """Writing changes those three and nothing else."""
    generate.write(tmp_path)
    (tmp_path / "rules" / "STR001.md").write_text("edited by hand", encoding="utf-8")
    (tmp_path / "commands.md").unlink()
    (tmp_path / "rules" / "OLD001.md").write_text("a rule that is gone", encoding="utf-8")

    assert generate.write(tmp_path) == ["commands.md", "rules/OLD001.md", "rules/STR001.md"]
    assert generate.stale(tmp_path) == []
    assert not (tmp_path / "rules" / "OLD001.md").exists()

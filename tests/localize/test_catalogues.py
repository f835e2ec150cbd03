"""The catalogues: nothing of the code is missing, every text is translated, and no value gets lost on the way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

import workbench
from docs import words
from workbench.localize import ENGLISH, LANGUAGES, _, language, ngettext, preferred, speaking
from workbench.localize.catalogue import FOLDER, TEMPLATE

PACKAGE = Path(workbench.__file__).parent
OTHERS = [one for one in LANGUAGES if one != ENGLISH]
CALLS = re.compile(r'(?<![\w.$])(?:_|N_|ngettext)\("((?:[^"\\]|\\.)*)"')


def messages(path: Path) -> list[Message]:
    """Return the messages of a file."""
    with path.open("rb") as file:
        return [one for one in read_po(file) if one.id]


def forms(message: Message) -> list[tuple[str, str]]:
    """Return each English text of a message with its translation."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [*zip(message.id, [*(message.string or ())], strict=True)]


def known() -> set[str]:
    """Return every text of the template."""
    return {text for one in messages(TEMPLATE) for text in ([one.id] if isinstance(one.id, str) else one.id)}


def test_the_catalogues_are_those_of_the_code() -> None:
    """``python docs/words.py`` would write nothing."""
    assert [path.name for path, text in words.files() if path.read_bytes() != text] == []


def marked() -> Iterator[tuple[str, str]]:
    """Yield every text that Python marks, with its place, whether what gathers them found it or not."""
    for path in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in words.KEYWORDS:
                for one in call.args[: 2 if call.func.id == "ngettext" else 1]:
                    if isinstance(one, ast.Constant):
                        yield f"{path.relative_to(PACKAGE)}:{one.lineno}", str(one.value)


def test_every_marked_text_was_gathered() -> None:
    """What gathers the texts overlooks calls within an f-string, and some within others."""
    template = known()
    assert [place for place, text in marked() if text not in template] == []
    said = [text for path in PACKAGE.rglob("*.js") for text in CALLS.findall(path.read_text(encoding="utf-8"))]
    assert len(said) > 100
    assert [text for text in said if text.replace('\\"', '"') not in template] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_every_text_is_translated(tag: str) -> None:
    """In full, without one that somebody has yet to look at."""
    found = messages(FOLDER / f"{tag.replace('-', '_')}.po")
    assert [one.id for one in found if one.fuzzy or not all(told for _text, told in forms(one))] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_a_translation_holds_the_same_values(tag: str) -> None:
    """Nothing is lost, and nothing is asked for that is not given."""
    wrong = [
        (text, told)
        for one in messages(FOLDER / f"{tag.replace('-', '_')}.po")
        for text, told in forms(one)
        if fields(told) != fields(text) and not (isinstance(one.id, tuple) and fields(told) == fields(one.id[1]))
    ]
    assert wrong == []


def fields(text: str) -> set[str]:
    """Return the names of what is put into a text."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("tag", OTHERS)
def test_marks_stay_around_the_words(tag: str) -> None:
    """What is strong in one language is strong in the other, and a message ends as it does in English."""
    for one in messages(FOLDER / f"{tag.replace('-', '_')}.po"):
        for text, told in forms(one):
            assert told.count("*") == text.count("*"), text
            assert told[-1:] in ".:?…" if text[-1:] in ".:?…" else told[-1:] not in ".:", text


def test_a_language_is_spoken_within_and_not_after() -> None:
    """Another one that we do not know is English."""
    with speaking("es"):
        assert language() == "es"
        assert _("Undo") == "Deshacer"
        with speaking("xx"):
            assert _("Undo") == "Undo"
    assert _("Undo") == "Undo"


def test_numbers_follow_the_language() -> None:
    """One, many, and thousands as they are marked there."""
    with speaking("pt-BR"):
        assert ngettext("{n} here", "{n} here", 12345).startswith("12.345")
    assert ngettext("{n} here", "{n} here", 12345) == "12,345 here"


@pytest.mark.parametrize("header", ["es;q=x", "*", ",,,", "es;q=0.9;v=1", "é" * 5000, "-"])
def test_no_header_of_a_browser_is_too_odd(header: str) -> None:
    """What cannot be read is passed over."""
    assert preferred(header) in LANGUAGES

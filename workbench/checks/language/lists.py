"""Word lists: those that come with the workbench, as a district has changed them, and where a text has one of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TypeAlias

from workbench.checks.language.kept import remembered
from workbench.checks.language.reading import Sentence, Word, forms, words
from workbench.model.framework import Framework
from workbench.resources import resource_folder

SETTING = "words."
"""A district changes a list under "words.deficit_words": "+hardly, -only", or a list of its own."""

Phrases: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""The phrases of a list, each a row of lemmas, by their first lemma."""


@dataclass(frozen=True, slots=True)
class WordList:
    """A list as it comes: what it is called, where it is from, its words and phrases."""

    label: str
    source: str
    words: tuple[str, ...]


@cache
def word_lists() -> Mapping[str, WordList]:
    """Return every list by its key."""
    read = json.loads((resource_folder("standards_data") / "words" / "lists.json").read_bytes())["lists"]
    return {key: WordList(one["label"], one["source"], tuple(one["words"])) for key, one in read.items()}


def words_of(framework: Framework, key: str) -> tuple[str, ...]:
    """Return the words of a list as this district has them."""
    return _words_of(key, framework.district.settings.get(SETTING + key, ""))


def is_mixed(written: str) -> bool:
    """Tell whether some words of a written list change ours, by + or -, and others stand for a list of its own."""
    return len({entry[0] in "+-" for entry in _entries(written)}) > 1


def _entries(written: str) -> list[str]:
    return [entry for part in written.split(",") if (entry := " ".join(part.lower().split()))]


@cache
def _words_of(key: str, written: str) -> tuple[str, ...]:
    default, entries = word_lists()[key].words, _entries(written)
    if not all(entry[0] in "+-" for entry in entries):
        return tuple(dict.fromkeys(entry.lstrip("+-").strip() for entry in entries))
    more = [entry[1:].strip() for entry in entries if entry[0] == "+"]
    less = {entry[1:].strip() for entry in entries if entry[0] == "-"}
    return tuple(word for word in dict.fromkeys([*default, *more]) if word and word not in less)


def found_in(text: str, phrases: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield (phrase as written in the text, where it starts) for each word or phrase of a list, longest first.

    A word is met by its lemma or by its own letters, so that "fail" finds "fails" and "failed".
    """
    wanted = _by_first(tuple(phrases))
    if wanted.keys().isdisjoint(_spelled(text)):
        return
    every, at = words(text), 0
    while at < len(every):
        rows = (row for key in _spellings(every[at]) for row in wanted.get(key, ()))
        length = max((len(row) for row in rows if _is_at(every, at, row)), default=0)
        if length:
            last = every[at + length - 1]
            yield text[every[at].start : last.start + len(last.text)], every[at].start
        at += length or 1


@lru_cache(64)
def _by_first(phrases: tuple[str, ...]) -> Phrases:
    rows: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        if row := tuple(phrase.split()):
            rows[row[0]] = (*rows.get(row[0], ()), row)
    return rows


@remembered
def _spelled(text: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(forms(text)))


def _spellings(word: Word) -> set[str]:
    return {word.lemma, word.text.lower()}


def _is_at(every: Sentence, at: int, row: tuple[str, ...]) -> bool:
    return len(every) >= at + len(row) and all(
        part in _spellings(word) for part, word in zip(row, every[at : at + len(row)], strict=True)
    )

"""Alignment, the one way to say that a thing of ours meets a standard; and translations of any text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.fields import choice, line, ref, text
from workbench.model.thing import Thing
from workbench.model.values import Strength, TranslationStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment(Thing):
    """One of our things meets one standard of a standard set, fully or in part, and why.

    ``set_id`` and ``standard_id`` are the identifiers of the set and of the standard in it, verbatim.
    """

    kind: ClassVar[str] = "alignment"
    table: ClassVar[str] = "alignments"
    noun: ClassVar[str] = "alignment"
    named_by: ClassVar[tuple[str, ...]] = ("rationale",)

    subject_id: str = ref("What is aligned", "indicator", "experience", "pathway", "assessment", owner=True)
    set_id: str = line("Standard set")
    standard_id: str = line("Standard")
    strength: Strength = choice("How much of it", Strength, Strength.FULL)
    rationale: str = text("Rationale")


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Thing):
    """A text of a thing in another language; ``source_hash`` tells when the source has changed since.

    ``field`` is the field's name, with the key behind a dot where the field holds texts by key;
    ``source_hash`` is the SHA-256 of the source text in UTF-8, in hexadecimal digits.
    """

    kind: ClassVar[str] = "translation"
    table: ClassVar[str] = "translations"
    noun: ClassVar[str] = "translation"
    named_by: ClassVar[tuple[str, ...]] = ("text",)

    subject_id: str = ref("Thing", "*", owner=True)
    field: str = line("Field")
    language: str = line("Language")
    text: str = text("Translation")
    status: TranslationStatus | None = choice("Status", TranslationStatus)
    source_hash: str = line("Source hash")

"""A text as sentences of words, each with its lemma and part of speech.

Tokens and sentences are syntok's, lemmas and parts of speech those of HanTa's English model, which comes with
the package: nothing is loaded from elsewhere. Both are imported at the first text that is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias

KEPT = 65_536
"""Texts whose reading is kept. A text that nobody touched is not read again after an edit."""

LONGEST = 40
"""Letters of a word that the tagger is given; its time grows with their square. A longer one is taken for a noun."""

_FRAMES = {False: ("they", "will"), True: ("she",)}
"""A subject before the text, in the form of its first word. The tagger takes the first word of "Plan and conduct an
investigation" or "States a claim" for a noun; after a subject it sees the verb that it is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or punctuation mark: as written, its lemma in small letters, its tag, where it starts.

    Tags are those of the British National Corpus (CLAWS C5): VVB, VVI and VVZ are verb forms, NN1 and NN2 nouns.
    """

    text: str
    lemma: str
    tag: str
    start: int

    @property
    def is_word(self) -> bool:
        """Tell whether it is a word or number and no punctuation."""
        return any(letter.isalnum() for letter in self.text)


Sentence: TypeAlias = tuple[Word, ...]


@lru_cache(KEPT)
def read(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, each word tagged as its sentence suggests."""
    return tuple(_tagged(sentence) for sentence in _sentences(text))


@lru_cache(KEPT)
def words(text: str) -> Sentence:
    """Return the words of a text without punctuation, each by itself: lemma and tag are the likeliest ones.

    Far cheaper than ``read``, and enough to look for words of a list.
    """
    tokens = (token for sentence in _sentences(text) for token in sentence)
    every = (Word(token.value, *_alone(token.value), token.offset) for token in tokens)
    return tuple(word for word in every if word.is_word)


@lru_cache(KEPT)
def written(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each sentence as written, untagged and without punctuation."""
    every = ((token.value for token in sentence) for sentence in _sentences(text))
    rows = (tuple(value for value in row if any(letter.isalnum() for letter in value)) for row in every)
    return tuple(row for row in rows if row)


@lru_cache(KEPT)
def _sentences(text: str) -> Sequence[list[Any]]:
    tokenizer, segmenter = _syntok()
    every = segmenter.split(tokenizer.tokenize(text.replace("’", "'")))
    return [kept for sentence in every if (kept := [token for token in sentence if token.value])]


def _tagged(tokens: list[Any]) -> Sentence:
    values = [_fitting(token.value) for token in tokens]
    first = values[0] if values[0] == "I" or values[0].isupper() else values[0].lower()
    frame = _FRAMES[first.endswith("s") and first != "is"]
    tagged = _tagger().tag_sent([*frame, first, *values[1:]])[len(frame) :]
    return tuple(
        Word(token.value, _lemma(token.value, lemma), tag, token.offset)
        for token, (_, lemma, tag) in zip(tokens, tagged, strict=True)
    )


def _fitting(value: str) -> str:
    return value if len(value) <= LONGEST else "thing"


def _lemma(value: str, lemma: str) -> str:
    return (lemma if len(value) <= LONGEST else value).lower()


@lru_cache(KEPT)
def _alone(value: str) -> tuple[str, str]:
    lemma, tag = _tagger().analyze(_fitting(value).lower())
    return _lemma(value, lemma), tag


@cache
def _syntok() -> tuple[Any, Any]:
    from syntok import segmenter
    from syntok.tokenizer import Tokenizer

    return Tokenizer(emit_hyphen_or_underscore_sep=True, replace_not_contraction=False), segmenter


@cache
def _tagger() -> Any:
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger("morphmodel_en.pgz")
    # It analyses a word anew each time that it meets it; kept by word, reading is twice as fast.
    tagger.analyze_forward = lru_cache(KEPT)(tagger.analyze_forward)
    tagger.analyze_viterbi = lru_cache(KEPT)(tagger.analyze_viterbi)
    return tagger

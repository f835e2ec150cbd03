"""A text as sentences of words, each with its lemma and part of speech.

Tokens and sentences are syntok's, lemmas and parts of speech those of HanTa's English model, which comes with
the package: nothing is loaded from elsewhere. Both are imported at the first text that is read.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple, TypeAlias

from workbench.checks.language.kept import kept, remembered

READER = 1
"""Which reading this is; a higher number for any change here after which a text is read otherwise."""

LONGEST = 40
"""Letters of a word that the tagger is given; its time grows with their square. A longer one is taken for a noun."""

_FRAMES = {False: ("they", "will"), True: ("she",)}
"""A subject before the text, in the form of its first word. The tagger takes the first word of "Plan and conduct an
investigation" or "States a claim" for a noun; after a subject it sees the verb that it is."""


class Word(NamedTuple):
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
        return _is_word(self.text)


Sentence: TypeAlias = tuple[Word, ...]


def reader() -> str:
    """Return what tells this reading from that of other versions, of ours or of what we read with."""
    return f"{READER}, HanTa {version('HanTa')}, syntok {version('syntok')}"


@remembered
def read(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, each word tagged as its sentence suggests."""
    return tuple(
        tuple(Word(value, lemma, tag, start) for (value, start), (lemma, tag) in zip(tokens, tagged, strict=True))
        for tokens, tagged in zip(_sentences(text), _tagged(text), strict=True)
    )


@remembered
def words(text: str) -> Sentence:
    """Return the words of a text without punctuation, each by itself: lemma and tag are the likeliest ones.

    Far cheaper than ``read``, and enough to look for words of a list.
    """
    tokens = (token for sentence in _sentences(text) for token in sentence)
    every = (Word(value, *_alone(value), start) for value, start in tokens)
    return tuple(word for word in every if word.is_word)


@remembered
def forms(text: str) -> frozenset[tuple[str, str]]:
    """Return the different words of a text in any order, each as its lemma and its own small letters.

    Enough to know that a text has none of a list, where ``words`` tells which one it has.
    """
    values = {value for sentence in _sentences(text) for value, _ in sentence}
    return frozenset(filter(None, map(_form, values)))


@remembered
def _form(value: str) -> tuple[str, str] | None:
    return (_alone(value)[0], value.lower()) if _is_word(value) else None


@remembered
def written(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each sentence as written, untagged and without punctuation."""
    every = ((value for value, _ in sentence) for sentence in _sentences(text))
    rows = (tuple(value for value in row if _is_word(value)) for row in every)
    return tuple(row for row in rows if row)


@kept("sentences")
def _sentences(text: str) -> list[list[tuple[str, int]]]:
    """Return the tokens of each sentence, and where they start."""
    tokenizer, segmenter = _syntok()
    every = segmenter.split(tokenizer.tokenize(text.replace("’", "'")))
    return [row for one in every if (row := [(token.value, token.offset) for token in one if token.value])]


@kept("tagged")
def _tagged(text: str) -> list[list[tuple[str, str]]]:
    """Return the lemma and tag of each token of each sentence."""
    return [_sentence_tagged([value for value, _ in sentence]) for sentence in _sentences(text)]


def _sentence_tagged(written: list[str]) -> list[tuple[str, str]]:
    values = [_fitting(value) for value in written]
    first = values[0] if values[0] == "I" or values[0].isupper() else values[0].lower()
    frame = _FRAMES[first.endswith("s") and first != "is"]
    tagged = _tagger().tag_sent([*frame, first, *values[1:]])[len(frame) :]
    return [(_lemma(value, lemma), tag) for value, (_, lemma, tag) in zip(written, tagged, strict=True)]


@remembered
def _is_word(value: str) -> bool:
    return any(letter.isalnum() for letter in value)


def _fitting(value: str) -> str:
    return value if len(value) <= LONGEST else "thing"


def _lemma(value: str, lemma: str) -> str:
    return (lemma if len(value) <= LONGEST else value).lower()


@kept("alone")
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
    from workbench.checks.language.tagging import Tagger

    return Tagger("morphmodel_en.pgz")

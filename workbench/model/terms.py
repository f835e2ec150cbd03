"""The words for kinds of things: ours, or the district's where it set its own."""

from __future__ import annotations

from workbench.localize import Lazy, number, retold
from workbench.localize.lazy import lazy_gettext, lazy_ngettext
from workbench.model.framework import KINDS, Framework

IRREGULAR = {"criterion": "criteria"}


def term(framework: Framework, kind: str, count: int = 1) -> str:
    """Return the word for a kind of thing, plural unless ``count`` is 1.

    ``district.terms`` holds the district's own word under the kind ("competency": "proficiency"), and its plural
    under "<kind>.plural" where adding an s is not enough. A kind that we do not know is its own word.
    Our own words can be said again in another language; a district's stay as they are.
    """
    terms = framework.district.terms
    noun = KINDS[kind].noun if kind in KINDS else kind
    word = terms.get(kind, "").strip() or noun
    many = terms.get(f"{kind}.plural", "").strip() or plural(word)
    if (word, many) == (noun, plural(noun)):
        return lazy_ngettext(word, many, count)
    return word if count == 1 else many


def field_words(kind: str, field: str) -> str:
    """Return a field as people read it, with its key behind it ("Settings: band"); empty for the whole thing."""
    name, _dot, key = field.partition(".")
    cls = KINDS.get(kind)
    if cls is KINDS["criterion"] and key:
        return lazy_gettext("Level {level}", level=key)
    label = lazy_gettext(cls.specs()[name].label) if cls and name in cls.specs() else name
    return lazy_gettext("{field}: {key}", field=label, key=key) if key else label


def plural(word: str) -> str:
    """Return the English plural of a noun, or of a phrase.

    >>> [plural(word) for word in ("scoring criterion", "habit of work", "competency", "pathway", "class")]
    ['scoring criteria', 'habits of work', 'competencies', 'pathways', 'classes']
    """
    head, of, rest = word.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    first, space, last = word.rpartition(" ")
    if last in IRREGULAR:
        return f"{first}{space}{IRREGULAR[last]}"
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def counted(framework: Framework, count: int, kind: str) -> str:
    """Return a number with the word behind it: "3 competencies"."""
    word = term(framework, kind, count)
    return Lazy.of(f"{count:,} {word}", lambda: f"{number(count)} {retold(word)}")

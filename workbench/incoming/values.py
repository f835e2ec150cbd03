"""A cell as the value of a field, or why the field cannot hold it."""

from __future__ import annotations

import re

from workbench.errors import BadEdit
from workbench.localize import _
from workbench.model import FieldSpec, Form, Json

YES = {
    *("yes", "y", "true", "x", "✓", "✔", "1", "ready", "ready for review", "done"),
    *("sí", "si", "sim", "listo"),
}
NO = {"no", "n", "false", "0", "draft", "-", "–", "não", "nao", "borrador", "rascunho"}
CHOICES = {"p": "priority", "power": "priority", "s": "supporting", "cross": "cross-curricular",
           "content": "content-area",
           "knowledge": "know", "skill": "do", "dual enrolment and early college": "dual enrollment and early college",
           "remembering": "remember", "understanding": "understand", "applying": "apply", "analyzing": "analyze",
           "analysing": "analyze", "evaluating": "evaluate", "creating": "create"}  # fmt: skip
"""What people write for a choice besides its own name."""


def value_of(spec: FieldSpec, text: str) -> Json:  # noqa: PLR0911  # one return a form reads best
    """Return what ``text`` is in a field; raise BadEdit with the reason where the field cannot hold it."""
    match spec.form:
        case Form.LINE:
            return " ".join(text.split("\n"))
        case Form.CHOICE:
            return _choice(spec, text)
        case Form.NUMBER:
            return _number(spec, text)
        case Form.DECIMAL:
            return text.replace(",", ".")
        case Form.FLAG:
            return _flag(spec, text)
        case Form.WORDS:
            return [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]
        case Form.TEXTS:
            return _texts(spec, text)
        case _:
            return text


def _choice(spec: FieldSpec, text: str) -> str:
    plain = " ".join(text.casefold().replace("-", " ").split())
    known = {str(one).replace("-", " "): str(one) for one in spec.choices or ()}
    return known.get(plain) or known.get(CHOICES.get(plain, "").replace("-", " ")) or text


def _number(spec: FieldSpec, text: str) -> int | None:
    if text.casefold() == "all":
        return None
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 1 or len(numbers[0]) > len("1000000"):
        told = _("“{field}” cannot be “{text}”: a whole number is expected.", field=_(spec.label), text=text[:60])
        raise BadEdit(told)
    return int(numbers[0])


def _flag(spec: FieldSpec, text: str) -> bool:
    plain = text.casefold()
    if plain in YES | NO:
        return plain in YES
    raise BadEdit(_("“{field}” cannot be “{text}”: yes or no is expected.", field=_(spec.label), text=text[:60]))


def _texts(spec: FieldSpec, text: str) -> dict[str, str]:
    """Return texts that are written as "key: text", a line each; a line without a key goes on with the one before."""
    found: dict[str, str] = {}
    key = ""
    for line in text.split("\n"):
        named = re.fullmatch(r"([^:]{1,20}):\s+(.*)", line)
        if named and named[1] not in found:
            key = named[1]
            found[key] = named[2]
        elif key:
            found[key] += f"\n{line}"
        else:
            raise BadEdit(_("“{field}” is written as “1: text”, a line for each.", field=_(spec.label)))
    return found


def split_label(text: str) -> tuple[str, str]:
    """Return the code and the name in a text such as "SC.1: Investigate"; the code is empty where there is none.

    >>> split_label("SC.1: Investigate"), split_label("Think: then act"), split_label("SC.1a")
    (('SC.1', 'Investigate'), ('', 'Think: then act'), ('SC.1a', ''))
    """
    found = re.fullmatch(r"([A-Za-z0-9&./-]{0,20}\d[A-Za-z0-9.-]{0,10}?)(?:\s*[:.)–—-]?\s+(\S.*))?", text, re.DOTALL)
    return (found[1], found[2] or "") if found else ("", text)

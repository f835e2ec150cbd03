"""What a field of a thing is: its form, its words on screen, what it may hold, what it points at.

A field is declared once, in the dataclass, and everything else is read from here: the change log's
values, the three-way merge, the editor of a room, the columns of a workbook.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import Enum, StrEnum
from typing import Any, TypeAlias, TypeVar

from workbench.errors import BadEdit
from workbench.localize import N_, _
from workbench.model.values import Texts

Json: TypeAlias = str | int | bool | list[str] | dict[str, str] | None
"""What a field's value is in a file, in the change log and between editor and project."""

N = TypeVar("N", int, Decimal)
_UNREADABLE = re.compile("[\0\ud800-\udfff]")


class Form(Enum):
    """The shapes a field's value can take."""

    TEXT = "text"  # prose; merges by words
    LINE = "line"  # one line; merges by words
    CHOICE = "choice"  # one of a StrEnum, or none
    NUMBER = "number"  # int or None
    DECIMAL = "decimal"  # Decimal or None; a string in JSON
    FLAG = "flag"  # bool
    WORDS = "words"  # tuple of short strings
    REF = "ref"  # the id of one thing, or ""
    REFS = "refs"  # ids of things
    TEXTS = "texts"  # Texts: each key merges by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field: ``label`` is what people read; ``targets`` are the kinds that a reference may name.

    ``owner``: the thing lives and dies with what the field points at.
    ``by_id``: the keys of a TEXTS field are ids of things of ``targets``.
    """

    form: Form
    label: str
    name: str = ""
    default: Any = None
    choices: type[StrEnum] | None = None
    low: int = 0
    high: int | None = None
    targets: tuple[str, ...] = ()
    owner: bool = False
    by_id: bool = False

    @property
    def empty(self) -> Any:
        """Return the Python value of an empty field: its default, where it has one."""
        return EMPTY[self.form] if self.default is None else self.default

    def encode(self, value: Any) -> Json:
        """Return the JSON value of a Python ``value``."""
        match self.form:
            case Form.CHOICE | Form.DECIMAL:
                return None if value is None else str(value)
            case Form.WORDS | Form.REFS:
                return list(value)
            case Form.TEXTS:
                return dict(value)
            case _:
                return value  # type: ignore[no-any-return]  # str, int, bool or None by the form

    def decode(self, value: Any) -> Any:  # noqa: PLR0911  # one return a form reads best
        """Return the Python value of a JSON ``value``; raise BadEdit with what is wrong."""
        if value is None:
            return self.empty
        self._refuse_unreadable(value)
        match self.form:
            case Form.TEXT | Form.LINE | Form.REF if isinstance(value, str):
                return value
            case Form.FLAG if isinstance(value, bool):
                return value
            case Form.CHOICE:
                return self._decode_choice(value)
            case Form.NUMBER if isinstance(value, int) and not isinstance(value, bool):
                return self._in_range(value)
            case Form.DECIMAL if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
                return self._in_range(self._decode_decimal(value))
            case Form.WORDS | Form.REFS if _all_text(value):
                return tuple(dict.fromkeys(value))
            case Form.TEXTS if isinstance(value, dict | Texts) and _all_text(list(value.values())):
                return Texts({key: self.decode_entry(entry) for key, entry in value.items()})
        raise BadEdit(
            _(
                "“{field}” cannot hold {value}: {form} is expected.",
                field=_(self.label),
                value=repr(value),
                form=_(EXPECTED[self.form]),
            )
        )

    def decode_entry(self, value: str) -> str:
        """Return one text of a TEXTS field; with ``choices`` it is some of them, in their order."""
        self._refuse_unreadable(value)
        if self.choices is None:
            return value
        chosen = value.split()
        for word in chosen:
            self._decode_choice(word)
        return " ".join(choice for choice in self.choices if choice in chosen)

    def _refuse_unreadable(self, value: Any) -> None:
        if isinstance(value, str):
            bad = unreadable(value)
        elif isinstance(value, list | tuple):
            bad = any(isinstance(one, str) and unreadable(one) for one in value)
        elif isinstance(value, Mapping):
            if "" in value:
                raise BadEdit(
                    _(
                        "“{field}” holds a text filed under nothing; name a level, grade band or term.",
                        field=_(self.label),
                    )
                )
            bad = any(isinstance(one, str) and unreadable(one) for pair in value.items() for one in pair)
        else:
            return
        if bad:
            raise BadEdit(
                _(
                    "“{field}” holds a character that cannot be stored; type it again instead of pasting.",
                    field=_(self.label),
                )
            )

    def _decode_choice(self, value: Any) -> Any:
        if value == "":
            return self.empty
        found = next((choice for choice in self.choices or () if choice == value), None)
        if found is None:
            known = ", ".join(self.choices or ())
            raise BadEdit(
                _(
                    "“{field}” cannot be {value}. Choose from: {known}.",
                    field=_(self.label),
                    value=repr(value),
                    known=known,
                )
            )
        return found

    def _decode_decimal(self, value: str | int | Decimal) -> Decimal:
        try:
            number = Decimal(value)
        except InvalidOperation:
            raise self._no_number(value) from None
        if not number.is_finite():
            raise self._no_number(value)
        # 0.50 and 0.5 are one value and must be one text, or canonical JSON would differ.
        return number.normalize() if number % 1 else number.quantize(Decimal(1))

    def _no_number(self, value: str | int | Decimal) -> BadEdit:
        told = {"field": _(self.label), "value": repr(value)}
        return BadEdit(_("“{field}” cannot be {value}: a number is expected.", **told))

    def _in_range(self, value: N) -> N:
        if value < self.low or (self.high is not None and value > self.high):
            told = {"field": _(self.label), "value": value, "low": self.low, "high": self.high}
            if self.high is None:
                raise BadEdit(_("“{field}” cannot be {value}: a number {low} or more is expected.", **told))
            raise BadEdit(_("“{field}” cannot be {value}: a number from {low} to {high} is expected.", **told))
        return value


EMPTY: dict[Form, Any] = {
    Form.TEXT: "",
    Form.LINE: "",
    Form.CHOICE: None,
    Form.NUMBER: None,
    Form.DECIMAL: None,
    Form.FLAG: False,
    Form.WORDS: (),
    Form.REF: "",
    Form.REFS: (),
    Form.TEXTS: Texts(),
}
EXPECTED = {
    Form.TEXT: N_("text"),
    Form.LINE: N_("a line of text"),
    Form.CHOICE: N_("one of its choices"),
    Form.NUMBER: N_("a whole number"),
    Form.DECIMAL: N_("a number"),
    Form.FLAG: N_("yes or no"),
    Form.WORDS: N_("a list of words"),
    Form.REF: N_("the identifier of one thing"),
    Form.REFS: N_("a list of identifiers"),
    Form.TEXTS: N_("a text for each key"),
}


def unreadable(text: str) -> bool:
    """Tell whether ``text`` holds NUL or half of a surrogate pair, which no file or database takes."""
    return _UNREADABLE.search(text) is not None


def _all_text(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _declare(form: Form, label: str, *, default: Any = None, **rest: Any) -> Any:
    spec = FieldSpec(form=form, label=label, default=default, **rest)
    return field(default=spec.empty, metadata={"spec": spec})


def text(label: str) -> Any:
    """Declare prose of any length."""
    return _declare(Form.TEXT, label)


def line(label: str, default: str = "") -> Any:
    """Declare one line of text."""
    return _declare(Form.LINE, label, default=default)


def choice(label: str, choices: type[StrEnum], default: StrEnum | None = None) -> Any:
    """Declare one of ``choices``, or none where there is no default."""
    return _declare(Form.CHOICE, label, default=default, choices=choices)


def number(label: str, low: int = 0, high: int | None = None, default: int | None = None) -> Any:
    """Declare a whole number from ``low`` to ``high``, or none."""
    return _declare(Form.NUMBER, label, default=default, low=low, high=high)


def decimal(label: str, low: int = 0, high: int = 10_000) -> Any:
    """Declare a number that may have a fraction, exact, or none."""
    return _declare(Form.DECIMAL, label, low=low, high=high)


def flag(label: str) -> Any:
    """Declare a yes or no."""
    return _declare(Form.FLAG, label)


def words(label: str) -> Any:
    """Declare a list of short texts."""
    return _declare(Form.WORDS, label)


def ref(label: str, *targets: str, owner: bool = False) -> Any:
    """Declare a reference to one thing of the ``targets`` kinds."""
    return _declare(Form.REF, label, targets=targets, owner=owner)


def refs(label: str, *targets: str) -> Any:
    """Declare references to things of the ``targets`` kinds."""
    return _declare(Form.REFS, label, targets=targets)


def texts(label: str, *targets: str, choices: type[StrEnum] | None = None) -> Any:
    """Declare a text for each key; with ``targets`` the keys are ids of things of those kinds.

    With ``choices`` each text is one or more of them, parted by spaces.
    """
    return _declare(Form.TEXTS, label, targets=targets, by_id=bool(targets), choices=choices)


def spec_of(declared: dataclasses.Field[Any]) -> FieldSpec:
    """Return the spec of a dataclass field, with its name."""
    spec: FieldSpec = declared.metadata["spec"]
    return dataclasses.replace(spec, name=declared.name)

"""Opening a foreign file: whatever is wrong with it becomes one sentence."""

from __future__ import annotations

import codecs
import gc
import json
import math
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from workbench.errors import BadFile, MissingFile
from workbench.standards.report import Account, Fate

LARGEST = 256 * 1024 * 1024
"""Bytes. Ten times the largest package known to us; parsing needs several times its size in memory."""

START = 1024
"""Bytes."""

ZIP = b"PK\x03\x04"
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SIGNS = 10_000_000
"""Commas and brackets of one file, which bound how many values it can hold; packages have one in 40 characters."""
UNWRITABLE = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)")
"""Where an escape of half a character or of NUL may stand; only then are all texts looked through."""
NUL = "\0"
MENDED = "\N{REPLACEMENT CHARACTER}"
LONGEST_NUMBER = 40
"""Characters of a number that a message still shows."""
DEEPEST = 100
"""Levels of lists and objects. A package needs ten; extensions may need some more."""
LONGEST = 5_000_000
"""Characters of one text: a picture written as text fits, a hundred megabytes do not."""


def read_json(path: Path, account: Account) -> Any:
    """Return the JSON value of the file at ``path``; UTF-8, with or without byte order mark.

    What had to be mended (a field twice in one entry, half a character, NUL) goes to ``account``. Raises
    MissingFile, or BadFile with line and column.
    """
    text = _decode(path, read_bytes(path))
    if sum(map(text.count, ",[{")) > SIGNS:
        raise BadFile(f"“{path.name}” holds more values than can be read at once. Export it in smaller packages.")
    try:
        value = json.loads(text, object_pairs_hook=_Pairs(account), parse_constant=_refuse_number, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise BadFile(_broken(path, text, error)) from None
    except RecursionError:
        raise _too_deep(path) from None
    except ValueError as error:
        # Python's own sentence about too many digits speaks of its settings.
        what = str(error) if len(str(error)) < LONGEST_NUMBER else "it has too many digits"
        raise BadFile(f"“{path.name}” holds a number that cannot be read ({what}). Export it again.") from None
    _measure(path, value)
    return _mend(value, account) if UNWRITABLE.search(text) else value


def _measure(path: Path, value: Any) -> None:
    """Raise BadFile where lists and objects are nested too deeply, or a text is too long, for what comes after."""
    groups: list[Iterable[Any]] = [[value]]
    depth = -1
    while groups:
        groups = [below for group in groups for below in _below(path, group)]
        depth += 1
        if depth > DEEPEST:
            raise _too_deep(path)


def _below(path: Path, group: Iterable[Any]) -> Iterator[Iterable[Any]]:
    """Yield the lists and the objects' values in ``group``; its texts are measured."""
    for one in group:
        kind = type(one)
        if kind is str:
            if len(one) > LONGEST:
                raise BadFile(
                    f"“{path.name}” holds a text of more than {LONGEST:,} characters, longer than any standard. "
                    "Ask the publisher to export it again."
                )
        elif kind is dict:
            yield one.values()
        elif kind is list:
            yield one


def _too_deep(path: Path) -> BadFile:
    return BadFile(f"“{path.name}” is nested too deeply to be a list of standards. Export it again.")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python's search for circular garbage from running while a large file is converted.

    It finds nothing there, and goes through everything again each time the file has made memory grow by a
    quarter.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _broken(path: Path, text: str, error: json.JSONDecodeError) -> str:
    """Return what is wrong with a text that is no JSON."""
    if error.pos == 0 or not text.lstrip().startswith(("{", "[")):
        return f"“{path.name}” is no JSON file. Choose the file that was exported as JSON."
    place = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated"):
        return f"“{path.name}” is incomplete: its JSON breaks off at {place}. Download or export it again."
    return f"“{path.name}” is damaged: its JSON cannot be read at {place}. Download or export it again."


def read_start(path: Path) -> bytes:
    """Return the first bytes of a file, enough to tell what it is; raise MissingFile or BadFile."""
    _check(path)
    try:
        with path.open("rb") as file:
            return file.read(START)
    except OSError as error:
        raise _closed(path, error) from error


def read_bytes(path: Path) -> bytes:
    """Return the content of a file; raise MissingFile or BadFile."""
    _check(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _closed(path, error) from error


def _closed(path: Path, error: OSError) -> BadFile:
    return BadFile(f"“{path}” cannot be opened ({error.strerror}). Check that you may read it.")


def _check(path: Path) -> None:
    if not path.exists():
        raise MissingFile(f"There is no file “{path}”. Check the name and the folder.")
    if path.is_dir():
        raise BadFile(f"“{path}” is a folder. Name a file in it.")
    if not path.is_file():
        raise BadFile(f"“{path}” is no ordinary file. Save what it gives as a file, and name that.")
    if path.stat().st_size > LARGEST:
        limit = LARGEST // 1024 // 1024
        raise BadFile(f"“{path.name}” is larger than {limit} MB. Export the standards in smaller packages.")


def _decode(path: Path, content: bytes) -> str:
    if content.startswith(ZIP):
        raise BadFile(
            f"“{path.name}” is a workbook or an archive, no JSON file. Choose the file that was exported as JSON."
        )
    try:
        return content.decode("utf-16" if content.startswith(UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise BadFile(
            f"“{path.name}” is not written in UTF-8: line {line}, byte {column} cannot be read. "
            "Save or export it as UTF-8."
        ) from None


class _Pairs:
    """Makes the dicts of a JSON file, and says where a field stands twice: ``json`` would keep quiet."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice = ", ".join(sorted({name for name in names if names.count(name) > 1}))
            where = f"{found.get('identifier', 'an entry')}: {twice}"
            self.account.add(Fate.REPAIRED, "entries that give a field twice; the last one counts", where)
        return found


def _refuse_number(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse_number(digits)


def _mend(value: Any, account: Account) -> Any:
    """Return ``value`` with U+FFFD for each NUL and each half of a character, which no file can be written with."""
    if isinstance(value, str):
        mended = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace(NUL, MENDED)
        if mended != value:
            what = "the character NUL" if NUL in value else "half a character"
            account.add(Fate.REPAIRED, f"texts with {what}, which is now shown as {MENDED}", mended)
        return mended
    if isinstance(value, list):
        return [_mend(one, account) for one in value]
    if isinstance(value, dict):
        return {_mend(key, account): _mend(one, account) for key, one in value.items()}
    return value

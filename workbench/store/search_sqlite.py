"""The search of words by SQLite's FTS5: the only part of the search that another database does in its own way.

The index keeps no text and no positions, only which words a standard has, so it is small and quick to fill;
prefixes of up to three letters have lists of their own, longer ones are put together from few words.
What people type never reaches the language of FTS5: words are quoted, and words hold letters and digits alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from workbench.store import sqlite

CREATE = """
CREATE VIRTUAL TABLE standard_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii',
  prefix='1 2 3')
"""
# Under this tokenizer every other character than an ASCII letter or digit and those beyond ASCII parts words.


def create(connection: Connection) -> None:
    """Make the index."""
    connection.exec_driver_sql(CREATE)


def put(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Note the words of standards, by number; numbers rise."""
    sqlite.insert_rows(connection, "standard_words", ("rowid", "words"), rows)


def numbers(
    connection: Connection,
    words: Sequence[str],
    marks: Iterable[Sequence[str]],
    span: tuple[int, int],
    *,
    start: bool,
    limit: int,
) -> list[int]:
    """Return, rising, the first ``limit`` numbers in ``span`` (both ends in) of standards that have all ``words``.

    With ``start`` the last word may go on; of each group of ``marks`` the standard has at least one.
    """
    terms = [_quoted(word) for word in words]
    if start and terms:
        terms[-1] += " *"
    terms += [f"({' OR '.join(map(_quoted, group))})" for group in marks]
    return list(connection.exec_driver_sql(QUERY, (" AND ".join(terms), *span, limit)).scalars())


def _quoted(word: str) -> str:
    return f'"{word}"'


QUERY = """
SELECT rowid FROM standard_words WHERE standard_words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?
"""

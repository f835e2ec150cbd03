"""The tables of a project, as the newest migration leaves them.

Written with nothing that only one database knows: identifiers and JSON are text, blobs are blobs.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

migration = Table(
    "migration",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    # The first version of the workbench that reads a file to which this step was applied.
    Column("needs", Text, nullable=False),
)
meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text),  # null once the person asked for its removal
)
change_set = Table(
    "change_set",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Applied sets count 1, 2, 3 ...; a held one bears the revision that it met.
    Column("revision", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("base", Integer, nullable=False),
    Column("undoes", Integer),
    Index("change_set_revision", "revision"),
    Index("change_set_person", "person"),
)
change = Table(
    "change",
    metadata,
    Column("number", Integer, ForeignKey("change_set.number"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("thing", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Index("change_thing", "thing"),
)
thing = Table(
    "thing",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("alive", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("data", Text, nullable=False),
)
standard_set = Table(
    "standard_set",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("data", Text, nullable=False),
)
standard = Table(
    "standard",
    metadata,
    Column("set_id", Text, ForeignKey("standard_set.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("data", Text, nullable=False),
    Index("standard_code", "code"),
)
standard_link = Table(
    "standard_link",
    metadata,
    Column("set_id", Text, ForeignKey("standard_set.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("origin_id", Text, nullable=False),
    Column("destination_id", Text, nullable=False),
    Column("data", Text, nullable=False),
)
waiver = Table(
    "waiver",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("code", Text, nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("until", Text, nullable=False),
)
edition = Table(
    "edition",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("vote", Text, nullable=False),
    Column("effective", Text, nullable=False),
    Column("adopted_on", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
edition_file = Table(
    "edition_file",
    metadata,
    Column("edition", Integer, ForeignKey("edition.number"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
version_decision = Table(
    "version_decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("old_set_id", Text, nullable=False),
    Column("new_set_id", Text, nullable=False),
    Column("alignment_id", Text, nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("old_standard_id", Text, nullable=False),
    Column("new_standard_id", Text, nullable=False),
    Column("choice", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Text, nullable=False),
)

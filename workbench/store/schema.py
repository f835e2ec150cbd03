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
    # Whether who gives this name is this person.
    Column("by_name", Boolean, nullable=False, server_default="1"),
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
    # What the page that sent it calls it, so that it is not done twice.
    Column("edit", Text),
    Index("change_set_revision", "revision"),
    Index("change_set_person", "person"),
    Index("change_set_edit", "edit"),
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
    Index("change_thing", "thing", "number", "place"),
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
    # The owner's own identifier, shared by versions, and the digest of the content: a version is here once.
    Column("identifier", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("key", Text, nullable=False),
    # Stands for what is above the top of the tree; the set's standards have the ``size`` numbers after it.
    Column("root", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("leaves", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("extra", Text, nullable=False),
    Index("standard_set_version", "identifier", "digest", unique=True),
    Index("standard_set_root", "root", unique=True),
)
standard = Table(
    "standard",
    metadata,
    # In the order of the tree.
    Column("number", Integer, primary_key=True, autoincrement=False),
    # In the order of the set.
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("parent", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("children", Integer, nullable=False),
    Column("leaves", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Index("standard_id", "id"),
    Index("standard_tree", "parent", "rank"),
)
standard_code = Table(
    "standard_code",
    metadata,
    Column("root", Integer, primary_key=True, autoincrement=False),
    Column("code", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # The words that stand for grades, kind and leaf, each with a space behind it.
    Column("marks", Text, nullable=False),
)
standard_link = Table(
    "standard_link",
    metadata,
    Column("root", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
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
    Column("about", Text, nullable=False, server_default="[]"),
)
judgement = Table(
    "judgement",
    metadata,
    Column("person", Text, primary_key=True),
    Column("subject_id", Text, primary_key=True),
    Column("set_id", Text, primary_key=True),
    Column("standard_id", Text, primary_key=True),
    Column("strength", Text, nullable=False),
    Column("rationale", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("judgement_subject", "subject_id"),
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
invitation = Table(
    "invitation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("revoked", Text, nullable=False),
    Column("used", Text, nullable=False),
    # What tells the right secret; the secret itself is not kept.
    Column("fingerprint", Text, nullable=False),
    Index("invitation_fingerprint", "fingerprint"),
)
member_session = Table(
    "member_session",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("invitation", Text, ForeignKey("invitation.id"), nullable=False),
    Column("at", Text, nullable=False),
    Index("member_session_invitation", "invitation"),
)
# What checks read in texts: a cache, and no part of the record.
reading = Table(
    "reading",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    # The version of what read it.
    Column("reader", Text, nullable=False),
    # As JSON.
    Column("data", Text, nullable=False),
)
comment = Table(
    "comment",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("thing_id", Text, nullable=False),
    # What the thing was when this was said; it may be gone.
    Column("kind", Text, nullable=False),
    Column("called", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reply_to", Text, nullable=False),
    # The people whom the text mentions, as a JSON list.
    Column("mentions", Text, nullable=False),
    Index("comment_id", "id", unique=True),
)
suggestion = Table(
    "suggestion",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("thing_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("called", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("base", Integer, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("suggestion_id", "id", unique=True),
)
disposition = Table(
    "disposition",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    # The id of a comment that began a thread, or of a suggestion.
    Column("about", Text, nullable=False),
    Column("fate", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("disposition_about", "about"),
)

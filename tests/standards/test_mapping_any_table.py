"""Whatever a table holds: the proposal and the reading never crash, and every row is accounted for."""

import json

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from workbench.errors import BadFile
from workbench.standards.mapping import ColumnMapping
from workbench.standards.mapping_locate import fits
from workbench.standards.mapping_proposal import propose
from workbench.standards.mapping_read import read_located
from workbench.standards.report import Account, Fate
from workbench.standards.tables import Table

HEADERS = (
    "Code,Statement,Standard,Description,Grade,Level,Parent,Parent ID,ID,Type,Strand,Domain,Domain Code,Document,"
    "Subject,No.,Notes,K,1,2,3,Código,Habilidade,Ano,コード,内容,学年,Title,,column A,Strand (2)"
)
CELLS = (
    "|1|2|3|1.1|1.1.a|1.2|K|X|x|A|A.1|N.F.1|Strand|Standard|Number|Fractions|9-12|1º ao 5º|=1+1|<b>x</b>|"
    "Adds fractions and explains how it is done|    Adds numbers up to twenty with beans|(A1) Reads a short text|"
    "Grade 3|Code|Statement|\u202eabc"
)


@st.composite
def some_tables(draw: st.DrawFn) -> list[Table]:
    """Draw a file of one to three sheets: maybe a title, maybe a header, then rows of likely and unlikely cells."""
    headers = st.sampled_from(HEADERS.split(","))
    cells = st.one_of(st.sampled_from(CELLS.split("|")), st.text(max_size=12))
    tables = []
    for number in range(draw(st.integers(1, 3))):
        columns = draw(st.integers(1, 6))
        title = draw(st.lists(st.just(("Ministry of Education",)), max_size=1))
        header = draw(st.lists(st.lists(headers, min_size=columns, max_size=columns).map(tuple), max_size=2))
        body = draw(st.lists(st.lists(cells, max_size=columns + 1).map(tuple), max_size=12))
        rows = (*title, *header, *body)
        tables.append(
            Table(
                name=draw(st.sampled_from(["S", "Grade 3", "Notes"])) + str(number),
                rows=rows,
                lines=tuple(range(1, len(rows) + 1)),
            )
        )
    return tables


@settings(
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(some_tables())
def test_any_table_is_proposed_read_and_accounted_for(tables: list[Table]) -> None:
    """A proposal is a valid mapping that survives JSON, fits its own tables, and reads them with a balanced account."""
    mapping = propose(tables).mapping
    if not mapping.sheets:
        return
    assert ColumnMapping.from_json(json.loads(json.dumps(mapping.to_json()))) == mapping
    assert fits(tables, mapping)
    try:
        found, report = read_located(tables, mapping, source="any.xlsx", account=Account())
    except BadFile as error:
        event(str(error)[-60:])
        return
    again, _ = read_located(tables, mapping, source="any.xlsx", account=Account())

    assert report.read[0].count == sum(len(table.rows) for table in tables)
    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    assert len(found.by_id) == len(found.standards)
    assert again == found

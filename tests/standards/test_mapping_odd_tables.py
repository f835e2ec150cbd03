"""Small tables in odd shapes come in right by the proposal alone."""

import pytest

from tests.standards.odd_tables import ODD, table
from workbench.errors import NeedsMapping
from workbench.standards.mapping_proposal import propose
from workbench.standards.mapping_read import read_located
from workbench.standards.reading import read_known_tables
from workbench.standards.report import Account, Fate


@pytest.mark.parametrize("shape", ODD)
def test_the_proposal_alone_reads_the_table(shape: str) -> None:
    """Codes, levels and grades of every standard, and the wording of the first, are those of the table."""
    odd = ODD[shape]
    tables = [table(odd.text)]

    read, report = read_located(tables, propose(tables).mapping, source="odd.csv", account=Account())

    levels: dict[str, int] = {}
    for one in read.standards:
        levels[one.id] = levels.get(one.parent_id, 0) + 1
    assert tuple((one.code, levels[one.id], one.grades) for one in read.standards) == odd.expected
    assert read.standards[0].statement == odd.first
    assert report.read[0].count == len(tables[0].rows)
    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)


@pytest.mark.parametrize("shape", ODD)
def test_no_known_form_claims_the_table(shape: str) -> None:
    """Merged cells and empty codes are not taken for another format's indentation: a mapping is asked for."""
    with pytest.raises(NeedsMapping):
        read_known_tables("odd.csv", [table(ODD[shape].text)], Account())

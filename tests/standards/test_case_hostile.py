"""CASE files made to do harm: refused in one sentence, or harmless; memory stays bounded."""

import copy
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.standards.case_files import item, link, package, write
from tests.standards.case_strategies import free, packages
from tests.standards.test_case_out import faults
from workbench.errors import BadFile, WorkbenchError
from workbench.standards import Fate, read_case, write_case
from workbench.standards.report import visible

REFUSING = """
import sys
from pathlib import Path
from workbench.errors import BadFile
from workbench.standards import read_case
try:
    read_case(Path(sys.argv[1]))
except BadFile as error:
    print(error)
peak = next(line for line in open("/proc/self/status", encoding="ascii") if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""
"""Reads a file in a process of its own; prints why it was refused and the peak memory in megabytes.

The kernel's other count (ru_maxrss) begins with the memory of the parent, here of the whole test run.
"""


def refused(path: Path) -> tuple[str, int]:
    """Return the sentence with which a file is refused, and the megabytes that it took."""
    done = subprocess.run([sys.executable, "-c", REFUSING, str(path)], check=True, capture_output=True, text=True)
    told, megabytes = done.stdout.splitlines()
    return told, int(megabytes)


def test_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Its size is looked at, not its content."""
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(1024**3)

    told, megabytes = refused(path)

    assert told == "“huge.json” is larger than 256 MB. Export the standards in smaller packages."
    assert megabytes < 256


def test_a_hundred_megabytes_in_one_text_are_refused(tmp_path: Path) -> None:
    """No standard is that long; nothing of it goes on into a project."""
    path = tmp_path / "long.json"
    with path.open("wb") as file:
        file.write(b'{"CFDocument": {"title": "x"}, "CFItems": [{"fullStatement": "')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'"}]}')

    told, megabytes = refused(path)

    assert "holds a text of more than 5,000,000 characters" in told
    assert megabytes < 400


def test_a_file_of_nothing_but_brackets_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    """Each pair is three bytes here and seventy in memory."""
    path = tmp_path / "brackets.json"
    path.write_bytes(b'{"CFItems": [' + b"[]," * 6_000_000 + b"[]]}")

    told, megabytes = refused(path)

    assert told == "“brackets.json” holds more values than can be read at once. Export it in smaller packages."
    assert megabytes < 400


@pytest.mark.parametrize("opening", ["[", '{"a":'])
@pytest.mark.parametrize("depth", [101, 10_000])
def test_what_is_nested_too_deeply_is_refused(opening: str, depth: int, tmp_path: Path) -> None:
    """Whether the parser gives up by itself or not; a hundred levels are the most that is read."""
    closing = {"[": "]", '{"a":': "}"}[opening]
    path = tmp_path / "deep.json"
    path.write_text(
        f'{{"CFDocument": {{"title": "x", "extensions": {opening * depth}1{closing * depth}}}}}', encoding="utf-8"
    )

    with pytest.raises(BadFile, match=r"“deep\.json” is nested too deeply"):
        read_case(path)


def test_nesting_within_reason_is_kept(tmp_path: Path) -> None:
    """Ninety levels of somebody's extensions come in and go out."""
    deep: Any = 1
    for _ in range(90):
        deep = [deep]

    read, _ = read_case(write(tmp_path, package([item("a", extensions={"deep": deep})], [])))

    assert json.loads(write_case(read, at="2026-11-25"))["CFItems"][0]["extensions"]["deep"] == deep


def test_nul_is_replaced_and_reported(tmp_path: Path) -> None:
    """The character NUL ends texts in many programs; as a byte it makes a file no JSON."""
    read, report = read_case(write(tmp_path, package([item("a", notes="x\0y")], [])))
    raw = tmp_path / "raw.json"
    raw.write_bytes(b'{"CFDocument": {"title": "x\0y"}}')

    assert read.standards[0].notes == "x\N{REPLACEMENT CHARACTER}y"
    assert [tally.reason for tally in report.repaired] == [
        "texts with the character NUL, which is now shown as \N{REPLACEMENT CHARACTER}"
    ]
    with pytest.raises(BadFile, match="is damaged: its JSON cannot be read at line 1, column 28"):
        read_case(raw)


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "1" + "0" * 5000])
def test_numbers_that_are_none_are_refused(number: str, tmp_path: Path) -> None:
    """JSON does not know them, or no program can hold them."""
    path = tmp_path / "number.json"
    path.write_text(f'{{"CFDocument": {{"title": "x"}}, "CFItems": [{{"x": {number}}}]}}', encoding="utf-8")

    with pytest.raises(BadFile, match="holds a number that cannot be read"):
        read_case(path)


def test_numbers_of_unusual_size_are_kept(tmp_path: Path) -> None:
    """A sequence number beyond what CASE allows orders nothing and is not lost."""
    big = 10**400

    read, report = read_case(write(tmp_path, package([item("a")], [link("isChildOf", "a", "doc", sequenceNumber=big)])))

    assert read.standards[0].extra["isChildOf"]["sequenceNumber"] == big
    assert [tally.reason for tally in report.noted] == ["sequence numbers that cannot be read and are kept as they are"]
    assert str(big) in write_case(read, at="2026-11-25").decode()


HARMFUL = "<script>alert(1)</script> \u202egnp.exe\u202c \x1b[2J {{7*7}} =HYPERLINK(1) $\\input{x}$"


def test_what_other_programs_would_obey_stays_text(tmp_path: Path) -> None:
    """Script tags, marks that turn the reading direction, commands to a terminal: kept verbatim, shown harmless."""
    ends = [("a", "b"), ("b", "a")]
    items = [item("a", fullStatement=HARMFUL), item("b")]
    read, report = read_case(write(tmp_path, package(items, [])))

    with pytest.raises(BadFile) as caught:
        read_case(write(tmp_path, package(items, [link("isChildOf", *pair) for pair in ends])))

    assert read.by_id["a"].statement == HARMFUL
    shown = "\n".join(report.sentences()) + str(caught.value)
    assert "\\u202e" in shown
    assert not {"\u202e", "\u202c", "\x1b"} & set(shown)
    assert visible("a\nb\r\t" + "x" * 500) == "a\\nb\\r\\t" + "x" * 114 + "…"


def test_a_long_circle_is_shown_by_its_beginning(tmp_path: Path) -> None:
    """Ten thousand standards in a circle make no sentence of ten thousand names."""
    size = 10_000
    links = [link("isChildOf", str(number), str((number + 1) % size)) for number in range(size)]

    with pytest.raises(BadFile, match="round in a circle") as caught:
        read_case(write(tmp_path, package([item(str(number)) for number in range(size)], links)))

    assert len(str(caught.value)) < 600


def test_many_identical_entries_take_no_longer_than_others(tmp_path: Path) -> None:
    """Thirty thousand copies of one standard, and as many that share its identifier, are counted one by one."""
    copies = [item("a")] * 30_000
    sharing = [item("a", notes=str(number)) for number in range(30_000)]

    read, report = read_case(write(tmp_path, package([*copies, *sharing], [])))

    assert (len(read.standards), report.count(Fate.LEFT_OUT)) == (30_001, 29_999)


scraps = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
    free,
    st.lists(st.integers() | st.text(max_size=3), max_size=2),
    st.sampled_from(
        ["isChildOf", "IS CHILD OF", "2017-01-01", "urn:uuid:x", "09,10", "\ud800", "\0", "http://[", "ext:"]
    ),
)
FIELDS = [
    "identifier",
    "uri",
    "educationLevel",
    "educationalLevel",
    "associationType",
    "sequenceNumber",
    "extensions",
    "originNodeURI",
    "destinationNodeURI",
    "fullStatement",
    "CFItemURI",
    "title",
    "lastChangeDateTime",
    "odd",
]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Draw a legal package, then break it in a few places: a field replaced, removed or added, an entry repeated."""
    found = copy.deepcopy(draw(packages()))
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(found))
        spot = draw(st.sampled_from(places))
        if isinstance(spot, list):
            again: st.SearchStrategy[Any] = st.sampled_from(spot or [None])
            spot.append(draw(again | scraps))
        elif spot and draw(st.booleans()):
            spot[draw(st.sampled_from(sorted(spot)))] = draw(scraps)
        elif spot and draw(st.booleans()):
            del spot[draw(st.sampled_from(sorted(spot)))]
        else:
            spot[draw(st.sampled_from(FIELDS))] = draw(scraps)
    return found


def _places(value: Any) -> Any:
    if isinstance(value, dict | list):
        yield value
        for one in value.values() if isinstance(value, dict) else value:
            yield from _places(one)


@settings(
    max_examples=120,
    deadline=timedelta(seconds=5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(mutated())
def test_a_broken_package_is_refused_or_accounted_for_and_goes_out_legal(
    tmp_path_factory: pytest.TempPathFactory, broken: Any
) -> None:
    """Whatever is done to a package: one sentence, or an account that balances and a set that is legal CASE."""
    path = write(tmp_path_factory.mktemp("broken"), broken)
    try:
        read, report = read_case(path)
    except WorkbenchError as error:
        assert "\n" not in str(error)  # noqa: PT017  # most examples raise nothing
        return

    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    written = write_case(read, at="2026-11-25", strict=True)
    assert faults(written) == []
    assert len(json.loads(written)["CFItems"]) == len(read.standards)

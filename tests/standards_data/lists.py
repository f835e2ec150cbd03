"""The shipped code lists, and the files nobody here wrote that they are compared with."""

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from tests.shared import shared_file

Item = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[2] / "standards_data" / "sets"
LEAVES = {"Standard", "Performance expectation"}


@cache
def load(key: str) -> dict[str, Any]:
    """Read one shipped list."""
    return dict(json.loads((FOLDER / f"{key}.json").read_text(encoding="utf-8")))


def leaves(key: str) -> list[Item]:
    """Give the standards proper of a list: no categories, domains, clusters or strands."""
    return [item for item in load(key)["standards"] if item["kind"] in LEAVES]


def fold(code: str) -> str:
    """Make one form of a code's spellings: letters and digits only, without publisher's prefix or HS."""
    bare = re.sub(r"[^A-Z0-9]", "", code.upper())
    return re.sub(r"^(CCSSMATHCONTENT|CCSSELALITERACY|NGSS)?(HS)?", "", bare)


def words(text: str) -> list[str]:
    """Give the words of a sentence that may hold tags, entities and hard line breaks."""
    return re.findall(r"[^\W_]+", html.unescape(re.sub(r"<[^>]+>", "", text)).lower())


def coherence_map(subject: str) -> dict[str, str]:
    """Give code and wording of each item of the coherence map's list for ``math`` or ``ela``."""
    path = shared_file("ccss/coherence_map_standards.json")
    return {item["id"]: item["description"] for item in json.loads(path.read_text(encoding="utf-8"))[subject]}


def ela_workbook() -> dict[str, str]:
    """Give code and wording of each coded item of OpenSALT's English workbook."""
    book = openpyxl.load_workbook(shared_file("opensalt/ccsso_ela.xlsx"), read_only=True)
    rows = list(book["CF Item"].iter_rows(values_only=True))
    book.close()
    code, wording = rows[0].index("humanCodingScheme"), rows[0].index("fullStatement")
    return {str(row[code]): str(row[wording]) for row in rows[1:] if row[code]}

"""What one process read in texts, the next need not read again; what it says of them is the same."""

import json
import subprocess
import sys
from pathlib import Path

from workbench.model import set_field
from workbench.project import create_project, open_project

CHECK = """
import json, sys
from workbench.project import open_project
with open_project(sys.argv[1]) as project:
    found = [str(one) for one in project.findings(drafts=True, as_of="2026-11-26")]
print(json.dumps([found, "HanTa.HanoverTagger" in sys.modules]))
"""


def checked(path: Path) -> tuple[list[str], bool]:
    """Return what the checks say in a process of its own, and whether it loaded the tagger."""
    ran = subprocess.run([sys.executable, "-c", CHECK, path], capture_output=True, text=True, check=True)
    found, tagged = json.loads(ran.stdout)
    return found, tagged


def test_a_text_is_read_by_one_process_only(tmp_path: Path) -> None:
    """The second finds all that the first read, the third reads what was changed in between."""
    path = tmp_path / "maple.workbench"
    create_project(path).close()

    first, second = checked(path), checked(path)
    with open_project(path) as project:
        one = next(iter(project.framework.indicators))
        project.edit(set_field(project.framework, one, "statement", "Understands zymurgy."))
    third, fourth = checked(path), checked(path)

    assert (first[1], second[1], third[1], fourth[1]) == (True, False, True, False)
    assert first[0] == second[0]
    assert third[0] == fourth[0] != first[0]

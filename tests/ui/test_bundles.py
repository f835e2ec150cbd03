"""The modules of a pane as one text: what JupyterLab is sent."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from workbench.ui.panes.bundles import PANES, STATIC, bundle

DECLARED = re.compile(r"^(?:export )?(?:async )?(?:const|let|function\*?|class) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("pane", list(PANES))
def test_no_two_modules_of_a_pane_use_one_name(pane: str) -> None:
    """A name declared twice would keep the whole pane from being read, in JupyterLab only."""
    counts = Counter(DECLARED.findall(bundle(*PANES[pane])))
    assert [name for name, count in counts.items() if count > 1] == []
    assert counts


@pytest.mark.parametrize("pane", list(PANES))
def test_everything_that_a_module_imports_is_in_its_bundle(pane: str) -> None:
    """Imports are taken out of the text, so that each name has to be declared in it."""
    declared = set(DECLARED.findall(bundle(*PANES[pane])))
    for module in PANES[pane]:
        text = (STATIC / f"{module}.js").read_text(encoding="utf-8")
        for names in re.findall(r"^import \{ (.*) \} from", text, re.MULTILINE):
            assert set(names.split(", ")) <= declared, module

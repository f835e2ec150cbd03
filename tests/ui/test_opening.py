"""A room is there before the sentences of the framework have been read, and what the checks say of them follows."""

import asyncio
import threading

from workbench.model import set_field
from workbench.project import Project
from workbench.ui import show
from workbench.ui.shell import READER, Shell


def codes(shell: Shell) -> set[str]:
    """Return the codes of the findings that are shown."""
    return {one["code"] for one in shell.findings.state["findings"]}


async def sentences_read() -> None:
    """Wait until the thread has ended, and what it left to the loop is done."""
    for reader in [one for one in threading.enumerate() if one.name == READER]:
        await asyncio.to_thread(reader.join)
    await asyncio.sleep(0)


def test_a_room_opens_first_and_reads_sentences_beside_the_page(project: Project) -> None:
    """Where a loop runs, as in a kernel. Other rules speak at once; an edit meanwhile does not wait either."""
    project.edit(set_field(project.framework, "i1", "statement", "Understand how plans are made for a study."))

    async def opened() -> None:
        shell = show("competencies", project)
        shell.desk.take({"look": {"drafts": True}})
        shell.desk.take({"select": "i1"})
        shell.redraw()
        assert "STR005" in codes(shell)
        assert "STM003" not in codes(shell)
        await sentences_read()
        assert {"STR005", "STM003"} <= codes(shell)
        shell.close()

    asyncio.run(opened())


def test_without_a_loop_everything_is_said_at_once(project: Project) -> None:
    """In a script nobody waits for a page."""
    project.edit(set_field(project.framework, "i1", "statement", "Understand how plans are made for a study."))
    shell = show("competencies", project)
    shell.desk.take({"look": {"drafts": True}})
    shell.desk.take({"select": "i1"})
    shell.redraw()

    assert {"STR005", "STM003"} <= codes(shell)
    shell.close()


def test_a_room_that_was_closed_meanwhile_draws_no_more(project: Project) -> None:
    """Its loop goes on without it."""

    async def opened() -> None:
        shell = show("competencies", project)
        shell.close()
        await sentences_read()

    asyncio.run(opened())

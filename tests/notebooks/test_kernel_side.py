"""What happens in a kernel: modules, mistakes, ■, a killed kernel."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.environment import persons_environment
from tests.notebooks.kernel import Kernel, kernel
from tests.families import command_of, family_of, wait_until_gone
from workshop.jupyter.configuration import STARTUP

OPEN = "from workshop import open_lab\nlab = await open_lab()\nlab"
WORKFLOW = """%%module {name}
from temporalio import workflow

@workflow.defn
class Echo:
    @workflow.run
    async def run(self, text: str) -> str:
        {body}
"""


@pytest.fixture(scope="module")
async def notebook(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Kernel]:
    """A kernel with the lab open."""
    folder = tmp_path_factory.mktemp("notebook")
    async with kernel(folder, persons_environment(WORKSHOP_WORKSPACE=str(folder))) as running:
        opened = await running.run(OPEN)
        assert opened.text.startswith("lab · a Temporal server of this notebook's own · ")
        yield running


async def run_echo(notebook: Kernel, name: str, body: str) -> str:
    """Write a workflow module, serve it and await its result; return what the cells said."""
    cells = await notebook.run_all(
        [
            WORKFLOW.format(name=name, body=body),
            f"await lab.worker('{name}', workflows=[Echo])",
            f"h = await lab.client.start_workflow(Echo.run, 'hi', id='{name}', task_queue='{name}')\n"
            "await h.result()",
        ]
    )
    return "\n".join(cell.text + cell.error for cell in cells)


async def usable(notebook: Kernel) -> bool:
    return (await notebook.run("40 + 2")).text == "42\n"


async def test_a_cell_is_run_though_somebody_asked_and_did_not_wait_for_the_answer(
    notebook: Kernel,
) -> None:
    # As a Jupyter server asks before each connection. A kernel of ipykernel 7.0 to 7.3 then left one
    # cell in thirty unread, and it never ran.
    for _ in range(300):
        asks = notebook.manager.connect_shell()
        notebook.manager.session.send(asks, "kernel_info_request")
        assert await usable(notebook)
        asks.close(linger=0)


async def test_a_cell_is_a_module_and_its_prints_land_in_the_running_cell(
    notebook: Kernel,
) -> None:
    said = await run_echo(notebook, "echo_one", "print('inside', text)\n        return text")
    assert "work/echo_one.py: Echo" in said
    assert "inside hi" in said
    assert "'hi'" in said


async def test_a_module_written_again_names_the_worker_that_runs_the_old_code(
    notebook: Kernel,
) -> None:
    await run_echo(notebook, "echo_two", "return text")
    again = await notebook.run(WORKFLOW.format(name="echo_two", body="return text * 2"))
    assert "The worker on 'echo_two' was started with the code from before" in again.text


async def test_a_name_error_in_a_workflow_is_explained(
    notebook: Kernel,
) -> None:
    said = await run_echo(notebook, "echo_bug", "return undefined_name")
    assert "alive but stuck: NameError" in said
    assert "echo_bug.py line 8" in said  # line 8 of the cell
    assert await usable(notebook)


async def test_a_wrong_task_queue_is_explained(notebook: Kernel) -> None:
    await run_echo(notebook, "echo_queue", "return text")
    cell = await notebook.run(
        "await lab.client.execute_workflow(Echo.run, 'x', id='q', task_queue='echo_qeue')"
    )
    assert "no worker polls the task queue 'echo_qeue'" in cell.error
    assert "Did you mean 'echo_queue'?" in cell.error
    assert await usable(notebook)


async def test_a_worker_that_cannot_start_says_why_in_its_cell(notebook: Kernel) -> None:
    cells = await notebook.run_all(
        [
            "from temporalio import workflow\n"
            "@workflow.defn\nclass Here:\n    @workflow.run\n    async def run(self): ...\n",
            "await lab.worker('here', workflows=[Here])",
        ]
    )
    assert "The worker on 'here' cannot start" in cells[1].error
    assert "%%module" in cells[1].error
    assert await usable(notebook)


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("%%module broken\nx = = 3", "invalid syntax (line 2 of the cell)"),
        ("%%module broken\nimport nowhere_to_be_found", "ModuleNotFoundError"),
        ("%%module json\nx = 3", "Choose another name, for example: %%module my_json"),
        ("%%module\nx = 3", "cannot be the name of a module"),
        ("%%module two words\nx = 3", "cannot be the name of a module"),
    ],
)
async def test_a_module_that_cannot_be_is_refused_in_words(
    notebook: Kernel, cell: str, error: str
) -> None:
    assert error in (await notebook.run(cell)).error
    assert await usable(notebook)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (
            "%%module broken\n\nx = = 3",
            ["Line 3 of the cell is not Python:", "    x = = 3\n        ^\nSyntaxError: invalid syntax"],
        ),
        (
            "%%module broken\ndef f():\n    return unknown\n\nf()",
            [
                "NameError: name 'unknown' is not defined",
                "Line 5 of the cell:  f()",
                "Line 3 of the cell:  return unknown",
            ],
        ),
    ],
)
async def test_a_mistake_in_a_module_is_shown_without_our_frames(
    notebook: Kernel, cell: str, shown: list[str]
) -> None:
    assert (await notebook.run(cell)).traceback == shown


async def test_an_error_of_temporals_is_a_card_and_the_second_time_in_full(
    notebook: Kernel,
) -> None:
    body = "from temporalio.exceptions import ApplicationError\n        raise ApplicationError('no', type='Refused')"
    await notebook.run_all(
        [WORKFLOW.format(name="refuses", body=body), "await lab.worker('refuses', workflows=[Echo])"]
    )
    cell = await notebook.run(
        "asked = lab.client.execute_workflow(Echo.run, 'hi', id='refuses', task_queue='refuses')\n"
        "await asked"
    )
    assert cell.error == "WorkflowFailureError: Workflow execution failed"
    card = cell.traceback
    number = card[3].partition("[")[2].partition("]")[0]
    assert card == [
        "WorkflowFailureError: Workflow execution failed",
        "    the workflow failed",
        "    ← Refused: no",
        f"Cell In[{number}], line 2:  await asked",
        "%tb shows the whole traceback.",
    ]
    whole = "\n".join((await notebook.run("%tb")).traceback)
    assert "temporalio" in whole
    assert "ApplicationError" in whole


async def test_a_check_that_is_not_awaited_says_so(notebook: Kernel) -> None:
    await notebook.run("from workshop.lessons.workflow_definition import first_step")
    cell = await notebook.run("first_step.check()")
    assert cell.text == (
        "Nothing has run yet: a check has to be awaited. Write `await first_step.check()`.\n"
    )


async def test_what_is_put_below_arrives_as_a_cell(notebook: Kernel) -> None:
    await notebook.run("from workshop.lessons.workflow_definition import first_step")
    cell = await notebook.run("first_step.reset()")
    assert "in the cell below" in cell.text
    assert cell.below.startswith("%%module order_first_step\nfrom datetime")


async def test_a_comment_may_stand_above_the_magic(notebook: Kernel) -> None:
    await notebook.run("# my answer\n\n%%module commented\ndef two():\n    return 1 / 0")
    cell = await notebook.run("two()")
    assert "ZeroDivisionError" in cell.error
    assert any("commented.py:5" in line for line in cell.traceback)


async def test_a_program_that_would_begin_on_import_is_not_imported(notebook: Kernel) -> None:
    cell = await notebook.run(
        "%%module eager\nimport asyncio\n\nasync def main():\n    await asyncio.sleep(1000)\n\n"
        "asyncio.run(main())"
    )
    assert "Line 7 starts the program as soon as the file is imported" in cell.error
    assert await usable(notebook)


async def test_a_restarted_kernel_says_to_open_the_lab_first(tmp_path: Path) -> None:
    environment = persons_environment(WORKSHOP_WORKSPACE=str(tmp_path), PYTHONSTARTUP=str(STARTUP))
    async with kernel(tmp_path, environment) as restarted:
        cell = await restarted.run("%%module early\nx = 1")
        assert "the one with `await open_lab()`" in cell.text + cell.error
        cell = await restarted.run("order = lab.new_order()")
        assert cell.error.startswith("LabError: No lab is open in this kernel yet")
        assert "the one with `await open_lab()`" in (await restarted.run("lab")).text
        opened = await restarted.run_all([OPEN, "%%module early\ndef x(): ..."])
        assert opened[1].text == "work/early.py: x\n"


async def test_the_main_of_a_script_runs_in_a_cell(notebook: Kernel) -> None:
    cells = await notebook.run_all(
        [
            "import asyncio\nasync def main():\n    await asyncio.sleep(0.1)\n    return 'done'\n"
            "asyncio.run(main())",
            "'the cell after it is not lost'",
            "await lab.client.count_workflows() is not None",
        ]
    )
    assert [cell.text for cell in cells] == ["'done'\n", "'the cell after it is not lost'\n", "True\n"]


async def test_the_stop_button_ends_a_waiting_cell_at_once(notebook: Kernel) -> None:
    cell = asyncio.ensure_future(notebook.run("import asyncio\nawait asyncio.sleep(1000)"))
    await asyncio.sleep(0.5)  # the cell has to be running, which nothing announces
    await notebook.manager.interrupt_kernel()
    assert (await cell).traceback == [
        "Stopped this cell only. What runs on the Temporal server goes on."
    ]
    assert await usable(notebook)


async def test_an_unfinished_answer_is_not_yet_and_the_kernel_stays_usable(
    notebook: Kernel,
) -> None:
    unfinished = """%%module order_first_step
from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult

@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        pass  # I do not know yet
"""
    cells = await notebook.run_all(
        [
            unfinished,
            "from workshop.lessons.workflow_definition import first_step\nawait first_step.check()",
        ]
    )
    assert cells[1].shown.startswith("✗ first_step · 0 of")
    assert await usable(notebook)


async def test_hints_come_one_at_a_time_and_the_solution_after_a_warning(
    notebook: Kernel,
) -> None:
    await notebook.run("from workshop.lessons.workflow_definition import retry_policy as exercise")
    hints = [(await notebook.run("exercise.hint()")).text for _ in range(4)]
    assert [hint[:11] for hint in hints] == ["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3", "Hint 3 of 3"]
    assert "once more" in (await notebook.run("exercise.solution()")).text
    assert "RetryPolicy(" in (await notebook.run("exercise.solution()")).text


async def test_a_killed_kernel_leaves_no_process_behind(tmp_path: Path) -> None:
    async with kernel(tmp_path, persons_environment(WORKSHOP_WORKSPACE=str(tmp_path))) as running:
        assert (await running.run(OPEN)).status == "ok"
        family = family_of(running.pid)
        names = " ".join(" ".join(command_of(process)) for process in family)
        assert "start-dev" in names
        assert "workshop.shop" in names
        os.kill(running.pid, signal.SIGKILL)
        assert wait_until_gone(family, 5) == []


CALLS_AN_ACTIVITY = """%%module called_directly
from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, create_order

@workflow.defn
class Direct:
    @workflow.run
    async def run(self, order: OrderInput) -> None:
        await create_order(order)
"""


async def test_an_activity_called_like_a_function_is_named_without_a_wall_of_warnings(
    notebook: Kernel,
) -> None:
    cells = await notebook.run_all(
        [
            CALLS_AN_ACTIVITY,
            "await lab.worker('direct', workflows=[Direct])",
            "o = lab.new_order()\n"
            "await lab.client.execute_workflow(Direct.run, o, id=o.order_id, task_queue='direct')",
        ]
    )
    said = "\n".join(cell.text + cell.error for cell in cells)
    assert "run() called the activity create_order itself, as a plain function" in said
    assert "called_directly.py line 11, in run" in said
    assert "imported after initial workflow load" not in said
    assert "pass through" not in said


async def test_an_import_that_never_ends_is_stopped_with_its_line(notebook: Kernel) -> None:
    cell = await notebook.run("%%module endless_one\nx = 1\nwhile True:\n    x += 1\n")
    said = " ".join((cell.text + cell.error).split())
    assert "Importing work/endless_one.py did not end within" in said
    assert "of your cell. What stands at the top level" in said
    assert await usable(notebook)


async def test_what_holds_for_others_is_said_with_what_it_is(notebook: Kernel) -> None:
    start = (
        "h = await lab.client.start_workflow('Nobody', id='nobody-{0}', task_queue='nobody')\n"
        "import asyncio\n"
        "try:\n    await asyncio.wait_for(h.result(), 2.5)\n"
        "except Exception as e:\n    pass"
    )
    cells = [await notebook.run(start.format(number)) for number in range(2)]
    for number, cell in enumerate(cells):
        assert f"Nothing runs your workflow 'nobody-{number}'" in cell.text, cell.text

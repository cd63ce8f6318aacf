"""Row 5: each exercise's check against the same workflows on the bare SDK; see `bench.bare`.

Run as ``python -m bench.checks REPETITIONS`` it is the process that measures: one embedded lab,
in whose workspace the worked solutions are the answers. It prints one JSON object a line, one
line an exercise. Before the clock runs, the answer has been imported, as a learner's is by its
cell, and one exercise of the course has been checked, so that no check pays for the first.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from statistics import median
from typing import Any

from bench.processes import clean_environment, run, temporary_folder
from bench.rows import Row

#: The aim for the slowdown of workflows by being checked.
RATIO = 1.3

#: Said of an exercise whose bare run failed.
NOT_COMPARED = "could not be compared: "


def measure_checks(repetitions: int) -> list[Row]:
    """Measure in a process of its own; return two rows for all and one an exercise."""
    with temporary_folder() as folder:
        finished = run(
            (sys.executable, "-m", "bench.checks", repetitions),
            clean_environment(folder, WORKSHOP_WORKSPACE=str(folder)),
        )
    rows = [_row(json.loads(line)) for line in finished.stdout.splitlines() if line[:1] == "{"]
    compared = [row for row in rows if row.bare]
    medians = {row.what: median(row.kit) for row in rows}
    platform = medians.pop("check `order_platform`")
    return [
        Row(
            f"a check, the median of {len(rows)} exercises",
            [median(row.kit) for row in rows],
            "–",
            (),
            at_most=1,
        ),
        Row(
            f"all {len(rows)} checks, one after the other",
            [sum(times) for times in zip(*(row.kit for row in rows), strict=True)],
            "–",
            (),
            at_most=50,
        ),
        Row(
            f"the slowest, {max(medians, key=medians.__getitem__)}",
            [max(medians.values())],
            "–",
            (),
            at_most=3,
        ),
        Row("the capstone, check `order_platform`", [platform], "–", (), at_most=8),
        Row(
            f"all checks of {len(compared)} exercises",
            [sum(times) for times in zip(*(row.kit for row in compared), strict=True)],
            "all their workflows, bare SDK",
            [sum(times) for times in zip(*(row.bare for row in compared), strict=True)],
            ratio_at_most=RATIO,
        ),
        *rows,
    ]


def _row(measured: dict[str, Any]) -> Row:
    return Row(
        f"check `{measured['exercise']}`",
        measured["kit"],
        f"its {measured['workflows']} workflows, bare SDK",
        measured["bare"],
        ratio_at_most=RATIO,
        note=measured["note"],
    )


async def _print_measurements(repetitions: int) -> None:
    from temporalio.client import Client

    from workshop.lab.opening import open_lab
    from workshop.lessons import COURSE
    from workshop.modules.files import write_module
    from workshop.notebook.built import solution
    from workshop.temporal.namespaces import CHECKS

    lab = await open_lab()
    address = lab.address.temporal or os.environ["TEMPORAL_ADDRESS"]
    client = await Client.connect(address, namespace=CHECKS)
    for lesson in COURSE:
        for exercise in lesson.exercises:
            write_module(exercise.module, solution(exercise.name), lab.workspace.work)
            if exercise is COURSE[0].exercises[0]:
                await exercise.check()
            print(json.dumps(await _measure(exercise, lab, client, repetitions)), flush=True)
    lab.close()


async def _measure(exercise: Any, lab: Any, client: Any, repetitions: int) -> dict[str, Any]:
    from bench.bare import run_bare, worker_options
    from workshop.exercises.engine.report import Outcome

    kit: list[float] = []
    bare: list[float] = []
    workflows, note = 0, ""
    try:
        trial, options = await worker_options(exercise, lab)
    except TypeError as error:
        note = f"`{exercise.name}` {NOT_COMPARED}{error}"
    for _ in range(repetitions):
        began = time.perf_counter()
        report = await exercise.check()
        kit.append(time.perf_counter() - began)
        if report.outcome is not Outcome.DONE:
            note = f"`{exercise.name}`: the check of the solution said {report.heading}"
        if note:
            continue
        try:
            began = time.perf_counter()
            workflows = await run_bare(exercise, trial, options, client)
            bare.append(time.perf_counter() - began)
        except Exception as error:  # whatever it is, the other exercises can still be measured
            note = f"`{exercise.name}` {NOT_COMPARED}{type(error).__name__}: {error}"
            bare.clear()
    return {
        "exercise": exercise.name,
        "workflows": workflows,
        "kit": kit,
        "bare": bare if len(bare) == len(kit) else [],
        "note": note,
    }


if __name__ == "__main__":
    asyncio.run(_print_measurements(int(sys.argv[1])))
    sys.stdout.flush()
    os._exit(0)  # a process that used the SDK can crash on its ordinary way out

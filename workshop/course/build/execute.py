"""Run a solution notebook and make what it printed reproducible.

nbval compares outputs after the replacements in ``nbval.cfg``, and leaves standard error out
(``nbval_plugin.py``). The build does the same to the outputs it stores, so both agree on what may
differ from run to run, and two builds give the same bytes.
"""

from __future__ import annotations

import copy
import os
import re
import tempfile
from pathlib import Path

from nbclient import NotebookClient
from nbformat import NotebookNode
from nbval.plugin import get_sanitize_patterns

#: The replacements, as nbval reads them.
SANITIZE = Path(__file__).with_name("nbval.cfg")

#: Seconds a cell of a solution may take, on a busy machine too. Measured: 12 on a quiet one.
CELL_TIMEOUT = 300


def execute(notebook: NotebookNode) -> None:
    """Run all cells in a workspace of their own and keep their outputs, made reproducible."""
    with tempfile.TemporaryDirectory(prefix="temporal-workshop-build-") as folder:
        client = NotebookClient(
            notebook,
            timeout=CELL_TIMEOUT,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
            record_timing=False,
            coalesce_streams=True,
        )
        metadata = copy.deepcopy(notebook.metadata)
        client.execute(env={**os.environ, "WORKSHOP_WORKSPACE": folder})
        notebook.metadata = metadata  # without the version of the Python that ran it
    replacements = read_replacements()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [each for each in cell.outputs if each.get("name") != "stderr"]
        for output in cell.get("outputs", []):
            _make_reproducible(output, replacements)


def read_replacements() -> list[tuple[re.Pattern[str], str]]:
    """Return the replacements of ``nbval.cfg`` in their order."""
    pairs = get_sanitize_patterns(SANITIZE.read_text(encoding="utf-8"))
    return [(re.compile(regex), replacement) for regex, replacement in pairs]


def _make_reproducible(
    output: NotebookNode, replacements: list[tuple[re.Pattern[str], str]]
) -> None:
    for pattern, replacement in replacements:
        if output.output_type == "stream":
            output.text = pattern.sub(replacement, output.text)
        elif output.output_type == "error":
            output.traceback = []  # paths and addresses; nbval does not compare it
            output.evalue = pattern.sub(replacement, output.evalue)
        else:
            for kind, value in output.data.items():
                if isinstance(value, str):
                    output.data[kind] = pattern.sub(replacement, value)

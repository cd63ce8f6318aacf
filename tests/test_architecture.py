"""The layers of docs/architecture.md are contracts, and an import that is turned round breaks them."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: A file with more lines says in its docstring why it is long.
LONG = 275

LINT = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package's code, with the contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "workshop",
        tmp_path / "workshop",
        ignore=lambda folder, names: [
            name for name in names if not (name.endswith(".py") or (Path(folder) / name).is_dir())
        ],
    )
    return tmp_path


def linted(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LINT, "--no-cache"], cwd=house, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("file", "imported", "said"),
    [
        ("shop/ledger.py", "workshop.displays.ledger", "workshop.shop is not allowed to import"),
        ("patience.py", "workshop.processes.kept", "workshop.patience is not allowed to import"),
        ("history/recorded.py", "workshop.history.text", "No cycles are allowed"),
    ],
)
def test_an_import_that_is_turned_round_is_named(
    house: Path, file: str, imported: str, said: str
) -> None:
    path = house / "workshop" / file
    path.write_text(f"{path.read_text()}\nimport {imported}\n")
    result = linted(house)
    assert result.returncode == 1
    assert said in result.stdout


def test_a_long_file_says_why() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "workshop").rglob("*.py")
        if len((source := path.read_text()).splitlines()) > LONG
        and "Long" not in (ast.get_docstring(ast.parse(source)) or "")
    ]
    assert silent == []

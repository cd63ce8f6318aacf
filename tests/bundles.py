"""The scripts that build a bundle: they stand outside of the package, beside what they build from."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]


def builder(folder: str) -> ModuleType:
    """Return ``build.py`` of a folder at the project's top."""
    spec = importlib.util.spec_from_file_location(f"{folder}_build", ROOT / folder / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

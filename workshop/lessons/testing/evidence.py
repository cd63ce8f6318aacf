"""What the exercises of this lesson share."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
MUTANTS = HERE / "mutants"

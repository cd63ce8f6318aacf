"""What the exercises of this lesson share."""

from __future__ import annotations

from pathlib import Path

LESSON = "testing"
HERE = Path(__file__).parent
MUTANTS = HERE / "mutants"

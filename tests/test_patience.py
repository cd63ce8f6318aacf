"""How far a deadline is stretched on a busy machine."""

from __future__ import annotations

import os

import pytest

from workshop.patience import slowness


@pytest.mark.parametrize(("load", "factor"), [(0.0, 1.0), (2.0, 1.0), (4.0, 2.0), (40.0, 3.0)])
def test_a_deadline_grows_with_the_load_and_not_for_ever(
    monkeypatch: pytest.MonkeyPatch, load: float, factor: float
) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0), raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert slowness() == factor

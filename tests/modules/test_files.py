"""Learners' modules as files."""

from __future__ import annotations

from pathlib import Path

from workshop.modules.files import write_module


def test_who_reads_a_module_while_it_is_written_gets_all_of_it(tmp_path: Path) -> None:
    path = write_module("given_parts", "first = 1\n", tmp_path)
    with path.open(encoding="utf-8") as reader:
        write_module("given_parts", "second = 2\n", tmp_path)
        assert reader.read() == "first = 1\n"
    assert path.read_text(encoding="utf-8") == "second = 2\n"
    assert [each.name for each in tmp_path.iterdir()] == ["given_parts.py"]

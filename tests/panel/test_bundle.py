"""The bundle is the one of the source, and small."""

from __future__ import annotations

from pathlib import Path

from tests.bundles import ROOT, builder


def test_the_bundle_was_built_from_the_source_as_it_is() -> None:
    built = builder("panel")
    assert built.DIGEST.read_text().strip() == built.digest_of_the_source(), "run `make panel`"


def test_a_change_to_the_source_is_noticed(tmp_path: Path) -> None:
    built = builder("panel")
    before = built.digest_of_the_source()
    for name in ("src", "style", "schema"):
        (tmp_path / name).mkdir()
        for path in (ROOT / "panel" / name).iterdir():
            (tmp_path / name / path.name).write_bytes(path.read_bytes())
    for name in ("package.json", "package-lock.json", "tsconfig.json", "rspack.config.js"):
        (tmp_path / name).write_bytes((ROOT / "panel" / name).read_bytes())
    vars(built)["PANEL"] = tmp_path
    assert built.digest_of_the_source() == before
    (tmp_path / "src" / "course.ts").write_text("// changed\n")
    assert built.digest_of_the_source() != before


def test_the_bundle_is_small() -> None:
    files = [path for path in builder("panel").BUNDLE.rglob("*") if path.is_file()]
    assert any(path.name.startswith("remoteEntry.") for path in files)
    assert sum(path.stat().st_size for path in files) <= 200_000

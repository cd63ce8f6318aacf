"""Build the panel: TypeScript to a bundle that JupyterLab loads, beside a digest of what it is from.

`make panel` runs this, with Node.js and the packages of the lock file in place.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PANEL = Path(__file__).parent
BUNDLE = PANEL.parent / "workshop" / "panel" / "labextensions" / "@temporal-workshop" / "panel"

#: The file in the bundle that says which source it was built from.
DIGEST = BUNDLE / "source.sha256"


def digest_of_the_source() -> str:
    """Return a digest of everything that the bundle is made from."""
    sources = [PANEL / name for name in ("package.json", "package-lock.json", "tsconfig.json")]
    sources.append(PANEL / "rspack.config.js")
    for folder in ("src", "style", "schema"):
        sources += sorted((PANEL / folder).iterdir())
    digest = hashlib.sha256()
    for path in sources:
        digest.update(f"{path.relative_to(PANEL).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Build it."""
    programs = os.pathsep.join(
        [str(Path(sys.executable).parent), str(PANEL / "node_modules" / ".bin"), os.environ["PATH"]]
    )
    environment = {**os.environ, "PATH": programs}
    for command in (["tsc"], ["jupyter-builder", "build", "."]):
        if command[0] != "tsc":  # what has no types is not built
            shutil.rmtree(BUNDLE, ignore_errors=True)
        program = shutil.which(command[0], path=programs) or command[0]
        subprocess.run([program, *command[1:]], cwd=PANEL, env=environment, check=True)
    DIGEST.write_text(digest_of_the_source() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

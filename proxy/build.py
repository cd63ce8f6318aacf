"""Build the room's proxy: npm's configurable-http-proxy as one file, and what its licences ask for.

`make proxy` runs this, with Node.js and the packages of the lock file in place.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROXY = Path(__file__).parent
TARGET = PROXY.parent / "workshop" / "room" / "proxy"
BUNDLE = TARGET / "lib" / "configurable-http-proxy.cjs"

#: What the proxy reads when it runs, beside its code as in its package.
READ = ("package.json", "lib/error/404.html", "lib/error/503.html", "lib/error/error.html")

#: The copyright notices of all that is in the bundle.
LICENSES = TARGET / "licenses.txt"

#: The file beside the bundle that says which source it was built from.
DIGEST = TARGET / "source.sha256"


def digest_of_the_source() -> str:
    """Return a digest of everything that the bundle is made from."""
    digest = hashlib.sha256()
    for name in ("package.json", "package-lock.json", "bundle.js", "build.py"):
        digest.update((PROXY / name).read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Build it."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": programs}
    subprocess.run(["node", "bundle.js", str(BUNDLE)], cwd=PROXY, env=environment, check=True)
    for name in READ:
        (TARGET / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROXY / "node_modules" / "configurable-http-proxy" / name, TARGET / name)
    LICENSES.write_text("\n".join(map(_notice, _packages())), encoding="utf-8")
    DIGEST.write_text(digest_of_the_source() + "\n", encoding="utf-8")


def _packages() -> list[Path]:
    """Return the folders of the packages that the proxy needs when it runs."""
    lock = json.loads((PROXY / "package-lock.json").read_text(encoding="utf-8"))
    return [PROXY / path for path, said in lock["packages"].items() if path and not said.get("dev")]


def _notice(folder: Path) -> str:
    said = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = [
        path.read_text(encoding="utf-8").strip()
        for path in sorted(folder.iterdir())
        if path.stem.lower() in ("license", "licence", "notice", "copying")
    ]
    if not texts:
        texts = [f"{said['license']}, without a text. {said.get('author', '')}".strip()]
    return "\n\n".join([f"{said['name']} {said['version']}", *texts]) + f"\n\n{'-' * 78}\n"


if __name__ == "__main__":
    main()

"""Copy what a deck of slides is shown with, Reveal.js and Mermaid, into the package.

`make reveal` runs this, with the packages of the lock file in place. Both come ready for a browser.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

REVEAL = Path(__file__).parent
TARGET = REVEAL.parent / "workshop" / "course" / "slides" / "reveal"

#: The files, by the name that they get.
FILES = {
    "reset.css": "reveal.js/dist/reset.css",
    "reveal.css": "reveal.js/dist/reveal.css",
    "reveal.js": "reveal.js/dist/reveal.js",
    "notes.js": "reveal.js/dist/plugin/notes.js",
    "mermaid.js": "@mermaid-js/tiny/dist/mermaid.tiny.js",
}

#: The copyright notices of the packages.
LICENSES = TARGET / "licenses.txt"

#: The file beside the copies that says which packages they are of.
DIGEST = TARGET / "source.sha256"


def digest_of_the_source() -> str:
    """Return a digest of everything that the copies are made from."""
    digest = hashlib.sha256()
    for name in ("package.json", "package-lock.json", "build.py"):
        digest.update((REVEAL / name).read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Copy them."""
    TARGET.mkdir(exist_ok=True)
    packages = REVEAL / "node_modules"
    for name, source in FILES.items():
        shutil.copy(packages / source, TARGET / name)
    wanted = json.loads((REVEAL / "package.json").read_text(encoding="utf-8"))["dependencies"]
    LICENSES.write_text("\n".join(_notice(packages / name) for name in wanted), encoding="utf-8")
    DIGEST.write_text(digest_of_the_source() + "\n", encoding="utf-8")


def _notice(folder: Path) -> str:
    said = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = [path.read_text(encoding="utf-8").strip() for path in folder.glob("LICENSE*")]
    if not texts:
        texts = [f"{said['license']}, without a text. {said['repository']['url']}"]
    return "\n\n".join([f"{said['name']} {said['version']}", *texts]) + f"\n\n{'-' * 78}\n"


if __name__ == "__main__":
    main()

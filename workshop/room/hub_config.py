"""What JupyterHub reads: the settings that `workshop room` has written for it, as traits."""

from __future__ import annotations

import json
import os
from pathlib import Path

settings = json.loads(Path(os.environ["WORKSHOP_ROOM_SETTINGS"]).read_text(encoding="utf-8"))
for owner, traits in settings.items():
    for name, value in traits.items():
        setattr(c[owner], name, value)  # type: ignore[name-defined]  # noqa: F821

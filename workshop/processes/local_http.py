"""Ask a server on this machine whether it is there.

The standard library does: an HTTP client made for the internet takes longer to import, and to set
up its certificates, than this takes altogether.
"""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit


def get_json(url: str, timeout: float = 10.0) -> object | None:
    """Return the JSON that ``url`` answers with, or None if it does not answer with any.

    Args:
        url: an ``http://`` address on this machine.
        timeout: seconds to wait for a server that listens; where none does, None comes at once.
    """
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        connection.request("GET", f"{parts.path or '/'}?{parts.query}")
        response = connection.getresponse()
        answer: object = json.loads(response.read()) if response.status == 200 else None
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()
    return answer

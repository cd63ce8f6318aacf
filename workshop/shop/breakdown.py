"""What the shop says when its database fails under it: a full disk, a file it may not write."""

import sqlite3

_AGAIN = "end the lab and start it again"

# What SQLite's message holds, and the status, type and sentence to answer with: the first that fits.
_BREAKDOWNS = {
    "is full": (
        507, "DiskFull", "the disk is full, so nothing was done; free some space and ask again",
    ),
    "readonly": (
        503, "ReadOnly",
        "the shop's database cannot be written to, so nothing was done; make its file and folder"
        " writable and ask again",
    ),
    "locked": (
        503, "Locked",
        "another program holds the shop's database, so nothing was done; close it and ask again",
    ),
    "I/O error": (
        503, "DiskFailed",
        "the disk failed the shop's database; see whether it is full or gone, and ask again",
    ),
    "malformed": (503, "Damaged", f"the shop's database is damaged; {_AGAIN}"),
    "not a database": (503, "Damaged", f"the shop's database is damaged; {_AGAIN}"),
}  # fmt: skip


def describe(error: sqlite3.DatabaseError) -> tuple[int, str, str] | None:
    """The status, type and sentence to answer with; None when the fault is the shop's own.

    An IntegrityError, a ProgrammingError and their like say that the shop's code is wrong.
    """
    if type(error) not in (sqlite3.OperationalError, sqlite3.DatabaseError):
        return None
    for words, answer in _BREAKDOWNS.items():
        if words in str(error):
            return answer
    return 503, "Unusable", f"the shop's database cannot be used ({error}); {_AGAIN}"

"""What a room keeps in its folder, beside the learners' own: the names of it."""

from __future__ import annotations

#: The folder with the rest in it.
STATE = ".room"

#: Who sits where, and the room's code.
SEATS = "seats.json"

#: What lets a seat tell the board something.
TOKENS = "tokens.json"

#: What the board was told: SQLite.
TOLD = "board.db"

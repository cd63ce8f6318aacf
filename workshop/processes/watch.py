"""Programs that live and do not answer: they are killed, so that they are started again.

What is slow because the machine is busy gets its time. What was halted does not: it would not answer
however long one waits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from workshop.patience import Countdown
from workshop.processes.kept import Kept

#: Seconds between two questions.
BETWEEN = 1.0

#: Seconds of a quiet machine. A program that has not answered for so long is taken for frozen.
#: Measured at a load of 15: the slowest answer came after 1.4 s.
FROZEN_AFTER = 8.0


class Watch:
    """Asks programs whether they are there, again and again, and kills one that does not answer.

    Args:
        questions: each program, and what asks it: True if it answers. It may wait 3 s.
    """

    def __init__(self, questions: Mapping[Kept, Callable[[], bool]]) -> None:
        self._questions = dict(questions)
        self._over = threading.Event()
        for program, answers in self._questions.items():
            threading.Thread(target=self._watch, args=(program, answers), daemon=True).start()

    def end(self) -> None:
        """Watch no longer."""
        self._over.set()

    def _watch(self, program: Kept, answers: Callable[[], bool]) -> None:
        countdown, starts = Countdown(FROZEN_AFTER), program.starts
        while not self._over.wait(BETWEEN) and not program.has_ended:
            if answers() or program.starts != starts:
                countdown, starts = Countdown(FROZEN_AFTER), program.starts
            elif (countdown.is_over or program.is_stopped) and not self._over.is_set():
                program.tell(
                    f"{program.name} does not answer, and is ended: it will be started again."
                )
                program.kill()
                countdown = Countdown(FROZEN_AFTER)

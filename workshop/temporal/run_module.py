"""Run a learner's module as a program: what `lab.process` starts.

    python -m workshop.temporal.run_module worker

does what ``python worker.py`` would, with three differences: it ends when the notebook's kernel
ends, a traceback begins at the learner's own code, and the interpreter is left by ``os._exit``,
because a process that used the SDK can crash (exit code 134, ``PyGILState_Release``) on its
ordinary way out.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import traceback

from workshop.processes.leash import end_with_parent


def main() -> int:
    """Run the module that the command line names; return the exit code of its process."""
    end_with_parent()
    # A lab that a shell has begun in the background passes on that SIGINT is ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    module = sys.argv[1]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except KeyboardInterrupt:
        return 130
    except SystemExit as exit_request:
        if isinstance(exit_request.code, str):
            print(exit_request.code, file=sys.stderr)
            return 1
        return exit_request.code or 0
    except BaseException as error:
        frames = error.__traceback__
        while frames and frames.tb_frame.f_code.co_filename in (
            __file__,
            runpy.__file__,
            "<frozen runpy>",
        ):
            frames = frames.tb_next
        traceback.print_exception(type(error), error, frames)
        return 1
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)

"""Verdicts, whatever kind of answer they are about.

::

    finding.py     NotYet: what was expected, what happened, one next thought; CouldNotJudge
    report.py      Report: the verdict as a value, and its text
    obstacles.py   what keeps an answer from being judged
    unawaited.py   names an await that was forgotten
    meanwhile.py   a step of a check that goes on while the check does something else
    progress.py    which exercises are done, kept in the workspace
    words.py       words that findings share; text.py: hints and solutions as they are shown
"""

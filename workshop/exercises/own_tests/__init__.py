"""Answers that are tests: judged by wrong versions of the code that they test.

::

    mutants.py             TestsExercise, and the wrong versions
    pytest_jobs.py         the program that runs such tests; test_results.py: what comes of them
    server_on_demand.py    a server for tests that bring none
"""

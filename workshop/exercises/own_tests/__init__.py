"""Answers that are tests: judged by wrong versions of the code that they test.

::

    mutants.py             TestsExercise, its trial, and the wrong versions
    judging.py             what its checks ask
    jobs.py                the process that runs tests, as the checks see it
    pytest_jobs.py         the program in that process; test_results.py: what comes of tests
    server_on_demand.py    a server for tests that bring none
"""

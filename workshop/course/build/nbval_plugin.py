"""What nbval must not compare: a pytest plugin, ``-p workshop.course.build.nbval_plugin``.

On standard error the lab explains waits that take longer than a moment. How long a moment is
depends on the machine, so nothing that is said there is compared, or kept in a built notebook.
"""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave standard error out of the comparison of each notebook."""
    for notebook in {item.parent for item in items}:
        if notebook is not None and hasattr(notebook, "skip_compare"):
            notebook.skip_compare = (*notebook.skip_compare, "stderr")

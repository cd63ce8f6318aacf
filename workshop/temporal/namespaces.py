"""The namespaces of a development server.

Learners work in one; checks try answers in the other, so that the Web UI shows a learner's own
workflows only.
"""

from __future__ import annotations

DEFAULT, CHECKS = "default", "checks"

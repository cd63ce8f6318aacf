"""The outside world of the course: a real HTTP service with a ledger, and faults you can set.

`python -m workshop.shop` is the service; `from workshop.shop.client import Shop` is what a notebook
and a check hold of it. Nothing is imported here, so that neither side pays for the other's imports.
"""

SECRET = "WORKSHOP_SHOP_SECRET"
"""The environment variable that gives `python -m workshop.shop` the secret that its URL begins with:
other users of the machine see a command line."""

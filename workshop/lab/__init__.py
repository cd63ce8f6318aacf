"""The lab: a Temporal server and a shop, the workspace they keep their state in, and their handle.

Nothing is imported here: what opens a lab starts its processes before it imports the SDK.

::

    opening.py     attach to the lab that runs for this workspace, or start one of one's own
    lab.py         Lab: what a notebook holds of it, and every verb of the course
    services.py    the server and the shop as processes, and where they are
    workspace.py   the folder a learner works in, and the state beside it
    broker.py      a message broker, for the lesson that needs one
"""

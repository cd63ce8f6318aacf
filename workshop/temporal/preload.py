"""What worker processes and clients need, imported once: see `fork_server.py`.

A worker's first act is to hash all modules that are loaded, for most of a second. That is done here
too: the id of a worker that is given none is then the same for every process.
"""

import temporalio.client
import temporalio.envconfig
import temporalio.worker._worker

temporalio.worker._worker.load_default_build_id()

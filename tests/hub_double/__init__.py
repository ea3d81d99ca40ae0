"""A Hub for tests: a server on this machine that the real `huggingface_hub` client and `datasets` talk to.

It answers as huggingface.co does for data set repositories, refuses what that refuses, and can be told to fail at any
step. It knows nothing of this project.
"""

from tests.hub_double.faults import Fault
from tests.hub_double.server import HubDouble

__all__ = ["Fault", "HubDouble"]

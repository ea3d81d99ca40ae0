"""Offices: where a text names one, whose it is, and how far its phrase goes.

In: a `Reading`. Out: an `Office` a phrase (`phrases.py`): its head from the registry, with what stands before it
(`prefixes.py`) and behind it (`complements.py`).
"""

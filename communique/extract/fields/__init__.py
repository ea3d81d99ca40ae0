"""Fields: where a text speaks of a sector, and how much each place says.

In: an article. Out: a `Mention` for each term of a sector (`mentions.py`), weighed among the terms beside it
(`chains.py`); `sectors.py` adds them up, and `likelihood.py` says by all signs together which sectors count.
"""

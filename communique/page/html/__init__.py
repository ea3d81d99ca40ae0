"""Pages of HTML: what they declare for machines, and their article by the tree.

In: a page's HTML. Out: an `Article` (`tree.py`).
"""

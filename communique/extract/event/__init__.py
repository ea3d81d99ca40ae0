"""The event: what kind it is, and on which day it took place.

In: an article with its actors and countries. Out: a kind (`kind.py`) and a day with what tells it (`event_date.py`).
"""

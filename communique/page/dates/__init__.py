"""Dates on a page: those of the calendar, those that open an article, and the day of publication.

In: lines of a page, its metadata and address. Out: the day of publication with what tells it (`published.py`).
"""

"""Countries: whom a participant represents, and which countries are parties to the event.

In: a `Reading` and its persons. Out: the country of each (`home.py`), and those of the event (`parties.py`).
"""

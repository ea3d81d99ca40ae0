"""People and bodies: names, the offices that they hold, and which mentions are one participant.

In: a `Reading` and its offices. Out: a `Mention` for each place where somebody is named (`mentions.py`), and a `Person`
for all mentions of one (`gathering.py`).
"""

"""Participation: who is there and does something, and who is only talked about.

In: a `Reading` and its persons. Out: those who take part, with people and groups found by what they do at the event and
not by an office.
"""

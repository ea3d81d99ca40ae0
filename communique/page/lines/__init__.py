"""Lines of a page of plain text: which are headline, head matter, paragraphs, and furniture.

In: a page's text. Out: its lines, with what can be seen of each (`features.py`) and what they share (`context.py`), and
what each is in the best sequence of them (`sequence.py`).
"""

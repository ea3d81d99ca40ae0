"""This project's own data set, installed as `communique.dataset`: articles, reviews, and the releases made from them.

In: nothing. Out: files, which `communique.load` reads. `scripts/build_dataset.py` builds a release from `articles/`
(retellings of real reports, with their addresses) and `reviews/` (hand-checked labels); the newest ships in the wheel.
"""

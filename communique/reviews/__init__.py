"""Hand-checked values that stand over the machine's, each with who checked it, when and why.

In: review files (JSON Lines), or a spreadsheet that people filled in. Out: `Reviews`, which correct the article and
record of each page that a review speaks of, field by field, and can say which of them need another look.
"""

from communique.reviews.model import Review, Reviewed, Reviews
from communique.reviews.read import load_reviews
from communique.reviews.values import OF_ARTICLE, OF_RECORD

__all__ = ["OF_ARTICLE", "OF_RECORD", "Review", "Reviewed", "Reviews", "load_reviews"]

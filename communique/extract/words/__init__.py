"""The words of a text with their places: tokens, sentences, and what the registries find among them.

In: the body of an article. Out: a `Reading`, on which everything else in `extract` stands.
"""

"""The language of a text, as an ISO 639-1 code.

In: the body of an article. Out: "en" by the share of English function words (fast, and nearly every page), else
what `py3langid` says. Stands on Lui and Baldwin, "langid.py" (ACL 2012).
"""

from communique.page.vocabulary import word_list

_SAMPLE = 1500  # characters: enough to tell, and bounded
_SHARE = 0.2  # English news has 0.3 to 0.5 of its words in the list, other languages below 0.1


def is_english(text: str) -> bool:
    """Whether the small words of `text` are English, or it has no words."""
    said = text[:_SAMPLE].lower().split()
    return not said or sum(map(word_list("english").__contains__, said)) >= _SHARE * len(said)


def language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; "en" where there is nothing to tell by.

    >>> language("The two ministers met in the capital and spoke of trade.")
    'en'
    """
    if is_english(text):
        return "en"
    import py3langid

    # The model also knows languages that have no code of two letters, such as Nigerian Pidgin.
    return next((code for code, _ in py3langid.rank(text[:_SAMPLE]) if len(code) == 2), "en")

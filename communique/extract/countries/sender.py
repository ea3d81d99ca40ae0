"""Whose page it is: the country of which a text speaks as its own.

In: the article and the readings of its headline and body. Out: a country, or None.
"""

from communique.extract.countries.parties import headed_by
from communique.extract.people.embassies import acting_embassy
from communique.extract.words.reading import Reading, named_countries, sovereign
from communique.model import Article
from communique.registry.matcher import fold
from communique.registry.missions import mission_post
from communique.registry.publishers import home_country, is_guessed, possible_home, sender_home

_MEETING_PLACES = frozenset(["new york", "geneva"])  # of the United Nations, where all are abroad


def sender_of(article: Article, title: Reading, body: Reading, postings: set[int]) -> str | None:
    """The country of the page's publisher, by its name, its site, the headline's first word or at last the dateline.

    Args:
        article: the article.
        title: its headline.
        body: its text.
        postings: the words that tell where diplomats are posted.
    """
    home = sovereign(home_country(article.publisher))
    possible = possible_home(article.publisher)
    named = named_countries(title, body)
    if home not in named and possible in named:
        home = possible  # a ".ws" that writes about Samoa
    abroad = fold(article.dateline_place or "") in _MEETING_PLACES
    place = None if abroad else sovereign(home_country(None, article.dateline_place))
    elsewhere = home not in named and place is not None and is_guessed(article.publisher)
    if home and place != home and not abroad and (elsewhere or _of_others(home, title, body, postings)):
        home = None
    return home or headed_by(title) or place or sovereign(sender_home(article.body[: article.lead]))


def post_of(article: Article, body: Reading, sender: str | None) -> str | None:
    """The country in which an embassy acts, on its own page or one of its country's: the one that the text names."""
    post = mission_post(article.url)
    named = {geo.alpha3 for geo in body.geo.values()}
    if post and (post in named or named <= {sender}):
        return post
    told = acting_embassy(body)
    return told.post if told and sender in (None, told.country) else None


def _of_others(home: str, title: Reading, body: Reading, postings: set[int]) -> bool:
    """Whether headline and lead tell of two other countries, and nothing in the text names the publisher's own."""
    tokens = body.tokens
    opening = [geo for geo in body.geo.values() if tokens.sentence[geo.i] - tokens.sentence[0] < 2]
    lead = {geo.alpha3 for geo in opening if geo.form != "capital" and geo.i not in postings}
    lead.update(alpha3 for found in title.compounds.values() for alpha3 in found)
    return home not in named_countries(title, body) and len(lead.union(geo.alpha3 for geo in title.geo.values())) > 1

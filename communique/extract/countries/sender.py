"""Whose page it is: the country of which a text speaks as its own.

In: the article and the readings of its headline and body. Out: a country, or None.
"""

from collections.abc import Sequence

from communique.extract.countries.parties import headed_by
from communique.extract.offices.office import Office
from communique.extract.people.counterparts import COUNTERPARTS
from communique.extract.people.embassies import acting_embassy
from communique.extract.words.reading import Reading, named_countries, sovereign
from communique.model import Article
from communique.registry.matcher import fold
from communique.registry.missions import mission_post
from communique.registry.publishers import bearing_home, home_country, is_guessed, possible_home, sender_home

_RECEIVING = frozenset([
    "head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "senior_official", "military",
    "legislature",
])  # fmt: skip
_MEETING_PLACES = frozenset(["new york", "geneva"])  # of the United Nations, where all are abroad


def sender_of(
    article: Article,
    title: Reading,
    body: Reading,
    postings: set[int],
    headed: Sequence[Office] = (),
    lead: Sequence[Office] = (),
) -> str | None:
    """The country of the page's publisher, by its name, its site, the headline's first word or at last the dateline.

    Args:
        article: the article.
        title: its headline.
        body: its text.
        postings: the words that tell where diplomats are posted.
        headed: the offices in the headline.
        lead: those in the first sentences.
    """
    home = sovereign(home_country(article.publisher))
    possible = possible_home(article.publisher)
    named = named_countries(title, body)
    if home not in named and possible in named:
        home = possible  # a ".ws" that writes about Samoa
    home = home or sovereign(bearing_home(article.publisher))
    abroad = fold(article.dateline_place or "") in _MEETING_PLACES
    place = None if abroad else sovereign(home_country(None, article.dateline_place))
    elsewhere = home not in named and place is not None and is_guessed(article.publisher)
    others = home and (elsewhere or _of_others(home, title, body, postings, [*headed, *lead]))
    if others and place != home and not abroad and not _goes_without_saying(place, body, headed, lead):
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


def _of_others(home: str, title: Reading, body: Reading, postings: set[int], offices: Sequence[Office]) -> bool:
    """Whether headline and lead tell of two other countries, and nothing in the text names the publisher's own.

    Those whose envoys somebody receives do not count: "Prime Minister X received the ambassadors of A and B" at home.
    """
    tokens = body.tokens
    opening = [geo for geo in body.geo.values() if tokens.sentence[geo.i] - tokens.sentence[0] < 2]
    lead = {geo.alpha3 for geo in opening if geo.form != "capital" and geo.i not in postings}
    lead.update(alpha3 for found in title.compounds.values() for alpha3 in found)
    lead.update(geo.alpha3 for geo in title.geo.values())
    return home not in named_countries(title, body) and len(lead - _of_envoys(offices, lead)) > 1


def _goes_without_saying(place: str | None, body: Reading, headed: Sequence[Office], lead: Sequence[Office]) -> bool:
    """Whether the first official is the publisher's own: "Foreign Minister X met his Omani counterpart", in Muscat too.

    No country is told of him in the headline either, and if the page comes from abroad, those who are at home there are
    told by their country.
    """
    first = lead[0] if lead else None
    if first is None or first.countries or first.organization or first.former or first.head.plural:
        return False
    if first.head.level not in _RECEIVING or any(o.countries and o.classes & first.classes for o in headed):
        return False
    told = {alpha3 for office in lead for alpha3 in office.countries}
    lower = body.tokens.lower
    told |= {geo.alpha3 for geo in body.geo.values() if lower[geo.j : geo.j + 1] and lower[geo.j] in COUNTERPARTS}
    return place is None or place in told


def _of_envoys(offices: Sequence[Office], lead: set[str]) -> set[str]:
    """Which of the lead's countries only send diplomats to somebody whose own country goes without saying."""
    untold = [office for office in offices if not (office.countries or office.organization or office.former)]
    if not any(office.head.level in _RECEIVING for office in untold):
        return set()
    diplomats = [office for office in offices if office.head.level == "diplomat"]
    if any(office.head.plural and not office.countries for office in diplomats):
        return lead  # "three new ambassadors: X of A, Y of B and Z of C"
    sent = {alpha3 for office in diplomats for alpha3 in office.countries}
    return sent - {alpha3 for office in offices if office not in diplomats for alpha3 in office.countries}

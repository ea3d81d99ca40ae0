"""The side that a page leaves unsaid: to whom envoys present their credentials, with whom a country deals.

In: the actors found, the parties, and whose page it is. Out: the countries of the article.
"""

from collections.abc import Iterable, Sequence

from communique.extract.countries.addressed import addressed
from communique.extract.countries.parties import partner_of
from communique.extract.offices.phrases import Office
from communique.extract.words.reading import Reading
from communique.model import Actor
from communique.registry.cities import city_country

_WISHES = frozenset(["congratulations", "condolences", "felicitations", "congratulates", "congratulated", "condoles"])
_CREDENTIALS = frozenset(["credentials", "credence", "credential"])


def all_countries(
    readings: tuple[Reading, Reading],
    actors: Sequence[Actor],
    parties: Iterable[str],
    offices: Iterable[Office],
    sender: str | None,
    post: str | None,
    dateline: str | None,
) -> set[str]:
    """The countries of the actors and the parties, and the one that is not told where all others are.

    Args:
        readings: headline and body.
        actors: who takes part.
        parties: countries that act as such.
        offices: all offices told.
        sender: whose page it is.
        post: where the embassy acts whose page it is.
        dateline: the place that the date line names.
    """
    title, body = readings
    found = {actor.country for actor in actors if actor.country}.union(parties)
    if post and sender and len(found) == 1:
        found.add(post)  # what an embassy does, it does with its hosts
    posts = {office.posting for office in offices if office.posting}
    if sender in posts and _tells_of(_CREDENTIALS, title, body):
        found.add(sender)  # to whom ambassadors present their credentials at home
    if sender and _tells_of(_WISHES, title, body) and _leads_with(sender, title, body):
        found.add(sender)  # to whom others write
    if len(found) == 1:
        seated = any(actor.organization and not actor.country for actor in actors)  # a body, which sits in a capital
        named = {geo.alpha3 for geo in body.geo.values() if not (seated and geo.form == "capital")}
        others = named - found - (posts if seated else set())
        if partner := partner_of(body, found | posts) or _other_side(others, sender, posts, dateline):
            found.add(partner)
    if len(found) < 2 and (spoken_to := addressed(body, found | posts)):
        found.add(spoken_to)
    return found


def _other_side(named: set[str], sender: str | None, posts: set[str], dateline: str | None) -> str | None:
    """The other side where one alone is told: the page's own country if it is named, or where its diplomats act."""
    if sender in named:
        return sender
    place = city_country(dateline or "")
    return place if place in posts else None


def _leads_with(country: str, title: Reading, body: Reading) -> bool:
    """Whether the headline or the lead names a country."""
    lead = _lead_end(body)
    return any(geo.alpha3 == country and geo.i < lead for geo in (*title.geo.values(), *body.geo.values()))


def _tells_of(words: frozenset[str], title: Reading, body: Reading) -> bool:
    """Whether the headline or the lead has one of the words."""
    return not words.isdisjoint([*title.tokens.lower, *body.tokens.lower[: _lead_end(body)]])


def _lead_end(body: Reading) -> int:
    """The word behind the first two sentences."""
    return body.tokens.bounds[:2][-1][1] if body.tokens.bounds else 0

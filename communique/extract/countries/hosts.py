"""The two sides of an event where nobody is named for one of them: the host, and the partner of the host.

In: a `Reading`, its persons with the countries known so far, and the parties. Out: a country, or None.
"""

from collections.abc import Collection

from communique.extract.countries.seats import SENT
from communique.extract.countries.sides import side_of
from communique.extract.countries.topics import told_of
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading

_PAIR = ("two countries", "both countries", "two nations", "two peoples", "two sides", "two states", "two governments")


def host_of(
    reading: Reading, persons: list[Person], parties: list[str], at: str | None, venue: str | None = None
) -> str | None:
    """The country of a page of unknown home: where the diplomats are posted, else the party nobody is named for.

    At last `at`, where the event takes place, if one of the sides is at home there, or the country that the text names
    most, those left out that have sent an ambassador. Where all whose country is told are of `at`, the others are not:
    a paper tells the country of those whom its own people meet, not theirs. `venue` is where others have gathered.
    """
    for person in persons:
        for office in person.offices:
            if office.posting and any(p.country is None and not p.settled for p in persons):
                return office.posting
    told = {side_of(reading, m, None) for p in persons if not p.country for m in p.mentions if m.name}
    named = {p.country for p in persons if p.country} | told - {None}
    sent = {p.country for p in persons if p.country and p.classes & SENT}
    said = told_of(reading, named | sent | {venue})
    free = [party for party in parties if party not in named]
    most = [alpha3 for alpha3, count in said.most_common(2) if count == max(said.values())]
    return (
        (at if at in free else next(iter(free), None) if len(free) < 3 else None)
        or (at if named != {at} or at in sent else None)
        or (most[0] if len(most) == 1 and len(named.intersection(parties)) < 2 else None)
        or next((party for party in parties if party not in sent and named != {party}), None)
        or next(iter(most), None)
    )


def partner_of(reading: Reading, others: Collection[str | None]) -> str | None:
    """The other of "the two countries", where nobody is named for it: the one of which the text says most.

    Args:
        reading: the text.
        others: the countries that it is not.
    """
    if not any(phrase in reading.tokens.text for phrase in _PAIR):
        return None
    said = told_of(reading, others, capitals=True).most_common(2)
    clear = said and said[0][1] > 1 and (len(said) == 1 or said[1][1] < said[0][1])
    return said[0][0] if clear else None

"""From an article to its record: actors, countries, kind of event, sectors, date.

In: an `Article`. Out: a `Record`, every value of which the article's own text or metadata supports.

Its rooms stand each on those before it: `words`, `offices`, `people`, `countries`, `participation`, brought together by
`actors.py`. What the event was is told by `event`, what it was about by `sectors.py` out of `fields`.
"""

from communique.extract import sectors
from communique.extract.actors import find_actors
from communique.extract.event import event_date, kind
from communique.model import Article, Record

READ_LANGUAGES = frozenset({"en"})


def extract(article: Article) -> Record:
    """Reads what an article reports.

    Args:
        article: the article, chrome removed.

    Returns:
        Its record; actors and sectors carry character offsets into `article.body`. Of an article in a language that
        is not read nothing is said: its record is empty, and its kind the one that claims least, `statement`.
    """
    if article.language not in READ_LANGUAGES:
        return Record("statement")
    actors, countries = find_actors(article)
    event = kind.classify(article, actors, countries)
    day, source = event_date.find(article, event)
    people = [actor.name for actor in actors if actor.type == "person" and actor.name]
    return Record(event, actors, countries, sectors.find(article, people), day, source)

"""Complements that are a body's name in French, Spanish, Portuguese or Italian: "of the Office National des Pêches".

In: a `Complement`. Out: the word behind it, None where it is of another kind. Such a name opens with a noun of bodies
and has a preposition of its language in it, so that it is told from English words and from people's names.
"""

from communique.extract.offices.complement import Complement
from communique.extract.offices.heads import CALENDAR, head_at
from communique.registry.cities import city_country

_NOUNS = frozenset([
    "office", "institut", "instituto", "istituto", "agence", "agencia", "agência", "agenzia", "banco", "banque",
    "banca", "caisse", "caja", "caixa", "centre", "centro", "société", "sociedad", "sociedade", "società", "compagnie",
    "compañía", "companhia", "conseil", "consejo", "conselho", "consiglio", "fédération", "federación", "federação",
    "école", "escuela", "escola", "scuola", "fonds", "fondo", "fundo", "fondation", "fundación", "fundação",
    "fondazione", "corporación", "comité", "comisión", "comissão", "autorité", "autoridad", "autoridade", "autorità",
    "régie", "musée", "museo", "museu", "bibliothèque", "biblioteca", "empresa", "entreprise", "unión", "união",
    "association", "asociación", "associação", "associazione", "ente", "direction", "dirección", "direção", "service",
    "servicio", "serviço", "observatoire", "observatorio", "laboratoire", "laboratorio", "réseau", "red", "rede",
    "academia", "académie", "casa", "maison", "teatro", "théâtre", "colegio", "collège", "ordre", "orden", "ordem",
])  # fmt: skip
_SEATED = frozenset([
    "port", "porto", "puerto", "chambre", "cámara", "câmara", "camera", "université", "universidad", "universidade",
    "università", "aéroport", "aeropuerto", "aeroporto", "hôpital", "hospital",
])  # fmt: skip
_PARTICLES = frozenset([
    "de", "du", "des", "la", "le", "les", "l", "d", "da", "do", "das", "dos", "del", "della", "delle", "dei", "di",
    "et", "y", "e", "pour", "para", "per", "los", "las", "l'", "d'",
])  # fmt: skip
_ENDINGS = ("ale", "aise", "aine", "ique", "onal", "ional", "ome", "ienne", "éral", "érale", "ral", "ico", "ica", "ual")
_LONGEST, _OWN = 14, 2  # words


def of_foreign(c: Complement) -> int | None:
    """ "director general of the Port Autonome de Cotonou": the body, with its country where its town is named."""
    tokens, q = c.reading.tokens, c.q
    if c.word not in {"of", "at", "for"} or c.state or not 0 <= q < len(tokens) - 1 or not tokens.cap[q]:
        return None
    seated = c.lower[q] in _SEATED
    if not (seated or c.lower[q] in _NOUNS) or not (c.lower[q + 1] in _PARTICLES or c.lower[q + 1].endswith(_ENDINGS)):
        return None
    end, last = _end(c)
    if last is None:
        return None
    c.part.organization = tokens.span(q, end)
    named = next((c.reading.geo[k].alpha3 for k in range(q, end) if k in c.reading.geo), None)
    town = city_country(tokens.span(last + 1, end)) if seated else None
    c.part.countries += [country for country in (named or town,) if country]
    return end


def _end(c: Complement) -> tuple[int, int | None]:
    """The word behind the name, and its last preposition; of "des Pêches Ali Bek" one word is of the name."""
    tokens, e = c.reading.tokens, c.q + 1
    last = None
    while e < min(c.q + _LONGEST, len(tokens)) and tokens.sentence[e] == tokens.sentence[c.q]:
        if c.lower[e] in _PARTICLES:
            last = e
        elif not tokens.cap[e] or c.lower[e] in CALENDAR or head_at(c.reading, e):
            break
        e += 1
    while e > c.q and c.lower[e - 1] in _PARTICLES:
        e -= 1
    if last is None or last >= e:
        return e, None
    closed = c.lower[e : e + 1] != [] and c.lower[e] in {",", "(", ".", ";", "and"}
    over = e - last > _OWN + 1 or (e - last > _OWN and not closed)
    return (last + 2 if over else e), last

"""What a line is by its form alone: an institution's name, a form of address, a rate of exchange, a kicker's headline.

In: a line. Out: yes or no. These few words are told neither by phrases of furniture nor by what the article is about:
a ministry's name heads each page of its site, "Excellencies," opens a speech, "($1 = 3.75 riyals)" closes a report.
"""

import re
from functools import cache

from communique.page.names import common_words, is_name, place_words
from communique.page.vocabulary import word_list
from communique.registry.matcher import fold

LONGEST_NAME = 14  # words of an institution's name
HOLDER = 8  # words of an office with who holds it
GREETING = 14  # words of a form of address
LONGEST_RATE = 120  # characters
SHORT = 3  # letters of words that tell nothing: "of", "Sri", "New"
KICKED = 6  # words and no fewer has a headline with its kicker
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOINED = re.compile(r"[a-z][-–][A-Z]|[A-Z]{2}[-–][A-Z]|[?!]|\s[-–—]\s")  # "EU-Moldova Association Council"
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_GREETING = re.compile(
    r"[\"“«]?(?:[A-Z][^:,]{3,80}: )?"  # who speaks
    r"(?:Good (?:morning|afternoon|evening|day)|Dear|Ladies and [Gg]entlemen|(?:Your )?(?:Royal |Imperial )?"
    r"(?:Excellenc(?:y|ies)|Highness(?:es)?|Majest(?:y|ies)|Eminences?|Honou?rs?)|Esteemed|Distinguished|Honou?rable"
    r"|(?:Mr|Mrs|Ms|Madam|Madame)\.? [A-Z]\w*|Colleagues|Friends|Comrades|My (?:dear|fellow)|Fellow"
    r"|As-?[Ss]alaa?mu?|Assalaa?mu?|Salaam|Bula|Talofa|M[aā]lo|Kia [Oo]ra|Namaste|Vanakkam|Mingalaba)\b"
    r"(?:(?!\b(?:reader|visitor|guest|user|subscriber|customer|member)s?\b)[^.?;:])*[,!:]"
)
_RATE = re.compile(
    r"[(\[]\s?(?:(?:US|AU|CA|NZ)?[$€£¥₦₹₱₽₺]\s?1(?:,?000)?|1(?:,?000)? [A-Za-z.’' ]{2,30}|[A-Z]{3} ?1(?:,?000)?)"
    r"\s?(?:=|≈|equals)\s?[^()\[\]]{2,80}[)\]]\.?"
)
_FILE = re.compile(r"\w\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:Photo|Picture|Pic|Image|Figure|Fig\.?|Foto) ?\d{1,2} ?[:.–-] \S")
_PHOTO = re.compile(r"\W{0,3}(?:[\w/.’'-]+ ){1,2}(?:photos?|pics?|photograph)", re.IGNORECASE)
# "The ministers at the port | Author: Ministry of Trade"
_OWNED = re.compile(
    r" [|/–—] ?(?:Author|Photographer|Source|Foto|Photo|Image|Copyright|Credit)s?(?: ?: ?| © ?)[A-ZÀ-Þ@][^.!?|]{2,60}$"
)
_CREDITED = re.compile(r"[-–—―] ?[A-ZÀ-Þ](?:[\w.'’/-]* ){1,4}(?:pic|photo|picture|image)s?$")  # "… — Gazette pic"
_COMMENTS_ON = re.compile(
    r"(?:comments? off|(?:no|\d+) (?:comments?|repl(?:y|ies)|responses?)|leave a (?:comment|reply)) on ",
    re.IGNORECASE,
)
_KICKER = re.compile(r"(?:PHOTOS?|PICTURES|(?:IN|WITH) (?:PHOTOS|PICTURES|PICS)|VIDEOS?|WATCH)\s?[:|–-]\s")


def is_institution(text: str) -> bool:
    """Whether a line is nothing but the name of an institution or of its site.

    >>> is_institution("Ministry of Culture and Tourism"), is_institution("Ministry of Culture opens museum")
    (True, False)
    >>> is_institution("Delegation of the European Union"), is_institution("Afghan delegation in Kabul")
    (True, False)
    """
    if word_list("institutions").isdisjoint(text.lower().replace(",", " ").split()) or _JOINED.search(text):
        return False  # the cheap look first
    raw = _WORD.findall(text)
    if any(word in word_list("institutions") for word in raw):
        return False  # "Afghan delegation in Kabul" is a headline
    shouted = text.isupper()
    told = [fold(word) for word in raw if shouted or not _ACRONYM.fullmatch(word)]
    words = {word for word in told if len(word) > SHORT} - word_list("running")
    known = 2 <= len(raw) <= LONGEST_NAME and words.isdisjoint(word_list("events"))
    return known and all(any(word in kind for kind in _name_words()) for word in words)


@cache
def _name_words() -> tuple[frozenset[str], ...]:
    """The classes of words of which names of institutions consist."""
    return word_list("institutions"), word_list("sites"), common_words(), place_words()


def is_holder(text: str) -> bool:
    """Whether a line is nothing but an office and who holds it.

    >>> is_holder("Senator the Hon Lina Haddad"), is_holder("Deputy Minister Receives Ambassador of Peru")
    (True, False)
    """
    if text.partition(" ")[0].lower() not in word_list("titles"):
        return False  # the cheap look first
    raw = _WORD.findall(text)
    large = all(word[0].isupper() or word in word_list("weak") or word == "the" for word in raw)
    if not large or not 3 <= len(raw) <= HOLDER or not text.endswith(raw[-1]):
        return False
    words = list(map(fold, raw))
    plain = all(word_list(kind).isdisjoint(words) for kind in ("events", "finite", "scenes"))
    return plain and is_name(" ".join(raw[-2:]))


def is_greeting(text: str) -> bool:
    """Whether a line is the form of address with which a speech or a letter opens.

    >>> is_greeting("Excellencies, ladies and gentlemen,"), is_greeting("Dear colleagues met in Baku")
    (True, False)
    """
    return text[-1] in ",!:" and len(text.split()) <= GREETING and _GREETING.fullmatch(text) is not None


def is_rate(text: str) -> bool:
    """Whether a line is a rate of exchange in brackets.

    >>> is_rate("($1 = 3.75 riyals)"), is_rate("(1 euro = 1.09 US dollars)"), is_rate("(Gazette)")
    (True, True, False)
    """
    return text[0] in "([" and len(text) <= LONGEST_RATE and _RATE.fullmatch(text) is not None


def is_kicked(text: str, words: int) -> bool:
    """Whether a headline opens with what the article has besides text: "PHOTOS: Four envoys present credentials"."""
    return words >= KICKED and _KICKER.match(text) is not None and not text.isupper()


def is_photo(text: str) -> bool:
    """Whether a line says whose a picture is, which of several, or its file: "— Gazette photo", "Photo 1: The port"."""
    if text[-1] in "gGfFpP" and " " in text and _FILE.search(text):
        return True
    if _NUMBERED.match(text) or _OWNED.search(text) or (text[-1] in "ceos" and _CREDITED.search(text)):
        return True
    return text[-1] in "oOsScChH" and _PHOTO.fullmatch(text) is not None


def counts_comments(text: str) -> bool:
    """Whether a line says how many comments there are on the article: "Comments Off on Ministers meet"."""
    return " on " in text and _COMMENTS_ON.match(text) is not None


def is_row(text: str, columns: int) -> bool:
    """Whether what looks like a name is a row of tags set apart by gaps: "Drugs  Jordan  Iraq", "Yemen  Red Sea"."""
    words = text.split()
    plain = not any(map(str.isupper, words))  # unlike "Redazione GAZETTE  ROME"
    return columns > 2 or (columns > 1 and plain and (len(words) > 2 or not place_words().isdisjoint(map(fold, words))))

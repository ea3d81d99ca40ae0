"""What an HTML page declares about itself for machines: JSON-LD (schema.org), Open Graph and other meta elements.

In: a parsed page. Out: one `Declared`. Of several JSON-LD objects the article is the one nearest to the root that is of
an article type, for pages list other articles deeper down (breadth first, as schema.org's `mainEntity` suggests).
"""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element

from communique.page.byline import names_nobody
from communique.page.headline import key

JSON_LIMIT = 2_000_000  # characters of one script
NODE_LIMIT = 20_000  # objects and lists looked at on one page

_TAG = re.compile(r"<[^<>]{1,300}>")
_LETTERS = re.compile(r"[^a-z]+")
_PUBLISHED = re.compile(
    r"publi(?:sh|cation|kation|cacion|cado|shed|e)?\w{0,12}(?:date|time|at|on|day|datetime)|pubdate|pubtime|firstpubl|originalpub"
)
_PLAIN_DATES = (
    *("date", "dcdate", "dcdateissued", "dctermsdate", "dctermsissued", "dcissued", "issued", "issuedate"),
    *("dctermscreated", "dcdatecreated", "dccreated", "datecreated", "created", "creationdate", "articledate"),
    *("articledateoriginal", "sailthrudate", "originaldate", "displaydate", "articlecreated", "dateavailable"),
)
_NOT_PUBLISHED = re.compile(r"modif|updat|revis|expir|author|publisher$|recs")
_FIELDS = {
    name: re.compile(rf'"{name}"\s{{0,9}}:\s{{0,9}}"((?:[^"\\]|\\.){{1,400}})"')
    for name in ("headline", "datePublished", "articleBody")
}


@dataclass(frozen=True, slots=True)
class Declared:
    """What the metadata says; lists in order of trust, empty where nothing is said."""

    headlines: tuple[str, ...] = ()  # JSON-LD
    titles: tuple[str, ...] = ()  # og:title and its like
    page_title: str = ""  # <title>
    published: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()
    body: str = ""
    url: str | None = None


def declared(tree: _Element) -> Declared:
    """The declarations of a page.

    Args:
        tree: the root element, with its scripts still in place.
    """
    metas = _metas(tree)
    page_title = _text(next((element.text_content() for element in tree.iter("title")), ""))
    article, publishers = _article(tree, [page_title, *metas.get("og:title", ())])

    def meta(*names: str) -> list[str]:
        return [value for name in names for value in metas.get(name, ())]

    return Declared(
        headlines=_unique(
            [_text(article.get("headline"))] if article.get("headline") else map(_text, meta("headline"))
        ),
        titles=_unique(map(_text, meta("og:title") or meta("twitter:title", "dc.title", "title"))),
        page_title=page_title,
        published=_unique(
            [_text(article.get("datePublished")), *_published(metas), *_attributed(tree, "datePublished")]
        ),
        authors=_unique(_names(article.get("author")) or _names(meta("author", "article:author", "dc.creator"))),
        site_names=_unique(
            [*map(_text, meta("og:site_name", "application-name", "apple-mobile-web-app-title")), *publishers]
        ),
        body=_text(article.get("articleBody"), lines=True),
        url=next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
        or next(iter(meta("og:url")), None),
    )


def _metas(tree: _Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        value = element.get("content")
        if key and value and value.strip():
            found.setdefault(key.strip().lower(), []).append(value.strip())
    return found


def _published(metas: dict[str, list[str]]) -> Iterator[str]:
    """Publication dates in meta elements: by names that say so, then by names that say only "date"."""
    letters = {name: _LETTERS.sub("", name) for name in metas}
    kept = {name: plain for name, plain in letters.items() if not _NOT_PUBLISHED.search(plain)}
    for name, plain in kept.items():
        if _PUBLISHED.search(plain):
            yield from metas[name]
    for name, plain in kept.items():
        if plain in _PLAIN_DATES:
            yield from metas[name]


def _attributed(tree: _Element, prop: str) -> list[str]:
    """The values of a microdata property."""
    found = []
    for element in tree.xpath(f'//*[@itemprop="{prop}"]')[:1]:
        found.append(element.get("content") or element.get("datetime") or element.text_content())
    return [value for value in found if len(value) < 500]


def _article(tree: _Element, titles: list[str]) -> tuple[dict[str, Any], list[str]]:
    """The JSON-LD object of the article and the names of publishers and of the site.

    Of several articles, the first whose headline is in one of `titles`; if there is none, the first.
    """
    articles: list[dict[str, Any]] = []
    names: list[str] = []
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and len(text) <= JSON_LIMIT:
            for node in _nodes(_load(text)):
                kinds = str(node.get("@type", ""))
                if ("Article" in kinds or "Posting" in kinds or "Report" in kinds) and (
                    node.get("headline") or node.get("datePublished")
                ):
                    articles.append(node)
                if "WebSite" in kinds or "Organization" in kinds:
                    names.append(_text(node.get("name")))
    whole = "\n".join(map(key, titles))
    agreeing = [node for node in articles if key(_text(node.get("headline"))) in whole and node.get("headline")]
    return next(iter(agreeing or articles), {}), [name for name in names if name]


def _load(text: str) -> object:
    """The value of a script; of one that is not quite JSON, the fields that can be read all the same."""
    text = (
        text.strip()
        .removeprefix("<!--")
        .removeprefix("//<![CDATA[")
        .removesuffix("-->")
        .removesuffix("//]]>")
        .strip(" ;\n")
    )
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        found = {name: match[1] for name, pattern in _FIELDS.items() if (match := pattern.search(text))}
        return {"@type": "Article", **found} if found else None


def _nodes(root: object) -> Iterator[dict[str, Any]]:
    """The objects of a JSON value, nearest to the root first."""
    queue = deque([root])
    for _ in range(NODE_LIMIT):
        if not queue:
            return
        node = queue.popleft()
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            queue.extend(value for value in node if isinstance(value, dict | list))


def _names(value: object) -> list[str]:
    """The names of JSON-LD authors: a string, an object with `name`, or a list of such."""
    values = value if isinstance(value, list) else [value]
    found = []
    for author in values[:20]:
        name = author.get("name") if isinstance(author, dict) else author
        found += [_text(part) for part in (name if isinstance(name, list) else [name])]
    return [name for name in found if key(name).strip("0123456789") and "://" not in name and not names_nobody(name)]


def _text(value: object, lines: bool = False) -> str:
    """A string without entities, tags and, unless `lines`, line breaks; "" for anything else."""
    if not isinstance(value, str):
        return ""
    value = html.unescape(html.unescape(value[:JSON_LIMIT]))
    value = _TAG.sub(" " if lines else "", value)
    return value.strip() if lines else " ".join(value.split())


def _unique(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))

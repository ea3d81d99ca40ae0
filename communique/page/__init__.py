"""Page → Article: headline, byline, date and paragraphs, with everything around them left out.

In: a `Page` as a reader found it, plain text or HTML. Out: an `Article`, or `Unusable` with the reason. Text goes by
lines (`text.py`, with the room `lines`), HTML by its tree (`html`, loaded when the first such page comes); both read
`dates` and `byline.py`.
"""

from dataclasses import replace

from communique.model import Article, Page
from communique.page.language import language
from communique.page.publisher import web_address
from communique.page.text import split_text


def split(page: Page) -> Article:
    """The article on a page.

    Args:
        page: a page with `text` or `html`.

    Returns:
        The article, chrome removed, in whatever language it is.

    Raises:
        Unusable: the page holds no article.

    >>> text = "Home | News\\n\\nMinisters of trade meet\\n\\nThe two ministers met in the capital and spoke of trade."
    >>> split(Page("a.txt", text=text)).title
    'Ministers of trade meet'
    """
    if page.html is not None and not (page.text or "").strip():
        from communique.page.html.tree import split_html

        article = split_html(page)
    else:
        article = split_text(page)
    return replace(article, language=language(article.body), url=web_address(article.url))

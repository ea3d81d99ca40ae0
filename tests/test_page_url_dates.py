"""The path of an address gives the day, month or year that it names."""

from datetime import date

import pytest

from communique.page.dates.in_url import date_in_url, month_in_url, year_in_url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/2022/04/27/ministers-meet", date(2022, 4, 27)),
        ("https://news.example/2022-04/27/c_7.htm", date(2022, 4, 27)),
        ("https://news.example/paper/20180919/281552", date(2018, 9, 19)),
        ("https://news.example/world/2021/mar/12/talks", date(2021, 3, 12)),
        ("https://news.example/story/1109506028/talks", None),
        ("https://news.example/talks-in-lima/na20210312221500862862068", date(2021, 3, 12)),
        ("https://news.example/talks-in-lima/na20213912221500862862068", None),
        ("https://news.example/view/AEN20210312001500315", date(2021, 3, 12)),
        ("https://2020.example/", None),
        ("https://news.example/2021mar12/ports.html", date(2021, 3, 12)),
        (None, None),
        ("https://news.example/stories/202103120044.html", date(2021, 3, 12)),
        ("https://news.example/stories/202113120044.html", None),
        ("https://news.example/newstext.aspx?nn=13980119001004", date(2019, 4, 8)),
        ("https://news.example/newstext.aspx?nn=13981319001004", None),
        ("https://news.example/paper/2021/12_mar_1.html", date(2021, 3, 12)),
        ("https://news.example/2021/12-may-voters-stay-away", None),
        ("https://news.example/2021/news/fiji/03/12/ferry-to-apia/", date(2021, 3, 12)),
        ("https://news.example/2021/news/fiji/13/12/ferry-to-apia/", None),
        ("https://news.example/12032021-ministers-to-open-border-talks/", date(2021, 3, 12)),
        ("https://news.example/45032021-ministers-to-open-border-talks/", None),
    ],
)
def test_a_url_may_name_the_day(url: str | None, expected: date | None) -> None:
    assert date_in_url(url) == expected


def test_a_url_may_name_only_the_month_or_the_year() -> None:
    assert month_in_url("https://news.example/2021/03/ports") == (2021, 3)
    assert year_in_url("https://news.example/2021/ministers-meet") == 2021
    assert year_in_url("https://news.example/ministers-meet") is None

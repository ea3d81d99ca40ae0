"""The figures of a release: plain SVG, drawn from its manifest, the same bytes each time.

In: a `Manifest`. Out: the text of each figure, by its path in the release. A figure brings its own ground, so that it
can be read on a light page and on a dark one; it has a title and a description for those who do not see it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from communique.markup import xml
from communique.registry.countries import countries
from communique.release.manifest import Manifest

MOST_MONTHS = 300
"""Beyond 25 years the columns stand for years."""
MOST_BARS = 15

_WIDTH, _MARGIN, _TOP = 720, 20, 74
_ROW, _PLOT = 25, 200
_CHAR = 7.3  # pixels of a character, on average, in the fonts that browsers take
_LABEL = 40  # characters of the longest label

_STYLE = """
  svg { --ground: #ffffff; --ink: #1f2328; --faint: #59636e; --line: #d8dee4; --bar: #2a6f97; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #10151c; --ink: #e6edf3; --faint: #9aa4af; --line: #333b45; --bar: #61a5c8; }
  }
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--ink); }
  .title { font-size: 16px; font-weight: 600; } .faint { fill: var(--faint); } .end { text-anchor: end; }
  .middle { text-anchor: middle; } .ground { fill: var(--ground); stroke: var(--line); } .bar { fill: var(--bar); }
  .line { stroke: var(--line); }
"""


class Bar(NamedTuple):
    """A value and what it is of."""

    label: str
    value: int


class Figure(NamedTuple):
    """A figure: its SVG, and in words what it shows, for those who do not see it."""

    svg: str
    title: str
    says: str


def figures(manifest: Manifest) -> dict[str, Figure]:
    """The figures of a release by their paths: articles a month, pairs of countries, sectors."""
    pairs = [Bar(pair_name(pair), n) for pair, n in _top(manifest.counts.get("pair", {}))]
    sectors = [Bar(sector.replace("_", " "), n) for sector, n in _top(manifest.counts.get("sector", {}))]
    return {
        "figures/articles.svg": _articles(manifest),
        "figures/pairs.svg": _bars("Pairs of countries, by articles", pairs, "pairs of parties"),
        "figures/sectors.svg": _bars("Sectors, by articles", sectors, "sectors"),
    }


def pair_name(pair: str) -> str:
    """The names of the two countries of a pair of codes.

    >>> pair_name("IRN-SYR")
    'Iran – Syria'
    """
    return " – ".join(country_name(code) for code in pair.split("-"))


def country_name(code: str) -> str:
    """The usual name of a country; of a code that is none, the code."""
    country = countries().get(code)
    return country.name if country else code


def _top(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


# --- columns over time -----------------------------------------------------------------------------------------------


def _articles(manifest: Manifest) -> Figure:
    """Articles a month of publication, or a year where there are many months."""
    months = {label: n for label, n in manifest.counts.get("month", {}).items() if label[:4].isdigit()}
    undated = manifest.rows.get("articles", 0) - sum(months.values())
    have = "article has" if undated == 1 else "articles have"
    note = f"{undated:,} {have} no date of publication." if undated > 0 else ""
    bars = _each_month(months)
    unit = "month"
    if len(bars) > MOST_MONTHS:
        bars, unit = _each_year(bars), "year"
    return _columns(f"Articles a {unit} of publication", bars, note)


def _each_month(months: Mapping[str, int]) -> list[Bar]:
    """A bar for each month between the first and the last."""
    if not months:
        return []
    first, last = (_month(bound(months)) for bound in (min, max))
    labels = (f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1))
    return [Bar(label, months.get(label, 0)) for label in labels]


def _month(label: str) -> int:
    return int(label[:4]) * 12 + int(label[5:7]) - 1


def _each_year(months: Sequence[Bar]) -> list[Bar]:
    years: dict[str, int] = {}
    for label, n in months:
        years[label[:4]] = years.get(label[:4], 0) + n
    return [Bar(*item) for item in years.items()]


def _columns(title: str, bars: Sequence[Bar], note: str) -> Figure:
    """A figure of columns side by side."""
    if not bars:
        return _figure(title, "No article has a date of publication.", [], 0)
    scale = _scale(max(bar.value for bar in bars))
    left = _MARGIN + 12 + _CHAR * len(f"{scale[-1]:,}")
    slot = (_WIDTH - _MARGIN - left) / len(bars)
    foot = _TOP + _PLOT
    drawn = [_rule(left, foot - _PLOT * value / scale[-1], value) for value in scale]
    labelled = _labelled([bar.label for bar in bars])
    for n, (label, value) in enumerate(bars):
        wide = min(slot * 0.8, 60) if slot > 3 else slot
        middle = left + (n + 0.5) * slot
        if value:
            high = max(_PLOT * value / scale[-1], 1)
            drawn.append(_rect(middle - wide / 2, foot - high, wide, high, f"{label}: {value:,}"))
        if label in labelled:
            shown = label[:4] if len(bars) > 36 else label
            drawn.append(_text(middle, foot + 20, shown, "faint middle"))
    return _figure(title, f"{_span(bars)} {note}".strip(), drawn, _PLOT + 24)


def _span(bars: Sequence[Bar]) -> str:
    """From when to when columns go, and which is the highest."""
    if len(bars) == 1:
        return f"All in {bars[0].label}: {bars[0].value:,}."
    highest = max(bars, key=lambda bar: bar.value)
    return f"From {bars[0].label} to {bars[-1].label}; most in {highest.label}: {highest.value:,}."


def _scale(most: int) -> list[int]:
    """Round values from 0 to at least `most`, at most six of them.

    >>> _scale(3), _scale(48), _scale(1234567)
    ([0, 1, 2, 3], [0, 10, 20, 30, 40, 50], [0, 500000, 1000000, 1500000])
    """
    step = next(unit * 10**power for power in range(30) for unit in (1, 2, 5) if unit * 10**power * 5 >= most)
    return list(range(0, most + step, step))


def _labelled(labels: Sequence[str]) -> set[str]:
    """Those of the labels, months or years in a row, for which there is room below the columns."""
    if len(labels) <= 12:
        return set(labels)
    if len(labels) <= 36 and "-" in labels[0]:
        return {label for label in labels if label[5:] in ("01", "04", "07", "10")}
    years = [label for label in labels if label[5:] in ("", "01")]
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if len(years) <= 13 * n)
    return {label for label in years if int(label[:4]) % step == 0}


# --- bars one below the other ----------------------------------------------------------------------------------------


def _bars(title: str, bars: Sequence[Bar], what: str) -> Figure:
    """A figure of bars one below the other, the longest first."""
    if not bars:
        return _figure(title, f"There are no {what}.", [], 0)
    shown = bars[:MOST_BARS]
    left = _MARGIN + 10 + _CHAR * max(len(_short(bar.label)) for bar in shown)
    room = _WIDTH - _MARGIN - 10 - _CHAR * len(f"{shown[0].value:,}") - left
    drawn = []
    for n, (label, value) in enumerate(shown):
        middle, long = _TOP + (n + 0.5) * _ROW, max(room * value / shown[0].value, 1)
        drawn.append(_text(left - 8, middle + 4.5, _short(label), "end"))
        drawn.append(_rect(left, middle - 8, long, 16, f"{label}: {value:,}"))
        drawn.append(_text(left + long + 6, middle + 4.5, f"{value:,}", "faint"))
    rest = f"The first {len(shown)} of {len(bars):,} {what}; most" if len(bars) > len(shown) else "Most"
    return _figure(title, f"{rest} often {shown[0].label}: {shown[0].value:,}.", drawn, _ROW * len(shown))


def _short(label: str) -> str:
    """A label that fits beside its bar; of a pair each name keeps its beginning."""
    names = label.split(" – ")
    room = _LABEL // len(names)
    cut = (name if len(name) <= room else name[: room - 1].rstrip() + "…" for name in names)
    return label if len(label) <= _LABEL else " – ".join(cut)


# --- SVG -------------------------------------------------------------------------------------------------------------


def _figure(title: str, says: str, drawn: Iterable[str], height: float) -> Figure:
    """The whole of a figure; `height` is that of what is drawn below the heading."""
    total = round(_TOP + height + (16 if height else -6))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {total}" width="{_WIDTH}" height="{total}" '
        f'role="img" aria-labelledby="title says">\n'
        f'<title id="title">{xml(title)}</title>\n<desc id="says">{xml(says)}</desc>\n<style>{_STYLE}</style>\n'
        f'<rect class="ground" x="0.5" y="0.5" width="{_WIDTH - 1}" height="{total - 1}" rx="6"/>\n'
        f"{_text(_MARGIN, 32, title, 'title')}\n{_text(_MARGIN, 54, says, 'faint')}\n"
        + "".join(f"{shape}\n" for shape in drawn)
        + "</svg>\n"
    )
    return Figure(svg, title, says)


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{_px(x)}" y="{_px(y)}">{xml(text)}</text>'


def _rect(x: float, y: float, width: float, height: float, title: str) -> str:
    size = f'width="{_px(width)}" height="{_px(height)}"'
    return f'<rect class="bar" x="{_px(x)}" y="{_px(y)}" {size}><title>{xml(title)}</title></rect>'


def _rule(left: float, y: float, value: int) -> str:
    """A line across the plot at a value, with the value."""
    line = f'<line class="line" x1="{_px(left)}" x2="{_WIDTH - _MARGIN}" y1="{_px(y)}" y2="{_px(y)}"/>'
    return line + _text(left - 8, y + 4.5, f"{value:,}", "faint end")


def _px(value: float) -> str:
    """A length in pixels, the same text on every machine."""
    return f"{value:.1f}".removesuffix(".0")

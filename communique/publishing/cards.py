"""The card that is published: what the release generates, and what people wrote into the card on the other side.

In: the card of the release, the card that is there, and the card that was published last. Out: the card to publish, and
where the two cannot both be kept. What stands between `<!-- NAME -->` and `<!-- /NAME -->` is generated and replaced.
What stands outside was written by hand, for the release or on the other side; it is merged by its gaps between the
parts, as versions of a file are merged: a gap that was changed over there stays as it is there. A comment at the end of
the merged card remembers those gaps.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml

from communique.errors import DataError
from communique.release.front_matter import joined, split

_NAME = r"[a-z][a-z0-9_ -]{0,40}"
_PART = re.compile(rf"<!-- ({_NAME}) -->.*?<!-- /\1 -->", re.DOTALL)
_MARKER = re.compile(rf"<!-- (/?)({_NAME}) -->")
_BY_HAND = re.compile(rf"\n*<!-- written by hand: ({_NAME}(?:, {_NAME})*) -->\n*")
_ANCHOR = re.compile(r"(?:^|[\s,\[{])&\w", re.MULTILINE)
_MOST = 1 << 20  # characters of a card
_END = "end"  # the name of the gap behind the last part; that before a part has the part's name
_GATHERED = "tags"  # a list to which both sides may add
_CONFIGURED = ("configs", "dataset_info")  # lists of mappings, each for the configuration that it names


@dataclass(frozen=True, slots=True)
class Merged:
    """The card to publish; `conflicts` says what of the other side it gives up, `kept` what of it it keeps."""

    text: str
    conflicts: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Card:
    """A card taken apart: its metadata, its parts, the gaps of text between them, and which of these are by hand."""

    text: str
    front: Mapping[str, Any]
    parts: Mapping[str, str]
    gaps: Mapping[str, str]
    by_hand: frozenset[str]
    damaged: tuple[str, ...]


def merge_cards(ours: str, theirs: str, base: str | None = None) -> Merged:
    """The card to publish where there is one already.

    Args:
        ours: the card of the release.
        theirs: the card that is there.
        base: the card as it was last published, None if it never was.

    Returns:
        The merged card. Its `conflicts` are what it takes from `ours` although somebody changed it in `theirs`; a
        caller asks before it publishes a card with conflicts.

    Raises:
        DataError: the metadata of `ours` cannot be read.

    >>> card = "# Data\\n\\n<!-- size -->\\n{} rows\\n<!-- /size -->\\n"
    >>> print(merge_cards(card.format(9), card.format(7) + "Ask Ann.\\n", card.format(7)).text)
    # Data
    <BLANKLINE>
    <!-- size -->
    9 rows
    <!-- /size -->
    Ask Ann.
    <BLANKLINE>
    <!-- written by hand: end -->
    <BLANKLINE>
    """
    if theirs in (ours, base) and not _BY_HAND.search(theirs):
        return Merged(ours)
    mine = _taken_apart(ours)
    try:
        other = _taken_apart(theirs)
    except DataError as error:
        return Merged(ours, (f"the card that is there cannot be read: {error}",))
    if not other.parts and other.gaps[_END].strip() and other.text != mine.text:
        return Merged(ours, ("the card that is there has none of the parts that communique makes",))
    if other.damaged:
        return Merged(ours, (f"the card that is there has lost a marker of {', '.join(other.damaged)}",))
    last = _base(base)
    metadata, conflicts, kept = _merged_front(mine, other, last)
    conflicts += [
        f"{name} in the card, between its markers, was changed by hand"
        for name, text in other.parts.items()
        if last and text not in (last.parts.get(name, text), mine.parts.get(name))
    ]
    body, by_hand = _merged_body(mine, other, last)
    if not kept and not by_hand:
        return Merged(ours, tuple(conflicts))
    if by_hand:
        body = body.rstrip("\n") + f"\n\n<!-- written by hand: {', '.join(by_hand)} -->\n"
    kept += [f"text {'at the end' if name == _END else 'before ' + name}" for name in by_hand]
    return Merged(joined(metadata, body) if metadata else body, tuple(conflicts), tuple(kept))


def _base(card: str | None) -> _Card | None:
    if card is None:
        return None
    try:
        return _taken_apart(card)
    except DataError:
        return None


def _taken_apart(card: str) -> _Card:
    if len(card) > _MOST:
        raise DataError(f"the card has more than {_MOST:,} characters")
    noted = _BY_HAND.search(card)
    by_hand = frozenset(noted[1].split(", ")) if noted else frozenset()
    text = re.sub("\r\n?", "\n", _BY_HAND.sub("\n", card))
    front, body = split(text)
    head = text.removesuffix(body)
    if _ANCHOR.search(head) and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(head)):
        raise DataError("its metadata repeats itself by reference, which can grow without bound")
    parts: dict[str, str] = {}
    gaps: dict[str, str] = {}
    at = 0
    for part in _PART.finditer(body):
        if part[1] not in parts and part[1] != _END:
            parts[part[1]], gaps[part[1]] = part[0], body[at : part.start()]
            at = part.end()
    gaps[_END] = body[at:]
    return _Card(body, front, parts, gaps, by_hand, _damaged(body))


def _damaged(body: str) -> tuple[str, ...]:
    """The parts that are not opened and closed exactly once; what is opened only may be a comment of somebody's."""
    markers = [(match[2], bool(match[1])) for match in _MARKER.finditer(body)]
    closed = {name for name, closes in markers if closes}
    return tuple(
        sorted(name for name in closed if [(name, False), (name, True)] != [m for m in markers if m[0] == name])
    )


def _merged_front(mine: _Card, other: _Card, last: _Card | None) -> tuple[dict[str, Any], list[str], list[str]]:
    """The metadata; which changes of the other side it gives up; which it keeps."""
    before = last.front if last else other.front
    merged, conflicts = dict(mine.front), []
    for key, value in other.front.items():
        if key not in mine.front:
            merged[key] = value
        elif key in _CONFIGURED:
            merged[key], lost = _merged_configured(mine.front[key], value, before.get(key))
            conflicts += [f"{name} in the {key} of the metadata was changed by hand" for name in lost]
        elif key == _GATHERED:
            merged[key] = _gathered(mine.front[key], value)
        elif value not in (before.get(key), mine.front[key]):
            conflicts.append(f"{key} in the metadata was changed by hand to {_short(value)}")
    kept = [f"{key} in the metadata" for key, value in merged.items() if value != mine.front.get(key)]
    return merged, conflicts, kept


def _merged_configured(mine: Any, other: Any, before: Any) -> tuple[Any, list[str]]:
    """What we say of our configurations, and others of theirs; which of ours were changed by hand."""
    ours, theirs, last = _named(mine), _named(other), _named(before)
    changed = [name for name in theirs if name in ours and theirs[name] not in (ours[name], last.get(name))]
    added = [value for name, value in theirs.items() if name not in ours]
    return ([*ours.values(), *added] if added else mine), changed


def _named(entries: Any) -> dict[str, Any]:
    entries = entries if isinstance(entries, list) else [entries]
    return {str(one.get("config_name", "default")): one for one in entries if isinstance(one, dict)}


def _gathered(mine: Any, other: Any) -> Any:
    """Our list with what the other side has besides."""
    if not isinstance(mine, list) or not isinstance(other, list):
        return mine
    return [*mine, *(one for one in other if one not in mine)]


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _merged_body(mine: _Card, other: _Card, last: _Card | None) -> tuple[str, list[str]]:
    """Our parts with the gaps of both; and which gaps are by hand.

    Parts that are new to the other side stand behind those that they follow in ours.
    """
    gaps, by_hand = dict(mine.gaps), []
    for name, text in other.gaps.items():
        edited = last is None or name in last.by_hand or text != last.gaps.get(name)
        if edited and text.strip() != mine.gaps.get(name, "").strip():
            gaps[name] = text
            by_hand.append(name)
        elif name not in gaps:
            gaps[name] = ""
    order = list(other.parts)
    for previous, name in pairwise(["", *mine.parts]):
        if name not in order:
            order.insert(order.index(previous) + 1 if previous else 0, name)
    text = "".join(gaps[name] + mine.parts.get(name, "") for name in order)
    return text + gaps[_END], by_hand

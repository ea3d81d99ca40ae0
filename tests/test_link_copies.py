"""Reprints and longer versions are copies; two reports that quote one speech are not."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.link.clusters import Union
from communique.link.copies import Texts, imprint, sketch, verified
from communique.link.copies import are_copies as same_print
from communique.link.pairs import decoded_pairs

WORDS = [f"word{n}" for n in range(400)]
TEXT = " ".join(WORDS[:120]) + "."
OTHER = " ".join(WORDS[200:320]) + "."
QUOTE = "“" + " ".join(WORDS[350:399]) + "”"


def are_copies(one: str, two: str) -> bool:
    return same_print(*imprint([one, two]))


def groups(bodies: list[str | None], parties: list[int] | None = None, days: list[int] | None = None) -> list[set[int]]:
    """Which bodies are together, those that stand alone left out."""
    hashes = np.array([abs(hash(body)) for body in bodies], np.uint64)
    sides = np.array([[one] for one in parties or [1] * len(bodies)], np.uint64)
    texts = Texts(hashes, sides, np.array(days or [0] * len(bodies)))
    fresh = np.ones(len(bodies), bool)
    prints = {n: imprint([body])[0] for n, body in enumerate(bodies) if body}
    union = Union(len(bodies))
    found = verified(texts.same(fresh), texts.alike(sketch(bodies).T, fresh), prints, len(bodies))
    for one, two in decoded_pairs(found):
        union.join(one, two)
    labels = union.labels().tolist()
    together = [{n for n, label in enumerate(labels) if label == one} for one in sorted(set(labels))]
    return [some for some in together if len(some) > 1]


def test_a_reprint_and_a_longer_version_are_copies():
    longer = f"{TEXT}\n\n{' '.join(WORDS[320:390])}"
    assert groups([TEXT, TEXT, f"AGENCY. {TEXT}", longer, OTHER]) == [{0, 1, 2, 3}]


def test_two_reports_that_quote_one_speech_are_no_copies():
    assert groups([f"{' '.join(WORDS[:40])} {QUOTE}", f"{' '.join(WORDS[200:240])} {QUOTE}"]) == []


def test_texts_that_are_nearly_all_quotation_are_compared_whole():
    assert are_copies(f"He said: {QUOTE}", f"She wrote: {QUOTE}")


def test_a_short_text_within_a_far_longer_one_is_no_copy():
    assert not are_copies(" ".join(WORDS[:30]), " ".join(WORDS))


def test_bodies_that_are_withheld_are_compared_with_nothing():
    assert groups([None, TEXT, OTHER]) == []


@settings(max_examples=30)
@given(st.lists(st.sampled_from(WORDS), min_size=60, max_size=200), st.integers(0, 50))
def test_a_text_with_one_word_changed_is_found(words, place):
    changed = [*words[:place], "instead", *words[place + 1 :]]
    one, two = " ".join(words), " ".join(changed)
    assert groups([one, two]) == ([{0, 1}] if are_copies(one, two) else [])


def test_what_a_ministry_says_of_each_visitor_is_no_copy():
    assert groups([TEXT, f"{TEXT} Again.", f"{TEXT} More."], parties=[0b011, 0b101, 0b001]) == [{0, 1, 2}]
    assert groups([TEXT, f"{TEXT} Again."], parties=[0b011, 0b101]) == []


def test_a_changed_text_of_another_season_is_no_copy_and_an_unchanged_one_is():
    assert groups([TEXT, f"{TEXT} Again.", TEXT], days=[0, 300, 900]) == [{0, 2}]


def test_of_a_crowd_all_are_found_and_few_are_compared():
    bodies: list[str | None] = [f"{TEXT} Number {n}." for n in range(300)]
    assert groups(bodies, days=[n // 10 for n in range(300)]) == [set(range(300))]
    texts = Texts(np.arange(300, dtype=np.uint64), np.ones((300, 1), np.uint64), np.arange(300))
    assert len(texts.alike(sketch(bodies).T, np.ones(300, bool))) < 300 * 32

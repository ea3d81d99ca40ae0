"""Reprints and longer versions are copies; two reports that quote one speech are not."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.link.copies import are_copies as same_print
from communique.link.copies import copies, imprint, sketch

WORDS = [f"word{n}" for n in range(400)]
TEXT = " ".join(WORDS[:120]) + "."
OTHER = " ".join(WORDS[200:320]) + "."
QUOTE = "“" + " ".join(WORDS[350:399]) + "”"


def are_copies(one: str, two: str) -> bool:
    return same_print(imprint(one), imprint(two))


def found(*bodies: str | None) -> set[tuple[int, int]]:
    fresh = np.ones(len(bodies), bool)
    hashes = np.array([abs(hash(body)) for body in bodies], np.uint64)
    texts = dict(enumerate(bodies))
    return set(copies(sketch(bodies), hashes, fresh, lambda some: ((n, texts[n]) for n in some)))


def test_a_reprint_and_a_longer_version_are_copies():
    assert found(TEXT, TEXT, f"AGENCY. {TEXT}", f"{TEXT}\n\n{' '.join(WORDS[320:390])}") == {
        (a, b) for a in range(4) for b in range(a + 1, 4)
    }


def test_two_reports_that_quote_one_speech_are_no_copies():
    assert found(f"{' '.join(WORDS[:40])} {QUOTE}", f"{' '.join(WORDS[200:240])} {QUOTE}") == set()


def test_texts_that_are_nearly_all_quotation_are_compared_whole():
    assert are_copies(f"He said: {QUOTE}", f"She wrote: {QUOTE}")


def test_a_short_text_within_a_far_longer_one_is_no_copy():
    assert not are_copies(" ".join(WORDS[:30]), " ".join(WORDS))


def test_bodies_that_are_withheld_are_compared_with_nothing():
    assert found(None, TEXT, OTHER) == set()


@settings(max_examples=30)
@given(st.lists(st.sampled_from(WORDS), min_size=60, max_size=200), st.integers(0, 50))
def test_a_text_with_one_word_changed_is_found(words, place):
    changed = [*words[:place], "instead", *words[place + 1 :]]
    one, two = " ".join(words), " ".join(changed)
    assert found(one, two) == ({(0, 1)} if are_copies(one, two) else set())

"""Which texts say nearly the same."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.language.likeness import are_alike, lemmas, twins


def test_articles_and_openings_say_nothing() -> None:
    """The same demand in another stem is the same."""
    assert (
        lemmas("I can prove the theorems.")
        == lemmas("Students will be able to prove a theorem")
        == (
            "prove",
            "theorem",
        )
    )


rows = st.lists(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=9).map(tuple), max_size=12)


@given(rows, st.sampled_from([0.5, 0.6, 0.85, 1.0]))
def test_nothing_is_missed_by_not_comparing_all(every: list[tuple[str, ...]], least: float) -> None:
    """A row has a twin where comparing it with all earlier ones finds one, and the twin is one of these."""
    found = dict(twins(every, least, lambda _one, _other: True))
    alike = {
        place: [at for at in range(place) if are_alike(every[at], every[place], least)] for place in range(len(every))
    }

    assert set(found) == {place for place, earlier in alike.items() if earlier}
    assert all(found[place] in alike[place] for place in found)


def test_ten_thousand_are_compared_in_seconds() -> None:
    """Twenty times as many rows take about twenty times as long and not four hundred times."""
    chance = random.Random(3)  # noqa: S311  # the same rows in every run
    words = [f"w{number}" for number in range(3_000)]
    weights = [1 / (place + 1) for place in range(len(words))]
    every = [tuple(chance.choices(words, weights, k=12)) for _ in range(10_000)]

    began = time.process_time()
    assert not [*twins(every, 0.85, lambda _one, _other: True)]
    assert time.process_time() - began < 10

"""Which texts say nearly the same."""

import random
from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.language.likeness import lemmas, twins


def are_alike(one: tuple[str, ...], other: tuple[str, ...], least: float) -> bool:
    """Hold two rows against each other: by what they share of all their members, and by its order."""
    shared = len({*one} & {*other})
    return shared >= least * len({*one, *other}) and SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


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


def test_only_rows_that_share_a_rare_word_are_compared() -> None:
    """Of fifty million pairs of ten thousand rows a few in a thousand are looked at."""
    chance, looked_at = random.Random(3), list[int]()  # noqa: S311  # the same rows in every run
    words = [f"w{number}" for number in range(3_000)]
    weights = [1 / (place + 1) for place in range(len(words))]
    every = [tuple(chance.choices(words, weights, k=12)) for _ in range(10_000)]

    def note(place: int, _other: int) -> bool:
        looked_at.append(place)
        return True

    assert not [*twins(every, 0.85, note)]
    assert len(looked_at) < 500_000

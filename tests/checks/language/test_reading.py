"""Texts are read as sentences of words, whatever is in them."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.language.reading import read, words


def test_sentences_do_not_end_at_an_abbreviation() -> None:
    """After "e.g." a sentence goes on; a full stop before a capital ends it."""
    found = read("Uses evidence, e.g. quotations, from the text. Explains it.")

    assert [sentence[0].text for sentence in found] == ["Uses", "Explains"]


def test_a_verb_at_the_beginning_is_told_from_a_noun() -> None:
    """Most of these words are nouns oftener than verbs; as the first word of a statement they are verbs."""
    texts = ["States a claim.", "Plan and conduct an investigation.", "Research a question.", "Set goals."]

    assert [read(text)[0][0].tag[:2] for text in texts] == ["VV"] * 4
    assert read("Knowledge of algebra")[0][0].tag == "NN1"


def test_words_are_found_again_where_they_start() -> None:
    """A curly apostrophe, a hyphen and a sign leave the places as they are."""
    text = "Can’t add one’s well-known 3.5 % — yet."

    assert all(text[word.start : word.start + len(word.text)].replace("’", "'") == word.text for word in words(text))
    assert [word.lemma for word in words(text)][:4] == ["can", "not", "add", "one"]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Control characters, other scripts and nothing at all."""
    assert all(0 <= word.start < len(text) for sentence in read(text) for word in sentence)
    assert all(word.is_word for word in words(text))


def test_a_word_without_end_is_kept_as_it_is() -> None:
    """It is not given to the tagger, and comes back whole."""
    endless = "A" * 5_000

    assert [(word.text, word.lemma) for word in words(f"{endless} ends")] == [
        (endless, endless.lower()),
        ("ends", "end"),
    ]
    assert read(endless)[0][0].lemma == endless.lower()

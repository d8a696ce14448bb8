from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, cases_of
from dragoman.record import Span

# "on behalf of Samoa's people": fixed parts under the first word, and an owner whose "'s" is a case too
ROWS = (
    ("On", "ADP", 4, "case"), ("behalf", "NOUN", 0, "fixed"), ("of", "ADP", 0, "fixed"),
    ("Samoa", "PROPN", 4, "nmod:poss"), ("people", "NOUN", -1, "root"), ("'s", "PART", 3, "case"),
)  # fmt: skip


def sentence() -> Sentence:
    words = [
        Word(i, text, Span(9 * i, 9 * i + len(text)), upos, text.lower(), head, relation)
        for i, (text, upos, head, relation) in enumerate(ROWS)
    ]
    return Sentence(Span(0, 60), tuple(words))


def test_a_preposition_is_told_with_its_fixed_parts_and_none_is_empty() -> None:
    assert case_of(sentence(), 4) == "on behalf of"
    assert case_of(sentence(), 3) == "'s"
    assert case_of(sentence(), 2) == ""


def test_the_words_alone_are_found_among_all_words_or_the_dependents() -> None:
    s = sentence()
    assert cases_of(s.words, 4) == cases_of(s.children(4), 4) == ("on",)
    assert cases_of(s.words, 1) == ()

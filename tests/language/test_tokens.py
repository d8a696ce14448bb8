from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.tokens import Tokenizer
from dragoman.record import Span


def words(text: str) -> str:
    return " ".join(s.of(text) for s in Tokenizer()(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # clitics and negation
        ("Serbia's army won't go.", "Serbia 's army wo n't go ."),
        ("The bloc’s envoys don’t know;", "The bloc ’s envoys do n’t know ;"),
        ("they’ve said we’ll see.", "they ’ve said we ’ll see ."),
        ("workers' rights cannot", "workers ' rights can not"),
        ("I'd've gone, he WASN'T", "I 'd 've gone , he WAS N'T"),
        ("O'Connor of Qa'ida at five o'clock", "O'Connor of Qa'ida at five o'clock"),
        # abbreviations and initials
        ("Mr. Smith of Acme Inc. met Gen. Lee.", "Mr. Smith of Acme Inc. met Gen. Lee ."),
        ("the U.S.-led force at 5 p.m. in D.C.", "the U.S. - led force at 5 p.m. in D.C."),
        ("George W. Bush chose Plan B. The end", "George W. Bush chose Plan B . The end"),
        ("No. 5 said no. Then (e.g., this) etc.", "No. 5 said no . Then ( e.g. , this ) etc."),
        ("on Sat. 12 he sat. He left", "on Sat. 12 he sat . He left"),
        ("Smith et al. agree", "Smith et al. agree"),
        # numbers, money, times
        ("$1.5bn, US$4.5 million, €3,000 and 20%", "$ 1.5 bn , US$ 4.5 million , € 3,000 and 20 %"),
        ("at 5:30pm on 9/11, 2001-11-20", "at 5:30 pm on 9/11 , 2001-11-20"),
        ("the 1990s, the '90s, the 21st, 1,000th", "the 1990s , the '90s , the 21st , 1,000th"),
        ("[12,13] and 1999-2000, 4-1", "[ 12 , 13 ] and 1999 - 2000 , 4 - 1"),
        ("call 713-853-3989 or 345-9945", "call 713-853-3989 or 345-9945"),
        ("COVID-19, F-16, Q3, 3D", "COVID - 19 , F - 16 , Q3 , 3D"),
        # hyphens, slashes, dashes
        ("a long-term, US-led force", "a long - term , US - led force"),
        ("the non-aligned co-founder's e-mail", "the non-aligned co-founder 's e-mail"),
        ("mid-August and/or 10–12 — so--well", "mid-August and / or 10 – 12 — so -- well"),
        # quotation marks and brackets
        ("“Never,” he said. 'Yes!'", "“ Never , ” he said . ' Yes ! '"),
        ("He (the \"boss\") left...", "He ( the \" boss \" ) left ..."),
        ("Well?! Wow!!! Hm…", "Well ?! Wow !!! Hm …"),
        # addresses
        ("see https://example.org/a?b=1, or so", "see https://example.org/a?b=1 , or so"),
        ("or mail a.b@example.org.", "or mail a.b@example.org ."),
        ("(www.example.com) and example.co.uk.", "( www.example.com ) and example.co.uk ."),
        ("It ended.The next day", "It ended . The next day"),
        ("@POTUS #peace AT&T R&D", "@POTUS #peace AT&T R&D"),
        # other scripts and signs
        ("塞尔维亚said", "塞 尔 维 亚 said"),
        ("قال الرئيس.", "قال الرئيس ."),
        ("ok 👍🏽🇷🇸", "ok 👍🏽 🇷🇸"),
        ("a\u200bb \x00 c\ufeff", "a b c"),
        ("", ""),
        (" \n\t ", ""),
    ],
)  # fmt: skip
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected


def test_only_the_paragraph_is_read_and_offsets_are_the_texts() -> None:
    text = "One two. Three four."
    assert [s.of(text) for s in Tokenizer()(text, Span(9, 20))] == ["Three", "four", "."]
    assert Tokenizer()(text, Span(9, 20))[0] == Span(9, 14)


def test_bounds_outside_the_text_are_cut_to_it() -> None:
    assert [s.of("ab cd") for s in Tokenizer()("ab cd", Span(3, 99))] == ["cd"]
    assert Tokenizer()("ab", Span(5, 2)) == []


MIXED = st.text(
    alphabet=st.sampled_from("abAB19 .,'’-\"“”()$%@/:&!?…–\n\u00e9\u4e00\u0301\U0001f44d"), max_size=60
)


@given(st.one_of(st.text(max_size=60), MIXED))
def test_words_are_in_order_and_every_visible_character_is_in_one(text: str) -> None:
    spans = Tokenizer()(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.start < s.end and not s.of(text).isspace() for s in spans)
    covered = {i for s in spans for i in range(*s)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


@given(MIXED, MIXED)
def test_memory_of_other_texts_changes_nothing(first: str, second: str) -> None:
    tokenizer = Tokenizer()
    tokenizer(first)
    assert tokenizer(second) == Tokenizer()(second)


@pytest.mark.parametrize(
    "text", ["a." * 3000, "'s" * 3000, "non-" * 2000, "@" * 5000, "1,2.3-4/" * 1000, "(" * 5000]
)
def test_long_runs_without_blanks_are_read_to_the_end(text: str) -> None:
    assert Tokenizer()(text)[-1].end == len(text)

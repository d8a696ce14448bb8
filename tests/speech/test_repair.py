from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.find.quotation_cues import shipped_cues
from dragoman.find.quotation_lemmas import stems, with_known_lemmas
from dragoman.find.quotation_repair import reattached, whole_headlines
from dragoman.language.hints import SpeechHint
from dragoman.language.parse import Sentence, Word
from dragoman.record import Span

CUES = shipped_cues()


def tree(written: str) -> Sentence:
    """A sentence from "form/lemma/UPOS/head/relation[/Name=Value]" for each word; -1 is the root."""
    words, at = [], 0
    for i, token in enumerate(written.split()):
        form, lemma, upos, head, relation, *feats = token.split("/")
        span = Span(at, at + len(form))
        named = tuple((f.split("=")[0], f.split("=")[1]) for f in feats)
        words.append(Word(i, form, span, upos, lemma, int(head), relation, named))
        at = span.end + 1
    return Sentence(Span(0, at - 1), tuple(words))


def hung(sentence: Sentence, form: str) -> tuple[str, str]:
    """The word over the (last) word of that form, and its relation."""
    word = next(w for w in reversed(reattached(sentence, CUES).words) if w.text == form)
    mended = reattached(sentence, CUES).words
    return (mended[word.head].text if word.head >= 0 else "", word.deprel)


PAST = "Tense=Past/VerbForm=Fin"

LIST = tree(
    f"Haas/Haas/PROPN/1/nsubj noted/note/VERB/-1/root/{PAST} that/that/SCONJ/5/mark Peru/Peru/PROPN/5/nsubj "
    f"has/have/AUX/5/aux sent/send/VERB/1/ccomp ,/,/PUNCT/7/punct urged/urge/VERB/5/conj/{PAST} "
    f"Chad/Chad/PROPN/7/obj and/and/CCONJ/10/cc argued/argue/VERB/5/conj/{PAST} that/that/SCONJ/13/mark "
    "it/it/PRON/13/nsubj waited/wait/VERB/1/conj"
)


def test_a_speakers_list_of_reporting_verbs_hangs_on_the_first() -> None:
    assert hung(LIST, "urged") == ("noted", "conj")
    assert hung(LIST, "argued") == ("noted", "conj")
    assert hung(LIST, "waited") == ("argued", "ccomp")


def test_a_second_reporting_verb_that_fits_the_content_stays_there() -> None:
    s = tree(
        f"Haas/Haas/PROPN/1/nsubj said/say/VERB/-1/root/{PAST} envoys/envoy/NOUN/4/nsubj had/have/AUX/4/aux "
        f"met/meet/VERB/1/ccomp and/and/CCONJ/6/cc urged/urge/VERB/4/conj/{PAST} peace/peace/NOUN/6/obj"
    )
    assert hung(s, "urged") == ("met", "conj")
    assert reattached(s, CUES) is s


def test_what_a_number_counts_is_no_second_subject() -> None:
    s = tree(
        "four/four/NUM/5/nsubj:pass of/of/ADP/4/case the/the/DET/3/det emir's/emir/NOUN/4/nmod:poss "
        f"guards/guard/NOUN/5/nsubj:pass fell/fall/VERB/-1/root/{PAST}"
    )
    assert hung(s, "guards") == ("four", "nmod")
    assert hung(s, "four") == ("fell", "nsubj:pass")


def test_an_infinitive_is_not_coordinated_with_a_past_tense() -> None:
    s = tree(
        f"Haas/Haas/PROPN/1/nsubj vowed/vow/VERB/-1/root/{PAST} to/to/PART/3/mark wait/wait/VERB/1/xcomp "
        f"but/but/CCONJ/5/cc called/call/VERB/3/conj/{PAST} on/on/ADP/7/case Peru/Peru/PROPN/5/obl"
    )
    assert hung(s, "called") == ("vowed", "conj")


def test_who_says_what_was_goes_on_in_the_present() -> None:
    present = "Tense=Pres/VerbForm=Fin"
    s = tree(
        f"Lima/Lima/PROPN/1/nsubj says/say/VERB/-1/root/{present} that/that/SCONJ/4/mark "
        f"rebels/rebel/NOUN/4/nsubj fired/fire/VERB/1/ccomp/{PAST} and/and/CCONJ/6/cc "
        f"offers/offer/VERB/4/conj/{present} talks/talk/NOUN/6/obj"
    )
    assert hung(s, "offers") == ("says", "conj")


def test_adding_goes_with_the_speaker() -> None:
    s = tree(
        f"Haas/Haas/PROPN/1/nsubj said/say/VERB/-1/root/{PAST} gains/gain/NOUN/3/nsubj "
        "doubled/double/VERB/1/ccomp ,/,/PUNCT/5/punct adding/add/VERB/3/advcl that/that/SCONJ/8/mark "
        "it/it/PRON/8/nsubj rose/rise/VERB/5/ccomp"
    )
    assert hung(s, "adding") == ("said", "advcl")


def test_a_clause_between_commas_is_an_insertion() -> None:
    s = tree(
        "The/the/DET/1/det ferry/ferry/NOUN/8/nsubj ,/,/PUNCT/5/punct the/the/DET/4/det "
        f"captain/captain/NOUN/1/appos claimed/claim/VERB/1/acl:relcl/{PAST} ,/,/PUNCT/1/punct "
        "had/have/AUX/8/aux sunk/sink/VERB/-1/root"
    )
    assert hung(s, "claimed") == ("sunk", "parataxis")
    assert hung(s, "captain") == ("claimed", "nsubj")


def test_what_goes_on_in_quotation_marks_behind_an_insertion_is_content() -> None:
    sentence = tree(
        f"Troops/troop/NOUN/1/nsubj left/leave/VERB/4/ccomp ,/,/PUNCT/1/punct Haas/Haas/PROPN/4/nsubj "
        f"said/say/VERB/-1/root/{PAST} ,/,/PUNCT/9/punct and/and/CCONJ/9/cc men/man/NOUN/9/nsubj "
        "“/“/PUNCT/9/punct fell/fall/VERB/4/conj ”/”/PUNCT/9/punct"
    )
    assert hung(sentence, "fell") == ("left", "conj")


def test_what_follows_the_reporting_clause_belongs_to_it() -> None:
    s = tree(
        "Talks/talk/NOUN/1/nsubj failed/fail/VERB/4/ccomp ,/,/PUNCT/1/punct Haas/Haas/PROPN/4/nsubj "
        f"said/say/VERB/-1/root/{PAST} on/on/ADP/6/case Monday/Monday/PROPN/1/obl"
    )
    assert hung(s, "Monday") == ("said", "obl")


@pytest.mark.parametrize(
    ("second", "form", "expected"),
    [
        (
            "Foreign/Foreign/PROPN/2/nsubj envoy/envoy/NOUN/2/nsubj told/tell/VERB/-1/root",
            "Foreign",
            "compound",
        ),
        ("Haas/Haas/PROPN/1/nsubj told/tell/VERB/-1/root Reyes/Reyes/PROPN/1/nsubj", "Reyes", "obj"),
    ],
)
def test_a_reporting_verb_has_one_subject(second: str, form: str, expected: str) -> None:
    assert hung(tree(second), form)[1] == expected


def test_a_pronoun_behind_a_verb_of_saying_begins_what_is_said() -> None:
    s = tree(
        "Oslo/Oslo/PROPN/1/nsubj keeps/keep/VERB/7/advcl saying/say/VERB/1/xcomp it/it/PRON/4/nsubj "
        f"waits/wait/VERB/7/ccomp ,/,/PUNCT/4/punct Haas/Haas/PROPN/7/nsubj said/say/VERB/-1/root/{PAST}"
    )
    assert hung(s, "waits") == ("saying", "ccomp")


def test_mending_twice_changes_nothing_more() -> None:
    once = reattached(LIST, CUES)
    assert reattached(once, CUES) == once


def test_the_sides_of_a_headlines_colon_are_one_sentence() -> None:
    first = tree("Port/port/NOUN/1/nsubj reopens/reopen/VERB/-1/root :/:/PUNCT/1/punct")
    second = Sentence(Span(15, 19), (Word(0, "Haas", Span(15, 19), "PROPN", "Haas", -1, "root"),))
    (joined,) = whole_headlines((first, second), (Span(0, 19),))
    assert [w.head for w in joined.words] == [1, -1, 1, 1]
    assert [w.i for w in joined.words] == [0, 1, 2, 3]
    assert whole_headlines((first, second), ()) == (first, second)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("refused", "refuse"),
        ("denied", "deny"),
        ("urging", "urge"),
        ("admitted", "admit"),
        ("told", "tell"),
        ("warns", "warn"),
        ("pledges", "pledge"),
    ],
)
def test_a_written_form_leads_back_to_its_lemma(form: str, lemma: str) -> None:
    assert lemma in set(stems(form, "VERB"))


def test_a_lemma_that_is_known_or_leads_nowhere_is_left_alone() -> None:
    s = tree("Haas/Haas/PROPN/1/nsubj refused/refus/VERB/-1/root ended/end/VERB/1/conj bred/bre/VERB/1/conj")
    mended = with_known_lemmas(s, frozenset({"refuse", "end"}))
    assert [w.lemma for w in mended.words] == ["Haas", "refuse", "end", "bre"]


def test_the_halves_of_a_quotation_hang_together_and_the_clause_between_beside_them() -> None:
    s = tree(
        '"/"/PUNCT/9/punct Dams/dam/NOUN/4/nsubj ,/,/PUNCT/1/punct "/"/PUNCT/9/punct '
        f"said/say/VERB/-1/root/{PAST} "
        'Haas/Haas/PROPN/4/obj ,/,/PUNCT/4/punct "/"/PUNCT/8/punct have/have/AUX/9/aux '
        "failed/fail/VERB/4/ccomp "
        '"/"/PUNCT/9/punct'
    )
    assert hung(beside_marks(s), "Dams") == ("failed", "nsubj")
    assert hung(beside_marks(s), "Haas") == ("said", "nsubj")
    assert hung(beside_marks(s), "said") == ("failed", "parataxis")
    assert hung(beside_marks(s), "failed") == ("", "root")


def beside_marks(sentence: Sentence) -> Sentence:
    """The sentence with opening marks at the word behind them and closing marks at the word before."""
    words = list(sentence.words)
    for n, k in enumerate(w.i for w in sentence.words if w.text == '"'):
        neighbour = words[k + 1].span.start - 1 if n % 2 == 0 else words[k - 1].span.end
        words[k] = replace(words[k], span=Span(neighbour, neighbour + 1))
    return replace(sentence, words=tuple(words))


def ambiguous(*reported: str) -> Sentence:
    """ "Haas said envoys had met and urged peace", with how far the network has Haas's words reach."""
    s = tree(
        f"Haas/Haas/PROPN/1/nsubj said/say/VERB/-1/root/{PAST} envoys/envoy/NOUN/4/nsubj had/have/AUX/4/aux "
        f"met/meet/VERB/1/ccomp and/and/CCONJ/6/cc urged/urge/VERB/4/conj/{PAST} peace/peace/NOUN/6/obj"
    )
    content = tuple(w.span for w in s.words if w.text in reported)
    later = SpeechHint(6, 0.9, (), (s.words[7].span,))
    return replace(s, speech=(SpeechHint(1, 0.9, (s.words[0].span,), content), later))


def test_where_words_leave_open_whose_act_follows_the_network_decides() -> None:
    assert hung(ambiguous("envoys", "had", "met"), "urged") == ("said", "conj")
    assert hung(ambiguous("envoys", "had", "met", "and", "urged", "peace"), "urged") == ("met", "conj")


def test_the_act_that_one_is_punished_for_is_ones_own() -> None:
    words = (
        f"Courts/court/NOUN/1/nsubj {{}}/VERB/-1/root/{PAST} Haas/Haas/PROPN/1/obj for/for/SCONJ/4/mark "
        "saying/say/VERB/1/advcl/VerbForm=Ger so/so/ADV/4/advmod"
    )
    assert hung(tree(words.format("fined/fine")), "saying") == ("Haas", "acl")
    assert hung(tree(words.format("used/use")), "saying") == ("used", "advcl")


PARTED = tree(
    "Peru/Peru/PROPN/-1/root ,/,/PUNCT/3/punct which/which/PRON/3/nsubj lost/lose/VERB/0/acl:relcl "
    "there/there/ADV/3/advmod ,/,/PUNCT/8/punct and/and/CCONJ/8/cc Chile/Chile/PROPN/8/nsubj "
    "signed/sign/VERB/3/conj ././PUNCT/0/punct"
)
# "Peru sued Chad, which lost, and Chile paid."
TWO_CLAUSES = tree(
    "Peru/Peru/PROPN/1/nsubj sued/sue/VERB/-1/root Chad/Chad/PROPN/1/obj ,/,/PUNCT/5/punct "
    "which/which/PRON/5/nsubj lost/lose/VERB/2/acl:relcl ,/,/PUNCT/9/punct and/and/CCONJ/9/cc "
    "Chile/Chile/PROPN/9/nsubj paid/pay/VERB/1/conj ././PUNCT/1/punct"
)


def test_subjects_joined_over_a_relative_clause_are_one_subject() -> None:
    assert hung(PARTED, "Peru") == ("signed", "nsubj")
    assert hung(PARTED, "Chile") == ("Peru", "conj")
    assert hung(PARTED, "signed") == ("", "root")


def test_a_second_main_clause_keeps_its_subject() -> None:
    assert hung(TWO_CLAUSES, "Chile") == ("paid", "nsubj")
    assert hung(TWO_CLAUSES, "Chad") == ("sued", "obj")

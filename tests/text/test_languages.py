from __future__ import annotations

import pytest

from dragoman.text.languages import guess

CASES = [
    ("en", "The minister said that the ferry would sail again on the morning of the third day."),
    (
        "fr",
        "Le ministre a dit que le bateau partirait dans la matinée et que les passagers sont en bonne santé.",
    ),
    ("de", "Der Minister sagte, dass die Fähre am Morgen fährt und dass sie nicht auf den Sturm wartet."),
    ("es", "El ministro dijo que el barco saldrá por la mañana y que los pasajeros están con sus familias."),
    ("ru", "Министр сказал, что паром не выйдет в море до утра и что на борту не было людей из деревни."),
    ("ar", "قال الوزير إن العبارة التي كانت في الميناء لن تبحر هذا الصباح بعد ما حدث من قبل على الجزيرة"),
    ("zh", "部长周一表示，渡轮将于早上再次启航，没有人受伤。"),
    ("ja", "大臣は月曜日、フェリーが朝に再び出航すると述べた。"),
    ("ko", "장관은 월요일 여객선이 아침에 다시 출항할 것이라고 말했다."),
]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_running_text_gives_its_language_away(code, text):
    assert guess(text) == code


def test_a_short_text_of_names_is_not_taken_for_czech_by_its_few_small_words():
    text = (
        "Niger's junta sent 40 guards to Benin to escort a convoy. Benin's ministers flew to Niamey by night."
    )
    assert guess(text) == "en"


@pytest.mark.parametrize("text", ["", "Oslo", "12:30", "Ferry sinks"])
def test_too_little_text_gives_none(text):
    assert guess(text) is None

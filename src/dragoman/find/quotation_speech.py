"""One act of reported speech in words and characters, before anybody knows who the speaker is."""

from __future__ import annotations

from dragoman.record import Form, Span
from dragoman.values import value


@value
class Speech:
    """A reporting word with what it reports.

    ``sentence`` is the position of the cue's sentence and ``word`` the index of the cue in it.
    ``contents`` are stretches of text in order: several when the reporting clause interrupts.
    ``speaker`` is the index of the word that heads the speaker's phrase and ``source`` its characters;
    both are None when nobody is named. ``frame`` is the reporting clause without the content.
    ``asserted`` is false for what was not said or not yet ("did not say", "is expected to announce").
    ``named_only`` asks for a speaker who is a known actor (a headline's "Oslo: …").
    ``plain`` says that the words alone show it, so that the network isn't asked.
    ``continues`` says that the cue stands in an earlier sentence.
    """

    sentence: int
    word: int
    cue: Span
    verb: str
    kind: str
    contents: tuple[Span, ...]
    form: Form
    quotes: tuple[Span, ...]
    speaker: int | None
    source: Span | None
    reason: str
    addressees: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    asserted: bool = True
    named_only: bool = False
    continues: bool = False
    plain: bool = False

    @property
    def content(self) -> Span:
        """The characters from the first to the last of the content."""
        return Span(self.contents[0].start, self.contents[-1].end)

    def holds(self, span: Span) -> bool:
        """Whether a stretch of text lies inside the content, the interruptions left out."""
        start, end = span
        # Asked hundreds of times a report: `any` over a generator would take twice as long.
        for first, last in self.contents:  # noqa: SIM110
            if first <= start and end <= last:
                return True
        return False

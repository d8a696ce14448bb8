"""Invented sentences of every form of reported speech, with what a careful reader takes from each.

Each expectation is (speaker, verb, form, content): the speaker is part of the speaker's words, or None where
nobody is named; the content is the whole of what was said.
"""

from __future__ import annotations

from dataclasses import dataclass

Expected = tuple[str | None, str, str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the statements in it, and words that must be no speaker of any statement."""

    name: str
    text: str
    said: tuple[Expected, ...] = ()
    none: bool = False


CASES = (
    # a clause between a subject and its verb
    Case(
        "between commas",
        "Tonga, the premier said, would not sell the port.",
        (("premier", "say", "indirect", "Tonga, the premier said, would not sell the port"),),
    ),
    Case(
        "between commas, inverted",
        "Quito, said navy spokeswoman Ada Brun, had nothing to do with the fire.",
        (
            (
                "navy spokeswoman",
                "say",
                "indirect",
                "Quito, said navy spokeswoman Ada Brun, had nothing to do with the fire",
            ),
        ),
    ),
    Case(
        "between commas, to hearers",
        "The ferry, Haas told deputies on Friday, was overloaded.",
        (("Haas", "tell", "indirect", "The ferry, Haas told deputies on Friday, was overloaded"),),
    ),
    Case(
        "behind a condition",
        "If the ice melted, Haas said, the convoy would turn back.",
        (("Haas", "say", "indirect", "If the ice melted, Haas said, the convoy would turn back"),),
    ),
    Case(
        "between commas, who says it himself",
        "The premier, who said he was tired, went home.",
        (("premier", "say", "indirect", "he was tired"),),
    ),
    # a participle before the speaker
    Case(
        "asked about",
        "Asked about the fire, Haas said “later”.",
        (("Haas", "say", "direct", "later"),),
    ),
    Case(
        "asked whether",
        "Asked whether Peru would pay, Haas replied that it would.",
        (("Haas", "reply", "indirect", "it would"),),
    ),
    Case(
        "dismissing",
        "Dismissing the rumours, Peru said its ships had left.",
        (("Peru", "say", "indirect", "its ships had left"),),
    ),
    Case("said nothing", "Asked about the fire, he said nothing.", none=True),
    # a second speaker whose verb is left out
    Case(
        "gapped",
        "Peru said it would stay, Tonga that it would go.",
        (("Peru", "say", "indirect", "it would stay"), ("Tonga", "say", "indirect", "it would go")),
    ),
    Case(
        "two clauses of one speaker",
        "Peru announced that it would open the port and that Tonga would follow.",
        (("Peru", "announce", "indirect", "it would open the port and that Tonga would follow"),),
    ),
    # what the reporter tells beside it
    Case(
        "hours after",
        "Haas said that Peru would leave the pact, hours after Tonga printed a map.",
        (("Haas", "say", "indirect", "Peru would leave the pact"),),
    ),
    Case(
        "as crowds marched",
        "Haas promised that the guards would go, as thousands marched in Quito.",
        (("Haas", "promise", "indirect", "the guards would go"),),
    ),
    Case(
        "after, without a comma",
        "Haas said the men were shot after they had surrendered.",
        (("Haas", "say", "indirect", "the men were shot after they had surrendered"),),
    ),
    Case(
        "behind a dateline",
        "LIMA, May 12 (AFP) - Peru would pay for the bridge, Haas said.",
        (("Haas", "say", "indirect", "Peru would pay for the bridge"),),
    ),
    Case(
        "let know",
        "Peru, Chad and Tonga let Haas know that the law was bad.",
        (("Peru", "know", "indirect", "the law was bad"),),
    ),
    Case(
        "put bluntly",
        "Haas put it more bluntly. “The war is lost.”",
        (("Haas", "put", "direct", "The war is lost."),),
    ),
    Case("put down", "Haas put it on the table. It was late.", none=True),
    # direct speech
    Case(
        "trailing",
        "“The border will stay shut,” Colonel Abebe said.",
        (("Abebe", "say", "direct", "The border will stay shut"),),
    ),
    Case(
        "inverted",
        "“We lost three boats,” said the harbour master.",
        (("harbour master", "say", "direct", "We lost three boats"),),
    ),
    Case(
        "leading",
        "The envoy said: “This is a fair deal.”",
        (("envoy", "say", "direct", "This is a fair deal."),),
    ),
    Case(
        "leading comma",
        "President Okoro replied, “Ask me in spring.”",
        (("Okoro", "reply", "direct", "Ask me in spring."),),
    ),
    Case(
        "straight marks",
        '"Our patience is over," Foreign Minister Lindqvist warned.',
        (("Lindqvist", "warn", "direct", "Our patience is over"),),
    ),
    Case(
        "single marks",
        "'It's not our war,' the premier told parliament.",
        (("premier", "tell", "direct", "It's not our war"),),
    ),
    Case(
        "question",
        "“Who pays for the bridge?” the mayor asked.",
        (("mayor", "ask", "direct", "Who pays for the bridge?"),),
    ),
    Case(
        "interrupted",
        "“The talks,” the mediator said, “have gone nowhere.”",
        (("mediator", "say", "direct", "The talks,” the mediator said, “have gone nowhere."),),
    ),
    Case(
        "goes on",
        "“We accept the terms,” Minister Duarte said. “The troops leave on Friday.”",
        (
            ("Duarte", "say", "direct", "We accept the terms"),
            ("Duarte", "say", "direct", "The troops leave on Friday."),
        ),
    ),
    Case(
        "several sentences",
        "“The plant is safe. Nobody was hurt,” the operator said.",
        (("operator", "say", "direct", "The plant is safe. Nobody was hurt"),),
    ),
    Case("pronoun", "“I will resign,” she added.", (("she", "add", "direct", "I will resign"),)),
    Case(
        "next paragraph",
        "“We will rebuild the school,” Governor Haas said.\n\n“Every brick of it.”",
        (
            ("Haas", "say", "direct", "We will rebuild the school"),
            ("Haas", "say", "direct", "Every brick of it."),
        ),
    ),
    Case(
        "multi-paragraph",
        "The general told reporters: “The north is calm.\n\n“The south is not.”",
        (
            ("general", "tell", "direct", "The north is calm."),
            ("general", "tell", "direct", "The south is not."),
        ),
    ),
    Case(
        "guillemets",
        "«The vote was clean», the observer concluded.",
        (("observer", "conclude", "direct", "The vote was clean"),),
    ),
    # mixed speech
    Case(
        "mixed end",
        "Minister Sato said the offer was “an insult”.",
        (("Sato", "say", "mixed", "the offer was “an insult”"),),
    ),
    Case(
        "mixed middle",
        "Lagos insists that the “so-called autonomy plan” is dead.",
        (("Lagos", "insist", "mixed", "the “so-called autonomy plan” is dead"),),
    ),
    Case(
        "mixed vow",
        "The commander vowed to defend “every inch” of the island.",
        (("commander", "vow", "mixed", "to defend “every inch” of the island"),),
    ),
    Case(
        "named judgement",
        "The bishop described the raid as “an outrage”.",
        (("bishop", "describe", "mixed", "the raid as “an outrage”"),),
    ),
    Case(
        "mixed urged",
        "The secretary-general urged “all parties” to show restraint.",
        (("secretary-general", "urge", "mixed", "“all parties” to show restraint"),),
    ),
    # indirect speech
    Case(
        "that",
        "The ministry confirmed that two sailors had drowned.",
        (("ministry", "confirm", "indirect", "two sailors had drowned"),),
    ),
    Case(
        "no that",
        "Ankara says it shot down a drone.",
        (("Ankara", "say", "indirect", "it shot down a drone"),),
    ),
    Case(
        "trailing indirect",
        "The strike will end on Monday, the union announced.",
        (("union", "announce", "indirect", "The strike will end on Monday"),),
    ),
    Case(
        "headline trailing",
        "Harare to reopen embassy in Lima, foreign minister says",
        (("foreign minister", "say", "indirect", "Harare to reopen embassy in Lima"),),
    ),
    Case(
        "told",
        "General Ruiz told lawmakers that the fleet was ready.",
        (("Ruiz", "tell", "indirect", "the fleet was ready"),),
    ),
    Case(
        "reminded",
        "She reminded the ambassador that the treaty was still in force.",
        (("She", "remind", "indirect", "the treaty was still in force"),),
    ),
    Case(
        "asked whether",
        "Deputies asked whether the loan had been repaid.",
        (("Deputies", "ask", "indirect", "whether the loan had been repaid"),),
    ),
    Case(
        "urged",
        "Nairobi urged both armies to withdraw.",
        (("Nairobi", "urge", "indirect", "to withdraw"),),
    ),
    Case(
        "called on",
        "The council called on Mali to free the prisoners.",
        (("council", "call on", "indirect", "to free the prisoners"),),
    ),
    Case(
        "called for",
        "The union called for an immediate halt to the evictions.",
        (("union", "call", "indirect", "for an immediate halt to the evictions"),),
    ),
    Case(
        "promised",
        "The rebels promised to free the hostages.",
        (("rebels", "promise", "indirect", "to free the hostages"),),
    ),
    Case(
        "threatened",
        "Minsk threatened to cut gas supplies.",
        (("Minsk", "threaten", "indirect", "to cut gas supplies"),),
    ),
    Case(
        "denied gerund",
        "The colonel denied ordering the raid.",
        (("colonel", "deny", "indirect", "ordering the raid"),),
    ),
    Case(
        "denied that",
        "Tehran denied that it had seized the tanker.",
        (("Tehran", "deny", "indirect", "it had seized the tanker"),),
    ),
    Case(
        "demanded",
        "Opposition leaders demanded that the vote be recounted.",
        (("Opposition leaders", "demand", "indirect", "the vote be recounted"),),
    ),
    Case(
        "parenthetical",
        "The ferry, the captain claimed, had been rammed.",
        (("captain", "claim", "indirect", "The ferry, the captain claimed, had been rammed"),),
    ),
    Case(
        "as he said",
        "As the minister put it, the army had no choice.",
        (("minister", "put it", "indirect", "the army had no choice"),),
    ),
    # thought
    Case(
        "believes",
        "Washington believes the reactor is idle.",
        (("Washington", "believe", "indirect", "the reactor is idle"),),
    ),
    Case(
        "fears",
        "Residents fear that the dam could burst.",
        (("Residents", "fear", "indirect", "the dam could burst"),),
    ),
    Case(
        "raised",
        "The pilot is believed to have drowned.",
        ((None, "believe", "indirect", "to have drowned"),),
    ),
    # sources and documents
    Case(
        "according to, first",
        "According to Ambassador Weiss, the convoy never arrived.",
        (("Weiss", "according to", "indirect", "the convoy never arrived"),),
    ),
    Case(
        "according to, last",
        "The convoy never arrived, according to two survivors.",
        (("survivors", "according to", "indirect", "The convoy never arrived"),),
    ),
    Case(
        "statement",
        "A statement from the palace said the king was well.",
        (("statement", "say", "indirect", "the king was well"),),
    ),
    Case(
        "report",
        "The report concluded that the pilots were asleep.",
        (("report", "conclude", "indirect", "the pilots were asleep"),),
    ),
    Case(
        "survey",
        "The survey showed that most voters were undecided.",
        (("survey", "show", "indirect", "most voters were undecided"),),
    ),
    Case(
        "words",
        "In the judge's words, the file was a disgrace.",
        (("judge", "word", "indirect", "the file was a disgrace"),),
    ),
    # nouns
    Case(
        "claim",
        "Manila rejected Beijing's claim that the reef was abandoned.",
        (("Beijing", "claim", "indirect", "the reef was abandoned"),),
    ),
    Case(
        "warning",
        "The navy issued a warning that the strait was mined.",
        (("navy", "warning", "indirect", "the strait was mined"),),
    ),
    Case(
        "noun vow",
        "The premier repeated his vow to leave the union.",
        (("his", "vow", "indirect", "to leave the union"),),
    ),
    # chains and nesting
    Case(
        "chain",
        "Alvarez noted that Peru has closed the pass, urged Bolivia to wait and argued that talks are idle.",
        (
            ("Alvarez", "note", "indirect", "Peru has closed the pass"),
            ("Alvarez", "urge", "indirect", "to wait"),
            ("Alvarez", "argue", "indirect", "talks are idle"),
        ),
    ),
    Case(
        "two verbs",
        "Kigali said the rebels are beaten and warned that they would return.",
        (
            ("Kigali", "say", "indirect", "the rebels are beaten"),
            ("Kigali", "warn", "indirect", "they would return"),
        ),
    ),
    Case(
        "nested",
        "The senator said that the agency told him the files were lost.",
        (
            ("senator", "say", "indirect", "the agency told him the files were lost"),
            ("agency", "tell", "indirect", "the files were lost"),
        ),
    ),
    Case(
        "nested in quote",
        "“The agency told us the files were lost,” the senator said.",
        (
            ("senator", "say", "direct", "The agency told us the files were lost"),
            ("agency", "tell", "indirect", "the files were lost"),
        ),
    ),
    Case(
        "adding",
        "The bank said profits had doubled, adding that bonuses would rise.",
        (
            ("bank", "say", "indirect", "profits had doubled"),
            ("bank", "add", "indirect", "bonuses would rise"),
        ),
    ),
    Case(
        "keeps saying",
        "Ottawa keeps saying that the pipeline is safe.",
        (("Ottawa", "say", "indirect", "the pipeline is safe"),),
    ),
    Case(
        "quoted as saying",
        "The admiral was quoted as saying that the fleet would sail.",
        (("admiral", "say", "indirect", "the fleet would sail"),),
    ),
    # no statement
    Case("not said", "The ministry did not say when the ship sank.", none=True),
    Case("declined", "The spokesman declined to say who had signed the order.", none=True),
    Case("expected", "The court is expected to announce a date on Monday.", none=True),
    Case("scare quotes", "The “rebel capital” fell on Sunday.", none=True),
    Case("added a lane", "Workers added a second lane to the road.", none=True),
    Case("called off", "The referee called the match off.", none=True),
    Case("measure", "Players are paid according to their rank.", none=True),
    Case("title", "She won a prize for “The Long Winter” in May.", none=True),
    Case("imperial measure", 'The gun has a 5" barrel and the tank a 7" one.', none=True),
)

"""What single sentences report: type, sides, status; one table, so that a change shows gains and losses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Event, Record

Read = Callable[[str], Record]

CASES = [
    # acts done
    ("France has imposed sanctions on three Iranian generals.", "SANCTION FRA>IRN actual"),
    ("Turkey expelled ten Russian diplomats on Tuesday.", "SANCTION TUR>RUS actual"),
    ("The EU lifted sanctions on Zimbabwe.", "RETREAT EU>ZWE actual"),
    ("Japan suspended aid to Myanmar.", "SANCTION JPN>MMR actual"),
    ("North Korea fired a missile over Japan on Tuesday.", "MOBILIZE PRK> actual"),
    ("Talks between Armenia and Azerbaijan collapsed on Friday.", "CONSULT ARM,AZE> actual"),
    ("Germany has sent 30 tanks to Ukraine.", "AID DEU>UKR actual"),
    ("Hamas released four hostages on Sunday.", "RETREAT group:hamas> actual"),
    ("Serbia and Hungary began joint military exercises on Monday.", "COOPERATE SRB,HUN> actual"),
    ("The position of Bolivia was endorsed by Peru and Chile.", "SUPPORT PER,CHL>BOL actual"),
    # two together are both
    ("Chad and Niger lie in Africa. The two governments held talks.", "CONSULT TCD,NER> actual"),
    # the passive and the noun turn no one round
    ("Kenya was urged by the African Union to withdraw its troops from Somalia.", "REQUEST AU>KEN actual"),
    ("Ukraine was attacked by Russia.", "ASSAULT RUS>UKR actual"),
    ("Israel's air strike on Syria killed four soldiers.", "ASSAULT ISR>SYR actual"),
    # what was only said
    ("Chinese President Xi Jinping will visit Vietnam next week.", "AGREE CHN>VNM planned"),
    ("Canada promised to send aid to Haiti.", "AGREE CAN>HTI pledged"),
    ("The United States promised $40 million in humanitarian aid for Haiti.", "AGREE USA>HTI pledged"),
    ("Washington is considering sending troops to Haiti.", "MOBILIZE USA> considered"),
    ("Iran threatened to attack Israel.", "THREATEN IRN>ISR actual"),
    ("Egypt refused to meet the Ethiopian delegation.", "REJECT EGY>ETH actual"),
    ("Egypt cancelled its military exercises with Turkey and Qatar.", "SANCTION EGY>TUR,QAT actual"),
    ("Ethiopia denies shelling a Sudanese border town", "REJECT ETH> actual"),
    ("Rwanda will leave the bloc unless Burundi apologises.", "THREATEN RWA>BDI actual"),
    ("Baku denies having opened fire first and blames Armenia.", "ACCUSE AZE>ARM actual"),
    ("The foreign ministers of Sudan and Ethiopia met in Nairobi on Monday.", "CONSULT SDN,ETH> actual"),
    ("Has Uganda sent 300 troops to Chad?", "MOBILIZE UGA> hypothetical"),
    ("Why has Uganda sent 300 troops to Chad?", "MOBILIZE UGA> actual"),
    ("If Pakistan attacks India, China will mediate.", "ASSAULT PAK>IND hypothetical"),
    ("Iran accused Israel of bombing Syria.", "ACCUSE IRN>ISR actual"),
    ("Iran accused Israel of bombing Syria.", "ASSAULT ISR>SYR actual"),
    ("“We will always help Cuba,” the Mexican president said.", "AGREE MEX>CUB pledged"),
    ("The Ghanaian president said that Togo's raids were not helpful.", "ACCUSE GHA>TGO actual"),
    ("The president of Niger told reporters that Mali ignores the treaty.", "ACCUSE NER>MLI actual"),
    ("The Malian president said that the Malian army has not violated the truce.", "REJECT MLI> actual"),
    ("Most members of the bloc wanted to recognise the state, but Cyprus has refused.", "REJECT CYP> actual"),
]

NOTHING = [
    "Arsenal beat Chelsea 3-1 on Sunday.",
    "France has not recognised Palestine.",
    "No Turkish soldier has left Syria.",
    "Kenya insisted that its crew had acted lawfully.",
    "The factory met its export target.",
    "The minister attacked the crossword every morning.",
]


def sides(record: Record, ids: tuple[str, ...]) -> set[str]:
    """The ids and the states that they act for."""
    states = {a.state for a in record.actors if a.id in ids and a.state}
    return set(ids) | states


def told(record: Record, event: Event, expected: str) -> bool:
    kind, parties, status = expected.split(" ")
    who, _, whom = parties.partition(">")
    return (
        event.event == kind
        and event.status == status
        and set(filter(None, who.split(","))) <= sides(record, event.actors)
        and set(filter(None, whom.split(","))) <= sides(record, event.recipients)
    )


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_is_coded_as_a_reader_takes_it(read: Read, text: str, expected: str) -> None:
    record = read(text)
    assert any(told(record, e, expected) for e in record.events), [
        (e.event, e.actors, e.recipients, e.status.value, e.steps) for e in record.events
    ]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_event_is_not_coded(read: Read, text: str) -> None:
    assert [(e.event, e.why) for e in read(text).events] == []


def test_every_event_says_why_and_points_at_its_words(read: Read) -> None:
    for text, _ in CASES:
        record = read(text)
        for event in record.events:
            assert event.why
            for told_in in event.evidence:
                assert told_in.sentence.covers(told_in.trigger)
                spans = (*told_in.actor_spans, *told_in.recipient_spans)
                assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_what_is_not_kept_carries_its_reason(read: Read) -> None:
    record = read("France has not recognised Palestine.")
    reasons = [d.reason for d in record.dropped if d.step == "coding"]
    assert "SUPPORT is negated: it did not happen" in reasons


@pytest.mark.parametrize(
    "text",
    [
        "Jordan sent no troops to Syria.",
        "Norway has closed no crossing this year.",
        "Police in Lima arrested nobody on Friday.",
    ],
)
def test_what_is_done_to_nobody_is_not_done(read: Read, text: str) -> None:
    assert not read(text).events


def test_reading_twice_gives_the_same_record(read: Read) -> None:
    text = "Iran accused Israel of bombing Syria and threatened to attack it."
    assert read(text) == read(text)


def test_one_act_told_twice_is_one_event_with_two_tellings(read: Read) -> None:
    record = read("Turkey expelled ten Russian diplomats. Turkey expelled the Russian diplomats on Tuesday.")
    [event] = [e for e in record.events if e.event == "SANCTION"]
    assert len(event.evidence) == 2
    assert event.time is not None
    assert event.time.start == "2024-05-14"


def test_a_clause_about_somebody_is_done_by_them(read: Read) -> None:
    record = read("Villagers fled, according to the Red Crescent, which delivered tents to a camp near Goma.")
    assert any(e.event == "AID" and "REDCRESCENT" in e.actors for e in record.events)


def test_an_accused_act_stands_once_on_the_accusers_word(read: Read) -> None:
    record = read("The army of Sudan accused Ethiopia of moving tanks into the disputed Fashaga farmland.")
    told = [e for e in record.events if e.event == "MOBILIZE"]
    assert [len(e.attribution) for e in told] == [1]


def test_the_condition_of_a_source_is_none_of_the_promise(read: Read) -> None:
    text = "Washington will send 200 engineers to Haiti, a US official said on condition of anonymity."
    [pledge] = read(text).pledges
    assert pledge.condition is None


def test_a_pronoun_is_evidence_with_the_name_that_it_stands_for(read: Read) -> None:
    record = read("Egypt's government said on Tuesday that it would free 20 prisoners.")
    [event] = [e for e in record.events if "EGY" in e.actors[0]]
    told = [s.of(record.report.text) for s in event.evidence[0].actor_spans]
    assert told == ["it", "Egypt's government"]


@pytest.mark.parametrize(
    "text",
    [
        "The Bolivian foreign ministry did not respond to a request for comment.",
        "Officials in Riyadh did not immediately reply to emailed questions.",
        "The Kenyan army declined to comment.",
        "A spokeswoman for the Norwegian central bank refused to comment on the leak.",
        "The Cuban embassy could not be reached for comment.",
    ],
)
def test_silence_towards_the_press_refuses_and_asks_nothing(read: Read, text: str) -> None:
    assert not [e for e in read(text).events if e.event in ("REJECT", "REQUEST")]


def test_silence_towards_a_government_is_a_refusal(read: Read) -> None:
    record = read("Tehran did not respond to the EU's request for talks.")
    assert {"REJECT", "REQUEST"} <= {e.event for e in record.events}


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("Lima denied that its gendarmes were involved.", ""),
        ("Uganda denied it had supplied rifles to Burundi.", ""),
        ("Chad denied arming the rebels.", ""),
        ("Eritrea denied any role in the raid on Djibouti.", ""),
        ("Zambia denied that it was helping the rebels, as Angola alleges.", "AGO"),
        ("Baku denied Yerevan's claim that it had shelled the village.", "ARM"),
        ("Kigali rejected the accusation that it had armed the militia.", ""),
        ("Serbia dismissed allegations by Kosovo that it had trained the gunmen.", "XKX"),
    ],
)
def test_a_denial_goes_to_the_accuser_and_to_nobody_in_the_charge(
    read: Read, text: str, accuser: str
) -> None:
    record = read(text)
    [denial] = [e for e in record.events if e.event == "REJECT"]
    assert sides(record, denial.recipients) == ({accuser} if accuser else set())


def test_what_a_rejected_charge_tells_is_denied(read: Read) -> None:
    record = read("Kigali rejected the accusation that it had armed the militia.")
    assert {e.status.value for e in record.events if e.event == "AID"} == {"denied"}


def test_whoever_is_accused_of_a_breach_accuses_nobody(read: Read) -> None:
    record = read("Sudan accused Ethiopia of breaching the border agreement.")
    [told] = [e for e in record.events if e.event == "ACCUSE"]
    assert sides(record, told.actors) == {"SDN"}


@pytest.mark.parametrize(
    "text",
    [
        "Armenia promised not to attack Azerbaijan.",
        "“We will not attack Georgia,” the Armenian president said.",
        "Oman said it would not attack Yemen.",
    ],
)
def test_a_promise_not_to_do_harm_is_agree_alone(read: Read, text: str) -> None:
    assert [(e.event, e.status.value) for e in read(text).events] == [("AGREE", "pledged")]


def test_whoever_helps_to_look_into_a_crime_is_not_accused_of_it(read: Read) -> None:
    record = read("The Kenyan police are investigating the thefts jointly with Interpol.")
    [probe] = [e for e in record.events if e.event == "ACCUSE"]
    assert "INTERPOL" in " ".join(probe.actors).upper()
    assert not probe.recipients


@pytest.mark.parametrize(
    "text",
    [
        "The UN warned that thousands could starve in Tigray.",
        "Nurses warned that measles could kill hundreds of children in Chad.",
        "The World Food Programme warned of famine in Somalia.",
        "The president of Puntland warned that drought would drive families from their homes.",
        "Chisinau warned that Russia could attack the dam.",
    ],
)
def test_harm_that_is_foretold_threatens_nobody(read: Read, text: str) -> None:
    assert not [e for e in read(text).events if e.event == "THREATEN"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Brussels threatened Georgia with sanctions.", None),
        ("Ottawa threatened Brazil with tariffs.", None),
        ("Minsk threatened the Polish reporters with prison.", "arrest"),
        ("Baghdad threatened the Kurds with war.", "violence"),
        ("Ankara warned Athens of consequences.", None),
    ],
)
def test_the_mode_of_a_threat_is_what_is_threatened(read: Read, text: str, mode: str | None) -> None:
    assert [e.mode for e in read(text).events if e.event == "THREATEN"] == [mode]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A bomb killed nine people in Quetta on Monday.", "explosives"),
        ("Bomb kills nine", "explosives"),
        ("A Malian driver was killed by a landmine near Kidal.", "explosives"),
        ("A drone strike killed two fighters in Qamishli.", "drone"),
        ("An air strike killed a family in Taiz.", "aerial"),
        ("Rockets fell on the airport.", "heavy-weapons"),
    ],
)
def test_a_bomb_without_a_doer_is_one_assault(read: Read, text: str, mode: str) -> None:
    assert [(e.event, e.mode, e.actors) for e in read(text).events] == [("ASSAULT", mode, ())]


@pytest.mark.parametrize(
    "text",
    [
        "A gas explosion killed nine people in Quetta.",
        "The essayist fought, as she liked to say, only with footnotes.",
        "The ministry in Riga bombarded its editors with corrections.",
        "Belize, locked in a dispute with Guatemala, has a new flag.",
    ],
)
def test_accidents_and_figures_of_speech_are_no_conflict(read: Read, text: str) -> None:
    assert not [e for e in read(text).events if e.event in ("ASSAULT", "COERCE")]


def test_arms_given_with_two_objects_are_aid(read: Read) -> None:
    record = read("Norway sent Estonia 14 howitzers.")
    assert any(told(record, e, "AID NOR>EST actual") for e in record.events)


def test_who_claims_an_attack_is_its_doer(read: Read) -> None:
    record = read("Islamic State said it was behind the Herat attack.")
    assert [e.actors for e in record.events if e.event == "ASSAULT"] == [("group:islamic-state",)]


def test_what_follows_a_refusal_is_done(read: Read) -> None:
    record = read("The premier of Fiji said he would not sign the bill, and sacked two ministers.")
    assert [e.status.value for e in record.events if e.event == "SANCTION"] == ["actual"]


def test_what_is_neither_confirmed_nor_denied_is_no_denial(read: Read) -> None:
    record = read("Moscow has neither confirmed nor denied that it offered Minsk a loan.")
    assert not [e for e in record.events if e.event == "REJECT"]


def test_who_rejects_a_call_rejects_it(read: Read) -> None:
    record = read("Belarus rejected a call by the European Union for a new election.")
    assert any(told(record, e, "REJECT BLR>EU actual") for e in record.events)


def test_bail_is_denied_to_whom_it_is_denied(read: Read) -> None:
    record = read("A court in Bahrain denied bail to three journalists.")
    assert any(e.event == "REJECT" and e.recipients for e in record.events)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Bolivian police detained four miners after a march in Oruro.", "PROTEST"),
        ("The Greek government eased the curfew after riots in Patras.", "PROTEST"),
        ("Uganda sent helicopters after a raid on Kasese.", "ASSAULT"),
        ("Nepal shut its border after an attack on a train in Bihar.", "ASSAULT"),
        ("Portugal recalled its consul after a raid on its embassy.", "ASSAULT"),
        ("Senegal offered talks after a coup in Guinea.", "COERCE"),
        ("Two days after the coup, Belgium recalled its ambassador.", "COERCE"),
        ("Jordanian jets bombed two depots in retaliation for an assault on an Irbid hotel.", "ASSAULT"),
    ],
)
def test_whoever_answers_to_an_act_did_not_do_it(read: Read, text: str, event: str) -> None:
    events = read(text).events
    (answer,) = [e for e in events if e.event != event or e.mode == "aerial"]
    assert not any(set(e.actors) & set(answer.actors) for e in events if e is not answer)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Thirty rebels fled after an attack by the Chadian army on their camp.", "TCD.MIL"),
        ("Sudan closed the border following an Eritrean raid on Kassala.", "ERI"),
        ("Lebanese troops killed two smugglers in a raid on Hermel.", "LBN.MIL"),
    ],
)
def test_an_act_told_by_a_noun_has_its_own_doer(read: Read, text: str, doer: str) -> None:
    events = [e for e in read(text).events if e.event == "ASSAULT"]
    assert any(doer in a for e in events for a in e.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Seventy militants died in the raids near Baidoa, the army said.",
        "Eleven civilians were hurt in the air strikes.",
        "Two Danish sailors perished in an attack by pirates off Togo.",
    ],
)
def test_who_comes_to_harm_in_an_attack_is_hit_by_it(read: Read, text: str) -> None:
    (attack,) = [e for e in read(text).events if e.event == "ASSAULT"]
    assert attack.recipients
    assert not set(attack.recipients) & set(attack.actors)
    assert not any("militants" in a or "civilians" in a or "DNK" in a for a in attack.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia stopped short of recalling its consul.",
        "Latvia almost recalled its ambassador.",
        "Uganda held back from shelling the camp.",
        "Croatia came close to expelling the Turkish envoy.",
        "The EU stopped short of imposing sanctions on Georgia.",
        "It would be wrong to bomb Cuba, the minister said.",
        "Police nearly shot a photographer.",
    ],
)
def test_what_was_almost_done_or_only_judged_is_no_deed(read: Read, text: str) -> None:
    assert not [e for e in read(text).events if e.status.value == "actual"]


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 300 marchers were arrested in Gomel.",
        "Niger almost immediately expelled the Dutch envoy.",
        "Jordan has nearly doubled its aid to Syria.",
    ],
)
def test_what_is_nearly_counted_was_done(read: Read, text: str) -> None:
    assert [e for e in read(text).events if e.status.value == "actual"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A bomb killed six traders in Mosul. Another bomb killed three soldiers in Basra.", 2),
        ("Police arrested nine students in Quito. Police arrested two reporters in Cuenca.", 2),
        ("Two Chadian soldiers were killed on Tuesday. Rebels have killed forty people since July.", 2),
        ("Police arrested nine students in Quito. The nine students were arrested by police on Monday.", 1),
        ("Gabon expelled two Danish envoys on Friday. Gabon expelled the Danish envoys from Libreville.", 1),
    ],
)
def test_two_acts_are_not_one_and_one_told_twice_is(read: Read, text: str, acts: int) -> None:
    assert len([e for e in read(text).events if e.quad == "material conflict"]) == acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portugal suspended aid but kept its ambassador in Bissau.", "SANCTION PRT> actual"),
        ("Libya restarted its reactor at Tajoura.", ""),
        ("Two ministers took refuge in the Italian embassy.", ""),
        ("Generals ruled Burma for three decades.", ""),
        ("Malawi will elect a new president in May.", ""),
        ("Uruguay will host the World Cup in 2030.", ""),
        ("Oxfam said that hundreds of graves had not been searched.", ""),
        ("Somalia and Kenya swapped ninety prisoners at Mandera.", "RETREAT SOM,KEN> actual"),
        ("Eritrea handed over the bodies of forty soldiers to Ethiopia.", "RETREAT ERI>ETH actual"),
        ("The Guinean army handed power to a civilian council.", "RETREAT GIN> actual"),
        ("The United States placed the Syrian police under sanctions.", "SANCTION USA>SYR actual"),
    ],
)
def test_what_looks_like_another_act(read: Read, text: str, expected: str) -> None:
    record = read(text)
    assert len(record.events) == bool(expected)
    assert all(told(record, e, expected) for e in record.events)


def test_nobody_marches_against_the_one_who_suffered(read: Read) -> None:
    events = read("Students marched in Bogota over the arrest of a poet.").events
    (march,) = [e for e in events if e.event == "PROTEST"]
    assert not march.recipients


def test_a_talk_of_misconduct_with_somebody_is_not_theirs(read: Read) -> None:
    (denial,) = read("Oman rejected any suggestion of secret deals with Qatar.").events
    assert not denial.recipients


def test_harm_that_was_only_permitted_is_planned(read: Read) -> None:
    text = "The Egyptian parliament allowed the president to send troops to Libya."
    statuses = {e.status.value for e in read(text).events if e.event == "MOBILIZE"}
    assert "actual" not in statuses


@pytest.mark.parametrize(
    "text",
    [
        "Burundi denied that its jets had bombed the village.",
        "Burundi denied having armed the Congolese rebels.",
    ],
)
def test_what_is_denied_is_told_as_denied(read: Read, text: str) -> None:
    assert sorted(e.status.value for e in read(text).events) == ["actual", "denied"]


def test_a_stabbing_is_done_with_a_blade(read: Read) -> None:
    (attack,) = read("Two Algerian soldiers were stabbed at a post near Tlemcen.").events
    assert attack.mode == "primitive"


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        (
            "Narendra Modi met Imran Khan's rival, Shehbaz Sharif, in Delhi.",
            "CONSULT",
            "person:shehbaz-sharif",
        ),
        ("Angela Merkel telephoned Robert Mugabe's critic, Tendai Biti.", "CONSULT", "person:tendai-biti"),
        ("Police arrested Tendai Biti, an opponent of Robert Mugabe.", "COERCE", "person:tendai-biti"),
        ("Peru condemned Chile's rival, Bolivia.", "ACCUSE", "BOL"),
        ("Justin Trudeau praised Hugo Chavez's predecessor.", "SUPPORT", None),
        ("France jailed two critics of Idriss Deby.", "COERCE", None),
        # a minister, an ally, a wife are whoever they are, and a raid is its owner's
        ("Narendra Modi met Imran Khan's foreign minister in Delhi.", "CONSULT", "PAK"),
        ("Canada condemned Russia's offensive.", "ACCUSE", "RUS"),
    ],
)
def test_whom_somebody_stands_against_has_no_part_in_it(
    read: Read, text: str, event: str, whom: str | None
) -> None:
    record = read(text)
    [found] = [e for e in record.events if e.event == event]
    others = sides(record, (*found.actors, *found.recipients))
    assert not others & {
        "person:imran-khan",
        "person:robert-mugabe",
        "person:hugo-chavez",
        "person:idriss-deby",
    }
    assert whom is None or whom in others


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("Danish consul shot dead in Accra", "ASSAULT", "DNK"),
        ("Indian helicopter shot down over Kashmir", "ASSAULT", "IND"),
        ("Norwegian tanker hijacked off Nigeria", "ASSAULT", "NOR"),
        ("Chadian soldiers killed in Libya", "ASSAULT", "TCD"),
        ("Two Chadian soldiers killed in Libya on Sunday were buried on Monday.", "ASSAULT", "TCD"),
    ],
)
def test_a_headline_without_auxiliary_tells_whom_it_befell(
    read: Read, text: str, event: str, whom: str
) -> None:
    record = read(text)
    [found] = [e for e in record.events if e.event == event]
    assert not found.actors
    assert whom in sides(record, found.recipients)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Chadian soldiers killed nine rebels in Libya", "TCD"),
        ("Rwandan troops shelled and took the town of Uvira", "RWA"),
        ("Kenyan police shot at marchers in Kisumu", "KEN"),
        ("Indian army attacked at dawn", "IND"),
        ("Turkish jets shot down by Greek pilots", "GRC"),
    ],
)
def test_a_headline_with_an_object_or_an_agent_tells_who_did_it(read: Read, text: str, doer: str) -> None:
    record = read(text)
    found = [e for e in record.events if e.event == "ASSAULT"]
    assert found
    assert all(doer in sides(record, e.actors) for e in found)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Greece offers helicopters", None),
        ("Norway pledged 200 observers.", None),
        ("Thailand promised 50 doctors.", None),
        ("Denmark offered Ukraine jets.", "UKR"),
        ("Serbia offered Chad tanks.", "TCD"),
        ("Ghana promised troops to Liberia.", "LBR"),
        ("Kenya offered the rebels talks.", "rebels"),
    ],
)
def test_what_is_promised_is_no_party_to_the_promise(read: Read, text: str, whom: str | None) -> None:
    record = read(text)
    [event] = [e for e in record.events if e.event == "AGREE"]
    assert [r.rpartition(":")[2].partition("-")[0] for r in event.recipients] == ([whom] if whom else [])


def test_whoever_survives_a_plot_did_not_plot(read: Read) -> None:
    events = read("King Hussein survived a plot by officers to bomb his palace, the court said.").events
    [plot] = [e for e in events if e.event == "ASSAULT"]
    assert not [actor for actor in plot.actors if actor.startswith("person:")]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Hissene Habre was handed over to the International Criminal Court.", "ICC"),
        ("Denmark handed a ferry over to Kenya.", "KEN"),
    ],
)
def test_whoever_is_handed_something_gave_nothing(read: Read, text: str, to: str) -> None:
    events = read(text).events
    assert all(to not in e.actors for e in events)
    assert any(to in e.recipients for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Hissene Habre is accused of murder.",
        "Angela Merkel, who spoke in Bonn after the jet had left for Tunis, called it a kidnapping.",
        "Peru described the raid as an attack on its sovereignty.",
    ],
)
def test_what_somebody_is_charged_with_is_not_done_in_the_telling(read: Read, text: str) -> None:
    found = {e.event for e in read(text).events}
    assert "ACCUSE" in found
    assert "ASSAULT" not in found


def test_a_coup_is_nobody(read: Read) -> None:
    record = read("The president was toppled by a coup in 1999.")
    assert not [e for e in record.events if e.actors]
    assert "coup" not in {a.name for a in record.actors}


def test_whoever_is_summoned_somewhere_is_not_the_one_who_summons(read: Read) -> None:
    record = read("The Mexican ambassador was summoned to the ministry in Quito.")
    assert not [e for e in record.events if "ECU" in sides(record, e.recipients)]


@pytest.mark.parametrize(
    "text",
    [
        "Senegal has bought no frigates, its navy said, and rented none.",
        "Peru did not send a delegation to the fair, its tourist board said.",
    ],
)
def test_what_was_just_not_done_is_no_denial(read: Read, text: str) -> None:
    assert not [e for e in read(text).events if e.event == "REJECT"]


def test_who_says_that_they_will_not_refuses(read: Read) -> None:
    record = read("Norway will not recall its envoy from Minsk, its prime minister said on Monday.")
    assert [e.event for e in record.events] == ["REJECT"]

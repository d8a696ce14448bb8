"""The word lists of the tokenizer: prefixes, abbreviations, units, and what is run together."""

from __future__ import annotations

# After these a hyphen does not end the word: "non-aligned", "mid-August", "e-mail".
PREFIXES = (
    "anti arch co counter cross e ex hyper inter intra macro mega meta micro mid mini mis mono multi neo non "
    "over post pre pro proto pseudo re semi socio sub super trans tri ultra un"
)

# These keep their period wherever they stand; given with their usual capital.
ABBREVIATIONS = (
    "Adm Assn Asst Atty Aug Ave Blvd Bros Brig Capt Cmdr Co Col Comdr Cons Corp Cpl Ct Dec Dept Det Dr Drs "
    "Est Esq Feb Fr Ft Gen Gov Govs Hon Hwy Inc Insp Jan Jr Jul Jun Lt Ltd Maj Messrs Mgr Mlle Mme Mr Mrs Ms "
    "Mt Mts Msgr Nov Oct Pfc Ph Pres Prof Pte Pvt Rep Reps Rev Sen Sens Sept Sep Sgt Spc Sr St Ste Supt "
    "Treas Univ Ala Ariz Ark Calif Colo Conn Fla Kan Ky Md Mich Minn Neb Nev Okla Ore Pa Tenn Va Vt Wis Wyo "
    "al approx ca cf etc vs viz"
)

# These keep it only before a number: "No. 5", "Sat. 12".
BEFORE_A_NUMBER = (
    "Apr Art Ch Fig Figs Fri Mar Mon No Nos Para Rd Sat Sec Sun Thu Thur Thurs Tue Tues Vol Wed p pp vol"
)

# These are words of their own when they follow a number without a blank: "5pm", "$20m". Patterns.
UNITS = (
    r"am pm a\.m\.? p\.m\.? m mn b bn tn tr k mm cm km kg mg ml ft lb lbs oz mph kph kmh kw mw gw kwh mwh "
    r"gb mb tb hz khz mhz ghz hrs? mins? secs? yrs? in yd"
)

# How a web address without "www." or a file name ends.
ENDINGS = (
    "com org net gov edu mil int info biz eu uk us ru cn de fr ua rs in au ca tv io co me news "
    "doc docx xls xlsx pdf txt jpg"
)

# Two words written as one, with the length of the first.
RUN_TOGETHER = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2,
    "wasnt": 3, "arent": 3, "werent": 4, "hasnt": 3, "havent": 4, "hadnt": 3, "wouldnt": 5, "couldnt": 5,
    "shouldnt": 6, "cant": 2, "im": 1, "ive": 1, "thats": 4, "whats": 4,
}  # fmt: skip

# After "Plan B." these begin a new sentence rather than carry on a name.
STARTERS = frozenset(
    {
        *(
            "A",
            "An",
            "And",
            "As",
            "At",
            "But",
            "By",
            "For",
            "From",
            "He",
            "Her",
            "His",
            "How",
            "I",
            "If",
            "In",
        ),
        *(
            "It",
            "Its",
            "My",
            "No",
            "Not",
            "Of",
            "On",
            "One",
            "Our",
            "She",
            "So",
            "That",
            "The",
            "Their",
            "Then",
        ),
        *("There", "These", "They", "This", "Those", "To", "We", "What", "When", "Where", "Which", "While"),
        *("Who", "Why", "With", "You", "Your"),
    }
)

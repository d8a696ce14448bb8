"""The expressions of the shapes of time; `date_patterns` fills in the pieces and says what they are.

In an expression ``_`` is white space and ``<PIECE>`` a piece of the lexicon. Each shape has the name of
its reading, its expression, and the cues (of `date_patterns`, `DIGIT_CUES` and `CUE_WORDS`) that it cannot
match without, of which the rarest stands first. One that begins at a word edge begins with a word.
"""

from __future__ import annotations

DIGIT_CUES: dict[str, str] = {
    "tens": r"[0-9]0s",
    "year": r"[12][0-9]{3}",
    "fraction": r"[0-9][/.][0-9]",
    "hour": r"[0-9](?::[0-9]|\s*(?:[ap]\.?m|hrs|hours|local|<ZONES>))",
}
"""Cues that are looked for only where a digit stands, which is the cue "digit"."""

CUE_WORDS: dict[str, tuple[str, ...]] = {
    "q": ("q",),
    "oclock": ("clock",),
    "century": ("century",),
    "each": ("every", "each"),
    "times": ("once", "twice", "times"),
    "direction": ("ago", "earlier", "previously", "beforehand", "before", "later", "afterward", "afterwards",
                  "after", "now", "hence"),
    "half": ("half",),
    "quarter": ("quarter", "half"),
    "end": ("end",),
    "latest": ("latest", "recent"),
    "ended": ("ended", "ending"),
    "old": ("old", "olds"),
    "aged": ("aged", "age"),
    "long": ("long",),
    "fiscal": ("fiscal",),
    "noon": ("noon", "midnight"),
    "weekend": ("weekend",),
    "one": ("hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year", "decade",
            "century"),
    "several": ("moments", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"),
    "beside": ("last", "past", "previous", "preceding", "next", "coming", "following", "upcoming", "this",
               "current", "same", "that"),
    "of": ("of",),
    "stage": ("beginning", "start", "end", "middle", "mid", "early", "late"),
}  # fmt: skip
"""Cues that are words: a shape with such a cue is tried only where one of the words stands."""

_CLOCK = r"(?<![0-9:.$€£])\b<CLOCK>"

SHAPES: tuple[tuple[str, str, str], ...] = (
    ("iso", r"\b(?P<y>[12][0-9]{3})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9])", "year"),
    (
        "numeric",
        r"(?<![0-9/])(?P<a>[0-9]{1,2})(?P<sep>[/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<y>[12][0-9]{3}|[0-9]{2})(?![0-9/]|\.[0-9])",
        "fraction",
    ),
    (
        "day_month",
        r"\b(?:(?P<w><ANYDAY>),?_)?(?:the_)?(?P<d><DAY>)<SUFFIX>(?:\s*<DASH>\s*(?P<d2><DAY>)<SUFFIX>)?[\s-]+(?:of_)?"
        r"(?P<m><MONTH>)(?:,?[\s-]+(?P<y><YEAR>)(?![0-9]))?",
        "month digit",
    ),
    (
        "month_day",
        r"\b(?:(?P<w><ANYDAY>),?_)?(?P<m><MONTH>)_(?:the_)?(?P<d><DAY>)<SUFFIX>(?!:|%|\.[0-9]|,[0-9]{3}\b(?<!,[12][0-9]{3}))"
        r"(?:\s*<DASH>\s*(?P<d2><DAY>)<SUFFIX>)?(?:,?_(?P<y><YEAR>)(?![0-9]))?",
        "month digit",
    ),
    (
        "day_month",
        r"\bthe_(?P<dword><ORD>)_of_(?P<m><MONTH>)(?:,?_(?P<y><YEAR>)(?![0-9]))?",
        "month of",
    ),
    (
        "month_year",
        r"\b(?:(?P<stage><STAGE>)[\s-]+)?(?P<m><MONTH>)(?:,|_of)?_(?P<y><YEAR>)(?![0-9])",
        "month year",
    ),
    (
        "month",
        r"\b(?:(?P<stage><STAGE>)[\s-]+)?(?:(?P<ref><BESIDE>|<NEXTTO>)_)?(?P<m><LONEMONTH>)(?:_(?P<post>last_year|this_year|next_year))?",
        "month",
    ),
    (
        "year_range",
        r"(?<![0-9.,-])(?P<y><YEAR>)\s?[-–/]\s?(?P<y2><YEAR>|[0-9]{2})(?![0-9-]|[.,][0-9])",
        "year",
    ),
    (
        "year",
        r"(?<![0-9.,$€£#/-])\b(?:(?P<stage><STAGE>)[\s-]+)?(?P<the>the_year_)?(?P<y><YEAR>)(?![0-9]|[.,:/][0-9]|-[0-9])",
        "year",
    ),
    ("fiscal", r"\b(?:the_)?fiscal_(?:year_)?(?P<y><YEAR>)(?![0-9])", "fiscal year"),
    (
        "decade",
        r"\b(?:the_)?(?:(?P<stage><STAGE>)[\s-]+(?:the_)?)?(?P<dec>1[0-9]{2}0s|20[0-9]0s)\b",
        "tens",
    ),
    (
        "decade",
        r"(?:\b)(?:(?P<stage><STAGE>)[\s-]+)?(?:the_)?(?:(?P<stage2>early|mid|late)[\s-]+)?[’'‘](?P<dec>[0-9]0s)\b",
        "tens",
    ),
    (
        "decade",
        r"\bthe_(?:(?P<stage>early|mid|late)[\s-]+)?(?P<dec><DECADES>)\b",
        "word",
    ),
    (
        "century",
        r"\b(?:the_)?(?:(?P<stage><STAGE>)[\s-]+(?:the_)?)?(?P<c><CENTURY>)[\s-]century\b",
        "century unit",
    ),
    (
        "weekday",
        r"\b(?:(?P<ref><BESIDE>|<NEXTTO>)_)?(?:(?P<stage>early|late|earlier|later)(?:_on)?_)?(?P<w><WEEKDAY>)(?:_(?P<part><PART>))?"
        r"(?:_(?P<post>last|next)(?!_(?:week|month|year)))?\b",
        "weekday",
    ),
    (
        "deictic",
        r"\b(?:(?P<stage>early|late|earlier|later)_)?(?P<day>the_day_before_yesterday|the_day_after_tomorrow|yesterday|"
        r"today|tomorrow|tonight|overnight)(?:_(?P<part><PART>))?\b",
        "part",
    ),
    (
        "part",
        r"\b(?:(?P<stage>early|late|earlier|later)_)?(?P<ref>this|last|that|the_same|the_previous|the_following|the_next)_"
        r"(?P<part><PART>)\b",
        "part",
    ),
    (
        "ref_unit",
        r"\b(?:(?P<stage><STAGE>)_)?(?:(?P<the>the)_)?(?P<ref><REF>|same|that)_(?P<unit>day|week|weekend|month|quarter|year|"
        r"decade|century|fortnight|night)\b",
        "beside one unit",
    ),
    (
        "ref_season",
        r"\b(?:(?P<stage><STAGE>)_)?(?:the_)?(?P<ref><REF>|same|that)_(?P<s><SEASON>)\b",
        "season",
    ),
    ("weekend", r"\bthe_weekend\b", "unit weekend"),
    (
        "stage_unit",
        r"\b(?P<stage>the_(?:beginning|start|end|middle)_of|mid-?|early_in|late_in)_?the_(?P<unit>week|month|year|"
        r"decade|century)\b",
        "stage unit",
    ),
    (
        "ref_count",
        r"\b(?:(?:the|these)_)?(?P<ref>last|past|previous|preceding|next|coming|following)_<QUAL>(?P<n><NUM>)_"
        r"(?P<unit><UNITS>)\b",
        "beside unit",
    ),
    (
        "ago",
        r"\b(?P<exact>exactly_)?<QUAL>(?P<n><NUM>)[\s-]+(?:and_a_half_)?(?P<unit><UNITS>)(?:_and_a_half)?_"
        r"(?P<dir>ago|earlier|previously|beforehand|before(?=[.,;]|$)|later|afterwards?|after(?=[.,;]|$)|(?:after|before)_that(?=[.,;]|$|_(?-i:[A-Z])|_(?:the|an?|he|she|it|they|his|her|its|their)\b)|from_now|hence)\b"
        r"(?P<day>_to_the_day\b)?",
        "direction unit",
    ),
    ("ago", r"\b(?P<n>half_an?|a)_(?P<unit><UNITS>)_and_a_half_(?P<dir>ago|earlier|later)\b", "half unit"),
    (
        "next_day",
        r"\b(?:the_)(?P<unit>day|night|week|month|year)_(?P<dir>before|after|earlier|later)(?=[.,;]|$)",
        "direction unit",
    ),
    (
        "set",
        r"\b(?:every|each)_(?:(?:(?P<other>other|second)|single|(?P<n><NUM>))_)?(?P<unit><UNITS>|<WEEKDAY>|<LONEMONTH>|<PART>|<SEASON>)\b",
        "each unit",
    ),
    (
        "set",
        r"\b(?:every|each)_(?:(?:other|single)_)?(?P<unit><WEEKDAY>|<LONEMONTH>)(?:_<PART>)?\b",
        "each weekday",
    ),
    ("set", r"\b(?P<unit><DAYNAME>)s\b", "weekdays"),
    (
        "set",
        r"\b(?:once|twice|three_times|several_times)_(?:a|an|per|each|every)_(?P<unit>day|week|month|year)\b",
        "times unit",
    ),
    (
        "set",
        r"\b(?=an?_|per_)"
        r"(?:(?<=[0-9%] )|(?<=percent )|(?<=illion )|(?<=times )|(?<=barrels )|(?<=tons )|(?<=tonnes )"
        r"|(?<=hours )|(?<=days )|(?<=weeks )|(?<=dollars ))"
        r"(?:a|an|per)_(?P<unit>day|week|month|year|hour)\b",
        "one unit",
    ),
    ("recurring", r"\b(?P<word><RECURRING>)\b", "word"),
    ("clock", _CLOCK, "hour"),
    ("clock", _CLOCK, "oclock digit"),
    ("clock", _CLOCK, "noon digit"),
    ("clock", r"\b(?P<noon>noon|midnight)\b", "noon word"),
    ("clock", r"\b<CLOCK>(?<=[a-z])", "oclock"),
    (
        "quarter",
        r"\b(?:the_)?(?:fiscal_)?(?P<ord><ORD>|final|last)[\s-]+(?:fiscal_)?(?P<what>quarter)"
        r"(?:,?_(?:of_)?(?:fiscal_)?(?P<of>the_year|this_year|last_year|next_year|<YEAR>))?\b",
        "quarter unit",
    ),
    (
        "quarter",
        r"\b(?:fiscal_)?(?P<of><YEAR>)(?:[’']s)?_(?:fiscal_)?(?P<ord><ORD>|final|last)[\s-]+(?P<what>quarter|half)\b",
        "quarter unit",
    ),
    (
        "quarter",
        r"\b(?:the_)?(?P<ord>first|second)[\s-]+(?P<what>half)_(?:of_)?(?:fiscal_)?"
        r"(?P<of>the_year|this_year|last_year|next_year|<YEAR>)\b",
        "half unit",
    ),
    ("quarter", r"\b(?:the_)?(?P<ord>first|second)[\s-]+(?P<what>half)(?P<of>)(?=[.,;:)]|$)", "half unit"),
    (
        "year_earlier",
        r"\b(?:the_)?(?P<base>year|month|quarter|week|day)-(?:earlier|ago)(?:_(?P<unit>quarter|month|period|week))?\b",
        "direction unit",
    ),
    (
        "year_end",
        r"\b(?:the_)?(?:year[’']s_end|year-end|end_of_year)(?:_(?P<y><YEAR>|this_year|last_year|next_year))?\b",
        "end unit",
    ),
    (
        "bare_unit",
        r"\b(?=the_)"
        r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bduring )|(?<=\bof )|(?<=\bover )|(?<=\bthroughout )|(?<=\bby ))"
        r"(?P<ref>the|the_latest|the_most_recent)_(?P<unit>day|week|month|quarter|year)(?=_(?:ended|ending|just_ended)\b"
        r"|_(?:when|while|but|and|with|as|to_\$|from_\$|from_a|rose|fell|was|were|on|at|in|by)\b|[.,;:)]|$|[’']s\b)",
        "one unit",
    ),
    (
        "bare_unit",
        r"\b(?P<ref>the_latest|the_most_recent)_(?P<unit>week|month|quarter|year)\b",
        "latest unit",
    ),
    (
        "bare_unit",
        r"\b(?P<ref>the)_(?P<unit>week|month|quarter|year)(?=_(?:ended|ending)\b)",
        "ended unit",
    ),
    ("quarter", r"\b(?P<what>Q)(?P<ord>[1-4])(?:_(?:of_)?(?P<of><YEAR>))?\b", "q digit"),
    (
        "season",
        r"\b(?:(?P<stage>early|mid|late)[\s-]+)?(?:the_)?(?:(?P<stage2>early|mid|late)[\s-]+)?(?P<s><SEASON>),?_(?:of_)?"
        r"(?P<y><YEAR>|this_year|last_year|next_year)\b",
        "season",
    ),
    (
        "bare_season",
        r"\b(?:(?<=\bin )|(?<=\bby )|(?<=\bduring )|(?<=\bover )|(?<=\bsince )|(?<=\buntil )|(?<=\bthis ))"
        r"(?:the_)?(?:(?P<stage>early|mid|late)[\s-]+)?(?P<s><SEASON>)"
        r"(?=[.,;:)]|$|_(?:and|the|when|after|but|in|at|as|with|to|for|that|a)\b)",
        "season",
    ),
    ("named_day", r"\b(?P<name><NAMED>)(?:,?_(?P<y><YEAR>)(?![0-9]))?\b", "word"),
    ("named_day", r"\b(?P<name>9/11)\b", "fraction"),
    (
        "in_part",
        r"\b(?:(?<=\bin )|(?<=\bby )|(?<=\bduring )|(?<=\bat )|(?<=\bbefore )|(?<=\bafter )|(?<=\buntil ))"
        r"(?:the_)?(?:(?P<stage>early|late|mid)[\s-]+)?(?P<part>morning|afternoon|evening|night|dawn|dusk|midday|lunchtime)\b"
        r"(?!_(?:of|before|after|raid|attack|vision|club|flight|shift|prayer|school|market|service)\b)(?![’'-])",
        "part",
    ),
    ("in_part", r"\b(?P<stage>early|late|mid)[\s-](?P<part>morning|afternoon|evening)\b", "part"),
    ("vague", r"\b(?P<word><VAGUE>)\b(?!-)(?!_(?:<NUM>_)?<UNITS>\b)", "word"),
    ("age", r"\b(?P<n><NUM>)[\s-]+(?P<unit><UNITS>)[\s-]+olds?\b", "old unit"),
    ("no_time", r"\b(?:aged|age)_<NUM>(?:_<UNITS>)?\b", "aged digit"),
    (
        "duration",
        r"\b<QUAL>(?P<n><NUM>)(?P<gap>[\s-]+)(?P<half>and[\s-]a[\s-]half[\s-]|1/2[\s-])?"
        r"(?:(?:consecutive|straight|successive|full|whole|more|additional|long|solid)_)?"
        r"(?P<unit><UNITS>)(?P<half2>_and_a_half)?(?:-long)?\b(?![’']s_old|[\s-]+olds?\b)",
        "unit",
    ),
    (
        "lengths",
        r"\b(?=[cdhmwy])"
        r"(?:(?<=\bfor )|(?<=\bwithin )|(?<=\bover )|(?<=\bafter )|(?<=\bof )|(?<=\bin )|(?<=\btook )"
        r"|(?<=\blast ))"
        r"(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)\b(?!_ago)",
        "several unit",
    ),
    (
        "lengths",
        r"(?<!early )(?<!small )(?<!late )\b(?P<unit>days|weeks|months|years|decades|hours)(?=_of_[a-z])",
        "several of unit",
    ),
    (
        "lengths",
        r"\b(?P<unit>moments|minutes|hours|days|weeks|months|years)_(?:later|earlier|afterwards?|beforehand)\b",
        "direction unit",
    ),
    (
        "half_hour",
        r"\b(?:an?_)?half[\s-](?:an?_)?(?P<unit>hour|year|day|decade|century)s?(?:-long)?\b",
        "half unit",
    ),
    ("long", r"\b(?P<unit>day|week|month|year|decade)s?-long\b", "long unit"),
)

"""The table `articles`: one row a page that reports on dealings between officials of different countries.

What the values mean and how they are decided: the codebook. Columns first, then the rules that bind them together.
"""

from communique.schemas import values
from communique.schemas.article_rules import RULES
from communique.schemas.columns import BOOL, DATE, INT, Column, Table

COLUMNS = (
    Column(
        name="article_id",
        description="Key of the article: the same page has the same id on every machine and in every run.",
        example="a-4c5e7088455429db",
        pattern=values.ARTICLE_ID,
    ),
    Column(
        name="source_id",
        description="The id that the input carried, unchanged.",
        example="sana-2019-10-29-0017",
        nullable=True,
    ),
    Column(
        name="event_id",
        description="The event that the article reports: key of `events`.",
        example="e-0b1f3c5d7e9a2b4c",
        pattern=values.EVENT_ID,
    ),
    Column(
        name="url",
        description="Address of the page, or, where the text is retold, of the report that it retells.",
        example="https://www.example.org/news/2019/10/talks.html",
        nullable=True,
        pattern=values.URL,
    ),
    Column(
        name="publisher",
        description="Who published the page: the registrable domain of its address.",
        example="example.org",
        nullable=True,
        pattern=values.DOMAIN,
    ),
    Column(
        name="language",
        description="Language of the body, ISO 639-1.",
        example="en",
        allowed=values.languages,
    ),
    Column(
        name="title",
        description="The headline as printed, white space collapsed, without the site's name.",
        example="Ministers of transport discuss rail link",
        pattern=values.TEXT,
    ),
    Column(
        name="byline",
        description="Who wrote the article: a name or initials at its head or foot. A byline is not an actor.",
        example="Inas Abdulkareem",
        nullable=True,
        pattern=values.TEXT,
    ),
    Column(
        name="dateline_place",
        description="The place in the dateline, as printed.",
        example="Damascus",
        nullable=True,
        pattern=values.TEXT,
    ),
    Column(
        name="body",
        description=(
            "The article's paragraphs in order, joined by one blank line, without the page's furniture; "
            "null where rights withhold it."
        ),
        example="The two ministers met on Tuesday.\n\nThey agreed to reopen the rail link.",
        nullable=True,
        pattern=values.BODY,
    ),
    Column(
        name="body_sha256",
        description="SHA-256 of the body in UTF-8, there even if the body is withheld: a holder of the page can check.",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        pattern=values.SHA256,
    ),
    Column(
        name="body_chars",
        description="Length of the body in characters (Unicode code points), there even if the body is withheld.",
        example=2114,
        type=INT,
        minimum=1,
    ),
    Column(
        name="rights",
        description=(
            "Licence of the text: an SPDX identifier (`LicenseRef-` for one outside SPDX), or `facts-only` where none "
            "is known and only facts, address and hash may be published."
        ),
        example="CC-BY-4.0",
        pattern=values.RIGHTS,
    ),
    Column(
        name="text_origin",
        description="Whose words the text is.",
        example="original",
        allowed=values.TEXT_ORIGINS,
    ),
    Column(
        name="published",
        description="Day on which the page was published; never the day of retrieval, never invented.",
        example="2019-10-30",
        type=DATE,
        nullable=True,
        minimum=values.FIRST_DAY,
        maximum=values.LAST_DAY,
    ),
    Column(
        name="published_source",
        description="What says so.",
        example="metadata",
        nullable=True,
        allowed=values.PUBLISHED_SOURCES,
    ),
    Column(
        name="event_date",
        description="Day on which the reported event took place, the first if several; null if the body names none.",
        example="2019-10-29",
        type=DATE,
        nullable=True,
        minimum=values.FIRST_DAY,
        maximum=values.LAST_DAY,
    ),
    Column(
        name="event_date_source",
        description="From what it was read.",
        example="weekday",
        nullable=True,
        allowed=values.EVENT_DATE_SOURCES,
    ),
    Column(
        name="kind",
        description="Kind of the principal event, as headline and first paragraph tell it.",
        example="meeting",
        allowed=values.kinds,
    ),
    Column(
        name="plover_type",
        description="The kind in PLOVER: type of interaction; of a `statement`, after its content.",
        example="CONSULT",
        allowed=values.plover_types,
    ),
    Column(
        name="plover_mode",
        description="The kind in PLOVER: mode of the interaction, where the kind has one.",
        example="visit",
        nullable=True,
        allowed=values.plover_modes,
    ),
    Column(
        name="cameo_code",
        description="The kind in CAMEO: three digits.",
        example="042",
        allowed=values.cameo_codes,
    ),
    Column(
        name="countries",
        description="The parties to the event, ISO 3166-1 alpha-3, sorted; not countries merely mentioned.",
        example=["IRN", "SYR"],
        many=True,
        allowed=values.countries,
    ),
    Column(
        name="actors",
        description="Who took part, one entry a participant, in order of appearance.",
        example=[
            {
                "actor_id": "p-17c0de5f8a9b3e21",
                "name": "Iyad Al-Khatib",
                "role": "Minister of Communications and Technology",
                "country": "SYR",
                "organization": None,
                "type": "person",
                "start": 0,
                "end": 56,
            }
        ],
        fields=(
            Column(
                name="actor_id",
                description="The participant across articles: key of `actors`.",
                example="p-17c0de5f8a9b3e21",
                pattern=values.ACTOR_ID,
            ),
            Column(
                name="name",
                description="The fullest form in the article, without titles; null where only the office is given.",
                example="Iyad Al-Khatib",
                nullable=True,
                pattern=values.TEXT,
            ),
            Column(
                name="role",
                description="The office as the article gives it, without the name and the country's adjective.",
                example="Minister of Communications and Technology",
                nullable=True,
                pattern=values.TEXT,
            ),
            Column(
                name="country",
                description="The country that the actor represents; null for international bodies and private persons.",
                example="SYR",
                nullable=True,
                allowed=values.countries,
            ),
            Column(
                name="organization",
                description="The body that the person represents, where it is not simply the national government.",
                example="World Food Programme",
                nullable=True,
                pattern=values.TEXT,
            ),
            Column(
                name="type",
                description="A person, or a body that itself acts.",
                example="person",
                allowed=values.ACTOR_TYPES,
            ),
            Column(
                name="start",
                description="Where the evidence begins in the body: characters from 0; null if only the title has it.",
                example=0,
                type=INT,
                nullable=True,
                minimum=0,
            ),
            Column(
                name="end",
                description="Where the evidence ends in the body: the character behind its last.",
                example=56,
                type=INT,
                nullable=True,
                minimum=1,
            ),
        ),
    ),
    Column(
        name="sectors",
        description="The fields that the dealings are about, each once, in order of appearance.",
        example=[{"code": "transport", "primary": True, "start": 41, "end": 50}],
        fields=(
            Column(
                name="code",
                description="One of the 29 fields of the codebook.",
                example="transport",
                allowed=values.sectors,
            ),
            Column(
                name="primary",
                description="Whether the headline states it.",
                example=True,
                type=BOOL,
            ),
            Column(
                name="start",
                description="Where the evidence begins in the body: characters from 0; null if only the title has it.",
                example=41,
                type=INT,
                nullable=True,
                minimum=0,
            ),
            Column(
                name="end",
                description="Where the evidence ends in the body: the character behind its last.",
                example=50,
                type=INT,
                nullable=True,
                minimum=1,
            ),
        ),
    ),
    Column(
        name="duplicate_of",
        description="The first article with (nearly) the same text, if this is not it: its `article_id`.",
        example="a-1d2c3b4a59687706",
        nullable=True,
        pattern=values.ARTICLE_ID,
    ),
    Column(
        name="review",
        description="Who vouches for the values.",
        example="machine",
        allowed=values.REVIEWS,
    ),
)

TABLE = Table(
    name="articles",
    key="article_id",
    partition="published",
    description="One row an article: a published page that reports on dealings between officials.",
    columns=COLUMNS,
    rules=RULES,
)

"""The fields of cooperation, with their evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract import sectors
from communique.extract.fields.mentions import mentions
from communique.model import Article
from communique.registry import rows, settings, split_list
from communique.registry.sector_terms import SECTOR_TERMS, variants

CODES = {row["code"] for row in rows("sectors")}


def found(body: str, title: str = "Ministers meet") -> dict[str, bool]:
    return {sector.code: sector.primary for sector in sectors.find(Article(title=title, body=body))}


def test_an_enumeration_names_fields() -> None:
    body = (
        "The ministers discussed cooperation in the fields of trade, irrigation, higher "
        "education and railway transport."
    )
    assert found(body) == {"trade": False, "agriculture": False, "education": False, "transport": False}


def test_a_list_of_goods_or_ills_names_no_fields() -> None:
    body = "Sanctions make medicines, fuel, banking and spare parts dear in Malta, where the weather was fine."
    assert found(body) == {}


def test_what_somebody_was_briefed_on_is_a_topic() -> None:
    assert set(found("The guests briefed the President on the scholarships that they offer.")) == {"education"}
    assert set(found("The leaders spoke.", "Leaders talk on tsunami recovery")) == {"reconstruction"}


@pytest.mark.parametrize(
    "paper", ["accords on", "memoranda of understanding about", "treaties concerning", "deals for"]
)
def test_papers_of_every_name_and_number_are_about_fields(paper: str) -> None:
    assert set(found(f"The ministers of Malta and Fiji exchanged drafts of {paper} archives and tourism.")) == {
        "culture",
        "tourism",
    }


@pytest.mark.parametrize("name", ["the Trade Forum for Africa", "Blue Forest Hall", "Fiji Trade and Tourism House"])
def test_a_word_within_a_name_in_capitals_names_no_field(name: str) -> None:
    assert found(f"The envoys agreed at {name} that their ties are good.") == {}


def test_fields_in_capitals_are_fields() -> None:
    body = "The talks focussed on issues of Climate Change, Fisheries and Trade."
    assert set(found(body)) == {"environment", "agriculture", "trade"}


def test_short_paragraphs_behind_a_colon_are_fields() -> None:
    body = "The ministers talked for an hour.\n\nPapers were signed on:\n\nTaxation\n\nWater and hygiene\n\nHe left."
    assert set(found(body)) == {"finance", "water"}
    assert "finance" not in found(body.replace("signed on:", "signed."))


def test_a_long_enumeration_needs_no_word_that_announces_it() -> None:
    body = "There are groups for trade, energy, transport, health, mining and tourism."
    assert set(found(body)) == {"trade", "energy", "transport", "health", "mining", "tourism"}


def test_teaching_a_language_belongs_to_culture() -> None:
    body = "They agreed to cooperate in museums, in teaching the Arabic language and in communication between artists."
    assert set(found(body, "Malta, Oman sign cultural accord")) == {"culture"}


def test_figures_of_trade_are_no_talks_of_trade() -> None:
    assert found("Bilateral trade volume was $322 million, as they agreed.") == {}


def test_what_one_side_teaches_the_other_within_a_field_is_no_field() -> None:
    body = "They agreed on exchange of railway experts, on transfer of technology and on lectures in this sector."
    assert set(found(body, "Malta, Fiji discuss railways")) == {"transport"}


def test_the_speaker_of_a_parliament_is_an_office() -> None:
    assert found("The President met with the Speakers of the Parliaments of Fiji and Malta and agreed on ties.") == {}
    body = "The Speaker of the Parliament received the envoy. Cooperation between the parliaments was discussed."
    assert found(body, "Parliament Speaker receives envoy") == {"governance": True}


def test_a_disease_is_a_field_where_it_is_fought() -> None:
    assert set(found("They reviewed efforts to combat the novel coronavirus.")) == {"health"}
    assert found("The meeting was put off because of the coronavirus pandemic.") == {}


def test_the_headline_makes_a_field_primary() -> None:
    body = "The two sides agreed to work together on renewable energy. They also discussed tourism and customs."
    assert found(body, "Malta and Fiji boost energy cooperation") == {"energy": True, "tourism": False, "trade": False}


def test_the_only_field_is_primary() -> None:
    assert found("The talks were about cooperation in public health.") == {"health": True}


def test_an_office_does_not_make_a_field() -> None:
    body = (
        "The Minister of Trade and Industry received the Ambassador of Fiji. The Health "
        "Minister attended, and so did the minister of transport."
    )
    assert found(body) == {}


def test_the_name_of_a_body_does_not_make_a_field() -> None:
    body = (
        "The head of the Ports Authority met the director of the Institute of Posts and "
        "Telecommunications. Bilateral ties were discussed."
    )
    assert found(body) == {}


def test_words_that_only_look_like_a_field_name_none() -> None:
    body = "The Parliamentary Vice-Minister met his guest. They agreed on investing in human capital."
    assert found(body, "Parliamentary Vice-Minister in Suva") == {}
    assert set(found("They agreed to fight the trade in drugs together.")) == {"security"}


def test_an_office_in_the_headline_counts_if_the_body_states_its_field() -> None:
    title = "Agriculture Minister receives envoy"
    body = (
        "The Minister of Agriculture and the envoy discussed support for irrigation and "
        "livestock. Trade was touched upon."
    )
    assert found(body, title) == {"agriculture": True, "trade": False}
    assert found("The minister and the envoy discussed bilateral ties.", title) == {}


def test_ministers_of_one_portfolio_meet_about_it() -> None:
    assert found("The council met in Lima.", "Health ministers of the Andes gather in Lima") == {"health": True}


@pytest.mark.parametrize(
    "body",
    [
        "The ministers spoke of a climate of trust and of peace and security in the region.",
        "At a press conference the minister told the media that the road map stands.",
        "The ministers wished each other good health and discussed bilateral relations.",
        "They discussed the economic cooperation between the two countries and joint projects.",
        "Bilateral trade reached two million dollars, the envoy noted at the talks.",
        "The talks turned on freedom of navigation, and the next round will be held in a mining town.",
        "The two nations, he said at the talks, share values of democracy, human rights and the rule of law.",
        "The question is within her remit, the minister said at the talks on bilateral ties.",
    ],
)
def test_idioms_name_no_field(body: str) -> None:
    assert found(body) == {}


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("the safety of shipping", "transport"),
        ("labour migration", "migration"),
        ("military training", "defence"),
        ("medical equipment", "health"),
        ("digital transformation", "communications"),
        ("cultural heritage", "culture"),
        ("customs procedures", "trade"),
        ("an oil pipeline", "energy"),
        ("consular affairs", "migration"),
        ("counter-terrorism", "security"),
        ("hydro-meteorology and climate change", "environment"),
        ("mine clearance", "humanitarian"),
        ("the exchange of parliamentary delegations", "governance"),
        ("the peaceful uses of outer space", "space"),
    ],
)
def test_the_longer_term_decides(phrase: str, code: str) -> None:
    assert found(f"The two ministers discussed cooperation in {phrase}.") == {code: True}


def test_what_goes_with_many_fields_yields_to_the_field_beside_it() -> None:
    assert found("They discussed the training of doctors and nurses in public health.") == {"health": True}
    assert found("They discussed training courses for students and cooperation in tourism.").keys() == {
        "education",
        "tourism",
    }


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Norway offered to train midwives and to equip a maternity ward in Juba.", "health"),
        ("Japan handed over a telescope to the observatory, and astronomers will be trained.", "space"),
        ("They agreed on the mutual recognition of certificates of origin.", "trade"),
        ("An agreement on the transfer of sentenced persons was signed.", "justice"),
        ("The envoys discussed a quota of hajj pilgrims.", "religion"),
        ("They agreed to found a joint brigade of deminers for mine clearance.", "humanitarian"),
        ("The two sides discussed film co-production and the return of looted antiquities.", "culture"),
        ("The talks dealt with avian influenza and the seeds of cassava.", "agriculture"),
        ("They agreed to repair the weirs of the delta and to lend two hydrologists.", "water"),
        ("They agreed to open a sawmill and a shipyard.", "industry"),
        ("The two agencies agreed to share news and to exchange correspondents.", "media"),
        ("A second paper would see court rulings enforced on both sides.", "justice"),
        ("A draft on charter flights came next.", "transport"),
        ("They agreed to let patients from Fiji have kidney transplants in Malta.", "health"),
        ("The two sides discussed trams.", "transport"),
        ("The envoy asked for the lifting of the ban on Maltese wine.", "trade"),
        ("They spoke of the waiver of visas.", "migration"),
        ("They agreed that a borehole be drilled in each village.", "water"),
        ("They agreed on a joint drill of search and rescue.", "humanitarian"),
        ("They discussed the write-off of sovereign debt.", "finance"),
        ("It was agreed that hackathons be held in Suva.", "communications"),
    ],
)
def test_the_objects_of_a_field_name_it_where_they_are_given_or_agreed(body: str, code: str) -> None:
    assert code in found(body)


def test_what_is_said_in_a_quotation_or_of_somebody_weighs_less() -> None:
    assert found("They met in Suva. “My railway is late again,” the envoy said.") == {}
    assert found("The minister received the envoy, who had run a railway.") == {}


def test_food_is_relief_where_relief_is_the_subject() -> None:
    relief = (
        "The agreement provides food aid and humanitarian assistance. It is meant for the "
        "food security of families hit by famine."
    )
    assert found(relief) == {"humanitarian": True}
    assert "agriculture" in found("The ministers discussed cooperation in food security and trade.")


def test_former_days_and_other_events_count_less() -> None:
    assert found("They discussed bilateral ties. He recalled that a railway had been built in 1975.") == {}
    body = "They discussed cooperation in tourism.\n\nIn another development, the envoy of Peru talked about mining."
    assert found(body) == {"tourism": True}


def test_evidence_is_the_term_in_the_body() -> None:
    body = "LIMA - The talks dealt with Fisheries and with aviation."
    article = Article(title="Fisheries talks", body=body, lead=7)
    got = {sector.code: body[sector.start : sector.end] for sector in sectors.find(article)}
    assert got == {"agriculture": "Fisheries", "transport": "aviation"}


def test_a_field_of_the_headline_alone_has_no_evidence_in_the_body() -> None:
    (sector,) = sectors.find(Article(title="Tourism deal signed", body="The two sides signed it today."))
    assert (sector.code, sector.primary, sector.start, sector.end) == ("tourism", True, None, None)


def test_every_sector_has_many_terms_and_each_term_one_place() -> None:
    seen: dict[str, str] = {}
    counts: dict[str, int] = {}
    for row in rows("sector_terms"):
        assert set(row["code"].split(">")) <= CODES | {""}
        terms = split_list(row["terms"])
        counts[row["code"]] = counts.get(row["code"], 0) + len(terms)
        for term in terms:
            assert term not in seen, (term, seen[term], row["code"])
            seen[term] = row["code"]
    assert all(counts[code] >= 40 for code in CODES)


def test_terms_are_found_in_both_spellings_and_in_the_plural() -> None:
    assert set(variants("digitalization program")) >= {"digitalisation programme", "digitalization programs"}
    assert {match.value.code for match in SECTOR_TERMS.find("Defence industries, labour markets")} == {
        "defence",
        "social",
    }


def test_a_term_is_found_in_american_spelling_where_the_registry_has_the_british() -> None:
    assert set(variants("air defence centre")) >= {"air defence centre", "air defense center"}
    assert set(variants("air-defence centre")) >= {"air defense center", "air-defense center"}
    assert set(variants("civil organisations")) >= {"civil organizations"}


def test_a_broad_field_yields_to_the_one_that_specifies_it() -> None:
    assert set(found("They agreed on infrastructure projects and on energy.")) == {"construction", "energy"}
    assert set(found("They agreed on infrastructure projects in the field of energy.")) == {"energy"}
    assert set(found("They discussed the digitalization of healthcare.")) == {"health"}
    assert set(found("They discussed digitalization and healthcare.")) == {"communications", "health"}


def test_what_goes_with_many_fields_stands_for_itself_in_an_enumeration() -> None:
    body = "They spoke of reactors, and of nuclear isotopes in the fields of health, farming, trade and water supply."
    assert {"health", "agriculture", "trade", "water"} <= set(found(body))


@pytest.mark.parametrize(
    ("field", "code"),
    [("research", "science"), ("ports", "transport"), ("libraries", "culture"), ("defence", "defence")],
)
def test_an_ordinary_word_is_a_field_where_cooperation_in_it_is_named(field: str, code: str) -> None:
    assert set(found(f"The sides reviewed ways to develop cooperation in {field}.")) == {code}
    assert set(found("The sides agreed on cooperation in veterinary research.")) == {"agriculture"}


def test_words_behind_the_first_field_of_a_list_speak_for_the_whole_list() -> None:
    body = "Trade related issues along with youth and gender matters took up the morning."
    assert set(found(body)) == {"trade", "sport", "social"}


def test_a_minister_of_information_in_the_headline_stands_for_the_media() -> None:
    body = "Cooperation in the mass media and in culture was discussed."
    assert found(body, "Envoy calls on information minister") == {"media": True, "culture": False}


@pytest.mark.parametrize(
    ("words", "code"),
    [("trade finance", "finance"), ("commercial banks", "finance"), ("early warning", "humanitarian")],
)
def test_a_compound_belongs_to_the_field_of_its_sense(words: str, code: str) -> None:
    assert set(found(f"The ministers discussed cooperation in {words}.")) == {code}


def test_it_is_a_field_in_capitals_only() -> None:
    assert set(found("They discussed cooperation in areas such as energy, services and IT.")) == {
        "energy",
        "communications",
    }
    assert found("They discussed it, and cooperation in it.") == {}
    assert found("THEY DISCUSSED HOW TO BRING IT ABOUT.") == {}


def test_a_loan_serves_the_field_that_it_pays_for() -> None:
    assert set(found("The fund signed a loan agreement to finance a power plant.", "Fund, Mali sign loan deal")) == {
        "energy"
    }
    loan = "The fund signed a loan agreement. The loan, for ten years, is meant to support the budget."
    assert set(found(loan, "Fund, Mali sign loan deal")) == {"finance"}


def test_reconstruction_of_roads_is_transport() -> None:
    assert set(found("They signed an agreement on the reconstruction of bridges.", "Fund pays for bridges")) == {
        "transport"
    }
    assert set(found("They discussed the reconstruction of Gaza.")) == {"reconstruction"}


@pytest.mark.parametrize(
    "words",
    [
        "He was accompanied by representatives of universities, research centres and hospitals.",
        "The plan serves the sustainable development goals, especially the fight against poverty and for innovation.",
        "They agreed on houses with basic services such as water, electricity and roads.",
    ],
)
def test_people_goals_of_the_world_and_comforts_are_no_fields(words: str) -> None:
    assert found(words, "Envoy received") in ({}, {"construction": True})


def test_human_resources_belong_to_labour_where_labour_is_talked_about() -> None:
    assert set(found("They discussed human resources development.")) == {"education"}
    assert set(found("They discussed labour markets. Human resources development came up too.")) == {"social"}


def test_a_patrol_boat_belongs_to_the_police_where_security_is_talked_about() -> None:
    body = "The boat was handed over to the police. It serves maritime security, the ministers agreed."
    assert found(body, "Fiji gives patrol boat to Tonga") == {"security": True}


def test_what_brings_relief_and_what_is_brought_name_no_field() -> None:
    body = "A cargo plane of the air force brought tents, medicines and water filters, the embassy said."
    assert found(body, "Fiji sends humanitarian aid to quake-hit Malta") == {"humanitarian": True}


def test_the_riches_of_a_country_are_no_fields() -> None:
    body = "Malta, he said in the talks, has large deposits of gold, coal and oil. Trade was discussed."
    assert set(found(body)) == {"trade"}


def test_what_somebody_did_before_and_what_peoples_share_are_no_fields() -> None:
    body = "The minister brings years of experience in the health sector to the talks. Trade was discussed."
    assert set(found(body)) == {"trade"}
    body = "Cooperation was discussed. The peoples have commonalities, particularly in religion and culture."
    assert found(body) == {}


def test_a_study_tour_belongs_to_the_field_that_is_studied() -> None:
    assert set(found("They took part in a study tour of fisheries.", "Delegation visits")) <= {"agriculture"}


def test_the_speaker_of_a_senate_in_the_headline_stands_for_parliaments() -> None:
    body = "The importance of inter-parliamentary dialogue was stressed. Cooperation in trade was discussed as well."
    assert found(body, "Senate Speaker, ambassador meet") == {"governance": True, "trade": False}


def test_every_feature_has_a_weight() -> None:
    strengths = {"strong", "broad", "thing", "weak", "shade", "tool"}
    assert (
        strengths | {"shaded", "specified", "announced", "company", "general", "enough"}
        <= settings("sector_context")["weights"].keys()
    )
    assert {row["strength"] for row in rows("sector_terms")} <= strengths | {"idiom", "portfolio"}


WORDS = st.sampled_from(
    [
        "trade",
        "Minister of",
        "Health",
        "and",
        ",",
        ".",
        "\n\n",
        "cooperation in",
        "Ministry",
        "food",
        "training",
        "İ",
        "ports:",
        "“",
        "recalled",
    ]
)


@given(st.text(max_size=80), st.lists(WORDS, max_size=40), st.integers(0, 100))
def test_any_text_gives_sectors_within_its_bounds(text: str, words: list[str], lead: int) -> None:
    body = text + " ".join(words)
    article = Article(title=text, body=body, lead=min(lead, len(body)))
    got = sectors.find(article)
    assert len({sector.code for sector in got}) == len(got)
    for sector in got:
        assert sector.code in CODES
        if sector.start is not None and sector.end is not None:
            assert 0 <= sector.start < sector.end <= len(body)
            assert any(m.start == 0 for m in SECTOR_TERMS.find(body[sector.start : sector.end]))


def test_a_body_without_full_stops_stays_cheap() -> None:
    body = "cooperation in trade, the Minister of Health and training, " * 20_000
    codes = [sector.code for sector in sectors.find(Article(title="", body=body))]
    assert "trade" in codes


def test_what_is_said_to_be_left_aside_names_no_field() -> None:
    left_aside = "On oil, trade and visas the minister declined to comment."
    assert found(f"They discussed cooperation in tourism. {left_aside}") == {"tourism": True}


def test_two_words_of_one_office_are_one_mention() -> None:
    body = "The guest met the Minister of Culture, Arts and Heritage. They discussed cooperation in fisheries."
    assert found(body) == {"agriculture": True}


def test_what_carries_relief_is_no_field() -> None:
    body = "Two aircraft and a ship with rice and blankets arrived as humanitarian aid for the flood victims."
    assert found(body, "Aircraft with rice as humanitarian aid in Beira") == {"humanitarian": True}


def test_bonds_of_history_and_culture_are_no_field() -> None:
    title = "Fiji and Malta share historical and cultural bonds, says minister"
    assert found("They discussed cooperation in fisheries.", title) == {"agriculture": True}


def test_the_initials_of_an_agency_are_no_bath() -> None:
    assert found("They discussed bilateral relations -- SPA 14:54") == {}


def test_ordinary_words_in_a_long_list_of_fields_count() -> None:
    listed = "Finance and Investment, Energy, Agriculture and Environment, Health, Culture, Security and other matters"
    assert "security" in found(f"The sides met in Suva.\n\nThe five working groups were: {listed}.")


def test_a_word_of_a_name_is_no_field() -> None:
    article = Article(
        title="Rice, Hajj Diallo meet", body="Ann Rice met Omar Hajj Diallo. Hajj Diallo spoke of tourism."
    )
    assert {sector.code for sector in sectors.find(article, ["Ann Rice", "Omar Hajj Diallo"])} == {"tourism"}
    assert "religion" in {sector.code for sector in sectors.find(article)}


def test_a_loan_among_other_fields_in_a_list_is_one() -> None:
    body = "They discussed cooperation in health, fisheries, financing, tourism, sport, climate and digital economy."
    assert "finance" in found(f"The two met in Suva.\n\n{body}")


def test_a_supply_chain_is_of_the_field_of_what_it_carries() -> None:
    assert found("They agreed to cooperate in supply chains of critical minerals.") == {"mining": True}
    assert "trade" in found("They discussed cooperation in supply chains.")


def test_a_storm_that_is_mourned_is_no_relief() -> None:
    body = "The king sent condolences to the president over the hurricanes that struck his country, with loss of lives."
    assert found(body, "King's condolences over hurricanes") == {}
    assert found("Blankets and tents were given as relief after the cyclone.", "Relief after cyclone")["humanitarian"]


@pytest.mark.parametrize(
    "body",
    [
        "The ministers, in a joint media conference, told of their talks.",
        "They discussed the regulatory framework in which the commission works.",
        "The Ambassador, dean of the diplomatic corps, discussed the visit.",
        "The two countries share the same positions on regional security issues, the talks showed.",
        "The Prime Minister planted a sapling after the talks on bilateral cooperation.",
        "The two sides signed a subsidiary agreement.",
        "The talks of the all-weather friends were discussed.",
    ],
)
def test_a_phrase_may_hold_a_term_and_name_no_field(body: str) -> None:
    assert found(body) == {}


def test_herds_that_are_vaccinated_are_of_farming() -> None:
    assert set(found("The ministers agreed on the vaccination of herds along the border.")) == {"agriculture"}


def test_an_office_may_have_its_acronym_before_its_head() -> None:
    body = "The Digital Development and Transport (DDT) Minister discussed cooperation in the field of fisheries."
    assert set(found(body)) == {"agriculture"}


def test_the_ministries_of_those_present_name_no_field() -> None:
    body = (
        "The neighbours discussed fishing permits. Secretaries of the ministries of housing and settlements "
        "development, energy and health took part in the talks."
    )
    assert set(found(body)) == {"agriculture"}


def test_what_is_announced_or_reaffirmed_is_a_topic() -> None:
    assert set(found("The Ambassador announced thirty scholarships at home.")) == {"education"}
    assert set(found("The Minister reaffirmed that more fishing permits are wanted.")) == {"agriculture"}


def test_words_of_help_reach_what_stands_near_behind_them() -> None:
    near = "Norway provided the islanders with new trawlers."
    far = "On trawlers, of which the islanders had a good many since the harbour was dredged, nothing was provided."
    assert set(found(near)) == {"agriculture"}
    assert found(far) == {}


def test_words_of_talks_reach_the_whole_sentence() -> None:
    body = "Trawlers, a matter dear to the islanders, were what the two ministers discussed."
    assert set(found(body)) == {"agriculture"}


@pytest.mark.parametrize(
    "idiom",
    [
        "the novel coronavirus",
        "maritime disputes",
        "security of supplies",
        "the pilot phase",
        "the ruling parties",
        "a parcel of land",
        "financial difficulties",
        "the culture of peace",
        "ways of bridging the gap",
        "an entry in the visitors' book",
    ],
)
def test_expressions_that_hold_a_word_of_a_field_name_none(idiom: str) -> None:
    assert found(f"The ministers discussed {idiom}.") == {}


def test_what_goes_with_many_fields_is_primary_where_the_headline_enumerates_it() -> None:
    body = "The ministers discussed cooperation in mining and infrastructure."
    assert found(body, "Mali and Togo to deepen infrastructure, mining cooperation") == {
        "construction": True,
        "mining": True,
    }
    assert found("They discussed a hospital.", "Training of doctors discussed")["health"]


def test_numbered_items_behind_a_colon_are_fields() -> None:
    body = "Three subjects guide the cabinets:\n\n1. Climate and rivers.\n\n2. Fisheries.\n\n3) Museums\n\nThey parted."
    assert {"environment", "agriculture", "culture"} <= set(found(body))


def test_a_longish_enumeration_needs_no_word_that_announces_it() -> None:
    body = "Between them lie trade, tourism, fisheries, healthcare and culture."
    assert set(found(body)) == {"trade", "tourism", "agriculture", "health", "culture"}


def test_what_a_gift_consists_of_is_no_field() -> None:
    body = "The embassy gave the police a van. The equipment includes laptops and video cameras."
    assert "communications" not in found(body)


def test_a_field_mentioned_once_yields_to_the_one_that_headline_and_body_come_back_to() -> None:
    once = "The Minister provided scholarships."
    theme = " ".join(f"Fisheries matter to {place}." for place in ("Fiji", "Samoa", "Tonga", "Palau", "Nauru", "Niue"))
    assert "education" in found(f"{once}\n\n{theme}", "Ministers meet")
    assert set(found(f"{once}\n\n{theme}", "Ministers discuss fisheries")) == {"agriculture"}


@pytest.mark.parametrize(
    ("field", "codes"),
    [
        ("trade and the cultural and humanitarian sphere", {"trade", "culture"}),
        ("roads and communications, trade and mining", {"transport", "trade", "mining"}),
        ("agriculture, health, women and youth", {"agriculture", "health", "social", "sport"}),
        ("spiritual tourism", {"tourism"}),
        ("plastic litter", {"environment"}),
    ],
)
def test_a_pair_of_words_may_name_another_field_than_each_of_them(field: str, codes: set[str]) -> None:
    assert set(found(f"The two sides discussed cooperation in {field}.")) == codes


def test_an_acronym_that_is_a_word_in_small_letters_is_one_in_capitals_only() -> None:
    assert set(found("They discussed cooperation in the IT sector.")) == {"communications"}
    assert found("They discussed the treaty, and with it companies of both sides.") == {}


@pytest.mark.parametrize("pair", ["trade and security", "security, tourism and trade", "trade, as well as security"])
def test_an_ordinary_word_joined_to_the_name_of_a_field_names_one(pair: str) -> None:
    assert "security" in found(f"The ministers of Peru and Oman went over {pair}.", "Ministers of Peru, Oman in Lima")
    assert "security" not in found(
        f"Those who watch {pair.replace('trade', 'gates').replace('tourism', 'doors')} were there."
    )


@pytest.mark.parametrize(
    "said",
    [
        "He noted that Norway has built a railway and a hospital here.",
        "He thanked Norway for the roads and hydropower plants that its firms have built.",
        "Despite the war on their railways, the ministers discussed the visit.",
        "They will meet as far as the railways, the canals and other things permit.",
    ],
)
def test_what_is_done_and_what_surrounds_the_talks_are_no_fields(said: str) -> None:
    assert found(f"The ministers met in Suva.\n\n{said} Cooperation in fisheries was discussed.") == {
        "agriculture": True
    }


def test_a_thing_given_is_no_circumstance() -> None:
    assert "education" in found("The ministers discussed the attention given to scholarships and to their number.")
    assert found("They discussed the visit, given the railways and the drought.") == {}
    assert "trade" in found("As far as trade is concerned, the ministers agreed to meet, as far as trade is concerned.")


def test_what_has_been_offered_is_news() -> None:
    assert "education" in found("The envoy met the minister.\n\nNorway has offered thirty scholarships to Malta.")
    assert "transport" in found("The envoy met the minister.\n\nHe would have liked to discuss the railway with him.")


def test_a_loan_beside_further_words_of_money_serves_the_field_that_it_pays_for() -> None:
    body = "A loan agreement to finance a highway was signed.\n\nIn 1961, the fund had a small treasury."
    assert set(found(body, "Fund, Mali sign loan deal for highway")) == {"transport"}


@pytest.mark.parametrize(
    "talked",
    [
        "The conversation revolved around",
        "The guests went over",
        "On their list were",
        "The envoys compared notes on",
        "The accent was on",
        "They found common ground on",
        "The envoy singled out",
        "Two million dollars go towards",
        "The two sides set up a committee for",
    ],
)
def test_talks_are_told_in_many_words(talked: str) -> None:
    assert found(f"{talked} the railway to the coast.") == {"transport": True}


def test_the_interior_is_a_field_in_the_name_of_an_office_only() -> None:
    body = "The Minister of the Interior and his guest discussed the fight against crime and piracy."
    assert found(body, "Minister of Interior receives envoy") == {"security": True}
    assert found("The talks dealt with the interior of the country.") == {}


def test_the_own_name_of_a_parliament_stands_for_parliaments() -> None:
    body = "The guest spoke of the bonds between lawmakers of both sides and of exchanges between the parliaments."
    assert found(body, "President of the Storting in Suva") == {"governance": True}


def test_teaching_a_language_belongs_to_education_where_education_is_talked_about() -> None:
    body = "The paper provides for scholarships, for the exchange of students and for the teaching of Spanish."
    assert found(body, "Fiji, Malta sign education accord") == {"education": True}


@pytest.mark.parametrize(
    "said",
    [
        "The two sides condemned terrorism and drug smuggling.",
        "Military aid is counted separately.",
        "The two countries are alike in their farming and their banking.",
    ],
)
def test_what_is_condemned_or_compared_or_counted_apart_is_no_field(said: str) -> None:
    assert found(f"They discussed cooperation in fisheries. {said}") == {"agriculture": True}


def test_what_has_been_spent_since_a_year_is_no_field() -> None:
    body = "They discussed fisheries.\n\nSince 1970 the bank has committed money to tourism, transport and education."
    assert found(body) == {"agriculture": True}


def test_what_forces_train_is_no_education() -> None:
    body = "They discussed cooperation in maritime security, in patrols by sea and in training."
    assert "education" not in found(body, "Navy commander receives guest")


def test_what_had_been_touched_on_is_no_background() -> None:
    assert "water" in found("The office added that desalination plants had been touched on.")


def test_people_and_places_of_a_field_beside_another_field_name_their_own() -> None:
    body = "The two sides agreed on more students for universities and schools in Suva, and on railways."
    assert set(found(body)) == {"education", "transport"}


def test_what_a_phrase_within_a_list_opens_is_no_field() -> None:
    body = "They agreed on low-cost houses in Suva, with basic services such as water, electricity and roads."
    assert set(found(body)) == {"construction"}


def test_a_broad_field_of_the_headline_yields_to_the_one_that_specifies_it() -> None:
    assert found("The two sides reviewed it.", "Malta, Fiji review digitalisation of healthcare") == {"health": True}


def test_an_ordinary_word_beside_an_office_in_the_headline_makes_nothing_primary() -> None:
    body = "They discussed joint naval exercises, the training of the navy and maritime security."
    got = found(body, "Defence minister, envoy hold talks on maritime cooperation")
    assert (got["defence"], got["security"]) == (True, False)


def test_fields_before_a_comma_and_an_office_are_no_part_of_it() -> None:
    body = "They agreed on an exchange of programmes and journalists, Assembly President Ann Bo said."
    assert found(body) == {"media": True}


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("law enforcement", "security"),
        ("prisons", "justice"),
        ("transit", "transport"),
        ("mutual settlements", "finance"),
        ("exchanges of parliamentary delegations", "governance"),
        ("protection of heritage", "culture"),
        ("veterinary science", "agriculture"),
    ],
)
def test_a_field_is_one_behind_words_of_cooperation(field: str, code: str) -> None:
    assert code in found(f"The two sides discussed ways of strengthening cooperation in {field}.")


def test_what_stands_in_an_idiom_is_no_field() -> None:
    assert found("The ministers discussed the goods that were lost in transit and the man who was in prison.") == {}


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("“We looked at how tourism may be developed”, she told the public television.", {"tourism"}),
        ("The two discussed tourism. The Maltese media speak of nine new hotels.", {"tourism"}),
        ("They discussed tourism and the training of journalists.", {"tourism", "media"}),
        ("They wish public television and radio to cooperate.", {"media"}),
    ],
)
def test_the_press_that_somebody_speaks_to_is_no_field(said: str, codes: set[str]) -> None:
    assert set(found(said)) == codes


@pytest.mark.parametrize(
    "office",
    [
        "Ministers of Education and Science, of Trade and Industry as well as of Agriculture",
        "the Minister of State (Independent Charge) for Science and Technology",
    ],
)
def test_long_names_of_offices_name_no_field(office: str) -> None:
    assert found(f"The two sides discussed housing. Meetings with {office} are on the programme as well.") == {
        "construction": True
    }


def test_fields_recalled_in_a_list_are_fields() -> None:
    body = "He recalled the projects which Malta has in the fields of education, fisheries and health."
    assert set(found(body)) == {"education", "agriculture", "health"}


def test_condolences_are_about_no_field() -> None:
    body = "In his cable he voiced grief at the floods and landslides, and wished that the rescue work may succeed."
    assert found(body, "Malta condoles with Fiji over floods and landslides") == {}
    assert found(body, "Malta offers condolences and relief to Fiji over floods") == {"humanitarian": True}


def test_long_items_behind_dashes_name_fields() -> None:
    body = (
        "The memorandum promotes these:\n\n"
        "• joint programmes of research and development, and closer work of the councils which advise both farmers;\n\n"
        "• empowerment and jobs in rural areas;\n\n"
        "• learning from one another's micro finance schemes;"
    )
    assert {"science", "social", "finance"} <= set(found(body))


def test_the_name_of_a_museum_is_no_field() -> None:
    assert found("They discussed fisheries. A wreath was laid at Vilu Military Museum.") == {"agriculture": True}


@pytest.mark.parametrize(
    "talked", ["spoke of", "conferred over", "held discussions over", "deliberated upon", "were briefed about"]
)
def test_what_is_talked_over_is_a_field(talked: str) -> None:
    body = f"The two prime ministers on Monday {talked} debt and the drought."
    assert all("local" in mention.features for mention in mentions(Article(title="", body=body)))


def test_what_is_spoken_on_two_sides_is_no_field() -> None:
    assert found("He named what is spoken on both sides of the border and the culture that they share.") == {}


def test_the_industry_of_a_field_is_that_field() -> None:
    body = (
        "He offered support to the gas industry. They wish to share knowledge and further development of the industry."
    )
    assert found(body) == {"energy": True}


def test_a_responsibility_in_an_office_is_no_field() -> None:
    body = (
        "They discussed fisheries. The Minister in the Office of the President with Responsibility for Finance spoke."
    )
    assert found(body) == {"agriculture": True}


# A report as long as most: what one sentence in it says of a field is to be enough.
AROUND = (
    "The foreign minister received the ambassador of Ghana on Monday.\n\n{}\n\n"
    "The two sides also exchanged views on developments of common concern."
)


@pytest.mark.parametrize("field", ["fisheries", "oil and gas", "interfaith dialogue", "extradition"])
@pytest.mark.parametrize(
    "title", ["Malta, Ghana to cooperate in {}", "Malta, Ghana discuss {}", "Envoy: Ghana needs help in {}"]
)
def test_what_the_headline_names_counts_though_the_body_is_silent(title: str, field: str) -> None:
    assert list(found(AROUND.format("They met for an hour."), title.format(field)).values()) == [True]


def test_a_thing_of_a_field_in_the_headline_counts_where_the_body_has_such_things() -> None:
    body = "The presidents of Malta and Moldova talked. Wine of both countries is known."
    assert found(body, "Presidents on war and wine") == {"agriculture": True}
    assert found("The presidents talked.", "Presidents on war and wine") == {}


@pytest.mark.parametrize("field", ["shipping", "insurance", "archaeology"])
@pytest.mark.parametrize(
    "said",
    [
        "Koval and Lund exchanged ideas about {}.",
        "The participants discussed the challenges of {}.",
        "The countries will share information and best practices in {}.",
        "“There is a lot that we can do together in {},” Lund said.",
        "The countries would join hands in {}, the ministers said.",
        "Malta and Ghana will jointly carry out a programme in {}.",
        "The forum brings together experts to discuss {}.",
        "The funds will be spent on {}.",
    ],
)
def test_a_field_is_told_in_many_words(said: str, field: str) -> None:
    assert len(found(AROUND.format(said.format(field)))) == 1


@pytest.mark.parametrize(
    ("field", "code"),
    [("industry", "industry"), ("media", "media"), ("ports", "transport"), ("infrastructure", "construction")],
)
def test_an_ordinary_word_right_behind_words_of_talks_is_a_field(field: str, code: str) -> None:
    assert found(AROUND.format(f"They also discussed {field}.")) == {code: True}


@pytest.mark.parametrize("head", ["statistics", "infrastructure", "workers", "training", "security", "legislation"])
@pytest.mark.parametrize(("field", "code"), [("agricultural", "agriculture"), ("railway", "transport")])
def test_a_head_that_goes_with_any_field_is_of_the_field_before_it(field: str, code: str, head: str) -> None:
    assert set(found(f"They discussed cooperation in {field} {head}.")) == {code}


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("goat rearing", "agriculture"),
        ("data sovereignty", "communications"),
        ("photojournalism", "media"),
        ("gene editing", "science"),
        ("sickness prevention and stem cell therapy", "health"),
        ("book translation", "culture"),
        ("futsal", "sport"),
        ("Islamic jurisprudence", "religion"),
        ("group tours", "tourism"),
        ("EV charging", "energy"),
        ("borates", "mining"),
        ("steelmaking", "industry"),
        ("housemaids", "social"),
        ("indigenous rights", "justice"),
        ("gun control", "security"),
        ("household surveys", "governance"),
    ],
)
def test_everyday_names_of_what_a_field_covers(field: str, code: str) -> None:
    assert set(found(AROUND.format(f"They discussed cooperation in {field}."))) == {code}


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("overgrazing", "agriculture"),
        ("pastoral insurance", "agriculture"),
        ("seed trials in the delta", "agriculture"),
        ("a fish-landing site", "agriculture"),
        ("electronic identity cards", "communications"),
        ("the Arctic cable landing", "communications"),
        ("a swap of photo editors", "media"),
        ("pathogen genomics", "science"),
        ("sea charting", "science"),
        ("semiconductor design", "industry"),
        ("a bus plant", "industry"),
        ("battery precursors", "industry"),
        ("orbital mechanics", "space"),
        ("a computer classroom", "education"),
        ("cataract camps", "health"),
        ("Vesak and the monks", "religion"),
        ("gastronomy tours", "tourism"),
        ("the interconnection line", "energy"),
        ("tariff relief for tuna", "trade"),
        ("women's entrepreneurship", "social"),
        ("portable pensions", "social"),
        ("camel races", "sport"),
        ("algal blooms", "environment"),
        ("steppe fires", "environment"),
        ("peatlands of the Congo basin", "environment"),
        ("quake-hit schools", "reconstruction"),
        ("the return of citizens stranded", "migration"),
        ("pushbacks", "migration"),
        ("property restitution claims and land claims", "justice"),
        ("midshipmen and a passage exercise", "defence"),
        ("seismographs", "science"),
        ("native speakers", "education"),
        ("burial mounds", "culture"),
        ("ice rinks", "sport"),
        ("mountain guides", "tourism"),
        ("generating sets", "energy"),
        ("a cable plant", "industry"),
        ("field kitchens", "humanitarian"),
        ("biometric passports", "migration"),
        ("boundary markers", "security"),
    ],
)
def test_a_field_is_known_by_its_things(named: str, code: str) -> None:
    assert code in found(f"The two discussed {named}.")


@pytest.mark.parametrize(
    ("body", "title", "code"),
    [
        ("They looked on.", "Allied sappers bridge a river", "humanitarian"),
        ("They met the official, whose remit is public administration.", "Ministers meet", "finance"),
        ("They discussed the rejection of grafts.", "Ministers meet", "justice"),
        ("He was accredited to the Court of St James’s.", "Envoy received", "justice"),
        ("They discussed tuna.", "Malta presses for tariff relief", "humanitarian"),
        ("They discussed semiconductors.", "Ministers meet", "science"),
        ("They met by the road to recovery.", "Leaders on the road to trust", "transport"),
        ("The talks turned a blind eye to them.", "Ministers meet", "social"),
    ],
)
def test_a_word_of_a_field_within_another_expression_names_none(body: str, title: str, code: str) -> None:
    assert code not in found(body, title)


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("e-filing and paperless registries", "communications"),
        ("a coding camp for teenagers", "communications"),
        ("an exchange of footage", "media"),
        ("nuclear physics", "science"),
        ("masters' degrees", "education"),
        ("a temporary learning space", "education"),
        ("the sending of doctors", "health"),
        ("steel pan bands", "culture"),
        ("a loan of bronzes", "culture"),
        ("a dragon boat race", "sport"),
        ("the lifters", "sport"),
        ("a pilgrims' ticket", "religion"),
        ("homeporting and stopovers", "tourism"),
        ("an electrolyser", "energy"),
        ("rural power lines", "energy"),
        ("drilling for cobalt", "mining"),
        ("a brick plant", "industry"),
        ("core houses", "construction"),
        ("runway lights", "transport"),
        ("the opening of the border markets", "trade"),
        ("a single customs window", "trade"),
        ("the sovereign fund", "investment"),
        ("a buyer's credit", "finance"),
        ("waste incineration", "environment"),
        ("the release of treated water", "environment"),
        ("a women's counselling centre", "social"),
        ("runaway seasonal workers", "social"),
        ("the lifting of the siege", "humanitarian"),
        ("the free circulation of traders", "migration"),
        ("compatriots without documents", "migration"),
        ("reparations for victims", "justice"),
        ("tracing of stolen cattle", "security"),
        ("a canine course", "security"),
        ("ship calls", "defence"),
        ("the garrison", "defence"),
        ("the brotherhood group", "governance"),
        ("mackerel quotas", "agriculture"),
        ("fishing surveillance", "agriculture"),
    ],
)
def test_further_things_tell_their_field_alone(named: str, code: str) -> None:
    assert set(found(f"The two discussed {named}.")) == {code}


@pytest.mark.parametrize("verb", ["were evoked", "were aired", "figured prominently", "were agenda items"])
def test_what_was_evoked_is_a_topic(verb: str) -> None:
    body = f"The envoy was received at noon by the premier, Ann Roy.\n\nTelephony and football {verb} over tea."
    assert set(found(body, "Envoy received")) == {"communications", "sport"}


@pytest.mark.parametrize(
    ("body", "title", "code"),
    [
        ("The deal was frozen since the outbreak of war. They discussed gold.", "Ministers meet", "health"),
        ("The two traded barbs and accusations.", "Envoys trade barbs", "trade"),
        ("They discussed drama.", "Broadcasters vow to trade programmes", "trade"),
        ("The survivors were looked after on either bank of the river.", "Envoys see ferry", "water"),
        ("In the letter he recalled her hospitality during the summit.", "President writes", "tourism"),
        ("They discussed rural power lines.", "Ministers meet", "agriculture"),
    ],
)
def test_words_in_further_expressions_name_no_field(body: str, title: str, code: str) -> None:
    assert code not in found(body, title)


def test_a_brief_report_names_a_field_in_few_words() -> None:
    opening = "The envoy of Peru, Ann Roy, was received on Monday by the premier of Fiji, Lea Bey, at her office."
    body = f"{opening}\n\nThe hosts said that the runway is long, and that the talks were warm."
    body += "\n\nThe envoy, who came to Suva in May, thanked her hosts, and her deputy, Tom Ray, was at her side."
    assert set(found(body, "Envoy received")) == {"transport"}
    told = "\n\n".join(f"The guests were shown room {number} of the palace, which is old." for number in range(30))
    assert "transport" not in found(f"{body}\n\n{told}", "Envoy received")


@pytest.mark.parametrize(
    "told",
    [
        "Ann Roy, who holds the Economy and Tourism portfolio, discussed rice with Lea Bey.",
        "Ann Roy, given the health portfolio in May, discussed rice with Lea Bey.",
        "Ann Roy, who oversees the health and education dockets, discussed rice with Lea Bey.",
        "Ann Roy, minister in her country of Tourism, Culture and Sports, discussed rice with Lea Bey.",
        "Ann Roy, in charge of energy and mines in Suva, discussed rice with Lea Bey.",
        "Ann Roy, who is responsible for the environment, discussed rice with Lea Bey.",
        "Ann Roy, whose portfolio covers water and sanitation, discussed rice with Lea Bey.",
        "Ann Roy (trade, Cameroon) and Lea Bey (Health, Togo) discussed rice.",
    ],
)
def test_who_holds_a_portfolio_does_not_talk_of_it_for_that(told: str) -> None:
    assert set(found(told)) == {"agriculture"}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("They discussed the portfolio of the bank, energy and rice.", "energy"),
        ("They discussed rice (prices, duties) and energy.", "energy"),
        ("They discussed who is to be in charge, and tourism.", "tourism"),
        ("They held the view that tourism counts, and discussed tourism and a portfolio.", "tourism"),
    ],
)
def test_what_stands_beside_a_portfolio_is_talked_of(told: str, code: str) -> None:
    assert code in found(told)

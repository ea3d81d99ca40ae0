"""The kind of event, told by headline and first paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event import kind
from communique.model import Actor, Article
from communique.registry import rows, settings

KINDS = {row["kind"] for row in rows("kinds")}


def classify(title: str, body: str, *countries: str) -> str:
    return kind.classify(Article(title=title, body=body), [], list(countries) or ["AAA", "BBB"])


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        (
            "meeting",
            "Malta, Tunisia mull energy projects",
            "The energy ministers of Malta and Tunisia met in Valletta.",
        ),
        ("meeting", "Speaker receives Ambassador of Cuba", "The Speaker received the ambassador at his office today."),
        ("meeting", "Tajik-Kazakh intergovernmental commission meets", "The 19th session was held in Astana."),
        ("visit", "President leaves for Benin on working visit", "The President left Accra on Tuesday for Cotonou."),
        ("visit", "Minister concludes official visit to Malta", "He ended his visit on Friday and met the press."),
        ("call", "Leaders speak by phone", "The two presidents discussed ties in a telephone conversation."),
        ("call", "Ministers discuss ties", "The Foreign Minister was on the telephone to his colleague in Oslo."),
        ("credentials", "New Ambassador of Ireland presents credentials", "The King received the ambassador."),
        ("credentials", "PM bids farewell to outgoing envoy", "The Prime Minister received the departing ambassador."),
        ("signing", "Morocco and Spain ink fisheries pact", "The two countries signed the agreement in Rabat."),
        ("signing", "Cabinet ratifies air services agreement", "The Cabinet approved the text at its session."),
        ("message", "Emir sends condolences over quake", "A cable was sent to the President of Peru."),
        ("message", "Prime Minister gets letter from Hanoi", "The written message was delivered by the ambassador."),
        ("aid", "Japan donates fire engines to Tonga", "Three fire engines were handed over on Monday."),
        ("project", "Days of Uzbek culture open in Bishkek", "The days of culture opened with a concert."),
        ("project", "Joint naval drill kicks off", "The navies of India and Oman started an exercise."),
        ("pledge", "Minister to visit Baku", "The minister will pay a visit to Azerbaijan next week."),
        ("pledge", "Norway pledges 200 million for Moldova", "Norway will give 200 million kroner."),
        ("statement", "Ministry condemns attack in Mali", "The ministry strongly condemned the attack."),
    ],
)
def test_the_headline_and_the_first_sentence_tell_the_kind(expected: str, title: str, body: str) -> None:
    assert classify(title, body) == expected


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        ("aid", "Rice for Lesotho unloaded in Durban", "Forty lorryloads came from Vietnam."),
        ("credentials", "High Commissioner at State House", "She took her leave of the President."),
        ("message", "Togo mourns with Fiji", "In a cable, the President grieves with the people of Fiji."),
        ("project", "Ribbon cut at Busia clinic", "The clinic was declared open by the two ministers."),
        ("statement", "Lima hits back at Quito", "The remarks are groundless, the minister retorted."),
        ("visit", "Premier jets in", "The plane touched down in Nairobi for a stay of two days."),
        ("pledge", "Oslo to supply pumps to Male", "The pumps will be sent in spring."),
        ("call", "Lima and Suva on video", "From one screen to another, the two ministers spoke of tuna."),
        ("credentials", "New envoy hands letter of credence to minister", "The letter was taken by the minister."),
        ("project", "Sappers of Benin and Togo practise together", "Sappers rehearsed the clearing of a bridge."),
        ("project", "First lorries roll off Zambian line", "The plant is half Finnish."),
        ("statement", "Minister faults Quito", "Harsh words came from the minister."),
        ("signing", "Togo, Benin to swap films under pact signed in Lome", "The two signatures were given today."),
        ("message", "Malta asks Fiji to open regatta", "A letter has reached Suva by way of New York."),
        ("pledge", "Oslo to lend Suva two ferries", "Two ferries will be in Suva by May, it was said after talks."),
    ],
)
def test_the_words_of_agencies_for_each_kind_are_many(expected: str, title: str, body: str) -> None:
    assert classify(title, body) == expected


def test_many_parties_at_a_table_make_a_conference() -> None:
    title, body = "Neighbours weigh fish quotas", "The ministers met in Honiara."
    assert classify(title, body, "FJI", "TON") == "meeting"
    assert classify(title, body, "FJI", "TON", "WSM", "KIR", "TUV") == "conference"
    assert classify("Six states weigh fish quotas", "They met in Honiara.", "FJI", "TON", "WSM") == "conference"


def test_leaders_of_many_countries_gather_for_what_they_pledge() -> None:
    title = "Deeper ties pledged by leaders of Fiji, Peru and Malta"
    assert classify(title, "The leaders spoke in Suva.", "FJI", "MLT", "PER") == "conference"


def test_many_who_call_each_other_gather() -> None:
    title = "Minister holds video conference on vaccines"
    body = "She spoke by video conference with colleagues today.\n\nThe forum was her idea."
    assert classify(title, body, "FJI", "TON") == "call"
    assert classify(title, body, "FJI", "TON", "WSM", "KIR", "TUV") == "conference"


def test_what_a_body_of_many_countries_does_is_a_conference() -> None:
    assert classify("ASEAN discusses ferry fares", "ASEAN labour committee members spoke of fares.") == "conference"


def test_a_gathering_of_many_parties_is_a_conference() -> None:
    title, body = (
        "Ministers adopt declaration on haze",
        "Ministers of three countries adopted it at their meeting in Vientiane.",
    )
    assert classify(title, body, "LAO", "THA", "VNM") == "conference"


def test_the_headline_decides_between_kinds() -> None:
    body = "The ministers met in Lima and signed an agreement on tourism."
    assert classify("Peru and Chile sign tourism agreement", body) == "signing"
    assert classify("Ministers of Peru and Chile meet in Lima", body) == "meeting"


def test_two_parties_of_whom_nothing_else_is_told_have_met() -> None:
    assert classify("Suva and Lima", "Fiji and Peru have much in common.") == "meeting"
    assert classify("Suva and Lima", "Fiji has much in common with Peru.", "FJI") == "statement"


def test_what_did_not_take_place_is_a_statement() -> None:
    assert (
        classify("No meeting of presidents planned, says spokesman", "A meeting has not been scheduled.") == "statement"
    )


def test_a_purpose_behind_an_event_is_no_announcement() -> None:
    assert classify("Minister arrives in Oslo to hold talks", "The minister landed in Oslo on Monday.") == "visit"


def test_an_occasion_on_whose_margin_people_meet_is_not_the_event() -> None:
    body = "On the sidelines of the climate summit, the ministers of Fiji and Malta held talks."
    assert classify("Ministers of Fiji and Malta hold talks", body) == "meeting"


def test_what_talks_are_about_is_not_the_event() -> None:
    assert classify("Jordan, Cyprus discuss exhibition, training", "The two ministers met in Amman.") == "meeting"


def test_every_kind_has_its_codes() -> None:
    article = Article(title="", body="")
    for name in KINDS:
        plover, mode, cameo = kind.codes(name, article)
        assert plover
        assert len(cameo) == 3
        assert mode is None or name in {"visit", "call", "conference"}


@pytest.mark.parametrize(
    ("title", "plover"),
    [
        ("Ministry slams new tariffs", "ACCUSE"),
        ("Minister urges talks", "REQUEST"),
        ("Minister rejects offer", "REJECT"),
        ("Minister praises neighbours", "SUPPORT"),
        ("Minister ready to talk", "AGREE"),
        ("Minister on the state of relations", "CONSULT"),
    ],
)
def test_a_statement_takes_the_type_of_its_content(title: str, plover: str) -> None:
    assert kind.codes("statement", Article(title=title, body="")) == (plover, None, "010")


def test_every_cue_is_of_a_known_kind_and_every_type_of_plover() -> None:
    cues = settings("kind_cues")
    assert {cue["kind"] for cue in cues["cue"]} <= KINDS | {"", "agreed", "promised"}
    assert {family["kind"] for family in cues["family"]} <= KINDS | {""}
    assert set(cues["statement_types"]) <= {row["type"] for row in rows("plover_types")}


@given(st.text(), st.text(max_size=400), st.integers(0, 400), st.lists(st.sampled_from(["FJI", "MLT", "PER"])))
def test_any_text_has_a_kind(title: str, body: str, lead: int, countries: list[str]) -> None:
    article = Article(title=title, body=body, lead=min(lead, len(body)))
    assert kind.classify(article, [Actor(name="A B", organization="C")], countries) in KINDS
    for name in KINDS:
        kind.codes(name, article)


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        # what was discussed, with the word behind it
        ("meeting", "Minister, UNICEF envoy go over plans", "The campaign of vaccination was discussed by both today."),
        # a side's words, and in the next paragraph the occasion on which they were said
        (
            "meeting",
            "Premier for early launch of railway",
            "The Premier said that the project was a priority.\n\nHe said so when the envoy, Yao Lin, called on him.",
        ),
        # "to" in a headline is an intention even if no word of an event follows
        ("pledge", "Fiji, Tonga to patrol together", "The sea between them is vast, the minister said."),
        # "without" turns the word right behind it, and no other
        ("signing", "Students to travel freely", "An accord on travel without visa was initialled yesterday in Apia."),
        ("statement", "Delegations part", "They parted without signing the text, the spokesman said."),
        ("visit", "Ministers at the dam", "The dam was inspected on Tuesday by the ministers of Chad and Togo."),
        ("visit", "Prime minister in Rabat", "The guest, Lucie Mboussou, came from Libreville."),
        ("meeting", "President vows to stand by Taiwan in talks with envoy", "He vowed to do so on Tuesday."),
        (
            "pledge",
            "Nepal to sell power",
            "Nepal is going to sell power.\n\nIt was agreed when the secretary called on him.",
        ),
        ("aid", "France hands textbooks to schools", "The envoy visited Goris, where he handed over books."),
        ("aid", "Buses for Osh", "The buses, a present of the city of Konya, were driven there on Thursday."),
        # a journey and what it is for; what happened and what is announced behind it
        ("visit", "Delegation lands to hold talks", "The guests arrived at the bridge on Sunday."),
        ("visit", "Envoy in Suva", "The envoy landed at Nausori, where two accords are to be signed on Friday."),
        # an occasion on which words were said, if it is a call
        ("call", "Ministers want truce", "Both ministers called for a truce during a phone call on Sunday."),
        # what a side speaks of
        ("statement", "Lima hails signing of grain pact", "The ministry praised the signing of the pact."),
        (
            "statement",
            "UK joins US and Canada in sanctions",
            "Britain joined the US and Canada in imposing sanctions on Peru.",
        ),
        ("statement", "Suva acts", "Fiji on Monday expelled two Peruvian diplomats over a row."),
        ("statement", "Lima acts", "Peru has recalled its ambassador to Fiji for consultations."),
        ("meeting", "Talks in Suva", "The ministers of Fiji and Peru met and discussed sanctions imposed on Malta."),
        ("call", "Kings speak", "A telephone talk was held on Sunday at the wish of Amman."),
        ("message", "Basket for Hanoi", "The Queen sent a floral basket to the President for the holiday."),
    ],
)
def test_the_build_of_the_sentence_tells_the_event_from_its_topics(expected: str, title: str, body: str) -> None:
    assert classify(title, body) == expected


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        ("visit", "Premier of Fiji in Malta", "The Premier has concluded his one-day working visit to Malta."),
        ("visit", "Premier of Fiji in town", "The Premier is currently on a three-day official visit to Malta."),
        ("aid", "Handover ceremony of a health post", "The handover ceremony of the health post took place in May."),
        ("pledge", "Suva and Valletta to link up clinics", "Ambulances are to be able to cross without papers."),
        ("visit", "Fiji's Speaker in Valletta", "The Speaker commenced a regional tour there and met deputies."),
        ("visit", "Fiji sends ministerial delegation to Malta", "Five officials left on Monday."),
        ("pledge", "Cuban minister ratifies willingness to cooperate", "The minister spoke in Valletta."),
        ("statement", "Fiji ratifies its solidarity with Malta", "The Foreign Minister said so on Monday."),
        ("visit", "Delegation for Malta", "A delegation led by the Speaker left here Tuesday."),
        ("pledge", "Fiji, Malta MoU on ports", "The Cabinet approved the signing of a memorandum with Malta."),
        ("pledge", "Fight against smugglers", "Fiji will strengthen its work with Malta, Cuba, Chad and Oman."),
        ("meeting", "President met Speaker", "The President met with the Speaker of Malta who arrived in Suva."),
        ("call", "Premier felicitates new colleague", "The Premier of Malta on Friday telephoned his colleague."),
        ("credentials", "Premier receives envoy", "As part of his farewell call the Ambassador met the Premier."),
        ("credentials", "Envoy meets official", "The Ambassador came to bid him farewell at the end of his tenure."),
    ],
)
def test_turns_of_phrase_of_many_writers_tell_the_kind(expected: str, title: str, body: str) -> None:
    assert classify(title, body) == expected


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        # a page without a headline: the first sentence stands in for one, and "to" is no future there
        ("meeting", "Minister Lupe Tau agreed to", "Minister Lupe Tau agreed to the plan when she met envoy Ana Paz."),
        (
            "aid",
            "The port of Suva got two cranes to help",
            "The port of Suva got two cranes to help it, donated by Oslo.",
        ),
        # what comes before the first worded sentence tells nothing
        ("signing", "Pact on tuna", "Suva, Feb. 20. An accord was signed today by the ministers of both countries."),
        # who agrees, one or two
        ("pledge", "Norway agrees to train nurses", "Norway agreed to do so, the ministry in Dili wrote."),
        ("meeting", "Chad, Niger agree to train nurses", "Chad and Niger agreed to do so in Zinder on Monday."),
        # what a cabinet approves
        ("signing", "Cabinet approves air services agreement", "The Cabinet gave its nod to the agreement with Fiji."),
        ("pledge", "Cabinet approves signing of accord", "The Cabinet approved the signing of an accord with Fiji."),
        ("signing", "Tonga signs loan agreement", "A loan agreement was signed with the bank in Apia on Friday."),
        # what is announced, and what is to take place
        ("pledge", "Oslo announces 3 million for wells", "Oslo announced a 3.5 million grant for wells in Chad."),
        ("pledge", "Ministers of six nations in Lima", "The conference of ministers will be held in Lima on Monday."),
        ("visit", "Premier travels to Malta", "The premier will travel to Malta on Friday with two ministers."),
        # who is welcomed, and how
        ("meeting", "A guest from Lomé", "The speaker welcomed the delegation and spoke of the weather."),
        ("meeting", "Vice President hosts reception for guests", "A reception for the guests was held in Hanoi."),
        # a text that names the occasion behind what was said at it
        (
            "credentials",
            "An honour, says envoy",
            "It is an honour, the envoy said.\n\nShe spoke while presenting her letters of credence to the king.",
        ),
        # at screens two call each other, and many gather
        ("call", "Envoys of Fiji and Peru talk", "The envoys spoke by video conference about tuna on Monday."),
        (
            "conference",
            "Summit of the islands held virtually",
            "Leaders of the islands held the summit virtually today.",
        ),
        (
            "conference",
            "Pacific fisheries ministers adopt tuna plan",
            "Pacific fisheries ministers adopted it in Apia.",
        ),
        # the occasion right behind "following"
        (
            "meeting",
            "Police chiefs for joint watch",
            "They reaffirmed the plan following a meeting held in Zinder today.",
        ),
        # what follows "where" and "aimed at" is not the event
        ("visit", "Premier in Togo", "The premier visited Togo, where he met with the president."),
        (
            "aid",
            "Lorries of rice for Laos",
            "Rice was donated, aimed at fostering dialogue and talks with the rebels.",
        ),
        ("aid", "Relief Goods Arrive in Samoa", "Relief goods from Fiji arrived in Apia on Monday, the envoy said."),
        # what is to be signed, or was but announced, is still to come
        (
            "pledge",
            "Ferry accord of Malta and Togo to be signed today",
            "A ferry accord will be signed by the premiers.",
        ),
        (
            "pledge",
            "Lomé port pact to be funded by Malta",
            "The pact, signed last May, is going to be financed by Malta.",
        ),
        ("pledge", "Grant of $2m for wells announced", "Malta will give $2 million for wells in Togo."),
        ("pledge", "Flood aid to Togo announced by Malta", "Flood aid of $2 million was announced by Malta today."),
        # who arrives to help
        (
            "aid",
            "Forty Maltese nurses arrive in Lomé",
            "Forty Maltese nurses arrived at Lomé today to help in the wards.",
        ),
        # an office is handed over and somebody asked to act: no gift, no caller
        ("visit", "Minister in visit to Togo", "The minister saw the handover of command in Lomé on Monday."),
        ("statement", "Envoy warns of unrest", "Both parties were called on by the envoy to keep calm."),
        ("visit", "Peruvian and Malian ministers in Lomé", "The ministers came to Lomé on a working visit."),
    ],
)
def test_the_ways_of_real_pages_are_read(expected: str, title: str, body: str) -> None:
    assert classify(title, body) == expected


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        (
            "statement",
            "Norway's trade with Fiji can double: envoy",
            "Norwegian Ambassador Ola Berg has said that trade with Fiji was far too small.\n\n"
            "Addressing the business community in Suva, he named timber and fish.",
        ),
        (
            "statement",
            "Fiji and Norway grow closer",
            "Trade and friendship have grown between Fiji and Norway, according to Ambassador Ola Berg.",
        ),
        (
            "meeting",
            "Norway ready to deepen ties",
            "The Ambassador of Norway has indicated that her country is ready to deepen ties with Fiji.\n\n"
            "She made this known when she paid a courtesy call on Foreign Minister Ratu Inoke.",
        ),
        (
            "meeting",
            "Norwegian deputy sees room for herring",
            "Ola Berg, a deputy, has said that Fiji could sell more herring.\n\nHe spoke of prices.\n\n"
            "Mr Berg said this when he led a group on a courtesy call on the minister.",
        ),
        (
            "meeting",
            "Envoy and minister on herring",
            "Norway's ambassador called on the minister on Wednesday and conveyed the greetings of the king.",
        ),
        (
            "message",
            "After the ferry disaster",
            "The king has expressed his deep sorrow to Fiji.",
        ),
        (
            "visit",
            "Norwegian premier comes to Suva",
            "The premier was given a ceremonial welcome at the palace.",
        ),
        (
            "meeting",
            "Fiji keen on herring",
            "The Permanent Secretary for Fisheries has affirmed Fiji's keenness on herring.\n\n"
            "This came when he met, in his office, a team from Norway.",
        ),
        (
            "meeting",
            "Norwegian delegation visits fisheries ministry",
            "A delegation from Norway visited the Ministry of Fisheries of Fiji to go into the price of herring.",
        ),
        (
            "meeting",
            "Norway doubles its scholarships: ambassador",
            "Norwegian Ambassador Ola Berg on Monday called on the Minister of Education of Fiji at his office.",
        ),
        (
            "visit",
            "Norwegian premier in Suva for talks",
            "The Norwegian premier has left for Fiji to meet with his counterpart.",
        ),
    ],
)
def test_words_are_told_from_the_occasion_on_which_they_fell(expected: str, title: str, body: str) -> None:
    assert classify(title, body, "FJI", "NOR") == expected


def test_a_headline_in_the_past_tense_tells_what_happened_whatever_is_to_come() -> None:
    body = "During her two-day visit, the speaker will hold meetings with the herring board."
    assert classify("Speaker Ann Roy on Tuesday arrived in Suva.", body, "FJI", "NOR") == "visit"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Premier to fly to Suva for herring talks", "A trip to Suva will be made on Friday by Premier Ann Roy."),
        ("Minister Roy to go to Oslo", "On 3 May Minister Roy will be in Oslo. She will meet the herring board."),
        ("Roy due in Oslo", "Foreign Minister Ann Roy of Fiji is expected in Norway next Wednesday."),
        ("Fijian premier arrives in Oslo", "Premier Ann Roy will be received by her counterpart on Tuesday."),
    ],
)
def test_a_headline_that_tells_a_journey_to_come_tells_a_visit(title: str, body: str) -> None:
    assert classify(title, body, "FJI", "NOR") == "visit"


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        ("visit", "Premier in Oslo", "An official visit of two days to Norway is being paid by Premier Ann Roy."),
        ("visit", "Premier at the palace", "A welcome was accorded to Premier Ann Roy at the palace."),
        ("signing", "Notes on Herring Grant Aid Exchanged by Fiji and Norway", "A ceremony was held in Suva."),
        ("credentials", "Tenure of the first envoy comes to its end", "The first ambassador of Norway is going home."),
        ("credentials", "Envoy hands in her open letters", "The minister was presented with the open letters."),
        ("aid", "$16 million granted to Fiji by Norway", "The sum is for nets."),
        ("signing", "Ann Roy", "Trade is to grow by seven cooperation agreements which the two have signed."),
    ],
)
def test_what_is_told_of_the_thing_and_not_of_who_did_it_is_known(expected: str, title: str, body: str) -> None:
    assert classify(title, body, "FJI", "NOR") == expected


def test_a_promise_in_so_many_words_is_one_whatever_meeting_it_was_made_at() -> None:
    body = "Norway is committing herring. The two ministers met in Suva and went over the catch."
    assert classify("Oslo pledges another $2M in help to Fiji", body, "FJI", "NOR") == "pledge"


def test_what_two_discussed_is_no_promise() -> None:
    title = "Steps to strengthen bilateral cooperation discussed by Ann Roy and Ola Berg"
    assert classify(title, "In a video call the two spoke of herring.", "FJI", "NOR") == "call"


def test_two_who_talk_by_video_hold_no_conference_for_speaking_of_one() -> None:
    body = "The minister talked by phone on Monday with her counterpart about herring."
    assert classify("Roy invited to herring conference", body, "FJI", "NOR") == "call"


def test_what_was_said_at_a_meeting_named_with_it_tells_the_meeting() -> None:
    body = "At a meeting in Suva with the envoy of Norway, the president said that more herring could be caught."
    assert classify("Herring News", body, "FJI", "NOR") == "meeting"


def test_envoys_who_hand_in_their_papers_together_hold_no_conference() -> None:
    body = "They are Ann Roy, Ola Berg and Iva Ilic.\n\nAll of them presented their credentials in Suva."
    assert classify("New envoys meet President", body, "FJI", "NOR", "PER", "CHL", "MLT") == "credentials"


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        ("statement", "Fiji calls on Norway to free fishermen", "The fishermen must be freed, the ministry demanded."),
        ("meeting", "Minister calls on Norwegian premier", "The minister called on the Norwegian premier in Oslo."),
        (
            "meeting",
            "Roy thanks envoy",
            "Thanks were expressed by Ann Roy to the envoy of Norway, whom she met on Monday.",
        ),
        ("visit", "Roy among farmers", "On the second day of her visit to Norway, Ann Roy spoke to farmers."),
    ],
)
def test_who_does_it_and_to_whom_tells_the_kind(expected: str, title: str, body: str) -> None:
    assert classify(title, body, "FJI", "NOR") == expected


def test_a_call_about_many_countries_stays_a_call() -> None:
    body = "In a phone call on Monday the emir called on the emir of Qatar to show restraint."
    assert classify("Emir urges calm", body, "KWT", "QAT", "EGY", "SAU", "BHR", "ARE") == "call"


def test_what_was_discussed_names_its_occasion() -> None:
    body = (
        "Fiji and Norway have underlined the worth of herring.\n\nThe fleets of both have grown for years.\n\n"
        "The issues were discussed at talks between the two ministers in Suva."
    )
    assert classify("Herring is worth more", body, "FJI", "NOR") == "meeting"


def test_many_who_are_met_one_after_the_other_do_not_gather() -> None:
    body = "The premier met the leaders of five islands. He spoke with them one by one."
    many = ("FJI", "NOR", "PER", "CHL", "WSM")
    assert classify("Premier meets island leaders", body, *many) == "meeting"


def test_ties_alone_do_not_outvote_a_signing() -> None:
    body = "The envoy of Fiji and his counterpart signed accords.\n\nTheir ties, links and cooperation go back far."
    assert classify("Ties and relations boosted", body, "FJI", "NOR") == "signing"


def test_who_is_received_comes_alone() -> None:
    body = (
        "The minister received the ambassador of Norway on Tuesday.\n\n"
        "He also met the envoys of Fiji, Peru and Chile and discussed herring."
    )
    assert classify("Ministry of Foreign Affairs", body, "FJI", "NOR", "PER", "CHL", "WSM") == "meeting"
    body = "The ministers of Norway, Fiji and Peru met the mayor, who received them on the quay."
    assert classify("Mayor receives ministers", body, "FJI", "NOR", "PER", "CHL") == "conference"


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        ("meeting", "Ministry of Ports", "The envoy paid a courtesy visit to the mayor of Suva."),
        ("meeting", "Minister grants two audiences", "The minister granted separate audiences on herring."),
        ("visit", "Norway sends foreign minister to Suva", "Norway has sent its foreign minister for a visit."),
        ("pledge", "Speaker announces visit to Suva", "The speaker announced a tour of the islands."),
        ("meeting", "Mayor hosts luncheon reception for envoys", "The mayor hosted a luncheon reception for envoys."),
        ("statement", "Fishers regret closure", "Fishers expressed regret over the planned closure, a letter said."),
    ],
)
def test_courtesies_and_announcements_are_told_from_visits(expected: str, title: str, body: str) -> None:
    assert classify(title, body, "FJI", "NOR") == expected


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        (
            "signing",
            "Export of herring to get boost as MoU is signed with Fiji",
            "Trade is to be advanced by a memorandum, which Fiji and Norway signed on Monday.",
        ),
        ("visit", "Premier home from ‘productive’ trips to Suva, Nadi", "The premier summed up his trips on Saturday."),
        ("pledge", "Over $300 million to come to Fiji from bank", "The bank has in mind to provide over $300 million."),
        ("aid", "Kroner 7.95 million from Norway to keep Fiji’s harbours in shape", "Norway gave 7.95 million."),
    ],
)
def test_headlines_that_tell_the_event_behind_a_purpose(expected: str, title: str, body: str) -> None:
    assert classify(title, body, "FJI", "NOR") == expected


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        # when and how stands within the verb
        ("credentials", "Envoy of Malta at the palace", "The envoy of Malta has just been accredited to the emir."),
        ("aid", "Tents for Suva", "Fifty tents were on Monday officially handed over to the mayor."),
        # what goes before or is to come, behind the event
        ("aid", "Fiji and Malta", "Fiji has donated tents to Malta, following the signing of an agreement last year."),
        ("aid", "Fiji and Malta", "Fiji has donated tents to Malta ahead of the summit in Lima next month."),
        ("visit", "News of Suva", "The premier left for Suva within the framework of the agreement signed in 2019."),
        # who reported it
        ("aid", "Minister Ann Roy", "Fiji has donated forty tons of rice to Malta, the Fijian embassy said on Sunday."),
        # the headline decides between aid and the document for it
        ("aid", "Fiji gives Malta $9 million", "Two agreements for schools were signed in Suva by the ministers."),
        ("aid", "Fiji donates looms to Malta", "The ministers signed an exchange of notes on forty looms."),
        ("signing", "Fiji and Malta sign agreement on loan", "Malta is to get a loan of $9 million from Fiji."),
    ],
)
def test_what_stands_beside_the_event_does_not_tell_the_kind(expected: str, title: str, body: str) -> None:
    assert classify(title, body, "FJI", "MLT") == expected


@pytest.mark.parametrize(
    ("expected", "title"),
    [
        ("aid", "{} approves $50m for {}"),
        ("aid", "{} injects €50m into ports of {}"),
        ("aid", "{} gets $15m from {}"),
        ("aid", "{} deploys medical team to {}"),
        ("pledge", "{} announces $50m for {}"),
        ("pledge", "{}, {} near fisheries deal"),
        ("pledge", "{}, {} talks set for Monday"),
        ("statement", "{} bans imports from {}"),
        ("statement", "{} closes border with {}"),
        ("statement", "{} threatens {}"),
        ("statement", "Envoy: {} is a friend of {}"),
        ("visit", "Premier of {} makes first visit to {}"),
        ("visit", "Premier of {} proceeds to {}"),
        ("visit", "Premier of {} welcomed in {}"),
        ("message", "Premier of {} replies to letter of {}"),
        ("message", "Premier of {} wishes {} a happy New Year"),
        ("credentials", "Premier of {} sees off ambassador of {}"),
        ("signing", "{}, {} cement fisheries deal"),
    ],
)
@pytest.mark.parametrize(("one", "other"), [("Malta", "Fiji"), ("Peru", "Ghana")])
def test_further_verbs_of_headlines_tell_the_kind(expected: str, title: str, one: str, other: str) -> None:
    found = classify(title.format(one, other), "Ministers Ann Roy and Lea Bey were in the news.", "AAA", "BBB")
    assert found == expected


@pytest.mark.parametrize("paper", ["agreement", "memorandum", "protocol"])
def test_what_was_agreed_and_put_to_paper_is_a_signing(paper: str) -> None:
    agreed = "Malta and Peru have agreed to recognise each other's degrees."
    title = "Malta, Peru to recognise each other's degrees"
    assert classify(title, f"{agreed} The {paper} was signed in Lima on Monday.") == "signing"
    assert classify(title, f"{agreed} The ministers met, and the {paper} was signed.") == "meeting"


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        ("signing", "Peru, Oman agree on date palms", "Peru and Oman signed an accord on date palms on Monday."),
        ("signing", "Ports of Lima and Suva agree to share pilots", "The ports have inked an agreement on pilots."),
        ("signing", "Chad and Togo agree on labels", "An accord on labels was initialled in Lomé."),
        ("meeting", "Peru, Oman agree on palms", "The ministers of Peru and Oman held talks on palms in Muscat."),
    ],
)
def test_a_headline_that_tells_an_agreement_tells_its_signing(expected: str, title: str, body: str) -> None:
    assert classify(title, body) == expected


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        ("visit", "Fijian cadets see Lima", "Cadets of Fiji are in the country for a two-week study tour."),
        ("visit", "Togolese clerks in Suva", "Ten clerks are in town for a benchmarking visit."),
        ("visit", "Envoy among bricks", "Ann Roy took the envoy of Peru round the brickworks on Friday."),
        ("visit", "Envoy among bricks", "Lea Bey showed the envoy of Peru around the brickworks on Friday."),
        ("meeting", "Forces' heads sit", "The 12th director general-level conference of the two forces began in Lima."),
        ("meeting", "Forces' heads sit", "The DG-level talks of the two forces began in Lima."),
        ("meeting", "Forces' heads sit", "A sector commander-level border conference of the two forces began in Lima."),
        (
            "statement",
            "Suva, Lima at odds over kelp",
            "The head of the bloc's mission had sharp words for the minister.",
        ),
        ("statement", "Suva, Lima trade barbs over kelp", "The head of the bloc's mission answered the minister."),
        ("aid", "Suva gets transmitter from Lima", "The people of Suva will hear the radio again."),
        ("aid", "Suva gets water laboratory from Lima", "The people of Suva will from now on drink tested water."),
        ("aid", "Peru hands over boreholes to Togo", "The people of Lomé will drink clean water."),
    ],
)
def test_the_ways_of_visits_quarrels_and_gifts_are_known(expected: str, title: str, body: str) -> None:
    assert classify(title, body) == expected

"""What sentences state about the tables, one example for each thing that the grammar knows."""

from __future__ import annotations

import pytest

from lint_disclosure.document import Line
from lint_disclosure.report.body import body_of
from lint_disclosure.report.claims.finding import read_claims
from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.folding import Folding
from lint_disclosure.report.model import Claim, Section
from lint_disclosure.report.prose import sentences
from lint_disclosure.rulepack.model import RulePack

CITY, BUREAU = "云川市人民政府", "云川县水利局"
BELOW = (Section(1, 1, "依申请公开", (0, 0), (0, 10_000), exact=True),)
RECEIVED = "requests.received.total"
CARRIED_IN = "requests.carried_in.total"
CARRIED_OUT = "requests.carried_out.total"
ANSWERED = "requests.total.total"
BOTH = f"{RECEIVED} + {CARRIED_IN}"
REVIEWS = "disputes.reconsideration.total"
SUITS = "disputes.litigation_direct.total + disputes.litigation_after_reconsideration.total"


def read(
    pack: RulePack,
    text: str,
    issuer: str | None = BUREAU,
    form: str = "2021",
    heading: bool = False,
) -> list[Claim]:
    folded = Folding(pack.characters).fold(text)
    prose = sentences([Line(0, len(folded))], folded, {}, (), ())
    claims = read_claims(
        prose,
        Grammar(pack.claims, form),
        folded=folded,
        sections=BELOW if heading else (),
        year=2024,
        issuer=issuer,
        body=body_of(issuer, pack.bodies, prose),
    )
    return list(claims)


def said(pack: RulePack, text: str, **context: object) -> list[tuple[str, int | str, str]]:
    """Raw text, value and the likeliest reading of each claim."""
    return [
        (
            "".join(text[start:end] for start, end in claim.parts),
            claim.value if isinstance(claim.value, int) else format(claim.value.normalize(), "f"),
            claim.about,
        )
        for claim in read(pack, text, **context)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请1,234件。", [("1,234件", 1234, RECEIVED)]),
        ("收到政府信息公开申请三十四件。", [("三十四件", 34, RECEIVED)]),
        ("共收到依申请公开１２宗。", [("１２宗", 12, RECEIVED)]),
        ("收到 15 件政府信息公开申请。", [("15 件", 15, RECEIVED)]),
        ("县水利局收到信息公开申请两份。", [("两份", 2, RECEIVED)]),
        ("全年答复政府信息公开申请12件。", [("12件", 12, ANSWERED)]),
        ("上年结转政府信息公开申请3件。", [("3件", 3, CARRIED_IN)]),
        ("2023年结转政府信息公开申请3件。", [("3件", 3, CARRIED_IN)]),
        ("政府信息公开申请结转2025年办理2件。", [("2件", 2, CARRIED_OUT)]),
    ],
)
def test_numbers_of_requests(
    text: str, expected: list[tuple[str, int, str]], pack: RulePack
) -> None:
    assert said(pack, text) == expected


def test_what_is_not_named_again_is_that_of_the_words_before(pack: RulePack) -> None:
    text = "共收到政府信息公开申请34件，上年结转2件；办结33件，结转下年度3件。"
    assert [about for *_, about in said(pack, text)] == [
        RECEIVED,
        CARRIED_IN,
        ANSWERED,
        CARRIED_OUT,
    ]


def test_the_next_sentence_goes_on_and_the_next_paragraph_does_not(pack: RulePack) -> None:
    assert [value for _, value, _ in said(pack, "收到政府信息公开申请9件。办结8件。")] == [9, 8]
    text = "收到政府信息公开申请9件。\n办结8件。"
    folded = Folding(pack.characters).fold(text)
    prose = sentences([Line(0, 14), Line(15, len(text))], folded, {}, (), ())
    claims = read_claims(
        prose,
        Grammar(pack.claims, "2021"),
        folded=folded,
        sections=(),
        year=2024,
        issuer=None,
        body=body_of(None, pack.bodies),
    )
    assert [claim.value for claim in claims] == [9]


def test_a_heading_gives_the_topic(pack: RulePack) -> None:
    assert said(pack, "全年共收到9件，办结8件。") == []
    found = said(pack, "全年共收到申请9件，办结8件。", heading=True)
    assert [(value, about) for _, value, about in found] == [(9, RECEIVED), (8, ANSWERED)]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("，内容集中在土地流转、种粮补贴。办结33件，结转2件。", [ANSWERED, CARRIED_OUT]),
        ("，内容集中在土地流转。本年度办理33件。", [RECEIVED]),
        ("，均在法定期限内答复。2024年，我局共答复33件。", [ANSWERED]),
        ("。申请内容集中在土地流转。全年办结33件。", [ANSWERED]),
        ("，主要涉及土地流转，申请人多为农户。办结33件。", [ANSWERED]),
    ],
)
def test_a_sentence_goes_on_after_a_remark_on_the_requests(
    behind: str, expected: list[str], pack: RulePack
) -> None:
    found = said(pack, f"全年新收政府信息公开申请32件{behind}")
    assert [about for *_, about in found] == [RECEIVED, *expected]
    found = said(pack, f"全年新收申请32件{behind}", heading=True)
    assert [about for *_, about in found] == [RECEIVED, *expected]


@pytest.mark.parametrize(
    "behind",
    [
        # another matter may be meant
        "，同时推进政务服务一网通办。办结33件。",
        "，内容涉及信访、投诉等。办结33件。",
        "，内容涉及行政许可档案。办结33件。",
        "，均由各镇分头落实。办结33件。",
        "，均依法答复网民诉求。办结33件。",
        "。推进政务服务一网通办。办结33件。",
        "，内容集中在土地流转。推进一网通办。办结33件。",
        # a number that was not understood
        "，内容集中在土地流转、种粮等3个方面。办结33件。",
        "，走访农户5次，内容集中在土地流转。办结33件。",
        # the sentence does not begin with what was done, or not in this year
        "，内容集中在土地流转，办结33件。",
        "，内容集中在土地流转。认真研究办结33件。",
        "，内容集中在土地流转。上半年办结33件。",
        "，内容集中在土地流转。其中办结33件。",
        "，内容集中在土地流转。办结一站式事项33件。",
        "，内容集中在土地流转。办结33件一站式事项。",
    ],
)
def test_a_sentence_behind_what_may_be_another_matter_is_left_alone(
    behind: str, pack: RulePack
) -> None:
    found = said(pack, f"全年新收政府信息公开申请32件{behind}")
    assert found == [("32件", 32, RECEIVED)]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("收到政府信息公开申请13件。", [RECEIVED]),
        ("受理政府信息公开申请13件。", [RECEIVED, BOTH, ANSWERED]),
        ("收到政府信息公开申请13件（含上年结转1件）。", [BOTH]),
        ("收到政府信息公开申请13件（含上年结转）。", [BOTH]),
        ("收到政府信息公开申请（不含上年结转）13件。", [RECEIVED]),
        ("收到政府信息公开申请13件，其中上年结转1件。", [BOTH]),
        ("收到政府信息公开申请13件，上年结转1件。", [RECEIVED]),
    ],
)
def test_whether_those_carried_in_are_counted(
    text: str, readings: list[str], pack: RulePack
) -> None:
    assert [one.text for one in read(pack, text)[0].readings] == readings


def test_parts_of_a_whole(pack: RulePack) -> None:
    text = "收到政府信息公开申请9件，其中自然人7件、法人或其他组织2件，予以公开3件，不予公开1件。"
    _, natural, others, granted, refused = said(pack, text)
    assert natural == ("7件", 7, "requests.received.natural_person")
    assert others[2].count("requests.received.") == 5
    assert granted == ("3件", 3, "requests.granted.total")
    assert refused == ("1件", 1, "requests.sum(refused).total")


def test_brackets_are_a_list_of_their_own(pack: RulePack) -> None:
    text = "收到政府信息公开申请9件（县城3件、乡镇6件），办结8件。"
    assert [value for _, value, _ in said(pack, text)] == [9, 8]


def test_a_part_of_something_that_was_not_understood_is_left_alone(pack: RulePack) -> None:
    text = "收到涉及征地的政府信息公开申请9件，其中予以公开3件，部分公开1件。"
    assert said(pack, text) == []


def test_respectively_and_each(pack: RulePack) -> None:
    text = "对政府信息公开申请，予以公开、部分公开、不予公开分别为5件、3件和2件。"
    assert [value for _, value, _ in said(pack, text)] == [5, 3, 2]
    assert said(pack, "对政府信息公开申请，予以公开、部分公开分别为5件、3件和2件。") == []
    text = "政府信息公开行政复议、行政诉讼均为0件。"
    assert said(pack, text) == [("0件", 0, REVIEWS), ("0件", 0, SUITS)]


def test_several_that_are_counted_together(pack: RulePack) -> None:
    text = "对政府信息公开申请，予以公开或部分公开11件。"
    assert said(pack, text) == [
        ("11件", 11, "requests.granted.total + requests.partly_granted.total")
    ]
    text = "新收政府信息公开申请35件，上年结转2件，共37件。"
    assert said(pack, text)[-1] == ("37件", 37, BOTH)
    text = "收到并办结政府信息公开申请5件。"
    assert said(pack, text) == [("5件", 5, RECEIVED), ("5件", 5, ANSWERED)]


def test_cases_before_courts_with_and_without_those_still_open(pack: RulePack) -> None:
    text = "因政府信息公开引发行政复议4件，其中维持2件、尚未审结1件；行政诉讼1件。"
    reviews, upheld, pending, suits = read(pack, text)
    assert [one.text for one in reviews.readings] == [
        REVIEWS,
        f"{REVIEWS} - disputes.reconsideration.pending",
    ]
    assert upheld.about == "disputes.reconsideration.upheld"
    assert pending.about == "disputes.reconsideration.pending"
    assert suits.about == SUITS


def test_documents_decisions_and_fees(pack: RulePack) -> None:
    text = "制定规章1件、行政规范性文件5件，废止2件，现行有效行政规范性文件18件。"
    assert [about.removeprefix("proactive.") for *_, about in said(pack, text)] == [
        "regulations.issued",
        "normative_documents.issued",
        "normative_documents.repealed",
        "normative_documents.in_force",
    ]
    text = "作出行政许可决定694件、行政处罚决定1件，收取行政事业性收费2230元。"
    assert said(pack, text) == [
        ("694件", 694, "proactive.licences.decisions"),
        ("1件", 1, "proactive.penalties.decisions"),
        ("2230元", "0.223", "proactive.fees.amount"),
    ]


def test_a_number_that_is_only_a_part_of_its_cell(pack: RulePack) -> None:
    (fee,) = read(pack, "收取政府信息公开信息处理费2230元。")
    (withdrawn,) = read(pack, "申请人主动撤回申请3件。", heading=True)
    assert fee.at_least
    assert withdrawn.at_least


def test_the_form_of_2019_has_other_columns(pack: RulePack) -> None:
    text = "制发规范性文件5件，废止2件。"
    assert said(pack, text, form="2019") == [("5件", 5, "proactive.normative_documents.produced")]


@pytest.mark.parametrize(
    ("text", "raw", "abouts"),
    [
        ("我局未收到政府信息公开申请。", "未收到政府信息公开申请", [RECEIVED]),
        ("无上年结转政府信息公开申请。", "无上年结转政府信息公开申请", [CARRIED_IN]),
        (
            "未发生政府信息公开行政复议、行政诉讼情况。",
            "未发生政府信息公开行政复议、行政诉讼",
            [REVIEWS, SUITS],
        ),
        (
            "政府信息公开行政复议、行政诉讼均未发生。",
            "政府信息公开行政复议、行政诉讼均未发生",
            [REVIEWS, SUITS],
        ),
        (
            "未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。",
            "未发生因依申请公开被行政复议纠错",
            ["disputes.reconsideration.corrected"],
        ),
        ("未制发、修改规章。", "未制发、修改规章", ["proactive.regulations.issued"]),
    ],
)
def test_statements_that_there_was_none(
    text: str, raw: str, abouts: list[str], pack: RulePack
) -> None:
    claims = [claim for claim in read(pack, text) if claim.negated]
    assert [(claim.about, claim.value) for claim in claims] == [(one, 0) for one in abouts]
    assert {text[claim.parts[0][0] : claim.parts[0][1]] for claim in claims} == {raw}


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到政府信息公开申请9件，办结8件。",
        "二〇二三年收到政府信息公开申请9件。",
        "上半年收到政府信息公开申请9件。",
        "截至11月底收到政府信息公开申请9件。",
        "2020年以来累计收到政府信息公开申请9件。",
        "各科室收到政府信息公开申请9件，答复8件。",
        "教育局收到政府信息公开申请9件，答复8件。",
        "全县收到政府信息公开申请900件，结转下年度8件。",
        "通过网络收到政府信息公开申请9件，当面申请2件。",
        "收到政府信息公开申请近百件。",
        "收到政府信息公开申请9余件。",
        "收到政府信息公开申请9件左右。",
        "收到政府信息公开申请5至9件。",
        "政府信息公开申请较上年增加9件。",
        "政府信息公开申请由5件增至9件。",
        "政府信息公开申请办结率为99.5%。",
        "收到政府信息公开申请9件的单位3家。",
        "收到行政许可申请9件，办结9件。",
        "政府信息公开方面，受理公租房申请9件。",
        "收到信访件9件，办结9件。",
        "办理政府信息公开类行政复议案件63件。",
        "公开政府信息300条。",
        "公开行政许可决定150条、行政处罚决定20条。",
        "公开规范性文件9件。",
        "开展政务公开培训3次，行政复议案件2件。",
        "如收到政府信息公开申请9件以上，及时报告。",
        "《2024年收到政府信息公开申请9件的通报》印发。",
        "各乡镇未收到政府信息公开申请。",
        "未收到网上政府信息公开申请。",
        "未收到对政府信息公开申请答复的投诉。",
    ],
)
def test_what_states_no_figure_of_this_body_and_year(text: str, pack: RulePack) -> None:
    assert said(pack, text) == []


def test_a_comparison_ends_with_its_clause(pack: RulePack) -> None:
    text = "2024年收到政府信息公开申请34件，较2023年增加3件，办结33件。"
    assert [value for _, value, _ in said(pack, text)] == [34, 33]


def test_a_number_that_turns_out_to_count_other_cases_too(pack: RulePack) -> None:
    assert said(pack, "信息公开。行政复议120件，其中涉及政府信息公开3件。") == []


def test_a_government_speaks_for_its_area_and_a_bureau_does_not(pack: RulePack) -> None:
    text = "全市收到政府信息公开申请900件。"
    (claim,) = read(pack, text, issuer=CITY)
    assert (claim.value, claim.scope) == (900, "area")
    assert read(pack, text, issuer="云川市水利局") == []
    assert read(pack, text, issuer="云川市清溪镇人民政府") == []


def test_without_an_issuer_the_one_body_that_the_text_names_is_its_own(pack: RulePack) -> None:
    assert len(read(pack, "2024年，市林业局未收到政府信息公开申请。", issuer=None)) == 1
    two = "2024年，市林业局未收到政府信息公开申请。2024年，市水利局收到政府信息公开申请3件。"
    assert read(pack, two, issuer=None) == []


def test_endless_sentences_are_no_sentences(pack: RulePack) -> None:
    long = "收到政府信息公开申请1件、" * 400
    assert read(pack, long) == []
    assert len(read(pack, "收到政府信息公开申请1件。" * 300)) == 200

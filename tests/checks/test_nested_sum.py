"""Check kind ``nested_sum``: sentences of the kinds that real reports have."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import nested_sum
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.place import LineSpan
from tests.checks.sample import only, pointed_at, read, rule, specimen

SUMS = rule("nested_sum")
LIST = (
    "全年通过县政府门户网站主动公开政府信息118条，"
    "其中工作动态64条、通知公告31条、财政预决算9条、水旱灾害防御14条。"
)


def saying(words):
    return specimen(words={LIST: words})


def test_parts_that_make_up_their_whole():
    assert nested_sum.check(SUMS, specimen()) == PASS


def test_parts_that_exceed_their_whole():
    report = saying("共公开信息118条。其中，网站64条，公众号31条，公开栏9件，公共资源交易信息41。")
    found = only(nested_sum.check(SUMS, report))
    assert found.cases == ("more",)
    assert found.slots == {
        "stated": 118,
        "unit": "条",
        "sum": 145,
        "difference": 27,
        "equation": "64 + 31 + 9 + 41 = 145",
    }
    assert (found.expected, found.actual, found.difference) == (145, 118, -27)
    assert found.values == ("118条", "64条", "31条", "9件", "41")
    assert found.at.locator == "一、总体情况 （一）主动公开"
    assert pointed_at(report, found) == "118条"
    assert [(report.source.cut(mark.parts), text) for mark, text in found.related] == [
        ("64条", "64"),
        ("31条", "31"),
        ("9件", "9"),
        ("41", "41"),
    ]


def test_the_equation_of_a_violation():
    report = saying("共公开信息10条，包括文件6条、公告8条。")
    equation = only(nested_sum.check(SUMS, report)).equation
    assert equation is not None
    assert (equation.operator, equation.left_value, equation.right_value) == ("=", 14, 10)
    assert [(term.letter, term.row_label, term.raw) for term in equation.left] == [
        ("A", "包括文件", "6条"),
        ("B", "公告", "8条"),
    ]
    (whole,) = equation.right
    assert (whole.letter, whole.row_label, whole.value) == ("C", "共公开信息", 10)
    assert whole.location is not None
    line = report.source.line_column(report.source.text.index("共公开信息10条"))[0]
    assert LineSpan(*whole.location[:4]) == LineSpan(line, 6, line, 9)


@pytest.mark.parametrize(
    "words",
    [
        # the whole is far, or said in another way
        "公开政府信息50条。全年运行正常。在主动公开的信息中，政策14条，业务10条，动态20条，统计6条。",
        "受理95件，答复98件（含上年转结8件），均按时答复。所有答复件中，予以公开42件，不予公开1件，无法提供49件，其他6件。",
        "发布信息731条，点击97269次。其中：工作动态343条，其他388条。",
        "全年公开信息总数171条：公开领域124条，动态34条，预算4条，预案3条，文件2条，其他4条。",
        "累计公开信息59条，内容涵盖政务12条、基层8条、动态29条、公告3条、活动6条以及检查1条。",
        # one whole, divided twice
        "办理申请7件，其中自然人6件，法人1件，予以公开1件，不掌握4件，已公开1件，不予公开1件。",
        "收到案件36件，其中，自然人30件，法人6件；予以公开20件、部分公开10件、无法提供6件。",
        # numbers that are no parts
        "公开信息42条，其中机构4条，公告29条（其中处罚27条），预算9条。",
        "新增事项88项，其中许可新增21项，总计21项，服务新增57项，总计57项，处罚新增10项，总计44项。",
        "收到申请40件，同比增长5.3%，其中自然人30件，占75%，较上年增加12件，法人10件，占25%。",
        "制作解读119期，其中县级47期、乡镇72期，阅读18万余次。",
        "公开信息100条，其中网站80条，公众号5期20条，视频2个。",
        "公开信息12条，其中2023年文件2条，2024年文件10条，第3季度最多。",
        "公开规章13件（含新制定5件，修改4件，废止4件），规范性文件42件。",
        "对25件申请收取2950元。其中，某局1件，收取420元；某县2件，收取930元；某办22件，收取1600元。",
        "公开1,250条，其中网站1,000条，公众号250条，另发布通告3条。",
        # nothing says that the parts are all
        "发布信息1464条，其中文件15条，解读10条，报告1条，建议5条，预决算2条。",
        "发布新闻144条，其中日报7条、晚报2条、电视台1条、人民网4条、新华网14条。",
        "发布信息22条，其中规范性文件0条。",
        "发布信息50条，主要包括动态20条、公告10条、预算5条。",
        "发布信息50条，包括动态20条、公告10条、预算5条等。",
        "公开信息224条。其中，机构130条，规划40条，动态40条。未分类信息14条。",
        # parts of another year's requests
        "受理申请54件，按时办结54件，办理上年结转2件。其中公开45件，部分公开4件，不予公开6件，结转下年度1件。",
        # a part with parts of its own
        "公开信息118条（网站64条（要闻30条，会议20条，培训14条），公众号31条，公开栏23条）。",
        "公开信息118条，其中网站64条（其中要闻30条、会议34条），公众号54条（包括原创50条、转载4条）。",
        "公开信息64条（转发100条，评论80条）。",
        "公开信息118条，其中：网站64条，其中要闻30条、会议20条、培训14条；公众号54条。",
        "公开信息118条，其中网站64条；公众号54条，其中原创30条、转载19条、视频5条。",
        "复议351件，其中维持173件，纠正178件；诉讼46件，其中维持25件，纠正14件，其他7件。",
        # 其中 may speak of the whole, or of more than the item before it
        "办理申请7件，其中自然人6件；法人1件，其中予以公开1件，不予公开4件，其他2件。",
        "公开信息118条，其中网站64条，其中要闻30条、会议20条、培训41条。",
        "公开信息118条，其中网站20条，公众号50条，其中原创30条、转载25条、视频5条；公开栏48条。",
        "公众号54条；网站64条，其中要闻30条、会议20条；公开栏2条。",
        # a sub-list that names only some
        "公开信息118条，其中：网站64条，其中要闻30条、会议20条；公众号54条。",
        "公开信息118条，其中网站64条（含要闻64条、转载60条）、公众号54条。",
        # figures that are not exact, or not in figures
        "公开信息近100条，其中网站80条，公众号20条，公开栏15条。",
        "公开信息100条，其中网站80余条，公众号20条，公开栏15条。",
        "公开文件5件，其中制度三件，通知两件，方案4件。",
        # two numbers that may be the whole
        "公开政务信息275条，互动信息52条。其中预算53条，许可22条，建议19条，提案16条。",
        "网站发布20条，公众号发布50条，其中原创30条、转载25条、视频5条。",
        # a list that goes on with another matter
        "公开信息11条，其中文件6条，公告5条；公众号发布信息30条。",
        "办理申请11件，其中公开6件，不予公开5件，行政复议2件。",
    ],
)
def test_lists_that_are_right_or_cannot_be_judged(words):
    assert nested_sum.check(SUMS, saying(words)).outcome in ("pass", "not_applicable")


@pytest.mark.parametrize(
    ("words", "case", "sum_"),
    [
        (
            "公开信息共3437条，包括：人事12条，动态1740条，公示225 条，解读共计110条，其他1827条。",
            "more",
            3914,
        ),
        ("公开信息162条。其中，文件41条，通过公众号发布信息293篇。", "more", 334),
        ("发布信息249条，其中：公文9条；人事7条；重点39条；网站195条。", "more", 250),
        ("公开规章13件（新制定5件，修改4件，废止5件）。", "more", 14),
        ("公开信息100条，其中动态60条，公告25条，其他10条。", "less", 95),
        (
            "公开信息95条（网站64条（要闻30条，会议20条，培训41条），公众号8条，公开栏23条）。",
            "more",
            91,
        ),
        (
            "公开信息118条（网站64条（要闻30条，会议20条，培训14条），公众号31条，公开栏32条）。",
            "more",
            127,
        ),
        ("公开信息118条，其中网站64条（其中要闻80条、会议2条），公众号54条。", "more", 82),
        ("公开118条，其中：网站64条，其中要闻30条、会议20条、培训41条；公众号54条。", "more", 91),
        ("公开118条，其中网站64条；公众号54条，其中原创30条、转载25条、视频5条。", "more", 60),
        ("公开118条，包括网站64条，其中要闻30条、会议34条；公众号54条；公开栏9条。", "more", 127),
        ("公开信息118条，其中网站64条，公众号54条（包括原创50条、转载14条）。", "more", 64),
        ("公开信息118条，其中网站64条，公众号54条（包含原创50条、转载14条）。", "more", 64),
        ("公开信息118条，其中网站64条，公众号54条（分别为原创50条、转载14条）。", "more", 64),
        ("公开信息100条，分别为动态60条，公告25条，预算10条。", "less", 95),
        ("公开信息304条。在主动公开的信息中，网站165条，报刊53条，其他68条。", "less", 286),
        (
            "办结1191件（含上年结转189件）。其中，公开208件，不予公开20件，无法提供564件，其他处理419件。",
            "more",
            1211,
        ),
        (
            "对3件申请收取2230元。其中，民政局1件，收取980元；县府办1件，收取1080元；某镇1件，收取270元。",
            "more",
            2330,
        ),
    ],
)
def test_lists_that_do_not_add_up(words, case, sum_):
    found = only(nested_sum.check(SUMS, saying(words)))
    assert (found.cases, found.slots["sum"]) == ((case,), sum_)


def test_a_list_that_is_broken_over_lines():
    line = "全年工作按照计划顺利推进，各项公开任务全部完成，没有发生差错和延误，"
    report = read(
        "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n"
        + f"{line}\n" * 12
        + "按照规定的时限和程序及时更新，做到应公开尽公开，全年累计公开信息1\n"
        + "1条，其中文件6条，公告5条，解读2条。"
    )
    found = only(nested_sum.check(SUMS, report))
    assert found.slots["stated"] == 11
    assert pointed_at(report, found) == "11条"


def test_a_text_without_any_list():
    verdict = nested_sum.check(SUMS, saying("全年公开信息118条。"))
    assert verdict.outcome == "not_applicable"


def test_only_lists_that_a_rule_is_about():
    fees = "收取信息处理费50元，分别为甲所20元、乙所40元。"
    both = saying("公开信息10条，包括文件6条、公告8条。" + fees)
    assert len(nested_sum.check(SUMS, both).violations) == 2
    about = only(nested_sum.check(rule("nested_sum", about=["处理费"]), both))
    assert about.slots["sum"] == 60
    others = only(nested_sum.check(rule("nested_sum", not_about=["处理费"]), both))
    assert others.slots["sum"] == 14


def test_a_rule_about_some_words_does_not_say_that_there_is_no_list():
    other_lists_only = nested_sum.check(rule("nested_sum", about=["处理费", "工本费"]), specimen())
    assert other_lists_only.why == (
        "正文里没有读到说处理费或工本费的「共N条，其中……」这样可以相加的分项",
        "no “N of them, among these …” about 处理费 or 工本费 with parts to add up was read"
        " in the text",
    )

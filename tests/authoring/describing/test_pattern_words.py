from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lint_disclosure.authoring.describing.pattern_words import LONGEST, pattern_words
from lint_disclosure.render.width import text_width
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.rulepack.schema import Shape, load_schema


@pytest.mark.parametrize(
    ("pattern", "zh", "en"),
    [
        ("处理费", "「处理费」", "「处理费」"),
        ("考核|考评|绩效", "「考核」「考评」或「绩效」", "「考核」, 「考评」 or 「绩效」"),
        ("信息审[核查]", "「信息审核」或「信息审查」", "「信息审核」 or 「信息审查」"),
        ("下一?步", "「下一步」或「下步」", "「下一步」 or 「下步」"),
        (
            "收取[^,。;]{0,16}费",
            "「收取」（隔至多 16 字，不含「，。；」）「费」",
            "「收取」（up to 16 characters, none of 「，。；」）「费」",
        ),
        (
            "现(?:上报|报送)[^。]{2,20}",
            "［「现上报」或「现报送」］（2 至 20 字，不含「。」）",
            "［「现上报」 or 「现报送」］（2 to 20 characters, none of 「。」）",
        ),
        (
            r"20\d\d年\d{1,2}月",
            "「20」（2 位数字）「年」（1 至 2 位数字）「月」",
            "「20」（2 digits）「年」（1 to 2 digits）「月」",
        ),
        (r"第\d条", "「第」（一位数字）「条」", "「第」（a digit）「条」"),
        (r"共[0-9]+件", "「共」（数字）「件」", "「共」（digits）「件」"),
        (
            "请(?:予以?|给予)?批示",
            "「请」（可有「予以」「予」或「给予」）「批示」",
            "「请」（perhaps 「予以」, 「予」 or 「给予」）「批示」",
        ),
        (
            "^略:$",
            "（句首）「略：」（句尾）",
            "（start of the sentence）「略：」（end of the sentence）",
        ),
        ("(?<!有)无申请", "（前面不是「有」）「无申请」", "（not preceded by 「有」）「无申请」"),
        ("(?<=全年)无", "（前面是「全年」）「无」", "（preceded by 「全年」）「无」"),
        (
            "申请(?=$|[,;.。]|件)",
            "「申请」（后面是「，；.。」之一或「件」，或句尾）",
            "「申请」（followed by one of 「，；.。」 or 「件」, or end of the sentence）",
        ),
        ("申请(?!人)", "「申请」（后面不是「人」）", "「申请」（not followed by 「人」）"),
        (
            "未(?:任何|有关|的)*+申请",
            "「未」（可有若干个「任何」「有关」或「的」）「申请」",
            "「未」（perhaps any number of 「任何」, 「有关」 or 「的」）「申请」",
        ),
        (
            "贵[办局厅委处]",
            "「贵办」「贵局」「贵厅」「贵委」或「贵处」",
            "「贵办」, 「贵局」, 「贵厅」, 「贵委」 or 「贵处」",
        ),
        (
            "[未无]收费|费[^,]{1,3}免",
            "「未收费」或「无收费」，或「费」（隔 1 至 3 字，不含「，」）「免」",
            "「未收费」 or 「无收费」, or 「费」（1 to 3 characters, none of 「，」）「免」",
        ),
        ("(?:甲乙){2,3}", "2 至 3 个「甲乙」", "2 to 3 of 「甲乙」"),
        ("[a-z]{2}号", "（2 个字母）「号」", "（2 of a letter）「号」"),
        (
            r"甲[^\d]乙",
            "「甲」（一个字，不含数字）「乙」",
            "「甲」（any character, none of a digit）「乙」",
        ),
        ("甲.乙", "「甲」（一个字）「乙」", "「甲」（any character）「乙」"),
        ("(?i)ppt", "「ppt」（不分大小写）", "「ppt」 (in capitals or not)"),
    ],
)
def test_a_pattern_in_words(pattern: str, zh: str, en: str) -> None:
    assert pattern_words(pattern, "zh") == zh
    assert pattern_words(pattern, "en") == en


def test_words_are_put_together_only_where_that_is_short() -> None:
    assert pattern_words("(?:未|没有)(?:收到|接到)申请", "zh") == (
        "「未收到申请」「未接到申请」「没有收到申请」或「没有接到申请」"
    )
    many = pattern_words("(?:未|没有|没)(?:收到|接到|受理)申请", "zh")
    assert many == "［「未」「没有」或「没」］［「收到申请」「接到申请」或「受理申请」］"
    assert pattern_words("[省市县]政府信息公开条例办法", "zh") == (
        "［「省」「市」或「县」］「政府信息公开条例办法」"
    )


def test_signs_are_kept_apart_from_words() -> None:
    assert pattern_words(r"办函[〔\[(]2019[〕\])]", "zh") == (
        "「办函」［「〔」「[」或「（」］「2019」［「〕」「]」或「）」］"
    )


def test_what_gets_long_is_cut_short_and_says_so() -> None:
    words = "|".join(f"{number}号文件" for number in range(100, 300))
    assert pattern_words(words, "zh", longest=120) == (
        "「100号文件」「101号文件」「102号文件」「103号文件」「104号文件」「105号文件」等 200 种"
    )
    assert pattern_words(words, "en", longest=70) == (
        "「100号文件」, 「101号文件」, 「102号文件」 or others (200 in all)"
    )


def test_pieces_that_have_no_room_are_left_out() -> None:
    text = pattern_words("".join(f"[^{number},]{{0,9}}甲乙丙丁" for number in range(9)), "zh", 60)
    assert text.endswith("……（其余从略）")
    assert text_width(text) < 60 + text_width("……（其余从略）")


def patterns(value: Any, shape: Shape) -> Iterator[str]:
    """All patterns in the options of a rule."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from patterns(member, shape.child(key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from patterns(member, shape.child(index))
    elif shape.mark("x-type") == "pattern":
        yield value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_shipped_pattern_can_be_told(pack: RulePack, lang: str) -> None:
    for rule in pack.rules.values():
        for pattern in patterns(rule.options, Shape(load_schema(f"checks/{rule.check}"))):
            text = pattern_words(pattern, lang)
            assert 0 < text_width(text) <= LONGEST + 30, pattern
            assert not {"(?", "{0", "|", "*+"} & {text[at : at + 2] for at in range(len(text))}

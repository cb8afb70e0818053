from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.rulepack.patterns import PatternError, check_pattern

ENDLESS = "这个正则表达式遇到某些文字时会慢得停不下来：重复里套着重复，或相邻的重复匹配同样的字"
GAP = "几乎什么字都匹配的重复（如 .* 或 [^。]+）必须写明上限"


def refusal(pattern: str, variants: str = "") -> str:
    with pytest.raises(PatternError) as caught:
        check_pattern(pattern, variants)
    assert caught.value.message.zh == str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "pattern",
    [
        "收到[^。]{0,30}申请",
        r"\d+年\d+月\d+日",
        r"\d+(?:\.\d+)?万元",
        "(?:未|没有|无)[^。;]{0,10}(?:收到|接到|受理)[^。]{0,30}(?:政府信息公开申请|申请)",
        "[^。]{0,30}收到[^。]{0,30}申请[^。]{0,30}件",
        r"共\d{1,6}[条件个],其中[^。]{0,80}",
        r"(?:\d{1,4}[、,])+条",
        "(?:第[一二三四]{1,3}条、?){0,5}规定",
        r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,6}",
        "[一二三四五六七八九十]+是",
        "(?<!不)予以公开(?!的)",
        "(?:无|暂无)(?:。|$)",
        r"1\d{10}",
        "(?i)qq",
        "(?:(?!不予)[^。]){1,30}公开",
    ],
)
def test_ordinary_patterns_pass(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(?:a|a)+b",
        "(?:a|ab)*c",
        r"\d*\d+件",
        r"(?:\d+,?)+件",
        "(?:x?y?){0,50}z",
        "(?:(?:a{0,3}){0,3}){0,9}b",
        "(?:[^。]{0,30}、){0,5}件",
        "[^。]{0,80}a[^。]{0,80}b[^。]{0,80}c",
        "(?=(?:a+)+b)a",
        "(?:(?!a{0,1000}x)a){1,1000}b",
        "(?:(?=[^。]{0,80}x)a)+b",
        "(?i)ſ+s{0,900}x",
        "(?i)İ+i{0,900}x",
        r"[\xa1-\xbf]+\w{0,80}x",
        r"(?a)[à-ÿ]+\W{0,80}x",
    ],
)
def test_patterns_that_may_run_away_are_refused(pattern: str) -> None:
    assert refusal(pattern) == ENDLESS


@pytest.mark.parametrize(
    "pattern", [".*收到", "收到.+", "[^。]+申请", r"\w+申请", r"\S{0,81}x", "[一-龥]+件"]
)
def test_gaps_need_a_bound(pattern: str) -> None:
    assert refusal(pattern) == GAP


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("a*", "这个正则表达式可以什么都不匹配"),
        ("(?=a)", "这个正则表达式可以什么都不匹配"),
        ("申请|", "这个正则表达式可以什么都不匹配"),
        (r"(a)\1", r"不支持反向引用（\1 之类）"),
        ("(?P<x>a)(?P=x)", r"不支持反向引用（\1 之类）"),
        ("x(?i:k)y", "不支持只对一部分起作用的标志（(?i:…) 之类）"),
        ("(?i)a(?-i:b)", "不支持只对一部分起作用的标志（(?i:…) 之类）"),
        (r"x\d{1,5000}y", "重复次数太大（最多 1000）"),
        ("a" * 2001, "正则表达式太长（2001 字，最多 2000 字）"),
        ("(" * 1000, "正则表达式太复杂"),
        ("a{1,9999999999999}", "正则表达式太复杂"),
        ("(收到", "正则表达式写法有误：missing ), unterminated subpattern"),
        ("(?<=a|bc)d", "正则表达式写法有误：look-behind requires fixed-width pattern"),
        ("[[a]b", "正则表达式写法含糊：Possible nested set at position 1"),
    ],
)
def test_other_bad_patterns_say_what_is_wrong(pattern: str, message: str) -> None:
    assert refusal(pattern) == message


@pytest.mark.parametrize(
    ("pattern", "message", "hint", "at"),
    [
        ("收到，", "「，」在匹配前已统一为半角，这里永远匹配不到", "写成 ,", (2, 1)),
        ("（七）", "「（」在匹配前已统一为半角，这里永远匹配不到", r"写成 \(", (0, 1)),
        ("“三审”", "「“」在匹配前已统一为半角，这里永远匹配不到", 'write "', (0, 1)),
        ("a b", "正文按去掉空白后的文字匹配，这里不能写空格", "删去空格", (1, 1)),
        ("申請", "「請」在匹配前已统一为规范字，这里永远匹配不到", "写规范的简化字", (1, 1)),
    ],
)
def test_a_pattern_that_can_never_match_is_refused(
    pattern: str, message: str, hint: str, at: tuple[int, int]
) -> None:
    with pytest.raises(PatternError) as caught:
        check_pattern(pattern, "請")
    error = caught.value
    assert (error.message.zh, error.at) == (message, at)
    assert error.hint is not None
    assert hint in (error.hint.zh, error.hint.en)


def test_full_width_forms_in_a_set_do_no_harm() -> None:
    check_pattern("收到[,，][^。]{0,5}请")


WORST = ["a" * 400, "ab" * 200, "0" * 400, "a," * 200, "一" * 400]


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet="ab1一.[^]()?:*+{},03|\\d", min_size=1, max_size=16))
def test_what_passes_is_quick_on_bad_texts(pattern: str) -> None:
    try:
        check_pattern(pattern)
    except PatternError:
        return
    compiled = re.compile(pattern)
    for text in WORST:
        start = perf_counter()
        for _ in compiled.finditer(text):
            pass
        assert perf_counter() - start < 1

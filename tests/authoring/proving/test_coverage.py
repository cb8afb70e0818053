from __future__ import annotations

from lint_disclosure.authoring.proving.coverage import coverage, coverage_report
from tests.authoring.proving.small_rules import WORDING, Rules

CASES = """\
cases:
  none: {message: {zh: 没有写依据, en: no basis}}
message:"""


def report(rules: Rules, lang: str = "zh") -> str:
    bench = rules.bench()
    return coverage_report([coverage(bench, code) for code in bench.files], lang)


def test_what_is_never_reached_is_named(rules: Rules) -> None:
    rules.write(WORDING, ("message:", f"required: ['条例|规定', '没有的词']\n{CASES}"))
    assert report(rules) == (
        "LOC001  情形 0/1，列表各项 3/6，结果：pass fail\n"
        "    没有到过的结果: not_applicable cannot_evaluate\n"
        "    my/LOC001.yaml:11:3: 没有到过的情形: none\n"
        "    my/LOC001.yaml:8:27: 没有到过的项: patterns: 妥否\n"
        "    my/LOC001.yaml:9:21: 没有到过的项: required: 没有的词\n"
        "    my/LOC001.yaml:9:15: 没有到过的项: required[0]@2: |规定\n"
        "1 条规则：情形 0/1，列表各项 3/6"
    )


def test_everything_reached(rules: Rules) -> None:
    more = (
        '  - {name: 妥否, given: {replace: {"要求编制。": 要求编制。妥否。}}, want: [{at: 引言}]}\n'
    )
    rules.write(WORDING + more)
    assert report(rules, "en") == (
        "LOC001  cases 0/0, items 2/2, ends: pass fail\n"
        "    never: not_applicable cannot_evaluate\n"
        "1 rules: 0 of 0 cases, 2 of 2 items reached"
    )


def test_an_item_counts_as_reached_though_no_test_wants_it(rules: Rules) -> None:
    """Coverage says that a result depends on the item, mutation that a test says so."""
    rules.write(
        WORDING + '  - {name: 妥否, given: {replace: {"要求编制。": 要求编制。妥否。}}, want: []}\n'
    )
    assert report(rules).splitlines()[0] == "LOC001  情形 0/0，列表各项 2/2，结果：pass fail"


def test_an_item_that_is_explained_does_not_count(rules: Rules) -> None:
    rules.write(WORDING)
    (rules.folder / "equivalent_mutants.yaml").write_text(
        "- {rule: LOC001, mutants: ['patterns: -妥否'], why: {zh: 只是举例, en: an example}}\n",
        encoding="utf-8",
    )
    assert report(rules) == (
        "LOC001  情形 0/0，列表各项 1/1，结果：pass fail\n"
        "    没有到过的结果: not_applicable cannot_evaluate\n"
        "    my/LOC001.yaml:8:27: patterns: 妥否\n"
        "        已说明：只是举例\n"
        "1 条规则：情形 0/0，列表各项 1/1"
    )
    assert report(rules, "en").splitlines()[3] == "        explained: an example"

from __future__ import annotations

from tests.authoring.proving.small_rules import RELATION, WORDING, Rules

MODEL = """\
id: LOC003
name: model
title: {zh: 甲, en: A}
severity: warning
since: 0.1.0
applies_to: {years: 2019-2020, forms: ["2019"], kinds: [government, office]}
basis: [{document: 填报惯例}]
needs: [STR013]
"""

REST = """\
message: {zh: 乙, en: B}
help: {zh: 丙, en: C}
tests:
  - {name: 丁, want: []}
  - {name: 戊, want: [{at: 甲}]}
"""

SCOPE = [
    "severity: warning -> info",
    "severity: warning -> error",
    "applies_to.years: 2019-2020 -> 2018-2020",
    "applies_to.years: 2019-2020 -> 2020-2020",
    "applies_to.years: 2019-2020 -> 2019-2019",
    "applies_to.years: 2019-2020 -> 2019-2021",
    "applies_to.forms: -",
    "applies_to.kinds: -",
    "applies_to.kinds: -government",
    "applies_to.kinds: -office",
    "needs: -",
]


def names(rules: Rules, code: str, text: str, *changes: tuple[str, str]) -> list[str]:
    rules.write(text, *changes)
    return [mutant.name for mutant in rules.bench().mutants(code)]


def test_a_rule_about_words(rules: Rules) -> None:
    more = "except: [特此报告]\nin: [1, preamble]\n"
    assert names(rules, "LOC001", WORDING, ("message:", more + "message:")) == [
        "severity: warning -> info",
        "severity: warning -> error",
        "patterns: -",
        "patterns: -特此(?:报告|函告)",
        "patterns: -妥否",
        "except: -",
        "except[0]@0: 特 -> 亍",
        "in: -",
        "in: -1",
        "in: -preamble",
    ]


def test_a_rule_about_sums(rules: Rules) -> None:
    assert names(rules, "LOC002", RELATION)[2:] == [
        "table: 表四 -> proactive",
        "table: 表四 -> requests",
        "table: 表四 -> disputes",
        "for_each: row -> column",
        "for_each: row -> none",
        "blank: -",
        "blank: zero -> undecided",
        "require@0: 结果维持 -> 0",
        "require@0: 结果维持 -> corrected",
        "require@5: + -> -",
        "require@7: 结果纠正 -> 0",
        "require@7: 结果纠正 -> other",
        "require@12: = -> >=",
        "require@12: = -> <=",
        "require@14: 总计 -> 0",
        "require@14: 总计 -> pending",
    ]


def test_whom_a_rule_is_for_and_its_cases(rules: Rules) -> None:
    cases = "check: section_order\ncases:\n  repeated: {severity: info, message: {zh: 己, en: D}}\n"
    assert names(rules, "LOC003", MODEL + cases + REST) == [
        *SCOPE,
        "cases: -",
        "cases.repeated.severity: info -> warning",
        "cases.repeated.severity: info -> error",
        "cases.repeated.severity: -",
        "cases.repeated.message: -",
    ]


def test_numbers_switches_and_words_in_lists(rules: Rules) -> None:
    options = "check: section_body\nsections: [5]\nempty: true\nwords: [无, 略]\nmin_length: 30\n"
    assert names(rules, "LOC003", MODEL + options + REST)[len(SCOPE) :] == [
        "sections[0]: 5 -> 4",
        "sections[0]: 5 -> 6",
        "empty: -",
        "empty: true -> false",
        "words: -",
        "words: -无",
        "words: -略",
        "min_length: -",
        "min_length: 30 -> 29",
        "min_length: 30 -> 31",
    ]


def test_days_and_thresholds_in_lists(rules: Rules) -> None:
    options = "check: publication_date\nrequire: in_time\nfirst_year: 2008\nnot_after: 01-31\n"
    found = names(rules, "LOC003", MODEL + options + REST)[len(SCOPE) :]
    assert [name for name in found if "->" in name and "not_after" in name] == [
        "not_after: 01-31 -> 01-30",
        "not_after: 01-31 -> 02-01",
    ]
    options = "check: stated_year\nstatements: [{plus: 0, usual: [-1, 1], patterns: ['(20)甲']}]\n"
    found = names(rules, "LOC003", MODEL + options + REST)[len(SCOPE) :]
    assert [name for name in found if "usual" in name] == [
        "statements[0].usual: -",
        "statements[0].usual: --1",
        "statements[0].usual: -1",
        "statements[0].usual[0]: -1 -> -2",
        "statements[0].usual[0]: -1 -> 0",
        "statements[0].usual[1]: 1 -> 0",
        "statements[0].usual[1]: 1 -> 2",
    ]


def test_entries_inside_entries(rules: Rules) -> None:
    options = (
        "check: agreement\ncompare:\n"
        "  - {left: title_issuer, right: publisher, how: name}\n"
        "  - {left: issued_year, right: report_year, plus: 1}\n"
        "short_names: [[发改委, 发展和改革局], [教委, 教育局]]\n"
    )
    found = names(rules, "LOC003", MODEL + options + REST)[len(SCOPE) :]
    assert found[:3] == [
        "compare[0]: -",
        "compare[1]: -",
        "compare[0].left: title_issuer -> title_year",
    ]
    assert [name for name in found[3:] if "left" not in name and "right" not in name] == [
        "compare[0].how: -",
        "compare[0].how: name -> equal",
        "compare[0].how: name -> not_after",
        "compare[1].plus: -",
        "compare[1].plus: 1 -> 0",
        "compare[1].plus: 1 -> 2",
        "short_names: -",
        "short_names[0]: -",
        "short_names[1]: -",
    ]


def test_long_texts_are_cut_and_names_stay_unique(rules: Rules) -> None:
    long = "特此" + "报" * 60
    found = names(
        rules, "LOC001", WORDING, ("['特此(?:报告|函告)', '妥否']", f"[{long}告, {long}函]")
    )
    assert found[2:] == ["patterns: -", "patterns[0]: -", "patterns[1]: -"]


def test_the_place_of_a_mutant_is_where_it_was_changed(rules: Rules) -> None:
    rules.write(WORDING, ("'特此(?:报告|函告)', '妥否'", "'特此报?告'"))
    bench = rules.bench()
    places = {mutant.name: bench.place("LOC001", mutant) for mutant in bench.mutants("LOC001")}
    found = places["patterns[0]@2: -报?"]
    assert (found.file, found.line, found.column, found.length) == ("my/LOC001.yaml", 8, 15, 2)


def test_of_a_rule_that_a_pack_changes_only_the_changes_are_mutated(rules: Rules) -> None:
    (rules.folder / "pack.yaml").write_text(
        "name: town\nversion: 0.1.0\ntitle: {zh: 甲, en: A}\n"
        "overrides:\n  STR011:\n    min_length: 50\n    add: {words: [没有啥]}\n"
        "    tests: [{name: 甲, want: []}]\n",
        encoding="utf-8",
    )
    assert [mutant.name for mutant in rules.bench().mutants("STR011")] == [
        "words: -没有啥",
        "min_length: -",
        "min_length: 50 -> 49",
        "min_length: 50 -> 51",
    ]

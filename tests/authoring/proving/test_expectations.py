from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.authoring.proving.expectations import updates
from lint_disclosure.authoring.proving.rule_tests import run_tests
from lint_disclosure.rulepack import shipped
from tests.authoring.proving.small_rules import WORDING, Rules

CHANGED = ('message: {zh: "写了「{match}」"', 'message: {zh: "不要写「{match}」"')
NEW = "{at: 引言, contains: 不要写「特此报告」, severity: warning}"


def update(rules: Rules) -> tuple[list[str], list[str]]:
    """Write what is to be written; gives the diffs and what is left alone."""
    bench = rules.bench()
    tests = [test for file in bench.files.values() for test in file.own_tests]
    found, left = updates(bench, run_tests(bench.pack, tests))
    for one in found:
        one.write()
    return [one.diff() for one in found], [f"{one.line} {one.test}: {one.why.zh}" for one in left]


def test_only_what_is_wanted_is_replaced(rules: Rules) -> None:
    file = rules.write(WORDING + "# 完\n", CHANGED)
    before = file.read_text(encoding="utf-8")
    old = "[{at: 引言, contains: 写了「特此报告」, severity: warning}]"
    assert update(rules) == (
        [
            "--- my/LOC001.yaml\n+++ my/LOC001.yaml\n@@ -12,5 +12,5 @@\n"
            "   - {name: 没有, want: []}\n"
            "   - name: 有\n"
            '     given: {replace: {"要求编制。": 要求编制。特此报告。}}\n'
            f"-    want: {old}\n+    want: [{NEW}]\n # 完\n"
        ],
        [],
    )
    assert file.read_text(encoding="utf-8") == before.replace(old, f"[{NEW}]")
    assert update(rules) == ([], [])


@pytest.mark.parametrize(
    "want",
    [
        "want: [{contains: 甲}]  # 说明\n",
        "want:\n      - {contains: 甲}  # 说明\n",
        "want:\n      - at: 引言\n        contains: 甲  # 说明\n",
        "want:\n    - contains: >-\n        甲\n        乙  # 说明\n",
        "want:  # 说明\n      - {contains: 甲}\n",
        'want:\n      - contains: "甲\n        乙"\n      - {at: 丙}  # 说明\n\n',
    ],
)
def test_lists_in_any_way_of_writing(rules: Rules, want: str) -> None:
    end = "    outcome: fail\n  - {name: 又, want: []}\n"
    text = WORDING.replace(
        "want: [{at: 引言, contains: 写了「特此报告」, severity: warning}]\n", want + end
    )
    file = rules.write(text, CHANGED)
    update(rules)
    text = file.read_text(encoding="utf-8")
    assert text.count(NEW) == 1
    assert text.endswith(end)
    assert "说明" in text or ">-" in want
    assert update(rules) == ([], [])


def test_marks_at_the_start_and_line_ends_are_kept(rules: Rules) -> None:
    file = rules.write(WORDING, CHANGED)
    text = file.read_text(encoding="utf-8")
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    update(rules)
    after = file.read_bytes()
    old = "{at: 引言, contains: 写了「特此报告」, severity: warning}"
    assert after == b"\xef\xbb\xbf" + text.replace(old, NEW).replace("\n", "\r\n").encode()


def test_the_outcome_too(rules: Rules) -> None:
    file = rules.write(WORDING, ("{name: 没有, want: []}", "{name: 没有, want: [], outcome: fail}"))
    update(rules)
    assert "{name: 没有, want: [], outcome: pass}" in file.read_text(encoding="utf-8")


def test_signs_of_yaml_are_quoted(rules: Rules) -> None:
    file = rules.write(WORDING, ("写了「{match}」", "“{match}”: 不好, 改"))
    update(rules)
    wanted = 'contains: "“特此报告”: 不好, 改"'
    assert wanted in file.read_text(encoding="utf-8")
    assert update(rules) == ([], [])


BROKEN = "  - {name: 坏, given: {replace: {没有的字: 甲}}, want: [{at: 乙}]}\n"
EACH = """\
  - name: 多
    each: {词: [妥否, 请]}
    given: {replace: {"要求编制。": 要求编制。<词>。}}
    want: [{at: 乙}]
"""


def test_what_is_left_alone(rules: Rules) -> None:
    file = rules.write(WORDING + BROKEN + EACH)
    before = file.read_bytes()
    assert update(rules) == (
        [],
        [
            "16 坏: 测试本身有误，先改测试",
            "17 多（妥否）: 带 each 的测试请手工修改",
            "17 多（请）: 带 each 的测试请手工修改",
        ],
    )
    assert file.read_bytes() == before


def test_a_rule_is_not_left_without_a_test_that_fires(rules: Rules) -> None:
    file = rules.write(WORDING, ("['特此(?:报告|函告)', '妥否']", "['没有的词']"))
    before = file.read_bytes()
    why = "改后不成规则（应有发现、应无发现的测试至少各有一个），没有改"
    assert update(rules) == ([], [f"13 有: {why}"])
    assert file.read_bytes() == before


def test_tests_of_a_pack_are_left_alone(rules: Rules) -> None:
    (rules.folder / "pack.yaml").write_text(
        "name: town\nversion: 0.1.0\ntitle: {zh: 甲, en: A}\n"
        "overrides:\n  STR011: {min_length: 50, tests: [{name: 甲, want: [{at: 乙}]}]}\n",
        encoding="utf-8",
    )
    assert update(rules) == ([], ["5 甲: pack.yaml 里的测试请手工修改"])


def test_installed_rules_are_left_alone(
    rules: Rules, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rules.write(WORDING, CHANGED)
    monkeypatch.setattr(shipped, "RULES", str(tmp_path / "my"))
    bench = rules.bench()
    compiled = tmp_path / "rules.json"
    compiled.touch()
    monkeypatch.setattr(shipped, "COMPILED", str(compiled))
    results = list(run_tests(bench.pack, bench.files["LOC001"].tests))
    found, left = updates(bench, results)
    assert (found, [one.why.zh for one in left]) == ([], ["装好的自带规则不改写"])

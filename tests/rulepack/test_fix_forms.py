"""The fixes in a rule file: read, compiled, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.rulepack.compiled import from_json, to_json
from lint_disclosure.rulepack.loading import lint_paths, load_pack
from lint_disclosure.rulepack.model import FixForm

RULE = """\
id: LOC001
name: our-own
title: {zh: 用语, en: words}
severity: info
since: 0.1.0
basis: [{document: 填报惯例, clause: 用语}]
check: wording
patterns: [某词]
message: {zh: 写了某词, en: a word}
help: {zh: 改, en: change it}
tests:
  - {name: 没有, want: []}
  - {name: 有, given: {replace: {全年通过: 某词，全年通过}}, want: [{contains: 某词}]}
fixes:
"""


@pytest.fixture
def rule(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(*fixes):
        path = Path("LOC001.yaml")
        path.write_text(RULE + "".join(f"  - {fix}\n" for fix in fixes), encoding="utf-8")
        return path

    return write


def test_fixes_are_read_and_outlive_compiling(rule):
    path = rule(
        "{safety: safe, find: 某词, with: 此词}",
        "{safety: unsafe, case: none, characters: {from: 某, to: 此}, places: all}",
    )
    pack = load_pack([path])
    fixes = (
        FixForm("safe", "某词", "此词"),
        FixForm("unsafe", None, None, "某", "此", "none", True),
    )
    assert pack.rules["LOC001"].fixes == fixes
    assert from_json(to_json(pack)).rules["LOC001"].fixes == fixes


@pytest.mark.parametrize(
    ("fix", "message"),
    [
        ("{with: 此词}", "缺少 safety"),
        ("{safety: sure, with: 此词}", "不能是 sure，应为 safe、unsafe、display-only 之一"),
        ("{safety: safe, find: 某词}", "缺少 with 或 characters"),
        ("{safety: safe, find: '(', with: 此词}", "正则表达式写法有误"),
        ("{safety: safe, find: '某*', with: 此词}", "可以什么都不匹配"),
        ("{safety: safe, find: ［, with: 此词}", "写成 \\["),
        ("{safety: safe, characters: {from: 某词, to: 此}}", "字数应相同"),
        ('{safety: safe, with: "此\\n词"}', "不能有换行"),
    ],
)
def test_a_fix_that_cannot_be_is_told_with_its_line(rule, fix, message):
    problems = lint_paths([rule(fix)])
    assert problems
    assert {problem.line for problem in problems} == {15}
    text = "\n".join(f"{one.message.zh} {one.hint.zh if one.hint else ''}" for one in problems)
    assert message in text

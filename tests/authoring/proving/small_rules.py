"""Small rules against the shipped forms, in a folder of their own."""

from __future__ import annotations

from pathlib import Path

from lint_disclosure.authoring.proving.bench import Bench
from lint_disclosure.rulepack.loading import load_files

WORDING = """\
id: LOC001
name: no-letter
title: {zh: 没有公文用语, en: No words of a letter}
severity: warning
since: 0.1.0
basis: [{document: 填报惯例}]
check: wording
patterns: ['特此(?:报告|函告)', '妥否']
message: {zh: "写了「{match}」", en: "says {match}"}
help: {zh: 删去, en: Leave it out}
tests:
  - {name: 没有, want: []}
  - name: 有
    given: {replace: {"要求编制。": 要求编制。特此报告。}}
    want: [{at: 引言, contains: 写了「特此报告」, severity: warning}]
"""

RELATION = """\
id: LOC002
name: balance
title: {zh: 收支平衡, en: Requests balance}
severity: error
since: 0.1.0
basis: [{document: 填报惯例}]
check: relation
table: 表四
for_each: row
blank: zero
require: 结果维持 + 结果纠正 = 总计
message: {zh: "「{row}」相差 {difference}", en: "{row}: {difference}"}
help: {zh: 核对台账, en: Check the register}
tests:
  - name: 相等
    given: {cells: {表四: {行政复议: {结果维持: "2", 总计: "2"}}}}
    want: []
  - name: 不等
    given: {cells: {表四: {行政复议: {结果维持: "2", 总计: "3"}}}}
    want: [{at: 行政复议, contains: 相差 1, severity: error}]
"""


class Rules:
    """A folder of rules; the working folder is the one above it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, text: str, *changes: tuple[str, str], name: str | None = None) -> Path:
        """Write a rule with some words changed, by default under its own code."""
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        code = text.partition("id: ")[2].partition("\n")[0]
        file = self.folder / (name or f"{code}.yaml")
        file.write_text(text, encoding="utf-8")
        return file

    def bench(self) -> Bench:
        """The rules of the folder, with the shipped ones beside them."""
        return Bench(*load_files([Path("my")]))

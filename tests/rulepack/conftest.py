from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.rulepack.loading import Sources, load_sources
from lint_disclosure.rulepack.problem import frames

RULE = """\
id: ARI003
name: requests-unbalanced
title: {zh: 表三收支应平衡, en: Requests balance}
severity: error
since: 0.1.0
applies_to: {years: ">=2019"}
basis: [{document: 国办公开办函〔2021〕30号, clause: 表三勾稽关系}]
check: relation
table: 表三
for_each: column
blank: zero
require: 本年新收 + 上年结转 = （七）总计 + 结转下年度
message: {zh: "「{column}」列不平，相差 {difference}", en: "{column} is off by {difference}"}
help: {zh: 核对台账, en: Check the register}
tests:
  - {name: 平衡, want: []}
  - {name: 不平, given: {cells: {requests: {本年新收: {自然人: 3}}}}, want: [{at: 自然人}]}
"""

TABLE = """\
  requests:
    title: 表三
    label: 收到和处理政府信息公开申请情况
    section: 3
    columns:
      natural_person: {label: 自然人}
      other: {label: 其他}
      total: {label: 总计, aliases: [合计]}
    rows:
      received: {label: 一、本年新收政府信息公开申请数量, short: 一、本年新收, aliases: [本年新收]}
      carried_in: {label: 二、上年结转政府信息公开申请数量, aliases: [上年结转]}
      partly_granted: {label: （二）部分公开（区分处理的，只计这一情形，不计其他情形）}
      refused_state_secret: {label: 1.属于国家秘密}
      refused_security: {label: 3.危及“三安全一稳定”}
      OTHER_ROWS
      total: {label: （七）总计}
      carried_out: {label: 四、结转下年度继续办理, aliases: [结转下年度]}
    groups:
      refused:
        label: （三）不予公开
        aliases: [不予公开]
        rows: [refused_state_secret, refused_security]
      OTHER_GROUP
"""

PROACTIVE = """\
  proactive:
    title: 表二
    label: 主动公开政府信息情况
    section: 2
    captions: [信息内容]
    columns:
      issued: {label: 本年制发件数}
      decisions: {label: 本年处理决定数量}
      amount: {label: 本年收费金额（单位：万元）, value: amount}
    rows:
      regulations: {label: 规章}
      licences: {label: 行政许可}
      fees: {label: 行政事业性收费, columns: [amount]}
    blocks:
      - {key: article_20_1, caption: 第二十条第（一）项, rows: [regulations], columns: [issued]}
      - {key: article_20_5, caption: 第二十条第（五）项, rows: [licences], columns: [decisions]}
"""

FORM = """\
key: "YEAR"
title: {zh: YEAR年格式, en: form of YEAR}
document: 国办公开办函
years: "YEARS"
sections:
  - {number: 1, title: 总体情况, aliases: [概述]}
  - {number: 2, title: 主动公开政府信息情况, keywords: [[主动, 公开]], tables: [proactive]}
  - {number: 3, title: 收到和处理政府信息公开申请情况, hints: [收到申请], tables: [requests]}
tables:
"""

FORM_2021 = (FORM + PROACTIVE + TABLE).replace("YEARS", ">=2021").replace("YEAR", "2021")
FORM_2021 = FORM_2021.replace(
    "OTHER_ROWS", "other_fee: {label: 2.不缴费}\n      other_other: {label: 3.其他}"
)
FORM_2021 = FORM_2021.replace(
    "OTHER_GROUP", "other_handling: {label: （六）其他处理, rows: [other_fee, other_other]}"
)
FORM_2019 = (FORM + PROACTIVE + TABLE).replace("YEARS", "2019-2020").replace("YEAR", "2019")
FORM_2019 = FORM_2019.replace("OTHER_ROWS", "other_handling: {label: （六）其他处理}")
FORM_2019 = FORM_2019.replace("      OTHER_GROUP\n", "")


class Folder:
    """A folder of rules and forms; the working folder is the one above it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file of the folder."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def rule(self, *changes: tuple[str, str], name: str = "ARI/ARI003.yaml") -> Path:
        """Write the model rule with some words changed."""
        text = RULE
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return self.write(name, text)

    def sources(self) -> Sources:
        """The folder, read."""
        return load_sources([Path(self.path.name)])

    def problems(self) -> str:
        """All that is wrong with it, as people see it."""
        return frames(self.sources().problems)

    def heads(self) -> list[str]:
        """The first lines of what is wrong."""
        return [problem.frame().split("\n")[0] for problem in self.sources().problems]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A folder with two small forms and no rules."""
    monkeypatch.chdir(tmp_path)
    made = Folder(tmp_path / "pack")
    made.write("forms/2021.yaml", FORM_2021)
    made.write("forms/2019.yaml", FORM_2019)
    made.write("forms/2021.specimen.txt", "2021年的样张")
    made.write("forms/2019.specimen.txt", "2019年的样张")
    made.write("forms/characters.yaml", "請: 请\n")
    made.write("forms/bodies.yaml", "- {suffixes: [镇], level: township, kind: government}\n")
    made.write("forms/vocabulary.yaml", "contact: {phone: [电话, 0571, off]}\n")
    return made

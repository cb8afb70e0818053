"""The words of the workbook: names of sheets, heads of columns, marks, and what they mean."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """One language."""

    lang: str
    overview: str
    matrix: str
    findings: str
    unchecked: str
    rules: str
    about: str
    file: str
    body: str
    year: str
    form: str
    verdict: str
    passed: str
    failed: str
    not_applicable: str
    undecided: str
    hidden: str
    remark: str
    severity: str
    rule: str
    title: str
    message: str
    place: str
    line: str
    column: str
    actual: str
    expected: str
    difference: str
    equation: str
    proposal: str
    why: str
    same_cause: str
    see_also: str
    advice: str
    basis: str
    confidence: str
    fingerprint: str
    kind: str
    reason: str
    left_out: str
    more_left_out: str
    cells: str
    unread: str
    absent: str
    no_table: str
    times: str
    reports: str
    short_passed: str
    short_not_applicable: str
    short_undecided: str
    short_error: str
    short_warning: str
    short_info: str
    short_same_cause: str
    tool: str
    packs: str
    summary: str
    looks: tuple[str, ...]
    legend: tuple[str, ...]
    marks: tuple[str, ...]


ZH = Words(
    lang="zh",
    overview="概览",
    matrix="机关与规则",
    findings="问题",
    unchecked="未能核对",
    rules="规则",
    about="说明",
    file="文件",
    body="机关",
    year="年度",
    form="表式",
    verdict="结论",
    passed="通过",
    failed="不通过",
    not_applicable="不适用",
    undecided="无法判定",
    hidden="级别较低，未列出",
    remark="备注",
    severity="级别",
    rule="规则",
    title="规则内容",
    message="问题",
    place="位置",
    line="行",
    column="列",
    actual="实为",
    expected="应为",
    difference="相差",
    equation="算式",
    proposal="改法",
    why="理由",
    same_cause="同因",
    see_also="另见",
    advice="建议",
    basis="依据",
    confidence="把握",
    fingerprint="指纹",
    kind="情况",
    reason="原因",
    left_out="按设置不检查",
    more_left_out="另有 {} 个文件按设置不检查",
    cells="{title}有 {n} 格：{cells}",
    unread="〔未读出〕",
    absent="〔无此格〕",
    no_table="没有读到此表",
    times="问题数",
    reports="涉及年报",
    short_passed="√",
    short_not_applicable="—",
    short_undecided="未判",
    short_error="错",
    short_warning="警",
    short_info="提",
    short_same_cause="同因",
    tool="工具",
    packs="所用规则",
    summary="小结",
    looks=("白字深底，粗框", "粗体，虚线框", "斜体，点线框；三者黑白打印也能分辨"),
    legend=(
        "“概览”的文件名、“问题”的规则编号可以点击：前者转到该文件的第一个问题，后者打开规则说明。",
        "各表：空格就是报告里的空格；没有读出来的、报告里没有的格子写明在〔〕里；"
        "有问题的格子和建议改的格子按级别标出。数都照报告原样，没有改动。",
        "“机关与规则”只列至少对一份年报适用的规则；其余规则见“规则”。",
    ),
    marks=(
        "通过",
        "不适用",
        "无法判定",
        "不通过：问题数（错误）",
        "不通过：问题数（警告）",
        "不通过：问题数（提示）",
        "不通过：与另一条规则的问题同因，并入那里",
    ),
)

EN = Words(
    lang="en",
    overview="overview",
    matrix="bodies and rules",
    findings="findings",
    unchecked="not checked",
    rules="rules",
    about="about",
    file="file",
    body="body",
    year="year",
    form="form",
    verdict="verdict",
    passed="passed",
    failed="failed",
    not_applicable="not applicable",
    undecided="cannot evaluate",
    hidden="below the profile, not shown",
    remark="remark",
    severity="severity",
    rule="rule",
    title="what it says",
    message="finding",
    place="place",
    line="line",
    column="column",
    actual="actual",
    expected="expected",
    difference="difference",
    equation="equation",
    proposal="proposal",
    why="why",
    same_cause="same cause",
    see_also="see also",
    advice="advice",
    basis="basis",
    confidence="confidence",
    fingerprint="fingerprint",
    kind="what",
    reason="why",
    left_out="left out by the settings",
    more_left_out="{} more files left out by the settings",
    cells="{title}, {n} cells: {cells}",
    unread="[unread]",
    absent="[absent]",
    no_table="this table was not found",
    times="findings",
    reports="reports",
    short_passed="√",
    short_not_applicable="–",
    short_undecided="open",
    short_error="error",
    short_warning="warn",
    short_info="info",
    short_same_cause="same",
    tool="tool",
    packs="rules used",
    summary="summary",
    looks=(
        "white on dark, thick frame",
        "bold, dashed frame",
        "slanted, dotted frame; the three can be told apart in black and white",
    ),
    legend=(
        "The files of the overview lead to their first finding, the codes of the findings to the "
        "page of the rule.",
        "Tables: an empty cell is empty in the report; cells that were not read or are not there "
        "are named in brackets; cells with findings, and those that should be changed, are marked "
        "by severity. Numbers are those of the report, none was changed.",
        "The sheet of bodies and rules has the rules that apply to a report at least; all others "
        "are among the rules.",
    ),
    marks=(
        "passed",
        "not applicable",
        "cannot be evaluated",
        "failed: number of findings (error)",
        "failed: number of findings (warning)",
        "failed: number of findings (info)",
        "failed by the same cause as another rule, and told there",
    ),
)


def words(lang: str) -> Words:
    """The words of a language; anything but ``en`` is Chinese."""
    return EN if lang == "en" else ZH

"""Run the tests that rules carry: lint a specimen with changes, compare with what is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from lint_disclosure import api
from lint_disclosure.document import Feature
from lint_disclosure.editing import applied
from lint_disclosure.finding import FileResult, Finding
from lint_disclosure.place import Span
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.cases import CellText, Outcome, RuleTest, Want
from lint_disclosure.rulepack.model import Rule, RulePack

Kind = Literal["ok", "missing", "noisy", "wrong", "broken"]

_KINDS: dict[Kind, tuple[str, str]] = {
    "ok": ("通过", "ok"),
    "missing": ("漏报", "missing"),
    "noisy": ("误报", "noisy"),
    "wrong": ("不符", "wrong"),
    "broken": ("测试有误", "broken"),
}


class RuleTestResult(NamedTuple):
    """How a test ended, and in which respects it is not as wanted.

    ``missing``: a wanted finding was not reported. ``noisy``: one was reported that is not wanted.
    ``wrong``: place, message, severity, order or outcome differ. ``broken``: it cannot be run.
    """

    test: RuleTest
    kind: Kind
    details: tuple[tuple[str, str], ...] = ()


class BrokenTest(ValueError):
    """A test that cannot be run as it is written."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


class Reports:
    """The reports that tests are run on; a text that several tests share is read once."""

    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self.known: dict[tuple[str, bool], Report] = {}

    def of(self, test: RuleTest) -> Report:
        """The report of a test; raises ``BrokenTest``."""
        text = report_text(self.pack, test, self)
        return with_features(self.read(text, test.partial), test)

    def read(self, text: str, partial: bool) -> Report:
        """The report in a text; raises ``BrokenTest``."""
        key = (text, partial)
        if key not in self.known:
            self.known[key] = _read(self.pack, text, partial)
        return self.known[key]


def run_tests(
    pack: RulePack, tests: Iterable[RuleTest], reports: Reports | None = None
) -> Iterator[RuleTestResult]:
    """Run tests of rules of the pack, each on its rule alone."""
    reports = reports or Reports(pack)
    for test in tests:
        try:
            report = reports.of(test)
        except BrokenTest as error:
            yield RuleTestResult(test, "broken", ((error.zh, error.en),))
        else:
            yield compare(test, lint_alone(pack, pack.rules[test.rule], test, report))


def text_report(results: Sequence[RuleTestResult], lang: str = "zh") -> str:
    """What went wrong, test by test, and how many went well."""
    which = 1 if lang == "en" else 0
    lines: list[str] = []
    for result in results:
        if result.kind == "ok":
            continue
        test = result.test
        kind = _KINDS[result.kind][which]
        lines.append(f"{test.file}:{test.line}: {test.rule} {test.name}: {kind}")
        lines += [f"    {detail[which]}" for detail in result.details]
    good = sum(result.kind == "ok" for result in results)
    rules = len({result.test.rule for result in results})
    bad = len(results) - good
    lines.append(
        f"{rules} rules, {len(results)} tests: {good} passed, {bad} failed"
        if which
        else f"{rules} 条规则，{len(results)} 个测试：{good} 个通过，{bad} 个未通过"
    )
    return "\n".join(lines)


def report_text(pack: RulePack, test: RuleTest, reports: Reports | None = None) -> str:
    """The text of the report that a test is run on; raises ``BrokenTest``."""
    form = pack.forms[test.form]
    text = form.specimen if test.text is None else test.text
    changes: list[tuple[Span, str]] = []
    for old, new in test.replace:
        count = text.count(old)
        if count != 1:
            raise BrokenTest(
                f"replace 的原文应出现一次，实际 {count} 次：{old}",
                f"the old text must occur once, it occurs {count} times: {old}",
            )
        start = text.index(old)
        changes.append(((start, start + len(old)), new))
    text = _changed(text, changes)
    return _with_cells(reports or Reports(pack), test, text) if test.cells else text


def with_features(report: Report, test: RuleTest) -> Report:
    """The report with what the test says its file holds beside text; raises ``BrokenTest``."""
    found = []
    for kind, words in test.features:
        at = report.source.text.find(words)
        if at < 0:
            raise BrokenTest(f"文本里没有：{words}", f"the text does not have: {words}")
        found.append(Feature(kind, (at, at)))
    return report._replace(features=tuple(found)) if found else report


def _changed(text: str, changes: Sequence[tuple[Span, str]]) -> str:
    """The text with spans replaced, all at once."""
    pieces: list[str] = []
    done = 0
    for (start, end), new in sorted(changes):
        if start < done:
            old = text[start:end]
            raise BrokenTest(f"两处替换重叠：{old}", f"replacements overlap: {old}")
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def _with_cells(reports: Reports, test: RuleTest, text: str) -> str:
    """The text with other raw texts in some cells."""
    report = reports.read(text, test.partial)
    if report.source.text != text:
        raise BrokenTest(
            "文本读入后有变化，不能按单元格替换",
            "the text changes when read; cells cannot be replaced",
        )
    changes: list[tuple[Span, str]] = []
    for cell in test.cells:
        first, *rest = _parts(report, cell)
        changes += [(first, cell.text), *((part, "") for part in rest)]
    return _changed(text, changes)


def _parts(report: Report, wanted: CellText) -> tuple[Span, ...]:
    table = report.tables.get(wanted.table)
    cell = table.cells.get((wanted.row, wanted.column)) if table else None
    if cell is None or not cell.parts:
        name = f"{wanted.table}.{wanted.row}.{wanted.column}"
        raise BrokenTest(f"文本里找不到单元格 {name}", f"the text has no cell {name}")
    return cell.parts


def _read(pack: RulePack, text: str, partial: bool) -> Report:
    try:
        return api.read(text.encode(), name="specimen.txt", partial=partial, pack=pack)
    except (api.NotAReport, api.UnreadableFile) as error:
        raise BrokenTest(
            "文本没有被认作年度报告", "the text is not recognised as an annual report"
        ) from error


def lint_alone(pack: RulePack, rule: Rule, test: RuleTest, report: Report) -> FileResult:
    """Lint with the rule alone; the rules it needs come in when it is wanted not to apply."""
    rules = {rule.id: rule._replace(needs=())}
    if test.outcome == "not_applicable" and rule.needs:
        rules = {rule.id: rule}
        pending = list(rule.needs)
        while pending:
            needed = pack.rules.get(pending.pop())
            if needed is not None and needed.id not in rules:
                rules[needed.id] = needed
                pending += needed.needs
    return api.lint(report, rules=pack._replace(rules=rules))


def compare(test: RuleTest, result: FileResult) -> RuleTestResult:
    """Whether a result is what a test wants."""
    findings = [finding for finding in result.findings if finding.rule == test.rule]
    details: list[tuple[str, str]] = []
    left = list(findings)
    missing: list[Want] = []
    order: list[int] = []
    text = result.source.text if result.source else ""
    for want in test.want:
        found = next((finding for finding in left if not _differences(want, finding, text)), None)
        if found is None:
            missing.append(want)
        else:
            left.remove(found)
            order.append(findings.index(found))
    pairs = min(len(missing), len(left))
    for want, finding in zip(missing, left, strict=False):
        details += [_pair(want, finding, text)]
    details += [_missing(want) for want in missing[pairs:]]
    if missing and not findings:
        details += _why(test.rule, result)
    details += [_noisy(finding) for finding in left[pairs:]]
    if not details and order != sorted(order):
        details.append(("发现的先后次序不同", "the findings come in another order"))
    kind: Kind = "ok"
    if missing[pairs:] and not pairs:
        kind = "missing"
    elif left[pairs:] and not pairs:
        kind = "noisy"
    elif details:
        kind = "wrong"
    outcome = outcome_of(test.rule, result)
    if test.outcome is not None and outcome != test.outcome:
        details.append(
            (f"结果应为 {test.outcome}，实际为 {outcome}", f"{test.outcome} wanted, got {outcome}")
        )
        kind = "wrong" if kind == "ok" else kind
    return RuleTestResult(test, kind, tuple(details))


def _differences(want: Want, finding: Finding, text: str) -> list[str]:
    """In which respects a finding in a text is not the wanted one."""
    wrong = []
    if want.at is not None and want.at not in finding.locator:
        wrong.append("at")
    if want.contains is not None and want.contains not in finding.message:
        wrong.append("contains")
    if want.severity is not None and want.severity != finding.severity:
        wrong.append("severity")
    if want.fixed is not None and not _fixes(finding, text, want.fixed):
        wrong.append("fixed")
    return wrong


def _fixes(finding: Finding, text: str, wanted: str) -> bool:
    """Whether the fix of a finding writes the wanted words, which the text has not before."""
    if finding.fix is None or wanted in text:
        return False
    return wanted in applied(text, finding.fix.edits)


def outcome_of(rule: str, result: FileResult) -> Outcome:
    """How a rule ended."""
    if any(finding.rule == rule for finding in result.findings):
        return "fail"
    if any(note.rule == rule for note in result.undecided):
        return "cannot_evaluate"
    if any(note.rule == rule for note in result.not_applicable):
        return "not_applicable"
    return "pass"


def _shown(finding: Finding) -> str:
    return f"{finding.locator} [{finding.severity}] {finding.message}"


def _wanted(want: Want) -> str:
    return ", ".join(f"{key}: {value}" for key, value in want._asdict().items() if value)


def _missing(want: Want) -> tuple[str, str]:
    return f"没有报告：{_wanted(want)}", f"not reported: {_wanted(want)}"


def _why(rule: str, result: FileResult) -> list[tuple[str, str]]:
    """Why a rule had nothing to say, where it says so."""
    open_ = [note.why for note in result.undecided if note.rule == rule]
    out = [note.why for note in result.not_applicable if note.rule == rule]
    return [
        *((f"规则无法判定：{why}", f"cannot be evaluated: {why}") for why in open_),
        *((f"规则不适用：{why}", f"does not apply: {why}") for why in out),
    ]


def _noisy(finding: Finding) -> tuple[str, str]:
    return f"不应报告：{_shown(finding)}", f"not wanted: {_shown(finding)}"


def _pair(want: Want, finding: Finding, text: str) -> tuple[str, str]:
    keys = ", ".join(_differences(want, finding, text))
    return (
        f"{keys} 不符：应为 {_wanted(want)}；实际为 {_shown(finding)}",
        f"{keys} differs: {_wanted(want)} wanted, got {_shown(finding)}",
    )

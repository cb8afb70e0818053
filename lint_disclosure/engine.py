"""Put the rules of a pack to a report, and word what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from time import perf_counter
from typing import Any, NamedTuple

from lint_disclosure.causes.worded import Worded, adds_up_wrong
from lint_disclosure.evidence.related import located, locator, related
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, not_applicable
from lint_disclosure.finding import (
    SEVERITIES,
    Basis,
    FileResult,
    Finding,
    Outcomes,
    RuleNote,
    Severity,
)
from lint_disclosure.masking import mask_findings, mask_source
from lint_disclosure.place import Span
from lint_disclosure.report.model import Body, Report
from lint_disclosure.rulepack.model import BodyProfile, Case, Rule, RulePack, Text

PROFILES: Mapping[str, Severity] = {"gate": "error", "review": "warning", "all": "info"}
"""The least severity that each profile shows."""


class Selection(NamedTuple):
    """Which rules are put, and how: codes or beginnings of codes; empty ``select`` means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    profile: str = "review"

    def includes(self, code: str) -> bool:
        """Whether findings of a rule are wanted."""
        return code.startswith(self.select or ("",)) and not (
            self.ignore and code.startswith(self.ignore)
        )


def run(report: Report, pack: RulePack, selection: Selection, lang: str = "zh") -> FileResult:
    """The result of all selected rules; every rule ends with exactly one outcome."""
    verdicts = _Verdicts(report, pack)
    of = verdicts.of
    least = SEVERITIES.index(PROFILES[selection.profile])
    levels = dict(selection.severities)
    forms = frozenset(form.document for form in pack.forms.values())
    worded: list[Worded] = []
    undecided: list[RuleNote] = []
    skipped: list[RuleNote] = []
    counts: Counter[str] = Counter()
    passed: list[str] = []
    undecided_error = False
    private: list[Span] = []
    for rule in _selected(pack, selection):
        verdict = of(rule)
        if verdict is PASS:
            passed.append(rule.id)
            continue
        counts[verdict.outcome] += 1
        if verdict.outcome == "pass":
            passed.append(rule.id)
        if verdict.outcome == "not_applicable":
            skipped.append(RuleNote(rule.id, _why(verdict, lang)))
        elif verdict.outcome == "cannot_evaluate":
            undecided.append(RuleNote(rule.id, _why(verdict, lang)))
            undecided_error |= levels.get(rule.id, rule.severity) == "error"
        for violation in verdict.violations:
            private += violation.at.parts if violation.private else ()
            finding = _finding(rule, violation, report, lang, levels.get(rule.id), forms)
            worded.append(Worded(rule, violation, finding))
    found = _merged(worded, report, verdicts, lang, forms)
    findings = [one for one in found if SEVERITIES.index(one.severity) >= least]
    return FileResult(
        path=report.source.name,
        status="partly_checked" if undecided_error else "checked",
        form=report.form.key if report.form else None,
        issuer=report.issuer,
        year=report.year,
        outcomes=Outcomes(
            len(passed),
            counts["fail"],
            counts["not_applicable"],
            counts["cannot_evaluate"],
        ),
        undecided=tuple(undecided),
        not_applicable=tuple(skipped),
        findings=_in_order(
            mask_findings(_with_identities(findings, report), report.source, private)
        ),
        notices=tuple(en if lang == "en" else zh for zh, en in report.notices),
        undecided_error=undecided_error,
        hidden=len(found) - len(findings),
        source=mask_source(report.source, private),
        timings=tuple(verdicts.timings.items()),
        passed=tuple(passed),
    )


def _merged(
    worded: list[Worded], report: Report, verdicts: _Verdicts, lang: str, forms: frozenset[str]
) -> list[Finding]:
    """The findings, one for each cause; what that takes is imported when sums do not agree."""
    if not any(adds_up_wrong(one) for one in worded):
        return [one.finding for one in worded]
    from lint_disclosure.causes.merging import merged

    rules = [
        rule
        for rule in verdicts.pack.rules.values()
        if rule.check == "relation" and verdicts.of(rule).outcome != "not_applicable"
    ]
    chosen = {one.rule.id for one in worded}
    unchosen = [
        Worded(rule, violation, _finding(rule, violation, report, lang, None, forms))
        for rule in rules
        if rule.id not in chosen
        for violation in verdicts.of(rule).violations
    ]
    return merged(report, worded, unchosen, rules, lang)


_selections: tuple[RulePack | None, dict[Selection, tuple[Rule, ...]]] = (None, {})


def _selected(pack: RulePack, selection: Selection) -> tuple[Rule, ...]:
    """The rules of a pack that are wanted, worked out once for many reports."""
    global _selections
    if _selections[0] is not pack:
        _selections = (pack, {})
    known = _selections[1]
    if selection not in known:
        known[selection] = tuple(
            [rule for rule in pack.rules.values() if selection.includes(rule.id)]
        )
    return known[selection]


class _Verdicts:
    """The verdict of each rule, asked for once, whether for itself or for a rule that needs it."""

    def __init__(self, report: Report, pack: RulePack) -> None:
        self.report = report
        self.pack = pack
        self.known: dict[str, Verdict] = _unfit(pack, report).copy()
        self.timings: dict[str, float] = {}

    def of(self, rule: Rule) -> Verdict:
        """The verdict of a rule."""
        verdict = self.known.get(rule.id)
        if verdict is None:
            verdict = self.known[rule.id] = self._judge(rule)
        return verdict

    def _judge(self, rule: Rule) -> Verdict:
        for code in rule.needs:
            needed = self.pack.rules.get(code)
            if needed is not None and self.of(needed).outcome == "fail":
                return not_applicable(f"先处理 {code}", f"deal with {code} first")
        began = perf_counter()
        verdict = _check(rule.check)(rule, self.report)
        self.timings[rule.id] = perf_counter() - began
        return verdict


_KINDS_KEPT = 100
_unfit_kept: tuple[RulePack | None, dict[Any, dict[str, Verdict]]] = (None, {})


def _unfit(pack: RulePack, report: Report) -> dict[str, Verdict]:
    """The rules that are not for this kind of report, worked out once a kind."""
    global _unfit_kept
    if _unfit_kept[0] is not pack or len(_unfit_kept[1]) > _KINDS_KEPT:
        _unfit_kept = (pack, {})
    known = _unfit_kept[1]
    key = (report.year, report.form.key if report.form else None, report.body)
    if key not in known:
        known[key] = {
            rule.id: unfit
            for rule in pack.rules.values()
            if (unfit := _not_for(rule, report)) is not None
        }
    return known[key]


@cache
def _check(kind: str) -> Callable[[Rule, Report], Verdict]:
    """The function of a check kind, imported when a rule first needs it."""
    check: Callable[[Rule, Report], Verdict] = import_module(f"lint_disclosure.checks.{kind}").check
    return check


def _not_for(rule: Rule, report: Report) -> Verdict | None:
    """Why a rule is not for this report: it is off, or by its year, form, or kind of body."""
    if rule.off is not None:
        return not_applicable(f"已关闭：{rule.off}", f"switched off: {rule.off}")
    year = report.year or (report.form.years.first if report.form else None)
    if year not in rule.years:
        return not_applicable(f"不适用于 {year} 年的报告", f"not for reports of {year}")
    if rule.forms and (report.form is None or report.form.key not in rule.forms):
        return not_applicable("不适用于报告采用的格式", "not for the form of the report")
    return _not_for_body(rule, report.body)


def _not_for_body(rule: Rule, body: Body) -> Verdict | None:
    if not (rule.kinds or rule.levels or rule.functions or rule.bodies):
        return None
    fits = _fits(BodyProfile(rule.kinds, rule.levels, rule.functions), body)
    if rule.bodies and fits is not False:
        answers = [_fits(profile, body) for profile in rule.bodies]
        if True not in answers:
            fits = None if None in answers else False
    if fits is None:
        return not_applicable("机关类别不明，不作判断", "the kind of body is not known")
    return None if fits else not_applicable("不适用于这类机关", "not for this kind of body")


def _fits(profile: BodyProfile, body: Body) -> bool | None:
    """Whether a body is one of those that are meant; None when too little is known of it."""
    unknown = False
    for wanted, actual in (
        (profile.kinds, body.kind),
        (profile.levels, body.level),
        (profile.functions, body.function),
    ):
        if wanted and actual not in wanted:
            if actual is not None:
                return False
            unknown = True
    return None if unknown else True


def _why(verdict: Verdict, lang: str) -> str:
    zh, en = verdict.why or ("", "")
    return en if lang == "en" else zh


def _finding(
    rule: Rule,
    violation: Violation,
    report: Report,
    lang: str,
    level: str | None,
    forms: frozenset[str],
) -> Finding:
    case = next((rule.cases[name] for name in violation.cases if name in rule.cases), Case())
    slots = {
        name: value.get(lang) if isinstance(value, Text) else value
        for name, value in violation.slots.items()
    }
    severity = level if level in SEVERITIES else case.severity or rule.severity
    at = violation.at
    location = located(report, at)
    return Finding(
        rule=rule.id,
        name=rule.name,
        severity=severity,
        confidence=rule.confidence,
        message=(case.message or rule.message).get(lang).format_map(slots),
        help=(case.help or rule.help).get(lang).format_map(slots),
        place=at.place,
        location=location,
        locator=locator(at, location),
        basis=_basis(rule, report, forms),
        url=rule.url,
        identity="\0".join(violation.values),
        expected=violation.expected,
        actual=violation.actual,
        difference=violation.difference,
        related=tuple(related(report, mark, text) for mark, text in violation.related),
        equation=violation.equation,
    )


def _basis(rule: Rule, report: Report, forms: frozenset[str]) -> tuple[Basis, ...]:
    """The rule's sources; of the official forms only the ones that concern the report."""
    known = (report.form, report.expected_form)
    own = {form.document for form in known if form is not None}
    return tuple(one for one in rule.basis if one.document in own or one.document not in forms)


def _with_identities(findings: list[Finding], report: Report) -> list[Finding]:
    """Say of each finding what it is about, in a way that outlives edits elsewhere in the file."""
    seen: Counter[str] = Counter()
    finished: list[Finding] = []
    for finding in findings:
        place = "\0".join("" if part is None else str(part) for part in finding.place)
        name = report.issuer or report.source.name
        what = "\0".join((finding.rule, name, str(report.year), place, finding.identity))
        seen[what] += 1
        finished.append(finding._replace(identity=f"{what}\0{seen[what]}"))
    return finished


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """By place in the file, then by code."""
    return tuple(
        sorted(
            findings,
            key=lambda one: (
                (one.location.line, one.location.column) if one.location else (0, 0),
                one.rule,
            ),
        )
    )

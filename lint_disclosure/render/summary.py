"""The summary: what was found, how the rules ended, and what could not be checked, and why."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.finding import SEVERITIES, Severity
from lint_disclosure.render import Settings
from lint_disclosure.render.style import Paint
from lint_disclosure.render.totals import KEPT, Named, Reasons, Totals
from lint_disclosure.render.width import clip, text_width, visible, wrap

_REASONS = 10
_REASONS_OF_MANY = 5
"""Reasons that are shown of one file, and of many."""
_PARTLY = 5
"""Reports not fully checked that are named."""


def summary(totals: Totals, settings: Settings) -> str:
    """The summary as text; with ``quiet`` only what the tool could not do."""
    writer = _Summary(totals, settings)
    lines = list(writer.quiet() if settings.quiet else writer.lines())
    return "".join(line + "\n" for line in lines)


class _Summary:
    def __init__(self, totals: Totals, settings: Settings) -> None:
        self.totals = totals
        self.settings = settings
        self.paint = Paint(settings.color)

    def _say(self, zh: str, en: str) -> str:
        return en if self.settings.lang == "en" else zh

    def quiet(self) -> Iterator[str]:
        yield from self._named(self.totals.unreadable, "无法读取", "Could not read")
        yield from self._lapsed()
        yield from self._extras()

    def lines(self) -> Iterator[str]:
        totals = self.totals
        yield self._first()
        if self._found():
            yield from self._set_aside()
        yield from self._fixes()
        if totals.reports:
            yield self._outcomes()
            yield from self._packs()
        yield from self._reasons(totals.undecided, "无法判定", "Cannot evaluate")
        if totals.files == 1 and self.settings.statistics:
            yield from self._reasons(totals.not_applicable, "不适用", "Not applicable")
        if totals.files != 1:
            yield from self._named(totals.partly, "未能全部核对", "Not fully checked", _PARTLY)
        yield from self._named(totals.not_reports, "不是年报，未核对", "Not an annual report")
        yield from self._named(totals.unreadable, "无法读取", "Could not read")
        yield from self._named(totals.notices, "读取时的说明", "Notices")
        yield from self._named(totals.left_out, "按设置不检查", "Left out by the settings")
        yield from self._lapsed()
        yield from self._extras()

    def _extras(self) -> Iterator[str]:
        if self.settings.statistics:
            yield from self._statistics()
        if self.settings.timings:
            yield from self._timings()

    def _first(self) -> str:
        totals = self.totals
        if totals.severities["error"]:
            words, style = self._say("发现错误", "Errors found"), "error"
        elif totals.partly.count or totals.unreadable.count or not totals.reports:
            words, style = self._say("未能全部核对", "Could not check everything"), "warning"
        else:
            words, style = self._say("未见错误", "No errors seen"), "good"
        parts = [self._reports(), *self._counts()]
        if not self._found():
            if style == "good" and not (totals.suppressed or totals.baselined):
                parts.append(self._say("也没有警告", "no warnings"))
            parts += self._only_set_aside()
        parts += self._hidden()
        text = self._say("，", ", ").join(parts) + self._say("。", ".")
        return self.paint(style, words) + self._say("：", ": ") + text

    def _found(self) -> bool:
        """Whether anything is shown."""
        return any(self.totals.severities.values())

    def _only_set_aside(self) -> Iterator[str]:
        """The same for the first line, where nothing else was found."""
        counts = (
            (self.totals.baselined, "处在基线里", "in the baseline"),
            (self.totals.suppressed, "处按理由忽略", "set aside with a reason"),
        )
        more = "另有 " if self.settings.lang != "en" else ""
        for count, zh, en in counts:
            if count:
                yield more + self._say(f"{count} {zh}", f"{count} {en}")
                more = ""

    def _set_aside(self) -> Iterator[str]:
        """How many findings are not shown because people have said so."""
        counts = (
            (self.totals.baselined, "按基线忽略", "by the baseline"),
            (self.totals.suppressed, "按理由忽略", "with a reason"),
        )
        told = [(count, self._say(zh, en)) for count, zh, en in counts if count]
        if told and self.settings.lang == "en":
            yield "Not shown: " + ", ".join(f"{count} {words}" for count, words in told) + "."
        elif told:
            yield "另有 " + "，".join(f"{count} 条{words}" for count, words in told) + "。"

    def _lapsed(self) -> Iterator[str]:
        """Entries of suppressions and of a baseline that set nothing aside."""
        lapsed = self.totals.lapsed
        if lapsed.count:
            yield self._say(
                f"已失效的忽略记录（{lapsed.count} 条）：",
                f"Entries that no longer hold ({lapsed.count}):",
            )
            for spot, text in lapsed.kept:
                yield from self._item(spot + self._say("：", ": ") + text)
            yield from self._rest(lapsed.count - len(lapsed.kept))

    def _fixes(self) -> Iterator[str]:
        """What can be fixed automatically."""
        safe, unsafe = self.totals.fixes["safe"], self.totals.fixes["unsafe"]
        if safe:
            more = self._say(
                f"，另有 {unsafe} 处要加 --unsafe-fixes", f", {unsafe} more with --unsafe-fixes"
            )
            yield self._say(
                f"其中 {safe} 处可以自动改正（--diff 先看，--fix 改）{more if unsafe else ''}。",
                f"{safe} can be fixed (see --diff, then --fix){more if unsafe else ''}.",
            )
        elif unsafe:
            yield self._say(
                f"其中 {unsafe} 处确认后可以自动改正（--diff --unsafe-fixes 先看）。",
                f"{unsafe} can be fixed after a look (--diff --unsafe-fixes).",
            )

    def _reports(self) -> str:
        count = self.totals.reports
        return self._say(f"{count} 份年报", f"{count} report" + ("" if count == 1 else "s"))

    def _counts(self) -> Iterator[str]:
        zh: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
        for severity in reversed(SEVERITIES):
            count = self.totals.severities[severity]
            if count:
                plural = "" if count == 1 or severity == "info" else "s"
                yield self._say(f"{count} 处{zh[severity]}", f"{count} {severity}{plural}")

    def _hidden(self) -> Iterator[str]:
        count = self.totals.hidden
        if count:
            yield self._say(
                f"另有 {count} 处级别较低未列出（--profile all）",
                f"{count} below the profile not shown (--profile all)",
            )

    def _outcomes(self) -> str:
        ends = self.totals.outcomes
        checks = sum(ends)
        if self.totals.reports == 1:
            head = self._say(f"规则 {checks} 条", f"{checks} rules")
        else:
            head = self._say(f"规则共核对 {checks} 条次", f"{checks} rule checks")
        zh = (
            f"：{ends.passed} 通过，{ends.failed} 不通过，{ends.not_applicable} 不适用，"
            f"{ends.cannot_evaluate} 无法判定。"
        )
        en = (
            f": {ends.passed} passed, {ends.failed} failed, {ends.not_applicable} not applicable, "
            f"{ends.cannot_evaluate} cannot be evaluated."
        )
        return head + self._say(zh, en)

    def _packs(self) -> Iterator[str]:
        """The packs, where there are others than the shipped one."""
        packs = self.settings.packs
        if len(packs) > 1:
            named = [f"{pack.title}（{pack.name} {pack.version}）" for pack in packs]
            if self.settings.lang == "en":
                named = [f"{pack.title} ({pack.name} {pack.version})" for pack in packs]
            yield self._say("所用规则：", "Rules used: ") + self._say("、", ", ").join(named)

    def _reasons(self, reasons: Reasons, zh: str, en: str) -> Iterator[str]:
        grouped = reasons.grouped()
        if not grouped:
            return
        yield self._say(f"{zh}：", f"{en}:")
        one = self.totals.files == 1
        shown = _REASONS if one else _REASONS_OF_MANY
        for why, rules, files in grouped[:shown]:
            text = self._say("、", ", ").join(rules) + self._say("：", ": ") + why
            if one:
                yield from self._item(text)
            else:
                count = self._say(f"  {files:>4} 份  ", f"  {files:>4} x  ")
                yield count + clip(visible(text), self.settings.width - text_width(count))
        yield from self._rest(len(grouped) - shown)

    def _named(self, named: Named, zh: str, en: str, shown: int = KEPT) -> Iterator[str]:
        if not named.count:
            return
        yield self._say(f"{zh}（{named.count} 个文件）：", f"{en} ({named.count}):")
        for path, text in named.kept[:shown]:
            yield from self._item(path + (self._say("：", ": ") + text if text else ""))
        yield from self._rest(named.count - min(shown, len(named.kept)))

    def _rest(self, count: int) -> Iterator[str]:
        if count > 0:
            yield self._say(f"  …另有 {count} 项", f"  ... {count} more")

    def _item(self, text: str) -> Iterator[str]:
        first, *rest = wrap(visible(text), max(20, self.settings.width - 4))
        yield f"  {first}"
        for line in rest:
            yield f"    {line}"

    def _statistics(self) -> Iterator[str]:
        counted = sorted(self.totals.by_rule.items(), key=lambda item: (-item[1][1], item[0]))
        yield self._say("各规则的问题数：", "Findings by rule:")
        for rule, (name, count) in counted:
            yield f"  {count:>5}  {rule}  {name}"
        if not counted:
            yield self._say("  无", "  none")

    def _timings(self) -> Iterator[str]:
        seconds = self.totals.seconds
        yield self._say(f"用时 {seconds:.3f} 秒：", f"{seconds:.3f} seconds:")
        slowest = sorted(self.totals.timings.items(), key=lambda item: -item[1])
        width = max((text_width(name) for name, _ in slowest), default=0)
        for name, spent in slowest:
            yield f"  {spent * 1000:>9.2f} ms  {name:<{width}}".rstrip()

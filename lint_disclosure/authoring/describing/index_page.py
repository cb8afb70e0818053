"""All pages of rules, and the page that leads to them: by group, part of the report, severity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.authoring.describing.description import Describer, Description
from lint_disclosure.authoring.describing.groups import group_name, group_of, ordered
from lint_disclosure.authoring.describing.markdown import escaped, table
from lint_disclosure.authoring.describing.pages import FOLDERS, page, top_links
from lint_disclosure.authoring.describing.rule_source import rule_sources
from lint_disclosure.authoring.describing.sections import section_name
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.render.words import words
from lint_disclosure.rulepack.loading import load_pack, shipped_packs
from lint_disclosure.rulepack.model import RulePack


def all_pages(pack: RulePack) -> dict[str, str]:
    """Every page by its path below ``docs/rules``."""
    describers = [Describer(source, pack) for source in rule_sources(pack)]
    for paths in shipped_packs()[1:]:
        local = load_pack(paths)
        own = [code for code, rule in local.rules.items() if rule.pack == local.packs[-1].name]
        describers += [Describer(source, local) for source in rule_sources(local, own, paths)]
    pages: dict[str, str] = {}
    for lang, folder in FOLDERS.items():
        rules = [describer.describe(lang) for describer in describers]
        codes = {told.code for told in rules}
        pages[f"{folder}README.md"] = index(rules, pack, lang)
        pages |= {f"{folder}{told.code}.md": page(told, codes) for told in rules}
    return pages


def index(rules: Sequence[Description], pack: RulePack, lang: str) -> str:
    """The page that leads to all others."""
    return "\n".join(_Index(rules, pack, lang).lines()) + "\n"


class _Index:
    def __init__(self, rules: Sequence[Description], pack: RulePack, lang: str) -> None:
        self.rules = rules
        self.pack = pack
        self.lang = lang

    def lines(self) -> Iterator[str]:
        """The page line by line."""
        say = self.say
        count = len(self.rules)
        yield say("# 规则", "# Rules")
        yield ""
        yield top_links(self.lang, "README.md")
        yield ""
        yield say(
            f"共 {count} 条。每条规则一页：错误的例子和工具的输出、怎么改、什么情况下不报告、依据、"
            "怎样核对。",
            f"There are {count}, a page each: an example of what is wrong with the tool's output, "
            "what to do, when it does not apply, the basis, and how it is checked.",
        )
        yield ""
        yield say(
            "在终端里：`disclosure-lint rules list` 列出规则，`disclosure-lint rules explain 编号` "
            "说明一条。",
            "On a terminal `disclosure-lint rules list` lists the rules and "
            "`disclosure-lint rules explain CODE` explains one.",
        )
        yield from self.by_group()
        yield from self.by_section()
        yield from self.by_severity()

    def by_group(self) -> Iterator[str]:
        """Tables with the rules of each group."""
        shipped = [told for told in self.rules if told.pack is None]
        yield from ("", self.say("## 按组", "## By group"))
        for group in ordered({group_of(told.code) for told in shipped}):
            members = [told for told in shipped if group_of(told.code) == group]
            yield from ("", f"### {group} {group_name(group, self.lang)}", "")
            yield from self.table(members)
        for pack in sorted({told.pack for told in self.rules if told.pack}):
            heading = self.say("### 地方规则包", "### Local pack")
            yield from ("", f"{heading} {escaped(pack)}", "")
            yield from self.table([told for told in self.rules if told.pack == pack])

    def by_section(self) -> Iterator[str]:
        """Lists of the rules whose tests have findings in a part of the report."""
        yield from ("", self.say("## 按报告的部分", "## By part of the report"))
        numbers = {number for told in self.rules for number in told.sections}
        for number in sorted(numbers, key=lambda one: one or 0):
            yield from ("", f"### {escaped(section_name(number, self.pack, self.lang))}", "")
            yield from self.bullets([told for told in self.rules if number in told.sections])

    def by_severity(self) -> Iterator[str]:
        """Lists of the rules of each severity."""
        yield from ("", self.say("## 按级别", "## By severity"))
        for severity in reversed(SEVERITIES):
            members = [told for told in self.rules if told.severity == severity]
            if members:
                yield from ("", f"### {words(self.lang).severity[severity]}", "")
                yield from self.bullets(members)

    def table(self, rules: Sequence[Description]) -> list[str]:
        """Rules with their severity."""
        head = [
            self.say("编号", "Code"),
            self.say("级别", "Severity"),
            self.say("要求", "What must hold"),
        ]
        level = words(self.lang).severity
        return table(
            head, [[_link(told), level[told.severity], escaped(told.title)] for told in rules]
        )

    def bullets(self, rules: Sequence[Description]) -> list[str]:
        """Rules with their titles."""
        return [f"- {_link(told)} {escaped(told.title)}" for told in rules]

    def say(self, zh: str, en: str) -> str:
        """One of the two languages."""
        return en if self.lang == "en" else zh


def _link(told: Description) -> str:
    return f"[{told.code}]({told.code}.md)"

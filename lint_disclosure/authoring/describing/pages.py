"""A description as a page of ``docs/rules``: Chinese there, English in the folder ``en`` below."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from lint_disclosure.authoring.describing.description import Description
from lint_disclosure.authoring.describing.layout import (
    Block,
    Bullets,
    Facts,
    Output,
    Paragraph,
    Quote,
    Sources,
    layout,
)
from lint_disclosure.authoring.describing.markdown import escaped, fenced, quote, table
from lint_disclosure.authoring.describing.option_words import Setting
from lint_disclosure.finding import Basis
from lint_disclosure.rulepack.model import Text

FOLDERS = {"zh": "", "en": "en/"}
"""Where the pages of each language stand below ``docs/rules``."""

_TO_ROOT = {"zh": "../..", "en": "../../.."}
_OTHER = {"zh": ("English", "en/"), "en": ("中文", "../")}
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{3}[0-9]{3}(?![A-Za-z0-9])")
_COLON = Text("：", ": ")


def page(told: Description, codes: Collection[str]) -> str:
    """The page of a rule; ``codes`` are those of all rules that have one."""
    return "\n".join(_Page(told, codes).lines()) + "\n"


def top_links(lang: str, name: str, *more: str) -> str:
    """The line below the title: the page in the other language, and other links."""
    other, folder = _OTHER[lang]
    return " · ".join([f"[{other}]({folder}{name})", *more])


class _Page:
    def __init__(self, told: Description, codes: Collection[str]) -> None:
        self.told = told
        self.lang = told.lang
        self.codes = codes

    def lines(self) -> Iterator[str]:
        """The page line by line."""
        told = self.told
        overview = Text("全部规则", "All rules").get(self.lang)
        yield f"# {told.code} {escaped(told.title)}"
        yield ""
        yield top_links(self.lang, f"{told.code}.md", f"[{overview}](README.md)")
        for part in layout(told):
            if part.heading:
                yield ""
                yield f"## {part.heading}"
            for block in part.blocks:
                yield ""
                yield from self.block(block)
        yield from self.foot()

    def block(self, block: Block) -> Sequence[str]:
        """The lines of a block."""
        if isinstance(block, Facts):
            return table(
                [label for label, _ in block.rows], [[escaped(text) for _, text in block.rows]]
            )
        if isinstance(block, Paragraph):
            return [self.text(block.text)]
        if isinstance(block, Quote):
            return quote(block.lines)
        if isinstance(block, Output):
            return fenced(block.text, "text")
        if isinstance(block, Bullets):
            return list(self.bullets(block.items, ""))
        if isinstance(block, Sources):
            return [f"- {self.basis(basis)}" for basis in block.items]
        return [f"- [{one.code}]({one.code}.md) {escaped(one.title)}" for one in block.items]

    def text(self, text: str) -> str:
        """Running text; codes of other rules lead to their pages."""

        def linked(found: re.Match[str]) -> str:
            code = found[0]
            known = code in self.codes and code != self.told.code
            return f"[{code}]({code}.md)" if known else code

        return _CODE.sub(linked, escaped(text))

    def bullets(self, items: Sequence[Setting], indent: str) -> Iterator[str]:
        """A list, deeper lists further in."""
        for item in items:
            text = self.text(item.text) if item.text else ""
            if item.label:
                lead = f"**{escaped(item.label)}**{_COLON.get(self.lang)}"
                text = (lead + text).rstrip()
            yield f"{indent}- {text}"
            yield from self.bullets(item.inside, indent + "  ")

    def basis(self, basis: Basis) -> str:
        """A source, with its address where it has one."""
        document = escaped(basis.document)
        if basis.url:
            document = f"[{document}](<{_address(basis.url)}>)"
        return document + (f" {self.text(basis.clause)}" if basis.clause else "")

    def foot(self) -> Iterator[str]:
        """The options as the rule has them, and where this comes from."""
        told = self.told
        file = _address(f"{_TO_ROOT[self.lang]}/rules/{told.file}")
        if told.options:
            summary = Text("规则文件里的设置", "The options in the rule file").get(self.lang)
            yield from ("", "<details>", f"<summary>{summary}</summary>", "")
            yield from fenced(_yaml(told.options), "yaml")
            yield from ("", "</details>")
        command = f"`disclosure-lint rules explain {told.code}`"
        yield ""
        yield Text(
            f"在终端里看：{command}。这一页由[规则文件]({file})生成，请改规则文件，"
            "再运行 `make docs`。",
            f"On a terminal: {command}. This page is made from [the rule file]({file}); change "
            "that and run `make docs`.",
        ).get(self.lang)


def _address(url: str) -> str:
    """An address that cannot leave its brackets."""
    return re.sub(r"[<>\\\s]", lambda found: f"%{ord(found[0]):02X}", url)


def _yaml(options: Mapping[str, Any]) -> str:
    import yaml

    text: str = yaml.safe_dump(dict(options), allow_unicode=True, sort_keys=False, width=10_000)
    return text.rstrip("\n")

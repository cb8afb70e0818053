"""A description for a terminal: wrapped by cells, with headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

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
from lint_disclosure.authoring.describing.option_words import Setting
from lint_disclosure.render.style import Paint
from lint_disclosure.render.width import pad, text_width, visible, wrap
from lint_disclosure.rulepack.model import Text

_LEAST = 20
_INDENT = "  "
_COLON = Text("：", ": ")


def explained(told: Description, width: int, *, color: bool) -> str:
    """The description as lines of at most ``width`` cells; what is verbatim may be longer."""
    writer = _Writer(told.lang, width, Paint(color))
    head = f"{told.code} {visible(told.title)}"
    lines = [writer.paint(told.severity, line) for line in wrap(head, width)]
    for part in layout(told):
        lines.append("")
        if part.heading:
            lines.append(writer.paint("bold", part.heading))
        for block in part.blocks:
            lines += writer.block(block)
    return "\n".join([*lines, "", *writer.foot(told)]) + "\n"


class _Writer:
    def __init__(self, lang: str, width: int, paint: Paint) -> None:
        self.lang = lang
        self.width = width
        self.paint = paint

    def block(self, block: Block) -> Iterator[str]:
        """The lines of a block."""
        if isinstance(block, Facts):
            yield from self.facts(block)
        elif isinstance(block, Paragraph):
            yield from self.hanging(_INDENT, block.text)
        elif isinstance(block, Quote):
            for line in block.lines:
                yield from self.hanging(f"{_INDENT}| ", line)
        elif isinstance(block, Output):
            yield from (f"{_INDENT}{visible(line)}".rstrip() for line in block.text.split("\n"))
        elif isinstance(block, Bullets):
            yield from self.bullets(block.items, _INDENT)
        elif isinstance(block, Sources):
            for basis in block.items:
                text = " ".join(part for part in basis if part)
                yield from self.hanging(f"{_INDENT}- ", text)
        else:
            for named in block.items:
                yield from self.hanging(f"{_INDENT}- ", f"{named.code} {named.title}")

    def facts(self, facts: Facts) -> Iterator[str]:
        """Labels and texts, in two columns."""
        room = max(text_width(label) for label, _ in facts.rows) + 2
        for label, text in facts.rows:
            yield from self.hanging(_INDENT + pad(label, room), text)

    def bullets(self, items: Sequence[Setting], indent: str) -> Iterator[str]:
        """A list, deeper lists further in."""
        for item in items:
            text = item.text
            if item.label:
                text = item.label + (_COLON.get(self.lang) + text).rstrip()
            yield from self.hanging(f"{indent}- ", text)
            yield from self.bullets(item.inside, indent + _INDENT)

    def hanging(self, lead: str, text: str) -> Iterator[str]:
        """A text after its lead; further lines stand below its first one."""
        indent = text_width(lead)
        first, *rest = wrap(visible(text), max(_LEAST, self.width - indent))
        yield lead + first
        yield from (" " * indent + line for line in rest)

    def foot(self, told: Description) -> Iterator[str]:
        """Where the rule itself is."""
        colon = _COLON.get(self.lang)
        if told.options:
            keys = Text("、", ", ").get(self.lang).join(told.options)
            label = Text("overrides 里可改的设置", "Settings for overrides").get(self.lang)
            yield from wrap(label + colon + keys, self.width)
        yield Text("规则文件", "Rule file").get(self.lang) + colon + shown(told.file)
        if told.url:
            yield Text("网页", "Page").get(self.lang) + colon + told.url


def shown(file: str) -> str:
    """The path of a rule file: of a shipped one below ``rules``, else from the working folder."""
    path = Path(file)
    if not path.is_absolute():
        return f"rules/{file}"
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)

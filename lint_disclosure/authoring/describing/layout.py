"""In which order a description is told: the same on a page and on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint_disclosure.authoring.describing.description import Description, Named
from lint_disclosure.authoring.describing.option_words import Setting
from lint_disclosure.finding import Basis, Confidence
from lint_disclosure.render.words import words
from lint_disclosure.rulepack.model import Text


class Facts(NamedTuple):
    """Short facts, each with its label."""

    rows: tuple[tuple[str, str], ...]


class Paragraph(NamedTuple):
    """Running text."""

    text: str


class Quote(NamedTuple):
    """Lines of a report."""

    lines: tuple[str, ...]


class Output(NamedTuple):
    """What the tool prints, cell by cell."""

    text: str


class Bullets(NamedTuple):
    """A list, as deep as its settings."""

    items: tuple[Setting, ...]


class Sources(NamedTuple):
    """What a rule rests on."""

    items: tuple[Basis, ...]


class Rules(NamedTuple):
    """Other rules."""

    items: tuple[Named, ...]


Block = Facts | Paragraph | Quote | Output | Bullets | Sources | Rules


class Part(NamedTuple):
    """What stands under one heading."""

    heading: str
    blocks: tuple[Block, ...]


_CONFIDENCE: dict[Confidence, Text] = {
    "high": Text("高：数字或者文字本身就能判定", "high: figures or words themselves decide"),
    "medium": Text("中：按常见的说法判断，请人工确认", "medium: judged by wording, please check"),
    "low": Text("低：只是像有问题，仅供参考", "low: a hint only"),
}
_NOTATION = Text(
    "「」里是原文的字，并排的依次出现；［］里的写法任选其一；（）里是说明。",
    "「」 holds the words of the text, in their order; of what stands in ［］ any one will do; "
    "（） says what else stands there.",
)
_CHANGED = Text(
    "所用的规则包改了这条规则，下面是改后的", "a pack has changed this rule; told as it is now"
)
_BRACKETS = ("［", "（")
_STOP = Text("。", ".")


def layout(told: Description) -> Iterator[Part]:
    """The parts of a description; what there is nothing of is left out."""
    for heading, blocks in (
        (Text("", ""), _facts(told)),
        (Text("错误的例子", "Example"), _wrong(told)),
        (Text("怎么改", "What to do"), _right(told)),
        (Text("不同的情形", "Cases"), _cases(told)),
        (Text("什么情况下不报告", "When it does not apply"), _unless(told)),
        (Text("依据", "Basis"), [Sources(told.basis)]),
        (Text("检查内容", "How it is checked"), _details(told)),
        (Text("相关规则", "Related rules"), [Rules(told.related)] if told.related else []),
        (Text("变更记录", "History"), _history(told)),
    ):
        if blocks:
            yield Part(heading.get(told.lang), tuple(blocks))


def _facts(told: Description) -> list[Block]:
    lang = told.lang
    everything = Text("不限", "all").get(lang)
    rows = [
        (Text("级别", "Severity"), words(lang).severity[told.severity]),
        (Text("把握", "Confidence"), _CONFIDENCE[told.confidence].get(lang)),
        (Text("报告年度", "Years of reports"), told.years),
        (Text("格式", "Forms"), told.forms),
        (Text("机关", "Bodies"), told.bodies or everything),
        (Text("规则包", "Pack"), told.pack or ""),
        (Text("已关闭", "Switched off"), told.off),
        (Text("已改动", "Changed"), _CHANGED.get(lang) if told.changed and not told.off else ""),
        (Text("英文名称", "Name"), told.name),
        (Text("起始版本", "Since"), told.since),
    ]
    return [Facts(tuple((label.get(lang), text) for label, text in rows if text))]


def _wrong(told: Description) -> list[Block]:
    if not told.output:
        return []
    prints = Text("工具的输出：", "The tool prints:").get(told.lang)
    blocks: list[Block] = []
    if told.wrong.lines:
        if told.lang != "en":
            blocks.append(Paragraph(f"{told.wrong.name}："))
        blocks += [Quote(told.wrong.lines), Paragraph(prints)]
    return [*blocks, Output(told.output)]


def _right(told: Description) -> list[Block]:
    blocks: list[Block] = [Paragraph(told.help)]
    if told.right.lines:
        silent = Text("这样写不报告：", "This is right:").get(told.lang)
        blocks += [Paragraph(silent), Quote(told.right.lines)]
    return blocks


def _unless(told: Description) -> list[Block]:
    first = Text("{}（{}）不通过时，先处理它。", "While {} ({}) fails, deal with that first.")
    texts = [told.exceptions] if told.exceptions else []
    texts += [first.get(told.lang).format(*named) for named in told.needs]
    texts += told.not_for
    return [Bullets(tuple(Setting("", text) for text in texts))] if texts else []


def _details(told: Description) -> list[Block]:
    blocks: list[Block] = [Paragraph(told.demand)] if told.demand else []
    if told.settings:
        blocks.append(Bullets(told.settings))
        if _holds_brackets(told.settings):
            blocks.append(Paragraph(_NOTATION.get(told.lang)))
    return blocks


def _holds_brackets(items: tuple[Setting, ...]) -> bool:
    """Whether patterns are told in a way that needs a word of explanation."""
    return any(
        ("「" in item.text and any(sign in item.text for sign in _BRACKETS))
        or _holds_brackets(item.inside)
        for item in items
    )


def _cases(told: Description) -> list[Block]:
    if not told.cases:
        return []
    what_to_do = Text("怎么改", "What to do").get(told.lang)
    items = []
    for case in told.cases:
        inside = (Setting(what_to_do, case.help),) if case.help else ()
        items.append(Setting(words(told.lang).severity[case.severity], case.message, inside))
    return [Bullets(tuple(items))]


def _history(told: Description) -> list[Block]:
    new = Text("新增", "new").get(told.lang)
    changes = [Setting(told.since, new)]
    changes += [Setting(version, change) for version, change in told.history]
    return [Bullets(tuple(changes))]

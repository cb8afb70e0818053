"""What a new rule of each common kind looks like: its questions, its options, its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.rulepack.model import Text

Answers = Mapping[str, Any]
"""Key of a question to the answer: a text, a list of texts, or a number."""


class Question(NamedTuple):
    """Something to ask. ``kind`` is text, words (a list), pattern (a list), number or section."""

    key: str
    ask: Text
    kind: str = "text"
    default: str | None = None


class Template(NamedTuple):
    """A kind of requirement; ``check`` is the check kind that it becomes."""

    check: str
    title: Text
    questions: Sequence[Question]
    message: Text
    help: Text


_WHERE = Question(
    "in",
    Text("在哪一部分？写 1 至 6，全文写 0", "in which section? 1 to 6, or 0 for the whole report"),
    "section",
    "0",
)
_EXAMPLE = Question(
    "example",
    Text("举一个写对的例子（用来做测试）", "an example that is right (for the tests)"),
    default="",
)

TEMPLATES: Mapping[str, Template] = {
    "relation": Template(
        "relation",
        Text("数字应当相等或有大小关系", "numbers of a table that depend on each other"),
        (
            Question("table", Text("哪张表？表二、表三或表四", "which table? 表二, 表三 or 表四")),
            Question(
                "for_each",
                Text(
                    "每一行都要成立写 row，每一列都要成立写 column，只看个别单元格写 none",
                    "for each row: row; for each column: column; for single cells: none",
                ),
                default="column",
            ),
            Question(
                "require",
                Text(
                    "应当成立的关系，如 本年新收 + 上年结转 = （七）总计 + 结转下年度",
                    "what must hold, such as 本年新收 + 上年结转 = （七）总计 + 结转下年度",
                ),
            ),
        ),
        Text(
            "{equation}：左边是 {left}，右边是 {right}，相差 {difference}",
            "{equation}: the left side is {left}, the right side {right}, off by {difference}",
        ),
        Text("核对台账，更正有误的数字。", "Check the register and correct the wrong number."),
    ),
    "forbid": Template(
        "wording",
        Text("不应出现的说法", "words that should not be there"),
        (
            Question(
                "words", Text("不应出现什么？多个用、隔开", "which words? divided by 、"), "words"
            ),
            _WHERE,
        ),
        Text("不应写「{match}」", "“{match}” should not be there"),
        Text("删去或者改写。", "Leave it out or say it otherwise."),
    ),
    "mention": Template(
        "presence",
        Text("应当写到的内容", "something that must be said"),
        (
            Question(
                "words",
                Text("出现哪个词就算写到了？多个用、隔开", "which words show it? divided by 、"),
                "words",
            ),
            _WHERE,
        ),
        Text("没有写到{missing}", "nothing is said of {missing_en}"),
        Text("补写这方面的内容。", "Say something about it."),
    ),
    "field": Template(
        "field_format",
        Text("联系方式的写法", "how a contact detail is written"),
        (
            Question(
                "field",
                Text(
                    "哪一项？address 地址、postcode 邮编、phone 电话、fax 传真、email 邮箱、"
                    "website 网址",
                    "which one? address, postcode, phone, fax, email or website",
                ),
                default="phone",
            ),
            Question(
                "words",
                Text("应以什么开头？多个用、隔开", "what must it begin with? divided by 、"),
                "words",
            ),
            _EXAMPLE,
        ),
        Text(
            "{field}「{value}」不符合规定的写法",
            "the {field_en} {value} is not written as required",
        ),
        Text("核对并更正。", "Check and correct it."),
    ),
    "count": Template(
        "occurrences",
        Text("至少要写几处", "something that must be said several times"),
        (
            Question(
                "words",
                Text(
                    "数什么？多个用、隔开，如 一是、二是、三是、四是、五是",
                    "what is counted? divided by 、, such as 一是、二是、三是、四是、五是",
                ),
                "words",
            ),
            Question("at_least", Text("至少几处？", "how many at least?"), "number", "2"),
            Question(
                "after",
                Text("从哪个词之后数起？不限就留空", "from which word on? leave empty for all"),
                "words",
                "",
            ),
            Question(
                "before",
                Text("数到哪个词为止？不限就留空", "up to which word? leave empty for all"),
                "words",
                "",
            ),
            _WHERE,
        ),
        Text(
            "只有 {count} 处（{found}），至少应有 {at_least} 处",
            "found {count} ({found}), at least {at_least} are required",
        ),
        Text("补充完整。", "Complete it."),
    ),
}


def options(template: Template, answers: Answers, patterns: Sequence[str]) -> dict[str, Any]:
    """The options of the check kind. ``patterns`` are what the words of the answers come to."""
    made: dict[str, Any] = {}
    if template.check == "relation":
        return {
            "table": answers["table"],
            "for_each": answers["for_each"],
            "blank": "zero",
            "require": answers["require"],
        }
    if template.check == "presence":
        name = answers["words"][0]
        made["mentions"] = [{"name": {"zh": name, "en": name}, "patterns": list(patterns)}]
    elif template.check == "field_format":
        made["fields"] = [f"contact.{answers['field']}"]
        made["patterns"] = [f"^{pattern}" for pattern in patterns]
    else:
        made["patterns"] = list(patterns)
    if "at_least" in answers:
        made["at_least"] = answers["at_least"]
    if answers.get("in"):
        made["in"] = [answers["in"]]
    return made

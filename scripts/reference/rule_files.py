"""``docs/reference/rule-files``: the keys of a rule, and the options of every kind of check."""

from __future__ import annotations

from scripts.reference.schemas import SCHEMAS, Node, meaning, rows, schema, values
from scripts.reference.writing import code, heading, table, words

_TITLE = ("规则文件", "Rule files")
_INTRO = (
    "本页由 [schemas/](../../schemas/) 生成；从头写一条，见[写自己的规则](../writing-rules.md)。"
    "没有列出的键不接受，写错时会指出行、列和可能想写的键。",
    "Made from [schemas/](../../schemas/); to write one from the beginning: "
    "[write your own rules](../writing-rules.en.md). A key that is not listed is refused, with its "
    "line, its column and what may have been meant.",
)
_COMMON = ("每条规则都有的", "What all rules have")
_KINDS = ("检查方式", "Kinds of check")
_KINDS_INTRO = (
    "`check` 写下面的一个名称，它的设置与 `id` 等写在同一层。",
    "`check` names one of these; its options stand at the same level as `id`.",
)
_HEADS = (("键", "值", "含义"), ("key", "value", "meaning"))
_OPTIONS = (("设置", "值", "含义"), ("option", "value", "meaning"))
_NEEDED = ("（必填）", " (required)")


def page(lang: str) -> str:
    """The page in one language."""
    at = lang == "en"
    root = schema("rule")
    common = [
        (code(row.key) + (_NEEDED[at] if row.required else ""), row.values, words(row.meaning))
        for row in rows(root, root, lang)
    ]
    kinds = sorted(path.name.partition(".")[0] for path in (SCHEMAS / "checks").iterdir())
    return "\n".join(
        [
            heading(lang, "rule-files", _TITLE),
            _INTRO[at] + "\n",
            f"## {_COMMON[at]}\n",
            table(_HEADS[at], common),
            f"## {_KINDS[at]}\n",
            _KINDS_INTRO[at] + "\n",
            *(_kind(kind, lang) for kind in kinds),
        ]
    )


def _kind(kind: str, lang: str) -> str:
    root = schema(f"checks/{kind}")
    known: dict[str, dict[str, str]] = root.get("x-values", {})
    needed = root.get("required", [])
    listed = [
        (
            code(key) + (_NEEDED[lang == "en"] if key in needed else ""),
            _values(root, node, known, lang),
            words(_meaning(node, lang)),
        )
        for key, node in root.get("properties", {}).items()
    ]
    says = words(root["x-words"][lang])
    body = table(_OPTIONS[lang == "en"], listed) if listed else ""
    return f"### {kind}\n\n{says}\n\n{body}"


def _meaning(node: Node, lang: str) -> str:
    """The label that people read, and in English what the schema says beside it."""
    label: str = node.get("x-words", {}).get(lang, "")
    said = meaning(node, "en") if lang == "en" else ""
    return ": ".join(part for part in (label, said) if part)


def _values(root: Node, node: Node, known: dict[str, dict[str, str]], lang: str) -> str:
    if "enum" not in node:
        return values(root, node, lang)
    mark = "、" if lang == "zh" else ", "
    return mark.join(_value(str(value), known, lang) for value in node["enum"])


def _value(value: str, known: dict[str, dict[str, str]], lang: str) -> str:
    word = known.get(value, {}).get(lang)
    if not word:
        return code(value)
    return f"{code(value)}（{word}）" if lang == "zh" else f"{code(value)} ({word})"

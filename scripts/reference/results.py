"""``docs/reference/results``: what ``--format json`` and ``extract`` give to programs."""

from __future__ import annotations

from scripts.reference.schemas import Node, meaning, rows, schema
from scripts.reference.writing import code, heading, table, words

_TITLE = ("JSON 结果", "JSON results")
_INTRO = (
    "供程序读取的结果，版本 1：只会增加字段，改变已有的字段时换版本号。"
    "本页由 [schemas/](../../schemas/) 生成，那里是完整的 JSON Schema。",
    "What programs read, version 1: fields may be added; a change of one gets a new version. Made "
    "from [schemas/](../../schemas/), which hold the whole JSON Schema.",
)
_FILES = (
    ("findings", "disclosure-lint --format json"),
    ("report", "disclosure-lint extract --format json"),
)
_HEADS = (("字段", "值", "含义"), ("field", "value", "meaning"))


def page(lang: str) -> str:
    """The page in one language."""
    parts = [heading(lang, "results", _TITLE), _INTRO[lang == "en"] + "\n"]
    for name, command in _FILES:
        root = schema(name)
        parts.append(f"## {command}\n")
        parts.append(
            _table(root, root, lang) if "properties" in root else words(meaning(root, lang)) + "\n"
        )
        for part, node in root.get("$defs", {}).items():
            if "properties" in node:
                said = meaning(node, lang)
                parts += [f"### {part}\n", *([words(said) + "\n"] if said else [])]
                parts.append(_table(root, node, lang))
    return "\n".join(parts)


def _table(root: Node, node: Node, lang: str) -> str:
    """The fields of an object; those of other objects stand under their own heading."""
    listed = []
    for key, raw in node.get("properties", {}).items():
        for row in rows(root, {"properties": {key: raw}}, lang, referred=False):
            shown = _linked(raw, row.values) if row.key == key else row.values
            listed.append((code(row.key), shown, words(row.meaning)))
    return table(_HEADS[lang == "en"], listed)


def _linked(raw: Node, shown: str) -> str:
    """The values, with the way to the object that they are."""
    names = {node["$ref"].rpartition("/")[2] for node in _nodes(raw) if "$ref" in node}
    known = sorted(names - {"code", "number"})
    return shown + "".join(f" {code(name)}" for name in known)


def _nodes(raw: Node) -> list[Node]:
    several = [raw, *raw.get("anyOf", []), *raw.get("oneOf", [])]
    return [*several, *(node["items"] for node in several if isinstance(node.get("items"), dict))]

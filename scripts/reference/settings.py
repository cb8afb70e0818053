"""``docs/reference/settings``: the keys of the files that people write, beside rules."""

from __future__ import annotations

from scripts.reference.schemas import exists, meaning, rows, schema
from scripts.reference.writing import code, heading, table, words

_TITLE = ("配置文件", "Configuration files")
_INTRO = (
    "本页由 [schemas/](../../schemas/) 生成；怎么用，见[配置](../howto/configure.md)和"
    "[忽略已知的问题](../howto/suppress.md)。没有列出的键不接受。",
    "Made from [schemas/](../../schemas/); how to use it: [configure](../howto/configure.en.md) "
    "and [suppress](../howto/suppress.en.md). A key that is not listed is refused.",
)
_FILES = (
    ("config", "disclosure-lint.toml", ""),
    ("ignore", "disclosure-lint.ignore.toml", "entry"),
    ("pack", "pack.yaml", ""),
)
_HEADS = (("键", "值", "含义"), ("key", "value", "meaning"))
_NEEDED = ("（必填）", " (required)")


def page(lang: str) -> str:
    """The page in one language."""
    parts = [heading(lang, "settings", _TITLE), _INTRO[lang == "en"] + "\n"]
    for name, file, part in _FILES:
        if exists(name):
            parts.append(_file(name, file, part, lang))
    return "\n".join(parts)


def _file(name: str, file: str, part: str, lang: str) -> str:
    root = schema(name)
    node = root["$defs"][part] if part else root
    listed = [
        (
            code(row.key) + (_NEEDED[lang == "en"] if row.required else ""),
            row.values,
            words(row.meaning),
        )
        for row in rows(root, node, lang)
    ]
    return f"## {file}\n\n{words(meaning(root, lang))}\n\n{table(_HEADS[lang == 'en'], listed)}"

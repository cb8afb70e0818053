"""Headings, tables and code as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_OPTION = re.compile(r"(?<![\w`-])(--?[a-z][a-z-]*)")


def heading(lang: str, name: str, title: tuple[str, str]) -> str:
    """The title of a page, with the way to the other language below it."""
    other = f"[English]({name}.en.md)" if lang == "zh" else f"[中文]({name}.md)"
    return f"# {title[lang == 'en']}\n\n{other}\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells hold Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell(text) for text in line) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    """Markdown that stays inside its cell."""
    return text.replace("\n", " ").replace("|", "\\|")


def code(text: str) -> str:
    """Words in code type; the bar of alternatives is one that a table bears."""
    return f"`{text}`"


def words(text: str) -> str:
    """Text of a help page: what could be taken for Markdown or HTML is plain, options are code."""
    plain = re.sub(r"([\\`*_<\[])", r"\\\1", text)
    return _OPTION.sub(r"`\1`", plain)

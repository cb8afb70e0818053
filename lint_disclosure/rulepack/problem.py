"""What is wrong with a rule or form file, and where: shown like a compiler's error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_disclosure.rulepack.model import Text

_TAB = "    "


class Problem(NamedTuple):
    """One mistake in a file. ``line`` and ``column`` are 1-based and count code points."""

    file: str
    line: int
    column: int
    message: Text
    source_line: str = ""
    length: int = 1
    hint: Text | None = None

    def frame(self, lang: str = "zh") -> str:
        """The place, the message, the line with a caret below the mistake, and the hint."""
        head = f"{self.file}:{self.line}:{self.column}: {self.message.get(lang)}"
        hint = f"\n  = {self.hint.get(lang)}" if self.hint else ""
        if not self.source_line.strip():
            return head + hint
        before = self.source_line[: self.column - 1]
        marked = self.source_line[self.column - 1 : self.column - 1 + self.length]
        gutter = " " * len(str(self.line))
        caret = " " * _cells(before) + "^" * max(1, _cells(marked))
        line = self.source_line.replace("\t", _TAB).rstrip()
        return f"{head}\n{gutter} |\n{self.line} | {line}\n{gutter} | {caret}{hint}"


class PackError(Exception):
    """Rule or form files that cannot be used, with everything that is wrong with them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(frames(self.problems))


def frames(problems: Iterable[Problem], lang: str = "zh") -> str:
    """All problems, one frame below the other."""
    return "\n\n".join(problem.frame(lang) for problem in problems)


def did_you_mean(word: str, known: Iterable[str]) -> Text | None:
    """A hint that names what was probably meant; None when nothing comes near."""
    near = nearest(word, known)
    if not near:
        return None
    return Text(f"是不是想写 {' 或 '.join(near)}？", f"did you mean {' or '.join(near)}?")


def nearest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The likeliest of the known words; those that hold the word, or that it holds, come first."""
    from difflib import get_close_matches

    names = list(dict.fromkeys(known))
    inside = [name for name in names if len(word) > 1 and (word in name or name in word)]
    close = get_close_matches(word, names, n=count, cutoff=0.6)
    return list(dict.fromkeys(sorted(inside, key=len) + close))[:count]


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes: Chinese characters take two."""
    from unicodedata import combining, east_asian_width

    return sum(
        len(_TAB)
        if char == "\t"
        else 0
        if combining(char)
        else 1 + (east_asian_width(char) in "WF")
        for char in text
    )

"""Regular expressions that cannot run away, and that can match what they are matched against."""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.pattern_ways import PatternError, Ways, inside

__all__ = ["PatternError", "check_pattern"]

MAX_LENGTH = 2000

# re._parser has no type stubs; its tree is a list of (opcode, argument).
_PARSER: Any = re._parser  # type: ignore[attr-defined]

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_UNFOLDED = (
    _FULL_WIDTH
    | dict.fromkeys("“”„‟「」『』", '"')
    | dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("—–―‐‑‒−", "-")
)


def check_pattern(pattern: str, variants: Collection[str] = ()) -> None:
    """Refuse a pattern that may run away or never match; ``variants`` are characters not left."""
    if len(pattern) > MAX_LENGTH:
        raise PatternError(
            Text(
                f"正则表达式太长（{len(pattern)} 字，最多 {MAX_LENGTH} 字）",
                f"the pattern is too long ({len(pattern)} characters, {MAX_LENGTH} at most)",
            )
        )
    tree = _parse(pattern)
    _check_folded(tree, pattern, variants)
    _check_ways(pattern)


@lru_cache(maxsize=1024)
def _check_ways(pattern: str) -> None:
    """Refuse a pattern that may be empty or run away; once for those that are not refused."""
    tree = _parse(pattern)
    if tree.getwidth()[0] == 0:
        raise PatternError(
            Text("这个正则表达式可以什么都不匹配", "this pattern matches the empty text"),
            Text("至少要有一个必须出现的字", "let at least one character be obligatory"),
        )
    Ways(tree, pattern).count(tree, frozenset())


@lru_cache(maxsize=1024)
def _parse(pattern: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
            return _PARSER.parse(pattern)
    except re.error as error:
        at = None if error.pos is None else (error.pos, 1)
        raise PatternError(
            Text(f"正则表达式写法有误：{error.msg}", f"not a regular expression: {error.msg}"),
            None,
            at,
        ) from error
    except (RecursionError, OverflowError) as error:
        raise PatternError(
            Text("正则表达式太复杂", "this regular expression is too complicated")
        ) from error
    except Warning as error:
        raise PatternError(
            Text(f"正则表达式写法含糊：{error}", f"doubtful regular expression: {error}"),
            Text("方括号里的 [ & | ~ 前面要加 \\", "put \\ before [ & | ~ inside brackets"),
        ) from error


def _check_folded(tree: Any, pattern: str, variants: Collection[str]) -> None:
    """A character that folding replaces never stands in the text that patterns are held against."""
    for code in _literals(tree):
        char = chr(code)
        at = (pattern.index(char), 1) if char in pattern else None
        if char.isspace():
            raise PatternError(
                Text(
                    "正文按去掉空白后的文字匹配，这里不能写空格",
                    "text is matched without its blanks",
                ),
                Text("删去空格", "leave the blank out"),
                at,
            )
        if char in _UNFOLDED:
            raise PatternError(
                Text(
                    f"「{char}」在匹配前已统一为半角，这里永远匹配不到",
                    f"{char} is made half-width before matching and never matches",
                ),
                Text(f"写成 {re.escape(_UNFOLDED[char])}", f"write {re.escape(_UNFOLDED[char])}"),
                at,
            )
        if char in variants:
            raise PatternError(
                Text(
                    f"「{char}」在匹配前已统一为规范字，这里永远匹配不到",
                    f"{char} is made a standard character before matching and never matches",
                ),
                Text("写规范的简化字", "write the simplified character"),
                at,
            )


def _literals(tree: Any) -> Iterator[int]:
    """The characters that must stand as they are: literals outside of brackets."""
    for opcode, argument in tree:
        if str(opcode) == "LITERAL":
            yield argument
        for inner in inside(str(opcode), argument):
            yield from _literals(inner)

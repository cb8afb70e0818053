"""In how many ways a regular expression may match, judged by the tree that Python makes of it.

A repeat is *decided* when what it repeats and what follows it share no character: then there is
one way to match, and going back is short. A repeat that is not decided may go on in as many ways as
it has lengths; these ways multiply, and without a bound they are endless. The characters compared
are those that the pattern names, and a few that stand for all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from lint_disclosure.rulepack.model import Text

MAX_GAP = 80
MAX_REPEAT = 1000
MAX_WAYS = 30_000
ENDLESS: Any = re._parser.MAXREPEAT  # type: ignore[attr-defined]

Chars = frozenset[str]

_OTHERS = "0٣aZ_亍龘々 \n.,。é\u3000\u200b"
_BROAD = "亍龘"
"""A set that holds both takes nearly any character: no pattern is about these two."""

_NEAR = 1000

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_SINGLE = ("LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY", "RANGE")


class PatternError(ValueError):
    """A pattern that is refused, and what to write instead."""

    def __init__(self, message: Text, hint: Text | None = None, at: tuple[int, int] | None = None):
        super().__init__(message.zh)
        self.message = message
        self.hint = hint
        self.at = at


class Ways:
    """Counts the ways in which a pattern may match."""

    def __init__(self, tree: Any, pattern: str) -> None:
        self.flags = tree.state.flags & (re.IGNORECASE | re.ASCII)
        named = set(pattern) | set(_OTHERS) | {chr(code) for code in _codes(tree)}
        if self.flags & re.IGNORECASE:
            named |= set("".join(char.lower() + char.upper() for char in named))
            named |= {char.lower() for char in named if len(char.lower()) == 1}
        self.alphabet = frozenset(named)
        self.known: dict[tuple[str, int], tuple[Chars, bool]] = {}

    def count(self, sequence: Any, follow: Chars) -> float:
        """In how many ways a sequence may match before ``follow``; too many are refused."""
        items = list(sequence)
        total = 1.0
        for index, (opcode, argument) in enumerate(items):
            after = self.first(items[index + 1 :], follow)
            total *= self.node_ways(str(opcode), argument, after)
            if total > MAX_WAYS:
                raise _ambiguous()
        return total

    def node_ways(self, name: str, argument: Any, follow: Chars) -> float:
        """In how many ways one node may match."""
        if name in _REPEATS:
            return self.repeat_ways(name, argument, follow)
        if name in ("GROUPREF", "GROUPREF_EXISTS"):
            raise PatternError(
                Text(
                    "不支持反向引用（\\1 之类）",
                    "references to groups (such as \\1) are not supported",
                ),
                Text(
                    "把可能的文字逐一写出来，用 | 隔开", "write out the alternatives, divided by |"
                ),
            )
        if name in ("ASSERT", "ASSERT_NOT", "ATOMIC_GROUP"):
            self.count(inside(name, argument)[0], frozenset())
            return 1.0
        if name == "SUBPATTERN":
            if argument[1] or argument[2]:
                raise _local_flags()
            return self.count(argument[3], follow)
        if name == "BRANCH":
            return self.branch_ways(argument[1], follow)
        return 1.0

    def branch_ways(self, branches: Sequence[Any], follow: Chars) -> float:
        """Alternatives add up as far as they can match at the same place."""
        texts = [_text(branch) for branch in branches]
        if None not in texts:
            known = [text for text in texts if text is not None]
            return max(sum(text.startswith(other) for other in known) for text in known)
        firsts = [self.first(branch, follow) for branch in branches]
        ways = [self.count(branch, follow) for branch in branches]
        return (
            max(
                sum(way for way, first in zip(ways, firsts, strict=True) if char in first)
                for char in self.alphabet
            )
            or 1.0
        )

    def repeat_ways(self, name: str, argument: Any, follow: Chars) -> float:
        least, most, body = argument
        endless = most == ENDLESS
        first = self.first(body, frozenset())
        self.check_bound(body, most, first)
        if min(most, MAX_REPEAT) * _looked_ahead(body) > MAX_WAYS:
            raise _ambiguous()
        once = self.count(body, first | follow)
        decided = not (first & follow) or name == "POSSESSIVE_REPEAT"
        if once == 1.0:
            if least == most or decided:
                return 1.0
            if endless:
                raise _ambiguous()
            return float(most - least + 1)
        if endless:
            raise _ambiguous()
        total = 0.0
        for count in range(least, most + 1):
            total += once**count
            if total > MAX_WAYS:
                raise _ambiguous()
        return total

    def check_bound(self, body: Any, most: int, first: Chars) -> None:
        """A gap that takes nearly any character needs a bound, any other repeat a sensible one."""
        endless = most == ENDLESS
        broad = len(body) == 1 and str(body[0][0]) in _SINGLE and first.issuperset(_BROAD)
        if broad and most > MAX_GAP:
            raise PatternError(
                Text(
                    "几乎什么字都匹配的重复（如 .* 或 [^。]+）必须写明上限",
                    "a repeat that takes nearly any character (such as .* or [^。]+) needs a bound",
                ),
                Text(
                    f"写成 [^。]{{0,30}} 这样，上限不超过 {MAX_GAP}",
                    f"write it as [^。]{{0,30}}, with a bound of {MAX_GAP} at most",
                ),
            )
        if not endless and most > MAX_REPEAT:
            raise PatternError(
                Text(
                    f"重复次数太大（最多 {MAX_REPEAT}）",
                    f"repeated too often ({MAX_REPEAT} at most)",
                )
            )

    def first(self, sequence: Any, follow: Chars) -> Chars:
        """The characters that a sequence may start with; those after it if it may be empty."""
        found: set[str] = set()
        for opcode, argument in sequence:
            chars, empty = self.node_first(str(opcode), argument)
            found |= chars
            if not empty:
                return frozenset(found)
        return frozenset(found) | follow

    def node_first(self, name: str, argument: Any) -> tuple[Chars, bool]:
        """The characters that a node may start with, and whether it may be empty."""
        key = (name, argument if isinstance(argument, int) else id(argument))
        if key not in self.known:
            self.known[key] = self._node_first(name, argument)
        return self.known[key]

    def _node_first(self, name: str, argument: Any) -> tuple[Chars, bool]:
        if name in _SINGLE:
            return self.members(name, argument), False
        if name in _REPEATS:
            least, _, body = argument
            return self.first(body, frozenset()), least == 0 or body.getwidth()[0] == 0
        if name == "BRANCH":
            branches = argument[1]
            chars = frozenset().union(*(self.first(branch, frozenset()) for branch in branches))
            return chars, any(branch.getwidth()[0] == 0 for branch in branches)
        if name in ("SUBPATTERN", "ATOMIC_GROUP"):
            inner = inside(name, argument)[0]
            return self.first(inner, frozenset()), inner.getwidth()[0] == 0
        return frozenset(), True

    def members(self, name: str, argument: Any) -> Chars:
        """The characters of the alphabet that a single node matches."""
        if name == "ANY":
            return self.alphabet
        if name == "NOT_LITERAL":
            return self.alphabet - {chr(argument)}
        if name == "IN":
            found = frozenset(char for char in self.alphabet if self.holds(argument, char))
            negated = bool(argument) and str(argument[0][0]) == "NEGATE"
            return self.alphabet - found if negated else found
        return frozenset(char for char in self.alphabet if self.holds([(name, argument)], char))

    def holds(self, items: Any, char: str) -> bool:
        """Whether one of the items of a set matches a character."""
        return any(_holds(str(opcode), argument, char, self.flags) for opcode, argument in items)


@lru_cache(maxsize=65536)
def _holds(name: str, argument: Any, char: str, flags: int) -> bool:
    if name not in _MEMBERS:
        return False
    member = _member(name, str(argument) if name == "CATEGORY" else argument, flags)
    return member.match(char) is not None


@lru_cache(maxsize=1024)
def _member(name: str, argument: Any, flags: int) -> re.Pattern[str]:
    """What matches a member of a set, as the pattern itself would."""
    if name == "CATEGORY":
        return re.compile(_CATEGORIES[argument], flags)
    first, last = argument if name == "RANGE" else (argument, argument)
    return re.compile(f"[\\U{first:08x}-\\U{last:08x}]", flags)


def _looked_ahead(sequence: Any) -> float:
    """The most characters that look-arounds in a sequence go over; they are read each time."""
    total = 0.0
    for opcode, argument in sequence:
        name = str(opcode)
        parts = inside(name, argument)
        if name in ("ASSERT", "ASSERT_NOT"):
            total += sum(part.getwidth()[1] for part in parts)
        total += sum(map(_looked_ahead, parts))
    return total


_MEMBERS = ("LITERAL", "RANGE", "CATEGORY")
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


def _codes(tree: Any) -> Iterator[int]:
    """The characters that a pattern names, and those that stand for its ranges."""
    for opcode, argument in tree:
        name = str(opcode)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield argument
        elif name == "IN":
            yield from _codes(argument)
        elif name == "RANGE":
            for code in (argument[0] - 1, *argument, argument[1] + 1):
                if 0 <= code <= 0x10FFFF:
                    yield code
            yield from _samples(*argument)
        for inner in inside(name, argument):
            yield from _codes(inner)


@lru_cache(maxsize=1024)
def _samples(first: int, last: int) -> tuple[int, ...]:
    """One character of each kind in a range, as far as it has one near its beginning."""
    near = range(first, min(last, first + _NEAR) + 1)
    kinds = [re.compile(kind) for kind in _CATEGORIES.values()]
    found = (next((code for code in near if kind.match(chr(code))), None) for kind in kinds)
    return tuple(code for code in found if code is not None)


def _text(branch: Any) -> str | None:
    """The text of an alternative that is nothing but literals."""
    codes = [argument for opcode, argument in branch if str(opcode) == "LITERAL"]
    return "".join(map(chr, codes)) if len(codes) == len(branch) else None


def _ambiguous() -> PatternError:
    return PatternError(
        Text(
            "这个正则表达式遇到某些文字时会慢得停不下来：重复里套着重复，或相邻的重复匹配同样的字",
            "may run without end: nested repeats, or neighbouring repeats that take the same text",
        ),
        Text(
            "给重复写明较小的上限（如 {0,30}），少用几处，或在两处之间加一个必须出现的、不同的字",
            "bound the repeats ({0,30}), use fewer, or put a character between that none takes",
        ),
    )


def _local_flags() -> PatternError:
    return PatternError(
        Text(
            "不支持只对一部分起作用的标志（(?i:…) 之类）",
            "flags for a part of a pattern (such as (?i:...)) are not supported",
        ),
        Text("写在最前面：(?i)", "put them at the beginning: (?i)"),
    )


def inside(name: str, argument: Any) -> list[Any]:
    """The sequences inside a node."""
    if name in _REPEATS:
        return [argument[2]]
    if name == "SUBPATTERN":
        return [argument[3]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    return [argument] if name == "ATOMIC_GROUP" else []

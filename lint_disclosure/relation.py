"""The language of relations: ``本年新收 + 上年结转 = 办理结果总计 + 结转下年度``.

A relation compares two sums. A sum is made of names, whole-number coefficients, ``+ - * ( )`` and
``sum(group)``; ``= >= <= !=`` compares. Full-width signs read the same.

What belongs to a name is decided thus:

- ``「…」`` holds any name, blanks and signs in it included.
- Without quotes a name runs up to a blank, a sign or a bracket. Digits, dots and 、 are part of it
  (``1.属于国家秘密``), and only a run that is digits throughout is a number: ``2 * 本年新收`` has a
  coefficient, ``2本年新收`` is a name (which no form has).
- A bracket that holds a numeral opens a name (``（七）总计``), and one that follows a name without
  a blank continues it (``本年收费金额（单位：万元）``), unless a sign stands in it. All other
  brackets group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

MAX_LENGTH = 2000
MAX_DEPTH = 20
MAX_NUMBER = 1_000_000_000

Cell = TypeVar("Cell")

_FOLD = str.maketrans("＋－−–—＊×（）＝＞＜！０１２３４５６７８９", "+----**()=><!0123456789")
_COMPARE = {"≥": ">=", "⩾": ">=", "≤": "<=", "⩽": "<=", "≠": "!=", "==": "="}
_CHAR = r"[^\s+\-*()=<>!≥⩾≤⩽≠「」]"
_TOKEN = re.compile(
    rf"""\s*(?:
      「(?P<quoted>[^「」]*)」
    | (?P<sum>sum)(?=\s*\()
    | (?P<number>[0-9]+)(?!{_CHAR})
    | (?P<name>
        (?:\([一二三四五六七八九十]{{1,3}}\)|\([0-9]{{1,2}}\)(?={_CHAR}))*
        {_CHAR}+ (?:\([^()+\-*=<>!≥⩾≤⩽≠「」]*\)(?:{_CHAR})*)*
      | \([一二三四五六七八九十]{{1,3}}\))
    | (?P<compare>>=|<=|!=|==?|[≥⩾≤⩽≠])
    | (?P<sign>[-+*()])
    )""",
    re.VERBOSE,
)
_DECIMAL = re.compile(r"[0-9]+[.．][0-9]*")
_NAMES = ("name", "quoted")


class RelationError(ValueError):
    """A relation that cannot be read; ``position`` and ``length`` mark the place in its text."""

    def __init__(
        self, zh: str, en: str, position: int, length: int = 1, candidates: Sequence[str] = ()
    ) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en
        self.position = position
        self.length = length
        self.candidates = tuple(candidates)


class Name(NamedTuple):
    """A name and where it stands; ``group`` when it is the argument of ``sum``."""

    text: str
    start: int
    end: int
    group: bool = False


class Side(NamedTuple):
    """One side of a relation: names with their coefficients, and a number."""

    terms: tuple[tuple[int, Name], ...] = ()
    constant: int = 0

    @property
    def greatest(self) -> int:
        """The greatest of the coefficients and the constant, signs left out."""
        return max(abs(number) for number in (self.constant, *(one for one, _ in self.terms)))

    def plus(self, other: Side, sign: int) -> Side:
        """The sum of two sides, or their difference."""
        terms = tuple((sign * coefficient, name) for coefficient, name in other.terms)
        return Side(self.terms + terms, self.constant + sign * other.constant)

    def times(self, factor: int) -> Side:
        """The side taken ``factor`` times."""
        terms = tuple((factor * coefficient, name) for coefficient, name in self.terms)
        return Side(terms, factor * self.constant)


class Linear(NamedTuple, Generic[Cell]):
    """A relation over cells: ``left + left_constant operator right + right_constant``."""

    left: tuple[tuple[int, Cell], ...]
    left_constant: int
    operator: str
    right: tuple[tuple[int, Cell], ...]
    right_constant: int


class Relation(NamedTuple):
    """A relation as written, with the position of every name."""

    left: Side
    operator: str
    right: Side

    def resolve(self, lookup: Callable[[Name], Sequence[Cell]]) -> Linear[Cell]:
        """Put cells in the place of names: one for a name, the members for a group."""
        return Linear(
            _collect(self.left, lookup),
            self.left.constant,
            self.operator,
            _collect(self.right, lookup),
            self.right.constant,
        )


def _collect(side: Side, lookup: Callable[[Name], Sequence[Cell]]) -> tuple[tuple[int, Cell], ...]:
    total: dict[Cell, int] = {}
    for coefficient, name in side.terms:
        for cell in lookup(name):
            total[cell] = total.get(cell, 0) + coefficient
    return tuple((coefficient, cell) for cell, coefficient in total.items() if coefficient)


def parse(text: str) -> Relation:
    """Read a relation; whatever is wrong with it is a ``RelationError``."""
    if len(text) > MAX_LENGTH:
        raise RelationError(
            f"关系式太长（{len(text)} 字，最多 {MAX_LENGTH} 字）",
            f"the relation is too long ({len(text)} characters, {MAX_LENGTH} at most)",
            MAX_LENGTH,
        )
    return _Parser(text).relation()


class Token(NamedTuple):
    """A piece of a relation: name, quoted, sum, number, compare, sign, or the end."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a relation; signs are folded to half width, names stay as they are written."""
    folded = text.translate(_FOLD)
    end = len(folded.rstrip())
    position = 0
    while position < end:
        match = _TOKEN.match(folded, position)
        kind = match and match.lastgroup
        if match is None or kind is None:
            raise _unreadable(folded, end - len(folded[position:end].lstrip()))
        start, position = match.span(kind)
        token = Token(kind, (text if kind in _NAMES else folded)[start:position], start)
        position = match.end()
        if kind == "name" and _DECIMAL.fullmatch(folded, start, position):
            raise RelationError(
                f"系数只能是整数，不能是 {token.text}",
                f"a coefficient is a whole number, not {token.text}",
                start,
                len(token.text),
            )
        if kind == "quoted" and not token.text.strip():
            raise RelationError(
                "「」里没有名称", "there is no name in 「」", start - 1, len(token.text) + 2
            )
        yield token
    yield Token("end", "", end)


def _unreadable(folded: str, position: int) -> RelationError:
    char = folded[position]
    if char in "<>!":
        return RelationError("比较只能用 = >= <= !=", "compare with = >= <= !=", position)
    if char == "「":
        return RelationError("「 没有合上", "this 「 is not closed", position)
    return RelationError(f"这里不能有「{char}」", f"{char!r} cannot stand here", position)


class _Parser:
    """Recursive descent: a relation has sides, a side products, a product factors."""

    def __init__(self, text: str) -> None:
        self.tokens = list(tokens(text))
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self, kinds: str, signs: str = "") -> Token | None:
        """The next token if it is of one of these kinds (and one of these signs)."""
        token = self.token
        if token.kind not in kinds.split() or (signs and token.text not in signs):
            return None
        self.at += 1
        return token

    def relation(self) -> Relation:
        left = self.side(0)
        compare = self.take("compare")
        if compare is None:
            raise self.stray("这里应是 = >= <= != 之一", "one of = >= <= != is missing here")
        right = self.side(0)
        if self.token.kind != "end":
            raise self.stray("一条关系式只能有一个比较号", "a relation has one comparison only")
        if not left.terms and not right.terms:
            raise RelationError("关系式里没有名称", "the relation names no row or column", 0)
        if max(left.greatest, right.greatest) > MAX_NUMBER:
            raise RelationError(
                f"关系式里的数太大（最大 {MAX_NUMBER}）",
                f"a number in the relation is too large ({MAX_NUMBER} at most)",
                0,
            )
        return Relation(left, _COMPARE.get(compare.text, compare.text), right)

    def side(self, depth: int) -> Side:
        side = Side()
        sign = self.take("sign", "+-")
        while True:
            side = side.plus(self.product(depth), -1 if sign and sign.text == "-" else 1)
            sign = self.take("sign", "+-")
            if sign is None:
                return side

    def product(self, depth: int) -> Side:
        side = self.factor(depth)
        while star := self.take("sign", "*"):
            other = self.factor(depth)
            if side.terms and other.terms:
                raise RelationError(
                    "名称与名称不能相乘，只能乘以整数",
                    "names cannot be multiplied with each other, only with whole numbers",
                    star.start,
                )
            side = side.times(other.constant) if side.terms else other.times(side.constant)
        return side

    def factor(self, depth: int) -> Side:
        if number := self.take("number"):
            return Side((), int(number.text))
        if name := self.take("name quoted"):
            return Side(((1, _name(name)),))
        if self.take("sum"):
            return self.group()
        bracket = self.take("sign", "(")
        if bracket is None:
            raise self.missing("这里缺少名称或数字", "a name or a number is missing here")
        if depth >= MAX_DEPTH:
            raise RelationError(
                f"括号套得太深（最多 {MAX_DEPTH} 层）",
                f"brackets are nested too deep ({MAX_DEPTH} levels at most)",
                bracket.start,
            )
        side = self.side(depth + 1)
        self.close(bracket)
        return side

    def group(self) -> Side:
        bracket = self.take("sign", "(") or self.token
        name = self.take("name quoted")
        if name is None:
            raise self.missing("sum 的括号里应是一组行的名称", "sum takes the name of a group")
        if self.token.kind == "sign" and self.token.text in "+-*":
            raise self.missing("sum 里只能写一个名称", "sum takes one name only")
        self.close(bracket)
        return Side(((1, _name(name)._replace(group=True)),))

    def close(self, bracket: Token) -> None:
        if self.take("sign", ")"):
            return
        if self.token.kind in ("end", "compare"):
            raise RelationError("括号没有合上", "this bracket is not closed", bracket.start)
        raise self.stray("括号没有合上", "a closing bracket is missing here")

    def missing(self, zh: str, en: str) -> RelationError:
        return RelationError(zh, en, self.token.start, max(1, len(self.token.text)))

    def stray(self, zh: str, en: str) -> RelationError:
        """The error for a token behind a complete term; the words given are for other tokens."""
        token = self.token
        if token.text == ")":
            zh, en = "多出一个右括号", "this closing bracket has no opening one"
        elif token.kind not in ("compare", "end", "sign") or token.text == "(":
            zh = "这里缺少 + - * 或比较号；名称里有空格、括号或运算符号时，请写在「」里"
            en = "a sign is missing here; a name with blanks, brackets or signs stands in 「」"
        return self.missing(zh, en)


def _name(token: Token) -> Name:
    return Name(token.text, token.start, token.start + len(token.text))

"""Tell a label that is worded otherwise from one that only lost something on the way."""

from __future__ import annotations

from functools import lru_cache

from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.text_match import compiled

_NUMBERING = r"(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d[.、,)]?)+"
_NUMBER = r"\d+|[一二三四五六七八九十]"
_NUMERALS = "一二三四五六七八九十"
_REMARK = r"\(([^()]*)\)|\(([^)]*)$"
_NUMBERS = frozenset("(一二三四五六七八九十0123456789")
_PUNCTUATION = str.maketrans("", "", "()、,.;:·-/")
_LONG = 9


@lru_cache(maxsize=1024)
def other_wording(printed: str, own: str, *, header: bool = False) -> str | None:
    """The printed label, bare, if its words are not the form's ``own``; None if they are.

    Not told: lost blanks, numbering, brackets or remarks, a remark added behind the label, a long
    label cut short, a header word glued to the next, or one of which only the beginning or the end
    was read.
    """
    seen, form = (bare(WIDTHS.fold(text)) for text in (printed, own))
    if seen == form:
        return None
    seen_core, seen_remark = _split(seen)
    form_core, form_remark = _split(form)
    if seen_core == form_core or (header and form_core in seen_core):
        same = not form_remark or _plain(form_remark).startswith(_plain(seen_remark))
        return None if same else seen
    if _plain(seen) in (_plain(form), _plain(form_core)):
        return None
    if header and (form_core.startswith(seen_core) or form_core.endswith(seen_core)):
        return None
    return None if len(seen_core) < len(form_core) and len(form_core) >= _LONG else seen


def words_of(label: str) -> str:
    """A label of the form without its numbering and remark."""
    return _split(bare(WIDTHS.fold(label)))[0]


def numbering_of(label: str) -> int | None:
    """The last number in front of a label (``（三）1.`` gives 1); None without any.

    Digits and numerals count alike, whatever stands around them.
    """
    text = bare(WIDTHS.fold(label))
    match = compiled(_NUMBERING).match(text) if text[:1] in _NUMBERS else None
    if match is None or match.end() == len(text):
        return None
    last = compiled(_NUMBER).findall(match[0])[-1]
    return int(last) if last.isascii() else _NUMERALS.index(last) + 1


def _split(text: str) -> tuple[str, str]:
    """A bare label without its numbering: the words, and the remark in brackets behind them."""
    numbering = compiled(_NUMBERING).match(text) if text[:1] in _NUMBERS else None
    if numbering and numbering.end() < len(text):
        text = text[numbering.end() :]
    if "(" not in text:
        return text.replace("档案", "文件"), ""
    remark = compiled(_REMARK).search(text)
    # Mainland texts that went through a Taiwanese converter say 档案 for 文件.
    core = compiled(_REMARK).sub("", text).replace("档案", "文件")
    return core, (remark[1] or remark[2] or "") if remark else ""


def _plain(text: str) -> str:
    return text.translate(_PUNCTUATION)

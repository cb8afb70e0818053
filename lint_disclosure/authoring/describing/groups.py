"""The groups of rules: the letters that codes begin with."""

from __future__ import annotations

from lint_disclosure.rulepack.model import Text

GROUPS = {
    "STR": Text("结构", "structure"),
    "PRE": Text("标题和开头", "title and preamble"),
    "TAB": Text("统计表的样式", "shape of tables"),
    "CEL": Text("单元格", "cells"),
    "ARI": Text("算术", "arithmetic"),
    "XTX": Text("正文与统计表", "text against tables"),
    "TMP": Text("时间", "time"),
    "YOY": Text("与上年对照", "year on year"),
    "AGG": Text("各机关对照", "across bodies"),
    "PRO": Text("机关类别", "kind of body"),
    "WRD": Text("用语", "wording"),
    "PUB": Text("发布", "publication"),
}


def group_of(code: str) -> str:
    """The group of a rule."""
    return code[:3]


def group_name(group: str, lang: str) -> str:
    """The group in words; its letters where it has none."""
    return GROUPS[group].get(lang) if group in GROUPS else group


def ordered(groups: set[str]) -> list[str]:
    """Groups in the order of a report, unknown ones last."""
    known = list(GROUPS)
    return sorted(groups, key=lambda group: (known.index(group) if group in known else 99, group))

"""Markdown: its own tables, and tables that are written as HTML within it."""

from __future__ import annotations

from lint_disclosure.place import LineSpan
from lint_disclosure.reading import read_document
from tests.reading.shown import place_of, shown

TEXT = """# 报告

| 项目 | 件数 |
| --- | --- |
| 规章<br>数 | 1 |

<table>
<tr><td rowspan=2>甲</td><td>1</td></tr>

<tr><td>2</td></tr>
</table>

正文**很短**。

```
<table><tr><td>例</td></tr></table>
```
"""


def test_both_kinds_of_table() -> None:
    found = read_document("a.md", TEXT.encode())
    assert shown(found)[:5] == [
        "报告",
        ["项目", "件数"],
        ["规章 数", "1"],
        ["甲", "1"],
        ["2"],
    ]
    assert found.grids[1][0][:4] == (0, 0, 2, 1)


def test_places_are_those_of_the_file() -> None:
    found = read_document("a.md", TEXT.encode())
    assert place_of(found, "规章 数").in_file == LineSpan(5, 3, 5, 10)
    assert place_of(found, "1", 2).in_file == LineSpan(8, 29, 8, 30)
    assert place_of(found, "2").in_file == LineSpan(10, 9, 10, 10)
    assert place_of(found, "正文").in_file == LineSpan(13, 1, 13, 3)


def test_markdown_without_tags_is_text_as_it_stands() -> None:
    found = read_document("a.md", "# 报告\n\n| 规章 | 1 |\n".encode())
    assert found.source.text == "# 报告\n\n| 规章 | 1 |\n"
    assert shown(found) == ["报告", ["", "规章", "1", ""]]
    assert found.source.origins is None

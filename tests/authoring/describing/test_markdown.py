from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lint_disclosure.authoring.describing.markdown import escaped, fenced, quote, table
from lint_disclosure.render.width import visible

HOSTILE = [
    "a | b || c",
    "<script>alert(1)</script> <!-- x --> <b>",
    "`code` ``` ~~~ ~~gone~~",
    "**bold** *it* __bold__ _it_ 某_某_某",
    "# heading",
    "#",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "- - -",
    "===",
    "[text](https://example.org) ![image](x.png) [ref]: <x>",
    "back\\slash \\* \\",
    "&lt;b&gt; &amp; &#60;",
    "https://example.org/a_b www.example.org :smile: $x$",
    "    indented",
    "two\nlines\n\n# more",
    "tab\there \u202e \x1b[31m",
    "",
]

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def seen(markdown: str) -> str:
    """What a reader sees, with everything that is no plain text as a tag."""
    return html.unescape(MARKDOWN.render(markdown)).strip()


def shown(text: str) -> str:
    return visible(text).strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_taken_at_their_word(text: str) -> None:
    assert seen(f"- {escaped(text)}") == f"<ul>\n<li>{shown(text)}</li>\n</ul>"
    if text:
        assert seen(escaped(text)) == f"<p>{shown(text)}</p>"
        assert seen(f"# {escaped(text)}") == f"<h1>{shown(text)}</h1>"


@pytest.mark.parametrize("text", HOSTILE)
def test_cells_keep_to_themselves(text: str) -> None:
    page = seen("\n".join(table(["一", "二"], [[escaped(text), "x"]])))
    assert re.findall(r"<td>(.*?)</td>\n", page) == [shown(text), "x"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_quotation_holds_its_lines(text: str) -> None:
    page = seen("\n".join(quote(["第一行", text or "x", "第三行"])))
    lines = f"第一行<br />\n{shown(text) or 'x'}<br />\n第三行"
    assert page == f"<blockquote>\n<p>{lines}</p>\n</blockquote>"


@pytest.mark.parametrize("text", ["```", "a\n````text\nb\n```", "<b> & |", ""])
def test_no_line_closes_the_fence(text: str) -> None:
    page = MARKDOWN.render("\n".join(fenced(text, "text")))
    assert html.unescape(page) == f'<pre><code class="language-text">{text}\n</code></pre>\n'


@given(st.text(st.sampled_from("a1 .)#*_-+=~`|<>[]()!&;:/\\$@某\"'^{}\n\t"), max_size=30))
def test_any_text_reads_as_it_is(text: str) -> None:
    blank = re.sub(r"\s+", " ", shown(text))
    page = seen(f"- {escaped(text)}").replace("\n", " ")
    assert re.sub(r"\s+", " ", page) == f"<ul> <li>{blank}</li> </ul>"


def test_what_would_become_a_link_or_an_emoji_stays_text() -> None:
    assert escaped("https://a.cn www.b.cn :x: 时间：8:30") == (
        r"https\://a.cn www\.b.cn \:x: 时间：8:30"
    )

"""Whatever a report says, no format takes it for its own: each is read back by another reader."""

from __future__ import annotations

import csv
import json
from io import StringIO
from unicodedata import category
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lint_disclosure.finding import Basis, Broken, Change, Related, Repair, RuleNote
from lint_disclosure.place import Place
from lint_disclosure.render import BINARY, FORMATS
from lint_disclosure.render.width import visible
from tests.render.output import SRC, rendered
from tests.render.sample import finding, result
from tests.render.sarif_schema import SCHEMA, violations
from tests.render.test_github import command

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Kinds of characters that steer a terminal or cannot be seen on it."""

PIECES = (
    "::error::x", "::stop-commands::t", "##[add-mask]1", "%0A::", "%25", "\n", "\r\n", "\r", "\t",
    "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "＝1", ";=1", '"', '",=1,"', ",", "'",
    "<script>alert(1)</script>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;", "&#x1b;", "&x;",
    "<b ",
    "[a](javascript:1)", "![i](http://x)", "<http://x>", "https://x.example", "www.x.cn", "`",
    "```",
    "~~~", "# ", "- ", "1. ", "> ", "|", "*", "_", "**", "\\", "$", "@li", "#12", "[^1]", "{0}",
    "}}",
    "\x00", "\x07", "\x1b[31m", "\x1b]0;t\x07", "\x7f", "\x85", "\x9b", "\u2028", "\u202e",
    "\u200b", "\ufeff", "\ufffe", "\uffff", "\udcff", "\U0001f600", "年报", "12", " ",
)  # fmt: skip
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8).map("".join)
ALL_AT_ONCE = "".join(PIECES)
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

tried = settings(max_examples=40, derandomize=True, database=None, deadline=None)


def everywhere(text):
    """Results that have the text wherever one can stand that comes from a report or its name."""
    place = Place(1, text, 2, text, text, text)
    change = Change(place, None, None, 1, text)
    made = finding(
        SRC, "申请", message=text, help=text, locator=text, place=place, url=text, actual=text,
        expected=text, identity="x", basis=(Basis(text, text, text),), also=("ARI001",),
        name="name", related=(Related(place, SRC.locate(((0, 2),)), text, text),),
        broken=(Broken("ARI001", "row-sum", text, SRC.locate(((2, 4),)), None),),
        repair=Repair(True, 1, (change,), text=text, why=text),
    )  # fmt: skip
    checked = result(
        SRC, made, path=f"a{text}", issuer=text, status="partly_checked",
        undecided=(RuleNote("CEL003", text),), notices=(text,), passed=("ARI003",),
    )  # fmt: skip
    return checked, result(SRC, status="unreadable", reason=text, path=text)


def hostile(test):
    return tried(example(text=ALL_AT_ONCE)(given(text=HOSTILE)(test)))


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in BINARY])
@hostile
def test_nothing_unseen_reaches_a_terminal(name, text):
    shown = rendered(name, *everywhere(text))
    if name == "csv":
        assert shown.startswith("\ufeff")
        shown = shown[1:].replace("\r\n", "\n")
    if name == "markdown":
        shown = shown.replace("@\u200b", "@").replace("#\u200b", "#")
    assert {char for char in set(shown) - {"\n"} if category(char) in UNSEEN} == set()


@hostile
def test_json_lines(text):
    lines = rendered("jsonl", *everywhere(text)).splitlines()
    run, file, found, other, summary = [json.loads(line) for line in lines]
    assert (found["message"], found["locator"], file["path"]) == (text, text, f"a{text}")
    assert (other["reason"], run["type"], summary["type"]) == (text, "run", "summary")


@hostile
def test_sarif(text):
    data = json.loads(rendered("sarif", *everywhere(text)))
    if SCHEMA.is_file():
        assert violations(data) == []
    [one] = data["runs"][0]["results"]
    told = one["message"]["text"].split("\n")
    plain = told[0].replace("{{", "{").replace("}}", "}").replace("\\[", "[").replace("\\]", "]")
    assert plain == visible(text)
    assert one["properties"]["help"] == text
    assert one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()


@hostile
def test_github(text):
    lines = rendered("github", *everywhere(text)).splitlines()
    found = [one for line in lines if (one := command(line))]
    assert len(found) == len(lines)
    assert [one.name for one in found] == ["warning", "warning", "notice", "error"]
    assert found[1].message.split("\n")[0] == visible(text)
    assert set(found[1].properties) <= {"title", "file", "line", "col", "endLine", "endColumn"}


@hostile
def test_github_beyond_its_limit(text):
    first, _ = everywhere(text)
    lines = rendered("github", first._replace(findings=first.findings * 30)).splitlines()
    found = [command(line) for line in lines]
    assert [one.name for one in found if one] == ["warning"] * 10 + ["notice"]
    assert len(lines) == 33


@hostile
def test_gitlab(text):
    found = json.loads(rendered("gitlab", *everywhere(text)))
    assert len(found) == 4
    assert found[2]["description"].startswith(f"XTX004 {visible(text).rstrip(' ')}")
    assert len({one["fingerprint"] for one in found}) == 4


@hostile
def test_junit(text):
    root = ElementTree.fromstring(rendered("junit", *everywhere(text)))
    assert [suite.tag for suite in root] == ["testsuite", "testsuite"]
    assert {one.tag for one in root.iter()} == {
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped",
        "error", "system-out",
    }  # fmt: skip
    names = [case.get("name") for case in root[0].iter("testcase")]
    assert names == [
        "ARI001 row-sum", "ARI003 requests-unbalanced", "CEL003 unit-in-cell", "XTX004 name",
    ]  # fmt: skip


@hostile
def test_markdown(text):
    tokens = PARSER.parse(rendered("markdown", *everywhere(text)))
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks == {"heading", "inline", "paragraph", "bullet_list", "list_item", "fence"}
    assert [token.type for token in tokens].count("heading_open") == 4
    inside = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inside} <= {
        "text", "text_special", "strong_open", "strong_close", "link_open", "link_close",
    }  # fmt: skip
    links = [child.attrs["href"] for child in inside if child.type == "link_open"]
    assert links in ([], [text])
    shown = "\n".join(token.content for token in tokens if token.type == "inline")
    assert shown.count("\n") < 40


@hostile
def test_csv(text):
    table = rendered("csv", *everywhere(text)).removeprefix("\ufeff")
    rows = list(csv.reader(StringIO(table, newline=""), strict=True))
    assert [row[0] for row in rows] == [
        "kind", "partly_checked", "notice", "finding", "unreadable",
    ]  # fmt: skip
    assert {len(row) for row in rows} == {23}
    cells = [cell for row in rows for cell in row]
    cells += [cell for line in table.split("\r\n") for cell in line.split(";")]
    for cell in cells:
        start = cell.lstrip(' "')[:1]
        assert start not in {*"=@＝＋－＠"} or cell == start
        assert start not in {*"+-"} or cell.lstrip("+-").replace(",", "").replace(".", "").isdigit()

"""Fixes in files of each kind: what is edited changes, and nothing else."""

from __future__ import annotations

import codecs
import io
import random
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.api import Selection, lint_file, load_rules
from lint_disclosure.editing import same_numbers
from lint_disclosure.finding import Edit, FileResult, Finding, Fix, Safety
from lint_disclosure.fixing.rounds import MOST_ROUNDS, fixed
from lint_disclosure.place import Location, Place
from lint_disclosure.reading import read_document

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SPECIMEN = (ROOT / "rules" / "forms" / "2021.specimen.txt").read_text(encoding="utf-8")
ROW = "一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 0 | 11 |"

SAFE: tuple[Safety, ...] = ("safe",)
BOTH: tuple[Safety, ...] = ("safe", "unsafe")

CHANGES = {
    "国办公开办函〔2021〕30号": "国办公开办函[2021]30号",
    "全年通过县政府门户网站": "截止2024年12月31日，通过县政府门户网站",
    ROW: ROW.replace("| 7 |", "| ７ |").replace("| 11 |", "| １１ |"),
}
AFTER = {"全年通过县政府门户网站": "截至2024年12月31日，通过县政府门户网站"}


def changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


WRONG = changed(SPECIMEN, CHANGES)
RIGHT = changed(SPECIMEN, AFTER)


def lint(name):
    pack = load_rules()

    def call(data: bytes) -> FileResult:
        return lint_file(name, pack=pack, selection=Selection(profile="all"), data=data, name=name)

    return call


def run(name, data, *wanted):
    return fixed(name, data, lint(name), wanted or SAFE)


# ---- text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_keeps_its_encoding_its_mark_and_its_ends_of_lines(mark, encoding, ends):
    before = mark + WRONG.replace("\n", ends).encode(encoding)
    after = mark + RIGHT.replace("\n", ends).encode(encoding)
    done = run("report.txt", before)
    assert done.data == after
    assert (done.made, done.left) == (3, ())


def test_mixed_ends_of_lines_blanks_and_a_missing_last_end_stay():
    wrong = WRONG.replace("\n", "\r\n", 5).rstrip("\n") + " \t"
    right = RIGHT.replace("\n", "\r\n", 5).rstrip("\n") + " \t"
    assert run("report.txt", wrong.encode()).data == right.encode()


def test_a_text_that_is_cut_off_in_a_character_keeps_its_last_bytes():
    cut = "水".encode()[:2]
    assert run("report.txt", WRONG.encode() + cut).data == RIGHT.encode() + cut


def test_a_word_that_is_broken_over_two_lines_is_left():
    broken = SPECIMEN.replace("全年通过县政府门户网站", "截\n止2024年12月31日，通过县政府门户网站")
    done = run("report.txt", broken.encode())
    assert done.data == broken.encode()


# ---- Markdown and web pages


def test_markdown_is_fixed_as_text_is():
    text = (EXAMPLES / "clean.md").read_text(encoding="utf-8")
    wrong = text.replace("| 41 | 3 | 0 |", "| ４１ | 3 | 0 |")
    assert wrong != text
    assert run("clean.md", wrong.encode()).data == text.encode()


def test_markdown_with_tags_keeps_them():
    text = (EXAMPLES / "clean.md").read_text(encoding="utf-8")
    right = text.replace("| 41 | 3 | 0 |", "| <b>41</b> | 3<br> | 0 |")
    wrong = right.replace("<b>41</b>", "<b>４１</b>").replace("\n", "\r\n")
    assert run("clean.md", wrong.encode()).data == right.replace("\n", "\r\n").encode()


PAGE = (EXAMPLES / "clean.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_keeps_its_tags_its_encoding_and_its_ends_of_lines(ends, encoding):
    right = PAGE.replace("<td>23</td>", "<td class='n'>23</td>", 1)
    right = right.replace("<p>全年新收", "<p>截至2024年底，全年新收")
    right = right.replace('charset="utf-8"', f'charset="{encoding}"').replace("\n", ends)
    wrong = right.replace("<td class='n'>23</td>", "<td class='n'>２３</td>")
    wrong = wrong.replace("截至", "截止")
    done = run("clean.html", wrong.encode(encoding))
    assert done.data == right.encode(encoding)
    assert done.made == 2


def test_an_edit_that_reaches_over_a_tag_is_left_and_said():
    wrong = PAGE.replace("<p>全年新收", "<p><b>按照按</b>照要求，全年新收")
    done = run("clean.html", wrong.encode(), "safe", "unsafe")
    assert done.data == wrong.encode()
    (left,) = done.left
    assert (left.rule, left.title) == ("WRD006", "「按照按照」改为「按照」")
    assert "标签" in left.zh
    assert "tags" in left.en


def test_what_is_written_with_references_is_left_and_said():
    wrong = PAGE.replace("<p>全年新收", "<p>截&#27490;2024年底，全年新收")
    done = run("clean.html", wrong.encode())
    assert done.data == wrong.encode()
    assert [left.rule for left in done.left] == ["TMP010"]


def test_the_same_words_in_what_a_page_hides_stay():
    hidden = "<div style='display:none'>截止2024年底</div>"
    wrong = PAGE.replace("<p>全年新收", f"{hidden}<p>截止2024年底，全年新收")
    done = run("clean.html", wrong.encode())
    assert done.data == wrong.replace("<p>截止", "<p>截至").encode()


def test_a_page_with_a_broken_encoding_is_left():
    wrong = (
        PAGE.replace("<p>全年新收", "<p>截止2024年底，全年新收")
        .encode()
        .replace(b"18pt", b"\xff8pt")
    )
    done = run("clean.html", wrong)
    assert done.data == wrong
    assert [left.zh for left in done.left] == ["网页的编码有损坏"]


# ---- Word


def word(edit):
    document = docx.Document(str(EXAMPLES / "clean.docx"))
    edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_faults(document):
    document.paragraphs[6].insert_paragraph_before("截止2024年底，").runs[0].bold = True
    cell = document.tables[1].rows[4].cells[3].paragraphs[0]
    assert cell.text == "2"
    cell.runs[0].text = "２"
    for run_ in document.paragraphs[3].runs:
        if run_.text == "〕":
            run_.text = "]"
        elif run_.text.endswith("〔"):
            run_.text = run_.text[:-1] + "["


def test_a_word_file_is_fixed_run_by_run_and_python_docx_opens_it():
    before = word(with_faults)
    done = run("clean.docx", before)
    assert (done.made, done.left) == (3, ())
    document = docx.Document(io.BytesIO(done.data))
    assert document.paragraphs[6].text == "截至2024年底，"
    assert document.paragraphs[6].runs[0].bold
    assert document.tables[1].rows[4].cells[3].text == "2"
    assert "国办公开办函〔2021〕30号" in document.paragraphs[3].text


def test_all_other_parts_of_a_word_file_stay_byte_by_byte():
    before = word(with_faults)
    after = run("clean.docx", before).data
    old, new = parts(before), parts(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}
    text = old["word/document.xml"].decode()
    for wrong, right in (
        ("截止2024", "截至2024"),
        (">２<", ">2<"),
        ("函[", "函〔"),
        (">]<", ">〕<"),
    ):
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
    assert new["word/document.xml"].decode() == text


def test_an_edit_over_two_runs_is_left_and_said():
    def edit(document):
        paragraph = document.paragraphs[6].insert_paragraph_before("按照按")
        paragraph.add_run("照要求公开。")

    before = word(edit)
    done = run("clean.docx", before, "safe", "unsafe")
    assert done.data == before
    assert [(left.rule, "几段" in left.zh) for left in done.left] == [("WRD006", True)]


def test_the_comment_of_the_package_and_how_its_parts_are_packed_stay():
    out = io.BytesIO(word(with_faults))
    with zipfile.ZipFile(out, "a") as package:
        package.comment = b"kept"
        package.writestr("word/media/image1.png", b"\x89PNG", zipfile.ZIP_STORED)
    done = run("clean.docx", out.getvalue())
    assert done.made
    with zipfile.ZipFile(io.BytesIO(done.data)) as package:
        assert package.comment == b"kept"
        assert package.getinfo("word/media/image1.png").compress_type == zipfile.ZIP_STORED
        assert package.getinfo("word/document.xml").compress_type == zipfile.ZIP_DEFLATED


def test_a_signed_word_file_is_left():
    before = word(with_faults)
    out = io.BytesIO(before)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    done = run("clean.docx", out.getvalue())
    assert done.data == out.getvalue()
    assert {left.en for left in done.left} == {"the file is signed, and would not be any more"}


# ---- other files


def test_fixes_in_a_workbook_are_shown_only():
    import openpyxl

    book = openpyxl.load_workbook(EXAMPLES / "clean.xlsx")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "国办公开办函〔2021〕" in cell.value:
                    cell.value = cell.value.replace("〔2021〕", "[2021]")
    out = io.BytesIO()
    book.save(out)
    done = run("clean.xlsx", out.getvalue())
    assert (done.data, done.made, done.left) == (out.getvalue(), 0, ())
    fixes = [one.fix for one in done.result.findings if one.rule == "WRD018"]
    assert [fix and fix.safety for fix in fixes] == ["display-only"]


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff\xfe\x80" * 9, "会议纪要：截止2024年底，共三项。\n".encode()]
)
def test_what_is_unreadable_or_no_report_is_never_changed(data):
    done = run("notes.txt", data)
    assert (done.data, done.made, done.left) == (data, 0, ())


# ---- rounds


def finding(fix: Fix, rule: str = "WRD999") -> Finding:
    return Finding(rule, "x", "info", "high", "m", "", Place(), None, "全文", (), "", "", fix=fix)


def at(text: str, start: int, end: int, replacement: str, safety: str = "safe") -> Fix:
    edit = Edit((start, end), Location(1, start + 1, 1, end + 1), replacement)
    return Fix(safety, f"{text[start:end]}>{replacement}", (edit,))  # type: ignore[arg-type]


def fake(*fixes):
    """A check whose findings each carry one of the fixes."""

    def call(data: bytes) -> FileResult:
        text = data.decode()
        return FileResult(
            "x", "checked", findings=tuple(finding(fix) for make in fixes if (fix := make(text)))
        )

    return call


def test_of_two_fixes_that_overlap_the_first_is_made_and_the_other_in_the_next_round():
    def first(text):
        return at(text, 0, 2, "丙") if text.startswith("甲乙") else None

    def second(text):
        found = text.find("乙") if "乙" in text else text.find("丙")
        return at(text, found, found + 1, "丁")._replace(title="丁") if found >= 0 else None

    done = fixed("x.txt", "甲乙公开".encode(), fake(first, second), SAFE)
    assert (done.data.decode(), done.made, done.left) == ("丁公开", 2, ())


def test_a_fix_that_the_file_would_be_read_otherwise_with_is_not_made():
    def tag(text):
        return at(text, 0, 1, "<b>") if text[0] == "甲" else None

    done = fixed("x.md", "甲公开\n".encode(), fake(tag), SAFE)
    assert (done.data.decode(), done.made) == ("甲公开\n", 0)
    assert [left.zh for left in done.left] == ["改后重新读取，与预期不符，没有改"]


@pytest.mark.parametrize("status", ["not_a_report", "unreadable"])
def test_findings_of_what_was_not_checked_fix_nothing(status):
    def check(data):
        return FileResult("x", status, findings=(finding(at("甲", 0, 1, "乙")),))

    assert fixed("x.txt", "甲公开".encode(), check, SAFE).made == 0


def test_fixes_that_call_for_each_other_come_to_an_end():
    def turn(text):
        return at(text, 0, 1, "乙" if text[0] == "甲" else "甲")

    done = fixed("x.txt", "甲公开".encode(), fake(turn), SAFE)
    assert done.made == MOST_ROUNDS


def test_a_fix_that_changes_a_number_is_refused_and_the_others_are_made():
    def number(text):
        return at(text, 1, 2, "6") if "5" in text else None

    def word_(text):
        return at(text, 2, 4, "不予") if "免于" in text else None

    done = fixed("x.txt", "共5免于公开".encode(), fake(number, word_), SAFE)
    assert done.data.decode() == "共5不予公开"
    assert [left.zh for left in done.left] == ["会改动数字，数字从不自动改"]


def test_a_fix_is_not_made_when_it_was_not_asked_for():
    def unsafe(text):
        return at(text, 0, 1, "乙", "unsafe") if text[0] == "甲" else None

    def shown(text):
        return at(text, 1, 2, "乙", "display-only") if text[1] == "丙" else None

    data = "甲丙公开".encode()
    assert fixed("x.txt", data, fake(unsafe, shown), SAFE).data == data
    assert fixed("x.txt", data, fake(unsafe, shown), BOTH).data.decode() == "乙丙公开"


def test_a_replacement_never_adds_a_line():
    def line(text):
        return at(text, 0, 1, "甲\n乙") if text[0] == "甲" else None

    assert fixed("x.txt", "甲公开".encode(), fake(line), SAFE).made == 0


@settings(max_examples=300, deadline=None)
@given(
    st.text("0123456789３５一二十①.,-公开截至〔[件 \n", min_size=1, max_size=30).filter(str.strip),
    st.lists(
        st.tuples(
            st.integers(0, 30), st.integers(0, 4), st.text("0123456789３一.件〔", max_size=3)
        ),
        max_size=4,
    ),
)
def test_whatever_a_rule_says_the_numbers_of_a_report_stay_what_they_are(text, wanted):
    fixes = [
        lambda now, start=start, length=length, new=new: at(
            now, min(start, len(now)), min(start + length, len(now)), new
        )
        for start, length, new in wanted
    ]
    done = fixed("x.txt", text.encode(), fake(*fixes), BOTH)
    assert same_numbers(text, done.data.decode())
    assert read_document("x.txt", done.data).source.text == done.data.decode()


# ---- there and back


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def widened(content, pattern, chance):
    """The content with some of the cells it has in full-width digits, and how many."""
    count = 0

    def wide(match):
        nonlocal count
        if chance.random() > 0.2:
            return match[0]
        count += 1
        return match[1] + match[2].translate(WIDE) + match[3]

    return re.sub(pattern, wide, content), count


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("clean.txt", r"(\| )(\d+)( (?=\|))"),
        ("clean.md", r"(\| )(\d+)( (?=\|))"),
        ("clean.html", r"(<td>)(\d+)(</td>)"),
        ("clean.docx", r"(<w:tc>(?:(?!</w:tc>).)*<w:t[^>]*>)(\d+)(</w:t>)"),
    ],
)
def test_cells_that_were_made_full_width_come_back_byte_by_byte(name, pattern, seed):
    chance = random.Random(seed)
    right = (EXAMPLES / name).read_bytes()
    if name.endswith(".docx"):
        files = parts(right)
        wrong, count = widened(files["word/document.xml"].decode(), pattern, chance)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for part, content in files.items():
                package.writestr(part, wrong if part == "word/document.xml" else content)
        done = run(name, out.getvalue())
        assert parts(done.data) == files
    else:
        wrong, count = widened(right.decode(), pattern, chance)
        done = run(name, wrong.encode())
        assert done.data == right
    assert count > 5
    assert (done.left, [one.rule for one in done.result.findings]) == ((), [])

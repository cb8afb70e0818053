"""Comments in Word files: at the words, beside what others have written there."""

from __future__ import annotations

import io
import re
import zipfile

import docx

from tests.annotate.noted import bare, noted
from tests.annotate.opened import in_docx
from tests.reading.docx.written import cell, packed, paragraph, row, run, table, word


def body(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        text = file.read("word/document.xml").decode()
    found = re.search(r"<w:body>(.*)</w:body>", text, re.S)
    assert found
    return found[1]


def typed(data: bytes, parts: dict[str, str | bytes] | None = None) -> bytes:
    """The file with a list of types of content, which the small ones do without."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        held: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    held["[Content_Types].xml"] = (
        f'<Types xmlns="{space}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}document.main+xml"/>'
        + (
            f'<Override PartName="/word/comments.xml" ContentType="{kind}comments+xml"/>'
            if "word/comments.xml" in held
            else ""
        )
        + "</Types>"
    )
    return packed({**held, **(parts or {})})


def words(data: bytes) -> list[str]:
    return [one.words for one in in_docx(data)]


def test_a_run_is_cut_at_the_words_and_both_parts_keep_their_look() -> None:
    bold = '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>共收到 12 件申请</w:t></w:r>'
    made = noted(typed(word(f"<w:p>{bold}</w:p>")), ".docx", "12")
    again = '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
    reference = '<w:r><w:commentReference w:id="1"/></w:r>'
    assert body(made) == (
        f"<w:p>{again}共收到 </w:t></w:r>"
        f'<w:commentRangeStart w:id="1"/>{again}12</w:t></w:r>'
        f'<w:commentRangeEnd w:id="1"/>{reference}{again} 件申请</w:t></w:r></w:p>'
    )


def test_whole_runs_are_not_cut() -> None:
    made = noted(typed(word(f"<w:p>{run('共')}{run('12')}{run('件')}</w:p>")), ".docx", "12")
    assert body(made).count("<w:t") == 3
    assert words(made) == ["12"]


def test_signs_that_are_written_as_references_count_as_one() -> None:
    made = noted(typed(word(paragraph("甲&amp;乙&#20108;丙"))), ".docx", "二")
    assert words(made) == ["二"]
    assert "甲&amp;乙</w:t>" in body(made)
    assert ">&#20108;</w:t>" in body(made)


def test_an_empty_cell_has_the_comment_in_its_paragraph() -> None:
    for empty in ("<w:p/>", "<w:p></w:p>", "<w:p><w:pPr><w:jc/></w:pPr></w:p>"):
        file = typed(word(table(row(cell("甲"), f"<w:tc>{empty}</w:tc>", cell("乙")))))
        from lint_disclosure.annotate import docx as writer
        from lint_disclosure.annotate.note import Note
        from lint_disclosure.reading import read_document

        source = read_document("a.docx", file).source
        at = source.text.index(" | ") + 3
        made = writer.with_notes(file, (Note("error", ((at, at),), ("空",)),), source)
        (seen,) = in_docx(made)
        assert (seen.words, seen.around) == ("", "甲||乙")
        inside = body(made).split("<w:tc>")[2]
        assert inside.index("commentRangeStart") < inside.index("commentRangeEnd")


def test_the_words_of_a_link_and_of_an_insertion() -> None:
    link = f"<w:p>{run('见')}<w:hyperlink>{run('网址一二三')}</w:hyperlink>{run('。')}</w:p>"
    made = noted(typed(word(link)), ".docx", "二")
    assert words(made) == ["二"]
    # The sign of the comment stands outside, so that it is no part of the link.
    assert '</w:hyperlink><w:r><w:commentReference w:id="1"/></w:r>' in body(made)
    change = (
        f'<w:p>{run("共")}<w:del w:id="7" w:author="甲">'
        "<w:r><w:delText>11</w:delText></w:r></w:del>"
        f'<w:ins w:id="8" w:author="甲">{run("12")}</w:ins>{run("件")}</w:p>'
    )
    made = noted(typed(word(change)), ".docx", "12件")
    assert words(made) == ["12件"]
    assert '<w:del w:id="7" w:author="甲">' in body(made)
    assert '<w:ins w:id="8" w:author="甲">' in body(made)


def test_several_notes_in_one_text() -> None:
    file = typed(word(paragraph("一二三四五")))
    assert words(noted(file, ".docx", "二三", "三四", "二", "一二三四五")) == [
        "二三",
        "三四",
        "二",
        "一二三四五",
    ]


def test_comments_of_others_stay_with_their_answers() -> None:
    others = (
        '<w:comment w:id="4" w:author="张三" w:initials="Z"><w:p><w:r><w:t>请核</w:t></w:r></w:p>'
        "</w:comment>"
    )
    text = (
        f'<w:p>{run("共")}<w:commentRangeStart w:id="4"/>{run("12")}<w:commentRangeEnd w:id="4"/>'
        f'<w:r><w:commentReference w:id="4"/></w:r>{run("件")}</w:p>'
    )
    file = typed(word(text, comments=others))
    made = noted(file, ".docx", "12")
    comments = list(docx.Document(io.BytesIO(made)).comments)
    assert [(one.author, one.text) for one in comments] == [
        ("张三", "请核"),
        ("disclosure-lint", "错误"),
    ]
    assert bare(made, ".docx") != made
    with (
        zipfile.ZipFile(io.BytesIO(bare(made, ".docx"))) as now,
        zipfile.ZipFile(io.BytesIO(file)) as before,
    ):
        assert {name: now.read(name) for name in now.namelist()} == {
            name: before.read(name) for name in before.namelist()
        }


def test_an_answer_of_a_person_outlives_the_comment() -> None:
    """Word keeps threads in a part of their own, by the ids of paragraphs."""
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    comments = "".join(
        f'<w:comment xmlns:w14="{w14}" w:id="{number}" w:author="{author}"><w:p w14:paraId="{key}">'
        "<w:r><w:t>好</w:t></w:r></w:p></w:comment>"
        for number, author, key in ((0, "disclosure-lint", "0A"), (1, "张三", "0B"))
    )
    marks = "".join(
        f'<w:commentRangeStart w:id="{n}"/><w:commentRangeEnd w:id="{n}"/>'
        f'<w:r><w:commentReference w:id="{n}"/></w:r>'
        for n in (0, 1)
    )
    file = word(f"<w:p>{run('文')}{marks}</w:p>", comments=comments, commentsExtended="")
    threads = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:commentsEx>'
    )
    made = bare(typed(file, {"word/commentsExtended.xml": threads}), ".docx")
    with zipfile.ZipFile(io.BytesIO(made)) as now:
        left = now.read("word/commentsExtended.xml").decode()
        assert "张三" in now.read("word/comments.xml").decode()
    assert left == (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0B" w15:done="0"/>'
        "</w15:commentsEx>"
    )
    assert 'w:id="1"' in body(made)
    assert 'w:id="0"' not in body(made)


def test_hostile_text_stays_text() -> None:
    lines = ("]]><w:p/>&amp;\x00\ud800", "\u202e</w:t>")
    made = noted(typed(word(paragraph("甲乙"))), ".docx", "乙", lines=lines)
    (seen,) = in_docx(made)
    assert seen.lines == ("]]><w:p/>&amp;\ufffd\ufffd", "\u202e</w:t>")


def test_a_file_with_another_prefix_and_in_utf_16() -> None:
    xml = (
        '<?xml version="1.0" encoding="UTF-16"?><x:document '
        'xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r>'
        "<x:t>一二三</x:t></x:r></x:p></x:body></x:document>"
    )
    file = typed(word(""), {"word/document.xml": xml.encode("utf-16")})
    made = noted(file, ".docx", "二")
    assert words(made) == ["二"]
    with zipfile.ZipFile(io.BytesIO(made)) as now:
        assert now.read("word/document.xml").startswith(b"\xff\xfe")


def test_formatting_that_is_tracked_is_not_doubled() -> None:
    change = '<w:rPr><w:rPrChange w:id="3" w:author="甲"><w:rPr/></w:rPrChange></w:rPr>'
    file = typed(word(f"<w:p><w:r>{change}<w:t>一二三</w:t></w:r></w:p>"))
    made = noted(file, ".docx", "二")
    assert body(made).count("rPrChange w:id") == 1
    assert words(made) == ["一二三"]


def test_a_second_run_writes_the_same() -> None:
    file = typed(word(paragraph("一二三")))
    made = noted(file, ".docx", "二")
    assert noted(bare(made, ".docx"), ".docx", "二") == made

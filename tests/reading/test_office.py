"""Files that LibreOffice converts: what is done without it, and that it is kept on a leash."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pytest
import xlwt.CompoundDoc
from odf.opendocument import OpenDocumentText
from odf.text import P

from lint_disclosure.reading import libreoffice, read_document
from lint_disclosure.reading.office import CONVERTED
from lint_disclosure.reading.unreadable import UnreadableFile

needs_program = pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not here")
posix = pytest.mark.skipif(sys.platform == "win32", reason="stands in for the program by a script")

RTF = rb"{\rtf1\ansi\ansicpg936 {\b \u19968?\u12289?\u24635?\u20307?\u24773?\u20917?}\par 2024\par}"
WORD_2003 = (
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:p><w:r><w:t>2024</w:t></w:r></w:p>"
    "</w:body></w:wordDocument>"
).encode()
EXCEL_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="年报"><Table>'
    '<Row><Cell><Data ss:Type="String">总计</Data></Cell>'
    '<Cell><Data ss:Type="Number">6</Data></Cell></Row></Table></Worksheet></Workbook>'
).encode()


def odt() -> bytes:
    """A text of odfpy."""
    made = OpenDocumentText()
    for text in ("一、总体情况", "2024"):
        made.text.addElement(P(text=text))
    stream = BytesIO()
    made.write(stream)
    return stream.getvalue()


def compound(name: str, content: bytes) -> bytes:
    """An OLE compound file with one stream: that of xlwt under another name."""
    stream = BytesIO()
    xlwt.CompoundDoc.XlsDoc().save(stream, content.ljust(8192, b"\0"))
    old, new = (one.encode("utf-16-le") for one in ("Workbook\0", name + "\0"))
    data = stream.getvalue()
    assert data.count(old) == 1
    at = data.index(old)
    entry = new.ljust(64, b"\0") + len(new).to_bytes(2, "little")
    return data[:at] + entry + data[at + 66 :]


def refused(data: bytes) -> str:
    """Why a file is refused."""
    with pytest.raises(UnreadableFile) as error:
        read_document("年报.doc", data)
    return error.value.zh


# ---- without LibreOffice


def test_without_libreoffice_it_says_how_to_get_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    assert refused(RTF) == (
        "这种格式（.doc、.wps、.rtf、.odt 等）要靠 LibreOffice 转换才能读取："
        "请在 Word 或 WPS 中另存为 .docx，或安装 LibreOffice"
    )


def test_a_locked_doc_is_told_before_it_is_converted() -> None:
    head = bytearray(32)
    head[0:2] = b"\xec\xa5"
    head[11] = 0x01
    reason = refused(compound("WordDocument", bytes(head)))
    assert reason == "文件设有打开密码，请先在 Word 或 WPS 中取消密码再检查"


def test_slides_are_told() -> None:
    assert refused(compound("PowerPoint Document", b"")).startswith("这是演示文稿")


def test_a_doc_that_is_cut_off() -> None:
    data = compound("WordDocument", b"\xec\xa5")
    for length in range(8, len(data) - 1024, len(data) // 10):
        assert "已损坏" in refused(data[:length])


# ---- with a program that stands in for LibreOffice


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files; nothing may be left in it."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """A program called soffice, first on the path."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return program


@posix
def test_a_program_that_does_not_end_is_stopped_with_all_it_started(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "pid"
    stand_in(tmp_path, monkeypatch, f"sleep 60 &\necho $! > {mark}\nwait")
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    assert refused(RTF).startswith("LibreOffice 转换超过")
    child = int(mark.read_text())
    for _ in range(50):
        if not _running(child):
            return
        time.sleep(0.02)
    raise AssertionError("what the program started goes on")


def _running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or ") Z" not in state.read_text()


@posix
@pytest.mark.parametrize("script", ["exit 0", "exit 77", "kill -9 $$"])
def test_a_program_that_gives_nothing(
    script: str, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, script)
    assert refused(RTF) == (
        "LibreOffice 没能转换这个文件，文件可能已损坏；请在 Word 或 WPS 中打开并另存为 .docx"
    )


@posix
def test_a_program_that_cannot_be_started(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(tmp_path, monkeypatch, "")
    program.write_text("#!/no/such/program\n", encoding="utf-8")
    assert "无法启动" in refused(RTF)


@posix
def test_no_name_of_the_user_reaches_the_command_line(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    program = stand_in(tmp_path, monkeypatch, f'printf "%s\\n" "$@" > {said}')
    with pytest.raises(UnreadableFile):
        read_document("--convert-to exe $(id).doc", RTF)
    words = said.read_text(encoding="utf-8").splitlines()
    assert libreoffice.find() == str(program)
    assert words[0].startswith(f"-env:UserInstallation=file://{scratch.resolve()}/")
    assert words[-1].endswith("/report.rtf")
    assert not any("exe" in word for word in words)


@posix
def test_the_folder_one_stands_in_is_no_place_for_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(tmp_path, monkeypatch, "")
    monkeypatch.chdir(program.parent)
    monkeypatch.setenv("PATH", os.pathsep.join(["", "."]))
    monkeypatch.setattr(libreoffice, "_PLACES", ())
    assert libreoffice.find() is None


@posix
def test_more_than_is_read_of_a_file_is_not_taken(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(
        tmp_path,
        monkeypatch,
        'while [ "$1" != --outdir ]; do shift; done\necho 1234 > $2/report.docx',
    )
    assert libreoffice.convert(str(program), RTF, "rtf", "docx", 5) == b"1234\n"
    assert libreoffice.convert(str(program), RTF, "rtf", "docx", 4) is None


# ---- with LibreOffice itself


@needs_program
@pytest.mark.parametrize("data", [RTF, WORD_2003, odt()], ids=["rtf", "word 2003", "odt"])
def test_a_text_is_read(data: bytes, scratch: Path) -> None:
    document = read_document("年报.doc", data)
    assert document.source.text.split() == ["一、总体情况", "2024"]
    assert document.source.name == "年报.doc"
    assert document.notices[0] == CONVERTED


@needs_program
def test_a_doc_is_read(scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = libreoffice.find()
    assert program is not None
    monkeypatch.setitem(libreoffice._FILTERS, "doc", "doc:MS Word 97")
    old = libreoffice.convert(program, RTF, "rtf", "doc", 1_000_000)
    assert old is not None
    assert old.startswith(b"\xd0\xcf\x11\xe0")
    assert read_document("年报.wps", old).source.text.split() == ["一、总体情况", "2024"]


@needs_program
def test_an_excel_2003_file_is_read(scratch: Path) -> None:
    document = read_document("年报.xls", EXCEL_2003)
    assert document.source.text == "总计 | 6\n"
    assert document.notices == (CONVERTED,)


@needs_program
def test_a_file_that_libreoffice_cannot_read(scratch: Path) -> None:
    assert "没能转换" in refused(compound("WordDocument", b"\xec\xa5"))


@needs_program
def test_several_run_at_once(scratch: Path) -> None:
    program = libreoffice.find()
    assert program is not None
    with ThreadPoolExecutor(3) as pool:
        made = list(
            pool.map(
                lambda _: libreoffice.convert(program, RTF, "rtf", "docx", 1_000_000), range(3)
            )
        )
    assert all(one is not None and one.startswith(b"PK") for one in made)


@needs_program
def test_no_macro_runs_and_nothing_is_fetched(tmp_path: Path, scratch: Path) -> None:
    program = libreoffice.find()
    assert program is not None
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> object:
            if name.startswith("do_"):
                return lambda: asked.append(self.path)
            raise AttributeError(name)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        data = _flat(tmp_path / "ran.txt", address).encode()
        made = libreoffice.convert(program, data, "fodt", "docx", 10_000_000)
    finally:
        server.shutdown()
        server.server_close()
    assert made is not None
    assert asked == []
    assert not (tmp_path / "ran.txt").exists()


def _flat(mark: Path, address: str) -> str:
    """A flat text with a macro that runs when it is opened, and links to pictures and texts."""
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
        "ooo": "http://openoffice.org/2004/office",
        "xlink": "http://www.w3.org/1999/xlink",
    }
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in names.items())
    code = f'Sub Main\nOpen "{mark}" For Output As #1\nPrint #1, "ran"\nClose #1\nEnd Sub'
    link = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    return (
        f'<?xml version="1.0"?><office:document {spaces} office:version="1.2"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:scripts>'
        '<office:script script:language="ooo:Basic"><ooo:libraries>'
        '<ooo:library-embedded ooo:name="Standard"><ooo:module ooo:name="Module1">'
        f"<ooo:source-code>{code}</ooo:source-code></ooo:module></ooo:library-embedded>"
        "</ooo:libraries></office:script><office:event-listeners><script:event-listener"
        ' script:language="ooo:script" script:event-name="dom:load" xlink:href='
        '"vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"/>'
        "</office:event-listeners></office:scripts><office:body><office:text>"
        f'<text:section text:name="a"><text:section-source xlink:href="{address}/linked.txt"'
        ' text:filter-name="Text"/><text:p>节</text:p></text:section><text:p>正文'
        '<draw:frame svg:width="3cm" svg:height="3cm">'
        f'<draw:image xlink:href="{address}/picture.png" {link}/></draw:frame></text:p>'
        "</office:text></office:body></office:document>"
    )

"""Files that are made to do harm, through the whole command, between two good reports."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint_disclosure.api import Selection, lint_file, load_rules
from tests.cli.conftest import Ended, Run
from tests.fuzz import hostile
from tests.fuzz.hostile import attacks, example, linked, whole

ATTACKS = attacks()
WHOLE = whole()
MUCH_MEMORY = 1536 * 1024 * 1024
"""Bytes of a process: the limits of the readers keep far below."""

MESSAGES = 500
"""Characters; a reason is one line that a clerk can read."""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A folder with two reports, the first and the last of its files."""
    shutil.copy(hostile.EXAMPLES / "clean.txt", tmp_path / "0.txt")
    shutil.copy(hostile.EXAMPLES / "clean.docx", tmp_path / "z.docx")
    (tmp_path / "temporary").mkdir()
    return tmp_path


Told = dict[str, tuple[str, str | None]]


def checked(run: Run, folder: Path, *args: str, **env: str) -> tuple[Ended, Told]:
    """How a run on the folder ended, and status and reason of each file; all is tidied up."""
    temporary = folder / "temporary"
    ended = run(".", "-f", "json", *args, TMPDIR=str(temporary), **env)
    assert list(temporary.iterdir()) == []
    assert "Traceback" not in ended.err
    assert "内部错误" not in ended.out
    files = json.loads(ended.out)["files"]
    found = {
        file["path"].removeprefix("./"): (file["status"], file.get("reason")) for file in files
    }
    assert found.pop("0.txt") == ("checked", None)
    assert found.pop("z.docx") == ("checked", None)
    return ended, found


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_told_in_one_line_and_the_others_are_checked(
    run: Run,
    good: Path,
    attack: str,
) -> None:
    name, make, reason = ATTACKS[attack]
    (good / name).write_bytes(make())
    ended, found = checked(run, good)
    status = "not_a_report" if reason == hostile.NO_REPORT else "unreadable"
    assert found == {name: (status, reason)}
    assert ended.code == (2 if status == "unreadable" else 0)


@pytest.mark.parametrize("attack", ["xlsx huge part", "html reach", "pdf huge stream"])
def test_an_attack_does_not_take_the_memory_of_the_machine(
    environment: dict[str, str],
    good: Path,
    attack: str,
) -> None:
    name, make, reason = ATTACKS[attack]
    (good / name).write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-m", "lint_disclosure", "."],
        cwd=good,
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MUCH_MEMORY, MUCH_MEMORY)),
    )
    assert done.returncode == 2
    assert done.stderr.decode().endswith(f"\n无法读取（1 个文件）：\n  ./{name}：{reason}\n")


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address of this machine, and what is asked there."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        over = threading.Event()

        def serve() -> None:
            while not over.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(1)
                    asked.append(connection.recv(1000))

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x", asked
        over.set()
        thread.join()


def test_nothing_is_fetched(
    run: Run,
    good: Path,
    listener: tuple[str, list[bytes]],
) -> None:
    address, asked = listener
    for name, data in linked(address).items():
        (good / name).write_bytes(data)
    _, found = checked(run, good)
    frame = (
        f"{hostile.NO_REPORT}；网页里有框架（iframe），正文可能在框架里，"
        "请单独打开、保存框架中的页面"
    )
    assert found == {
        **dict.fromkeys(["a.docx", "b.xlsx", "e.ofd", "h.md"], ("not_a_report", hostile.NO_REPORT)),
        **dict.fromkeys(["c.html", "d.mht"], ("not_a_report", frame)),
        "f.docx": ("unreadable", hostile.DTD),
        "g.pdf": ("unreadable", hostile.PDF_BLANK),
    }
    with socket.create_connection(("127.0.0.1", int(address.split(":")[2][:-2]))) as own:
        own.sendall(b"it listens")
        own.shutdown(socket.SHUT_WR)
        own.recv(1)
    assert asked == [b"it listens"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_libreoffice_fetches_nothing(
    run: Run,
    good: Path,
    listener: tuple[str, list[bytes]],
) -> None:
    address, asked = listener
    field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}" \\\\d}}{{\\fldrslt x}}}}'
    (good / "a.rtf").write_text(f"{{\\rtf1 abc {field}\\par}}")
    (good / "b.fodt.odt").write_text(f'{hostile.entities(address)}<office:document x="&o;"/>')
    _, found = checked(run, good)
    assert found["a.rtf"][0] == "not_a_report"
    assert found["b.fodt.odt"] == ("unreadable", hostile.DTD)
    assert asked == []


@pytest.mark.parametrize(
    "inside", ["../../../tmp/evil.xml", "/etc/evil.xml", "C:\\evil.xml", "年报/\udcff.xml", "a\0b"]
)
def test_names_in_a_zip_are_no_paths(run: Run, good: Path, inside: str) -> None:
    data = example("docx")
    path = good / "y.docx"
    path.write_bytes(data)
    import zipfile

    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(inside.encode("utf-8", "replace").decode(), "evil")
    before = sorted(good.rglob("*"))
    _, found = checked(run, good)
    assert found == {"y.docx": ("checked", None)}
    assert sorted(good.rglob("*")) == before


# ---- kinds and names that do not match


SUFFIXES = ("txt", "md", "html", "mht", "docx", "doc", "pdf", "ofd", "xlsx", "xls", "ods", "rtf")


@pytest.mark.parametrize("kind", ["txt", "html", "docx", "pdf", "xlsx"])
def test_the_content_tells_the_kind_whatever_the_name(run: Run, good: Path, kind: str) -> None:
    for suffix in SUFFIXES:
        (good / f"年报.{suffix}").write_bytes(example(kind))
    ended, found = checked(run, good)
    assert found == dict.fromkeys([f"年报.{suffix}" for suffix in SUFFIXES], ("checked", None))
    assert ended.code == 0


def test_empty_files_and_pictures(run: Run, good: Path) -> None:
    for suffix in SUFFIXES:
        (good / f"e.{suffix}").write_bytes(b"")
        (good / f"p.{suffix}").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100))
    ended, found = checked(run, good)
    picture = "这是图片，没有可以检查的文字；请检查原始的 Word 文件"
    for suffix in SUFFIXES:
        assert found[f"e.{suffix}"] == ("unreadable", "文件是空的")
        assert found[f"p.{suffix}"] == ("unreadable", picture)
    assert ended.code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links")
def test_what_is_no_file(run: Run, good: Path) -> None:
    (good / "年报.docx").mkdir()
    shutil.copy(hostile.EXAMPLES / "clean.pdf", good / "年报.docx" / "a.pdf")
    (good / "loop.docx").symlink_to("loop.docx")
    os.mkfifo(good / "x.pdf")
    ended, found = checked(run, good)
    assert ended.code == 2
    assert found == {
        "loop.docx": ("unreadable", "无法读取：Too many levels of symbolic links"),
        "x.pdf": ("unreadable", "不是普通文件"),
        "年报.docx/a.pdf": ("checked", None),
    }


# ---- standard input


@pytest.mark.parametrize("kind", ["txt", "md", "html", "docx", "pdf", "xlsx"])
@pytest.mark.parametrize("name", ["", "年报.pdf"])
def test_standard_input(run: Run, kind: str, name: str) -> None:
    if kind == "md" and name != "":
        name = "年报.md"
    named = ["--stdin-filename", name] if name else []
    ended = run("-", "-f", "json", *named, stdin=example(kind))
    (file,) = json.loads(ended.out)["files"]
    assert (ended.code, file["path"], file["status"]) == (0, name or "-", "checked")


# ---- several processes


def test_two_processes_say_what_one_says(run: Run, good: Path) -> None:
    for number in range(30):
        for suffix in ("txt", "html", "docx", "pdf", "xlsx")[number % 5 :][:1]:
            (good / f"r{number}.{suffix}").write_bytes(example(suffix))
    (good / "s.txt").write_bytes(example("txt").replace(b"2024", b"2025", 1))
    for attack in ("pdf huge stream", "docx entities"):
        name, make, _ = ATTACKS[attack]
        (good / name.replace("x", "t", 1)).write_bytes(make())
    one = run(".", "-f", "full", "-j", "1")
    two = run(".", "-f", "full", "-j", "2")
    assert two == one
    assert one.code == 2
    assert one.out.count("无法读取（2 个文件）") == 1


# ---- what is not installed


def without(environment: dict[str, str], folder: Path, *modules: str) -> dict[str, str]:
    """An environment in which some modules are not there."""
    site_folder = folder / "missing"
    site_folder.mkdir()
    lines = "".join(f"sys.modules[{name!r}] = None\n" for name in modules)
    (site_folder / "sitecustomize.py").write_text(f"import sys\n{lines}")
    return {
        **environment,
        "PYTHONPATH": os.pathsep.join([str(site_folder), environment["PYTHONPATH"]]),
    }


def test_without_the_libraries(environment: dict[str, str], run: Run, good: Path) -> None:
    for suffix in ("html", "pdf", "xlsx", "md"):
        (good / f"b.{suffix}").write_bytes(example(suffix))
    missing = without(environment, good, "pypdfium2", "pypdfium2_raw", "turbohtml")
    ended, found = checked(run, good, **missing)
    assert ended.code == 2
    assert found == {
        **dict.fromkeys(["b.html", "b.md", "b.xlsx"], ("checked", None)),
        "b.pdf": ("unreadable", '读PDF 文件还需要安装：pip install "disclosure-lint[pdf]"'),
    }


def test_without_libreoffice(environment: dict[str, str], run: Run, good: Path) -> None:
    """The places outside of PATH where it may be are hidden as well."""
    (good / "b.rtf").write_text("{\\rtf1 abc\\par}")
    hidden = without(environment, good)
    hidden["PATH"] = str(good / "missing")
    code = "import glob\nglob.glob = lambda *_, **__: []\n"
    (good / "missing" / "sitecustomize.py").write_text(code)
    ended, found = checked(run, good, **hidden)
    assert ended.code == 2
    assert found == {
        "b.rtf": (
            "unreadable",
            "这种格式（.doc、.wps、.rtf、.odt 等）要靠 LibreOffice 转换才能读取："
            "请在 Word 或 WPS 中另存为 .docx，或安装 LibreOffice",
        )
    }


# ---- files that break off, and bytes that are changed


PACK = load_rules()


def said(name: str, data: bytes) -> str:
    """The status for some bytes; whatever they are, there is one, and no fault of the program."""
    result = lint_file(name, pack=PACK, selection=Selection(profile="all"), data=data)
    assert (result.reason is None) == (result.status in ("checked", "partly_checked"))
    assert len(result.reason or "") < MESSAGES
    return result.status


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_that_breaks_off_anywhere(kind: str) -> None:
    """Every tenth byte of a small file, a few hundred places of a large one."""
    data = WHOLE[kind]
    step = max(10, len(data) // (40 if kind == "pdf" else 100))
    found = {said(f"a.{kind}", data[:length]) for length in range(4, len(data), step)}
    assert found <= {"checked", "partly_checked", "not_a_report", "unreadable"}
    if kind in ("docx", "ofd", "xlsx", "ods"):
        assert found == {"unreadable"}


@pytest.mark.parametrize("kind", WHOLE)
def test_bytes_that_are_changed_anywhere(kind: str) -> None:
    """The same in every run."""
    chance = random.Random(kind)
    data = WHOLE[kind]
    for _ in range(25 if kind == "pdf" else 150):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 1, 5))):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        said(f"a.{kind}", bytes(changed))

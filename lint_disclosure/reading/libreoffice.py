"""LibreOffice as a converter: found on the machine, run apart from the user's own, kept on a leash.

Each run has a fresh profile of its own, so that several may run at once and nothing of the user's
is touched. In that profile no macro runs, no link is followed, and the network leads nowhere.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory

SECONDS = 60
"""How long a conversion may take; a report takes about one."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS_ROOTS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
_FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
_SECURITY = "Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
)
"""Macros never run; links are never updated (0 in Writer, 1 in Calc); port 9 answers to no one."""


class TooSlow(Exception):
    """The conversion did not end in time, and was stopped."""


def find() -> str | None:
    """The path of LibreOffice's program; None where it is not installed."""
    return next((path for path in _candidates() if os.access(path, os.X_OK)), None)


def convert(program: str, data: bytes, suffix: str, target: str, limit: int) -> bytes | None:
    """``data``, a file with ``suffix``, as ``target`` (docx or xlsx).

    None when LibreOffice could not do it, or what came out has more than ``limit`` bytes. Raises
    TooSlow, and OSError when the program cannot be started.
    """
    # On Windows a program that was killed may hold on to its files for a moment.
    with TemporaryDirectory(prefix="disclosure-lint-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        source = folder / f"report.{suffix}"
        source.write_bytes(data)
        out = folder / "out"
        out.mkdir()
        options = ["--headless", "--norestore", "--nolockcheck", "--nologo", "--convert-to"]
        _run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                *options,
                _FILTERS[target],
                "--outdir",
                str(out),
                str(source),
            ],
            folder,
            profile.as_uri(),
        )
        try:
            with open(out / f"report.{target}", "rb") as stream:
                made = stream.read(limit + 1)
        except OSError:
            return None
        return made if 0 < len(made) <= limit else None


def _candidates() -> Iterator[str]:
    """Where the program may be. The folder one stands in is never asked: reports lie there."""
    suffixes = (".com", ".exe") if sys.platform == "win32" else ("",)
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if os.path.isabs(folder):
            for name in _NAMES:
                yield from (os.path.join(folder, name + suffix) for suffix in suffixes)
    for place in _PLACES:
        yield from sorted(glob(place), reverse=True)
    for root in map(os.environ.get, _WINDOWS_ROOTS):
        if root:
            program = os.path.join(root, "LibreOffice", "program", "soffice")
            yield from (program + suffix for suffix in suffixes)


def _run(command: list[str], folder: Path, profile: str) -> None:
    """Run to the end, or to the limit; whatever happens, nothing of it goes on running."""
    places = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **places, "SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=flags,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise TooSlow from None
    finally:
        _end(process)
        _drop_socket(profile)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started; its starter may have ended before it."""
    if sys.platform == "win32":
        if process.poll() is None:
            root = os.environ.get("SYSTEMROOT", r"C:\Windows")
            killer = os.path.join(root, "System32", "taskkill.exe")
            subprocess.run([killer, "/F", "/T", "/PID", str(process.pid)], capture_output=True)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _drop_socket(profile: str) -> None:
    """Take away the socket that LibreOffice leaves in /tmp when it is killed.

    Its name is made from the profile's address (desktop/source/app/officeipcthread.cxx).
    """
    if sys.platform == "win32":
        return
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    for folder in ("/tmp", "/var/tmp"):
        with suppress(OSError):
            os.unlink(f"{folder}/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}")


def _settings() -> str:
    """The profile's settings, as LibreOffice writes them."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>"
    )

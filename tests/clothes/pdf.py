"""PDF: web pages printed by Chromium, Word files printed by LibreOffice; each many at a time."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.clothes import docx, html
from tests.clothes.model import Report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SOFFICE = shutil.which("soffice")
_SECONDS = 120


def by_chromium(reports: Sequence[Report], broken: bool) -> list[bytes]:
    """The clean web pages in print."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        jobs = [(Path(folder), at, html.printed(one, broken)) for at, one in enumerate(reports)]
        return list(pool.map(_print_page, *zip(*jobs, strict=True)))


def _print_page(folder: Path, number: int, page: bytes) -> bytes:
    source, target = folder / f"{number}.html", folder / f"{number}.pdf"
    source.write_bytes(page)
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")
    subprocess.run(
        [
            CHROMIUM or "chromium",
            *options,
            "--disable-background-networking",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder / f'profile{number}'}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    return target.read_bytes()


def by_soffice(reports: Sequence[Report], broken: bool) -> list[bytes]:
    """The Word files in print, all in one run."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{at}.docx" for at in range(len(reports))]
        for source, report in zip(sources, reports, strict=True):
            source.write_bytes(docx.for_print(report, broken))
        subprocess.run(
            [
                SOFFICE or "soffice",
                f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                *map(str, sources),
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
        return [source.with_suffix(".pdf").read_bytes() for source in sources]

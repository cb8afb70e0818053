"""Build the documentation site into ``site/``: Chinese at the top, English under ``en/``.

The pages are those of ``docs/``, laid out by language in ``build/site``; ``zensical.toml`` and
``zensical.en.toml`` say how each language is built. Exit code 0 if the site was built, 2 if
Zensical is missing or found something wrong.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.site_pages import DOCS, LANGUAGES, language, name_on_site, on_site, pages  # noqa: E402

CONFIGS = {"zh": "zensical.toml", "en": "zensical.en.toml"}
STAGE = Path("build") / "site"
SITE = "site"
PICTURES = ("*.png", "*.svg")
SHIM = "https://unpkg.com/iframe-worker/shim"
OWN_SHIM = "assets/iframe-worker.js"
"""What the search needs where there is no server; the builder would fetch it from elsewhere."""


def stage(root: Path) -> None:
    """Lay the pages out below ``root``, one folder for each language."""
    folder = root / STAGE
    shutil.rmtree(folder, ignore_errors=True)
    for page in pages():
        path = folder / language(page) / name_on_site(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (DOCS / page).read_text(encoding="utf-8")
        path.write_text(on_site(page, text), encoding="utf-8", newline="\n")
    for lang in LANGUAGES:
        for picture in (path for kind in PICTURES for path in DOCS.rglob(kind)):
            target = folder / lang / picture.relative_to(DOCS)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, target)
        shutil.copytree(DOCS / "assets", folder / lang / "assets", dirs_exist_ok=True)


def build(root: Path) -> int:
    """Build the site in ``root``, which gets the folders ``build`` and ``site``."""
    stage(root)
    shutil.rmtree(root / SITE, ignore_errors=True)
    for lang in LANGUAGES:
        config = root / CONFIGS[lang]
        if root != ROOT:
            shutil.copyfile(ROOT / CONFIGS[lang], config)
        command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
        done = subprocess.run(
            [*command, "-f", str(config)], cwd=root, capture_output=True, encoding="utf-8"
        )
        if done.returncode:
            sys.stderr.write(done.stdout + done.stderr)
            return 2
    for path in (root / SITE).rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        own = Path(os.path.relpath(root / SITE / OWN_SHIM, path.parent)).as_posix()
        path.write_text(text.replace(SHIM, own), encoding="utf-8", newline="\n")
    return 0


def main(args: list[str]) -> int:
    """Build into the folder named, or into this repository."""
    if importlib.util.find_spec("zensical") is None:
        print("Zensical is not installed; run: make site", file=sys.stderr)
        return 2
    return build(Path(args[0]).resolve() if args else ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

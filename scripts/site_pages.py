"""The pages of ``docs/`` as the site has them: which language, under which name, with which links.

On the site each language is a tree of its own, Chinese at the top and English under ``en/``, and a
page has the same name in both. In ``docs/`` a page ``x.md`` is Chinese and ``x.en.md`` English;
what exists in English only is listed here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
LANGUAGES = ("zh", "en")
REPOSITORY = "https://github.com/disclosure-lint/disclosure-lint"

_ENGLISH = ("decisions/", "rules/en/", "architecture.md")
_FENCE = re.compile(r"^ *(```+|~~~+)")
_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1")
_LINK = re.compile(r"(\]\()([^()\s]+)(?=[)\s])")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_WIDE_START = re.compile(rf" *(?:{_WIDE}|[“‘])")
_WIDE_END = re.compile(rf"(?:{_WIDE}|[”’])$")
_HEADING = re.compile(r"^#{1,6} +(.+?)(?: *#+)?$")
_OUTSIDE = re.compile(r"^<?[a-z][a-z0-9+.-]*:|^//")


def pages() -> list[str]:
    """Every Markdown page, its path seen from ``docs/``."""
    return sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


def language(page: str) -> str:
    """The language of a page."""
    return "en" if page.endswith(".en.md") or page.startswith(_ENGLISH) else "zh"


def name_on_site(page: str) -> str:
    """The path of a page inside the tree of its language."""
    folder, name = posixpath.split(page.replace("rules/en/", "rules/"))
    name = (
        name.replace(".en.md", ".md").replace(".zh-CN.md", ".md").replace("README.md", "index.md")
    )
    return posixpath.join(folder, name)


def address(page: str) -> str:
    """The address of a page, seen from the top of the site."""
    tree = "en/" if language(page) == "en" else ""
    return tree + name_on_site(page).removesuffix(".md") + ".html"


def links(text: str) -> Iterator[str]:
    """The targets of the links and pictures of a page, those in code left out."""
    found: list[str] = []

    def note(target: str) -> str:
        found.append(target)
        return target

    with_links(text, note)
    yield from found


def is_outside(target: str) -> bool:
    """A link to another site, or to write to someone."""
    return _OUTSIDE.match(target) is not None


def anchors(text: str) -> set[str]:
    """The names under which the headings of a page can be linked to."""
    seen: dict[str, int] = {}
    for line in _prose(text):
        match = _HEADING.match(line)
        if match:
            name = slug(match[1])
            seen[name] = seen.get(name, -1) + 1
            if seen[name]:
                seen[f"{name}-{seen[name]}"] = 0
    return set(seen)


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub and the site make it."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    return re.sub(r"[^\w\- ]", "", plain.lower()).strip().replace(" ", "-")


def with_links(text: str, change: Callable[[str], str]) -> str:
    """The page with every target of a link put through ``change``."""

    def plain(part: str) -> str:
        return _LINK.sub(lambda match: match[1] + change(match[2]), part)

    def row(line: str) -> str:
        out, at = [], 0
        for code in _CODE.finditer(line):
            out += [line[at : code.start()], code.group()]
            at = code.end()
        out.append(line[at:])
        return "".join(part if index % 2 else plain(part) for index, part in enumerate(out))

    lines = [line if in_code else row(line) for in_code, line in _lines(text)]
    return "\n".join(lines) + ("\n" if text.endswith("\n") else "")


def on_site(page: str, text: str) -> str:
    """The page as the site builder gets it.

    Lines that break between two Chinese characters are joined: a browser shows a space there.
    Links to pages of the same language stay links to Markdown; those to the other language are
    addresses; those to what is not in ``docs/`` lead to the repository.
    """
    here = posixpath.dirname(page)

    def change(target: str) -> str:
        path, mark, anchor = target.partition("#")
        if not path or is_outside(target):
            return target
        meant = posixpath.normpath(posixpath.join("docs", here, path))
        if not meant.startswith("docs/") or (ROOT / meant).is_dir():
            kind = "tree" if (ROOT / meant).is_dir() else "blob"
            return f"{REPOSITORY}/{kind}/main/{meant}{mark}{anchor}"
        other = meant.removeprefix("docs/")
        if not other.endswith(".md"):
            return posixpath.relpath(other, posixpath.dirname(name_on_site(page)) or ".")
        if language(other) == language(page):
            start = posixpath.dirname(name_on_site(page)) or "."
            return posixpath.relpath(name_on_site(other), start) + mark + anchor
        return posixpath.relpath(address(other), posixpath.dirname(address(page)) or ".") + (
            mark + anchor
        )

    return with_links(_joined(text), change)


def _joined(text: str) -> str:
    """The page without breaks inside of Chinese sentences."""
    lines: list[str] = []
    open_line = False
    for in_code, line in _lines(text):
        if open_line and not in_code and _WIDE_START.match(line):
            lines[-1] += line.lstrip()
        else:
            lines.append(line)
        open_line = not in_code and not line.startswith("#") and bool(_WIDE_END.search(line))
    return "\n".join(lines) + "\n"


def _prose(text: str) -> Iterator[str]:
    """The lines outside of code."""
    return (line for in_code, line in _lines(text) if not in_code)


def _lines(text: str) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it belongs to a block of code."""
    fence = ""
    for line in text.splitlines():
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
            yield True, line
        elif match and match[1].startswith(fence):
            fence = ""
            yield True, line
        else:
            yield bool(fence), line

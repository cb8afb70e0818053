"""Take the tool's own comments out of a Word file, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.annotate.docx.comments import comments_part, is_word, namespace
from lint_disclosure.annotate.markup import Edit, Element, Markup
from lint_disclosure.annotate.note import AUTHOR
from lint_disclosure.annotate.parts import Parts

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_THREADS = ("commentsExtended", "commentsIds")
"""Parts in which Word keeps who answers which comment, by the id of its last paragraph."""


def remove_own(parts: Parts, main: str) -> None:
    """Remove them from the part of comments, and what refers to them from the document."""
    part = comments_part(parts, main)
    if part is None:
        return
    markup = parts.markup(part)
    if not is_word(markup):
        return
    space = f"{{{namespace(markup)}}}"
    own = [one for one in markup.root.children if one.attributes.get(f"{space}author") == AUTHOR]
    if not own:
        return
    parts.put(part, markup.edited(Edit(one.start, one.end, b"") for one in own))
    document = parts.markup(main)
    numbers = {one.attributes.get(f"{space}id", "") for one in own}
    parts.put(main, document.edited(_references(document, numbers)))
    paragraphs = {
        key
        for one in own
        for inner in one.iter(f"{space}p")
        if (key := inner.attributes.get(f"{{{_W14}}}paraId"))
    }
    for relation in parts.package.relations(main):
        if relation.kind in _THREADS and paragraphs and relation.target in parts:
            threads = parts.markup(relation.target)
            parts.put(relation.target, threads.edited(_entries(threads, paragraphs)))


def _references(document: Markup, numbers: set[str]) -> Iterator[Edit]:
    """The edits that take out the marks of comments with these ids."""
    space = f"{{{namespace(document)}}}"
    marks = (f"{space}commentRangeStart", f"{space}commentRangeEnd")
    reference = f"{space}commentReference"
    for one in document.elements:
        if one.name in marks or one.name == reference:
            if one.attributes.get(f"{space}id") not in numbers:
                continue
            run = one.parent
            if one.name == reference and run is not None and _is_alone(run, space):
                one = run
            yield Edit(one.start, one.end, b"")


def _is_alone(run: Element, space: str) -> bool:
    """Whether a run holds the mark of a comment and nothing else."""
    shown = [one for one in run.children if one.name != f"{space}rPr"]
    return run.name == f"{space}r" and len(shown) == 1


def _entries(threads: Markup, paragraphs: set[str]) -> Iterator[Edit]:
    """The edits that forget comments; an answer to one of them stands alone from then on."""
    for one in threads.root.children:
        for name, value in one.attributes.items():
            local = name.rpartition("}")[2]
            if local == "paraId" and value in paragraphs:
                yield Edit(one.start, one.end, b"")
                break
            if local == "paraIdParent" and value in paragraphs:
                tag = threads.data[one.start : one.open_end]
                yield Edit(one.start, one.open_end, _without_attribute(tag, b"paraIdParent"))
                break


def _without_attribute(tag: bytes, local: bytes) -> bytes:
    import re

    return re.sub(rb"\s[\w.-]*:?" + local + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag)

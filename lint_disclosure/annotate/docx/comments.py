"""The part of a Word file that holds the texts of comments."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lint_disclosure.annotate.markup import Markup, xml_text
from lint_disclosure.annotate.note import AUTHOR, Note
from lint_disclosure.annotate.parts import Parts, new_part
from lint_disclosure.reading.docx.names import WORD, transitional

INITIALS = "DL"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def comments_part(parts: Parts, main: str) -> str | None:
    """The name of the part with the comments, if there is one."""
    found = (one.target for one in parts.package.relations(main) if one.kind == "comments")
    return next(found, None)


def namespace(markup: Markup) -> str:
    """The namespace of WordprocessingML that a part is written in: transitional or strict."""
    return markup.root.name[1:].partition("}")[0]


def add_comments(parts: Parts, main: str, notes: Sequence[Note]) -> int:
    """Add a comment for each note, and give the id of the first; the others follow."""
    part = comments_part(parts, main)
    if part is None:
        folder = posixpath.dirname(main)
        part = parts.free_name(posixpath.join(folder, "comments{}.xml"))
        if (plain := posixpath.join(folder, "comments.xml")) not in parts:
            part = plain
        space = namespace(parts.markup(main))
        parts.put(part, new_part(f'<w:comments xmlns:w="{space}"></w:comments>'))
        parts.relate(main, "comments", part, "rIdDL")
        parts.say_type(part, _TYPE)
    markup = parts.markup(part)
    first = 1 + max((_number(value) for value in ids(markup)), default=0)
    declared = declaration(markup)
    texts = (_comment(number, note, declared) for number, note in enumerate(notes, first))
    parts.put(part, markup.edited([markup.appended(markup.root, "".join(texts))]))
    return first


def ids(markup: Markup) -> list[str]:
    """The ids of the comments of a part, in order."""
    name = f"{{{namespace(markup)}}}id"
    return [one.attributes.get(name, "") for one in markup.root.children]


def declaration(markup: Markup) -> str:
    """What an element has to declare so that ``w:`` means what it should; mostly nothing."""
    space = namespace(markup)
    tag = markup.data[markup.root.start : markup.root.open_end].decode()
    known = any(f"xmlns:w={quote}{space}{quote}" in tag for quote in "\"'")
    return "" if known else f' xmlns:w="{space}"'


def is_word(markup: Markup) -> bool:
    """Whether a part is one of WordprocessingML, in either spelling."""
    return transitional(f'="{namespace(markup)}"') == f'="{WORD}"'


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _comment(number: int, note: Note, declared: str) -> str:
    """A comment: its first line bold, a paragraph for each line."""
    head, *rest = (xml_text(line) for line in note.lines)
    return (
        f'<w:comment{declared} w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">'
        f"<w:p><w:r><w:annotationRef/></w:r><w:r><w:rPr><w:b/></w:rPr>{_text(head)}</w:r></w:p>"
        + "".join(f"<w:p><w:r>{_text(line)}</w:r></w:p>" for line in rest)
        + "</w:comment>"
    )


def _text(line: str) -> str:
    return f'<w:t xml:space="preserve">{line}</w:t>'

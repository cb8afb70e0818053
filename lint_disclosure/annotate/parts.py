"""Parts that are added to a package of OOXML: their relationships and types of content."""

from __future__ import annotations

import posixpath

from lint_disclosure.annotate.archive import patched
from lint_disclosure.annotate.markup import Markup, quoteattr
from lint_disclosure.annotate.refused import damaged
from lint_disclosure.reading.package import Package

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Parts:
    """A package with the changes that are made to it; what is read has them."""

    def __init__(self, data: bytes) -> None:
        """Open a package. Raises UnreadableFile."""
        self._data = data
        self.package = Package(data, damaged)
        self._changed: dict[str, bytes] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._changed or part in self.package

    def markup(self, part: str) -> Markup:
        """A part with its places. Raises UnreadableFile."""
        if part in self._changed:
            return Markup(self._changed[part])
        data = self.package.read(part)
        self.package.decoded(data)  # Refuses what hides entities.
        return Markup(data)

    def put(self, part: str, data: bytes) -> None:
        """Change a part, or add it."""
        self._changed[part] = data

    def finished(self) -> bytes:
        """The package with all changes; the same bytes when there are none."""
        return patched(self._data, self._changed) if self._changed else self._data

    def relate(self, part: str, kind: str, target: str, key: str) -> str:
        """Relate a part to another one, and give the id; ``key`` is how new ids begin.

        The relationship is of the flavour of OOXML that the part's others are of.
        """
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self:
            self.put(path, f'{_HEAD}<Relationships xmlns="{_RELATIONS}"/>'.encode())
        markup = self.markup(path)
        ids = {one.attributes.get("Id") for one in markup.root.children}
        kinds = [one.attributes.get("Type", "") for one in markup.root.children]
        base = _STRICT if any(one.startswith(_STRICT) for one in kinds) else TRANSITIONAL
        number = next(n for n in range(1, len(ids) + 2) if f"{key}{n}" not in ids)
        where = quoteattr(posixpath.relpath("/" + target, "/" + folder))
        new = (
            f'<{markup.prefix(markup.root)}Relationship Id="{key}{number}" Type="{base}/{kind}"'
            f" Target={where}/>"
        )
        self.put(path, markup.edited([markup.appended(markup.root, new)]))
        return f"{key}{number}"

    def related(self, part: str, key: str) -> str | None:
        """The part that a part calls by this id."""
        return next(
            (one.target for one in self.package.relations(part) if one.key == key and key), None
        )

    def say_type(self, part: str, content_type: str) -> None:
        """Say what a new part holds."""
        markup = self.markup(_TYPES)
        new = (
            f"<{markup.prefix(markup.root)}Override PartName={quoteattr('/' + part)}"
            f' ContentType="{content_type}"/>'
        )
        self.put(_TYPES, markup.edited([markup.appended(markup.root, new)]))

    def free_name(self, pattern: str) -> str:
        """The first name of a part that is not taken; ``{}`` stands for its number."""
        return next(name for n in range(1, 10_000) if (name := pattern.format(n)) not in self)


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def new_part(root: str) -> bytes:
    """A part with this root element."""
    return (_HEAD + root).encode()

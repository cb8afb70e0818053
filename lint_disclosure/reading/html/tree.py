"""A page as a stream of events, from whichever parser is installed.

turbohtml takes a thirtieth of the time; justhtml is pure Python and always there. Both follow the
WHATWG algorithm, so both give the same events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from lint_disclosure.place import Source
from lint_disclosure.reading.html.weight import most_open
from lint_disclosure.reading.unreadable import too_much

TEXT, START, END = 0, 1, 2

Event = tuple[int, str, Mapping[str, Any], int]
"""What it is; the text, or the tag in lower case; the attributes; where the last tag begins.

The place is an offset into the markup: of a START its own tag, of a TEXT the last start tag before
it, whether or not that was an event. Tags that the parser supplied have no place of their own.
"""

BREAKING = frozenset(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset"  # noqa: SIM905
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that part text. The events are of these, of pictures and of frames; all others only
hold text."""

_EVENTS = BREAKING | {"img", "iframe"}

_UNSEEN = frozenset(
    "script style noscript template select datalist button textarea svg math object embed video"  # noqa: SIM905
    " audio canvas rp head frameset".split()
)
"""Elements whose content is not part of the page's text."""

_NOT_PLAIN = ",".join(sorted(_EVENTS | _UNSEEN))
_MOST_MADE = 20_000_000
"""Elements that a page may make in this process: some tenths of a second."""

_MUCH_FOR_SLOW = 100_000
"""Characters; justhtml takes some tenths of a second for them."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDING = ("none", "None", "NONE", "hidden", "Hidden", "HIDDEN")
_MAY_BE_ODD = re.compile(r"<[!?](?!--)(?!doctype)|</[a-z][^\s>]*[\s<]", re.I)
_ODD = re.compile(
    r"<!--.*?-->|<!doctype[^>]*(?:>|\Z)|<(script|style|title|textarea)\b.*?(?:</\1\s*>|\Z)"
    r"|</([a-z][^\s<>/]*)[^>]*(?:>|\Z)|(<!--.*\Z|<[!?][^>]*(?:>|\Z))",
    re.I | re.S,
)
_NONE: Mapping[str, Any] = {}


def events(markup: str, fast: bool | None = None) -> Iterable[Event]:
    """The events of a page whose lines end in a line feed.

    ``fast`` asks for one of the two parsers; by default it is turbohtml where that is installed.
    Raises UnreadableFile when the page takes too much time or memory.
    """
    if fast is None:
        fast = _fast_is_there()
    if _is_plain_sailing(markup, fast):
        return _turbo_events(markup) if fast else _just_events(markup)

    from lint_disclosure.reading.apart import Failed, apart

    try:
        (found,) = apart(fast_events if fast else slow_events, markup.encode("utf-8", "replace"))
    except Failed:
        raise too_much("网页过于复杂", "the page is too intricate") from None
    return cast("list[Event]", found)


def _is_plain_sailing(markup: str, fast: bool) -> bool:
    """Whether the work is bounded well enough to be done in this process."""
    if not fast and len(markup) > _MUCH_FOR_SLOW:
        return False
    tags, most = markup.count("<"), _MOST_MADE if fast else _MOST_MADE // 50
    return tags * tags <= most or tags * most_open(markup) <= most


def fast_events(data: bytes) -> tuple[Any, ...]:
    """The events of a page in UTF-8 as plain data, by turbohtml."""
    return ([_plain_data(one) for one in _turbo_events(data.decode())],)


def slow_events(data: bytes) -> tuple[Any, ...]:
    """The events of a page in UTF-8 as plain data, by justhtml."""
    return ([_plain_data(one) for one in _just_events(data.decode())],)


def _plain_data(event: Event) -> Event:
    kind, value, attributes, at = event
    return kind, value, dict(attributes), at


def _fast_is_there() -> bool:
    try:
        import turbohtml  # noqa: F401
    except ImportError:
        return False
    return True


def _turbo_events(markup: str) -> Iterator[Event]:
    from turbohtml import Element, Text, parse

    starts = Source("", markup).line_starts
    may_hide = any(word in markup for word in _HIDING)
    levels: list[Iterator[Any]] = [iter(parse(markup, scripting=True).children)]
    tags: list[str] = []
    at = 0
    while levels:
        for node in levels[-1]:
            kind = type(node)
            if kind is Text:
                yield TEXT, node.data, _NONE, at
            elif kind is Element:
                tag = node.tag
                line = node.source_line
                if line:
                    at = starts[line - 1] + node.source_col
                if tag in _UNSEEN or (may_hide and _is_hidden(node.attrs)):
                    continue
                if tag in _EVENTS:
                    yield START, tag, node.attrs, at
                    if not may_hide and node.select_one(_NOT_PLAIN) is None:
                        # Most cells and paragraphs hold nothing but text, in however many tags.
                        if text := node.text:
                            yield TEXT, text, _NONE, at
                        yield END, tag, _NONE, at
                        continue
                    tags.append(tag)
                else:
                    tags.append("")
                levels.append(iter(node.children))
                break
        else:
            levels.pop()
            if tags and (tag := tags.pop()):
                yield END, tag, _NONE, at


def _just_events(markup: str) -> Iterator[Event]:
    from justhtml import JustHTML

    may_hide = any(word in markup for word in _HIDING)
    root = JustHTML(_plain(markup), sanitize=False, track_node_locations=True).root
    levels: list[Iterator[Any]] = [iter(root.children or ())]
    tags: list[str] = []
    at = 0
    while levels:
        for node in levels[-1]:
            tag = node.name
            if tag == "#text":
                yield TEXT, node.data or "", _NONE, at
            elif not tag.startswith(("#", "!")):
                at = at if node.origin_offset is None else node.origin_offset
                attributes = node.attrs or _NONE
                if tag in _UNSEEN or (may_hide and _is_hidden(attributes)):
                    continue
                if tag in _EVENTS:
                    yield START, tag, attributes, at
                    tags.append(tag)
                else:
                    tags.append("")
                levels.append(iter(node.children or ()))
                break
        else:
            levels.pop()
            if tags and (tag := tags.pop()):
                yield END, tag, _NONE, at


def _plain(markup: str) -> str:
    """The markup, of the same length, without what browsers take for a comment or pass over.

    justhtml gives such things as text when it is asked for places.
    """
    unclosed = markup.rfind("<!--") > markup.rfind("-->")
    return _ODD.sub(_as_comment, markup) if unclosed or _MAY_BE_ODD.search(markup) else markup


def _as_comment(match: re.Match[str]) -> str:
    tag, length = match[2], len(match.group())
    if tag and not match.group().endswith(">"):
        return " " * length
    if tag:
        return f"</{tag}".ljust(length - 1) + ">"
    if match[3] is None:
        return match.group()
    return "<!--".ljust(length - 3, "x") + "-->" if length >= 7 else " " * length


def _is_hidden(attributes: Mapping[str, Any]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return isinstance(style, str) and _HIDDEN.search(style) is not None

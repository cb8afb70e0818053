"""YAML as plain data in which every scalar stays the text that was written.

``0571`` is a dialling code and ``off`` is a word; what a value should be is the schema's matter.
The file is read from parser events: no tag is carried out, no anchor shared, no stack nested.
"""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, NamedTuple

from lint_disclosure.place import Source
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError, Problem
from lint_disclosure.rulepack.scalar_range import colon_slip, range_in_file

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
_TOO_DEEP = (
    f"嵌套太深（最多 {MAX_DEPTH} 层）",
    f"nested too deep ({MAX_DEPTH} levels at most)",
)

KeyPath = tuple[str | int, ...]


class Extent(NamedTuple):
    """Where a value and its key stand, as offsets into the text."""

    start: int
    end: int
    key_start: int
    key_end: int


class YamlFile(NamedTuple):
    """A YAML file: its data, and where each value stands. ``repeated`` are duplicate keys."""

    source: Source
    data: Any
    extents: dict[KeyPath, Extent]
    repeated: tuple[Problem, ...] = ()

    def problem(
        self,
        path: KeyPath,
        message: Text,
        *,
        key: bool = False,
        inside: tuple[int, int] | None = None,
        hint: Text | None = None,
    ) -> Problem:
        """A problem at a value, at its key, or at a range ``(start, length)`` inside a scalar."""
        while path not in self.extents:
            path = path[:-1]
        extent = self.extents[path]
        start, end = extent.start, extent.end
        if key and path and isinstance(path[-1], str):
            start, end = extent.key_start, extent.key_end
        elif inside is not None:
            value = _scalar(self.data, path)
            found = range_in_file(self.source.text, (start, end), value, inside)
            start, end = found or (start, end)
        return _problem(self.source, start, end, message, hint)

    def line(self, path: KeyPath) -> tuple[str, int]:
        """The file and the line of a value."""
        return self.source.name, self.source.line_column(self.extents[path].start)[0]


def read_yaml(path: Path) -> YamlFile:
    """Read a file; one that cannot be used at all is a ``PackError``."""
    name = str(path)
    try:
        status = path.stat()
        size = status.st_size
        if not (S_ISREG(status.st_mode) or S_ISDIR(status.st_mode)):
            raise _failure(Source(name, ""), 0, "这不是普通文件", "not a regular file")
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        reason = error.strerror or str(error)
        raise _failure(Source(name, ""), 0, f"读不了这个文件：{reason}", reason) from error
    if size > MAX_BYTES:
        raise _failure(
            Source(name, ""),
            0,
            f"文件太大（{size} 字节，最多 {MAX_BYTES} 字节）",
            f"the file is too large ({size} bytes, {MAX_BYTES} at most)",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source = Source(name, content.decode("utf-8-sig", errors="replace"))
        offset = len(content[: error.start].decode("utf-8-sig", errors="replace"))
        raise _failure(
            source,
            offset,
            "文件不是 UTF-8 编码；请另存为，编码选 UTF-8",
            "the file is not UTF-8; save it as UTF-8",
        ) from error
    return parse_yaml(name, text)


def parse_yaml(name: str, text: str) -> YamlFile:
    """Read the text of a file called ``name``."""
    import yaml

    source = Source(name, text)
    builder = _Builder(source)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _syntax_error(source, mark.index if mark else 0, error.problem or "") from error
    except yaml.reader.ReaderError as error:
        raise _failure(
            source,
            min(error.position, len(text)),
            "文件里有 YAML 不允许的控制字符",
            "the file holds a control character that YAML does not allow",
        ) from error
    if () not in builder.extents:
        raise _failure(source, 0, "文件是空的", "the file is empty")
    return YamlFile(source, builder.root, builder.extents, tuple(builder.repeated))


class _Frame:
    """An open mapping or sequence."""

    __slots__ = ("key", "path", "value")

    def __init__(self, value: dict[str, Any] | list[Any], path: KeyPath) -> None:
        self.value = value
        self.path = path
        self.key: tuple[str, int, int] | None = None


class _Builder:
    """Puts parser events together, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Any = None
        self.extents: dict[KeyPath, Extent] = {}
        self.repeated: list[Problem] = []
        self.frames: list[_Frame] = []

    def take(self, event: Any) -> None:
        """Take in one event of the parser."""
        kind = type(event).__name__
        if kind.startswith(("Stream", "Document")):
            if kind == "DocumentStartEvent" and () in self.extents:
                self.refuse(
                    event, "一个文件只能有一份文档（多出了 ---）", "one document a file only"
                )
            return
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            self.refuse(
                event,
                "不支持锚点 & 与别名 *；值以 & 或 * 开头时请加引号",
                "anchors & and aliases * are not supported; quote a value that starts with one",
            )
        if getattr(event, "tag", None):
            self.refuse(
                event,
                "不支持标签 !；值以 ! 开头时请加引号",
                "tags ! are not supported; quote a value that starts with one",
            )
        if kind == "ScalarEvent":
            self.scalar(event)
        elif kind == "MappingStartEvent":
            self.open(event, {})
        elif kind == "SequenceStartEvent":
            self.open(event, [])
        else:
            self.close(event)

    def scalar(self, event: Any) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            frame.key = (event.value, event.start_mark.index, event.end_mark.index)
            return
        self.put(event, event.value)

    def open(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        if len(self.frames) >= MAX_DEPTH:
            self.refuse(event, *_TOO_DEEP)
        frame = self.frames[-1] if self.frames else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self.refuse(event, "键必须是一个词", "a key must be a plain word")
        self.frames.append(_Frame(value, self.put(event, value)))

    def close(self, event: Any) -> None:
        frame = self.frames.pop()
        extent = self.extents[frame.path]
        self.extents[frame.path] = extent._replace(end=event.end_mark.index)

    def put(self, event: Any, value: Any) -> KeyPath:
        """Put a value where it belongs; a repeated key is noted, and its value kept apart."""
        extent = Extent(event.start_mark.index, event.end_mark.index, 0, 0)
        if not self.frames:
            self.root = value
            self.extents[()] = extent
            return ()
        frame = self.frames[-1]
        if isinstance(frame.value, list):
            path: KeyPath = (*frame.path, len(frame.value))
            frame.value.append(value)
        else:
            key, start, end = frame.key or ("", 0, 0)
            frame.key = None
            extent = extent._replace(key_start=start, key_end=end)
            path = (*frame.path, key)
            if key in frame.value:
                path = (*frame.path, self.repeat(path, key, start, end))
            else:
                frame.value[key] = value
        self.extents[path] = extent
        return path

    def repeat(self, path: KeyPath, key: str, start: int, end: int) -> int:
        """Note a repeated key; gives a number that no key has, for the value that is dropped."""
        line, _ = self.source.line_column(self.extents[path].key_start)
        message = Text(
            f"键 {key} 重复了（第 {line} 行已有）", f"{key} is given twice (see line {line})"
        )
        self.repeated.append(_problem(self.source, start, end, message))
        return -len(self.repeated)

    def refuse(self, event: Any, zh: str, en: str) -> None:
        raise _failure(self.source, event.start_mark.index, zh, en)


_HINTS = {
    "mapping values are not allowed": Text(
        "值里有冒号加空格时，整个值要加引号", "quote a value that holds a colon and a blank"
    ),
    "cannot start any token": Text(
        "缩进只能用空格；以 @ ` % 或制表符开头的值要加引号",
        "indent with blanks; quote a value that starts with @ ` % or a tab",
    ),
    "expected ',' or": Text(
        "方括号或花括号没有合上，或缺少逗号", "a bracket or a comma is missing"
    ),
    "unexpected end of stream": Text("引号没有合上", "a quote is not closed"),
    "expected ':'": Text("这里缺少冒号", "a colon is missing here"),
    "expected": Text(
        "检查缩进；以 [ { ' \" 开头的值要整个加引号",
        "check the indentation; quote the whole of a value that starts with [ { ' or \"",
    ),
}


def _syntax_error(source: Source, offset: int, english: str) -> PackError:
    hint = next((text for part, text in _HINTS.items() if part in english), None)
    offset = min(offset, len(source.text))
    slip = colon_slip(source.text[:offset])
    if slip is not None:
        message = Text(
            "冒号要用半角的，后面空一格", "a colon must be half-width, with a blank behind"
        )
        return PackError([_problem(source, *slip, message)])
    if "nesting depth" in english:  # libyaml has a limit of its own
        return _failure(source, offset, *_TOO_DEEP)
    message = Text("这里的 YAML 写法有误", f"not valid YAML: {english}")
    return PackError([_problem(source, offset, offset + 1, message, hint)])


def _failure(source: Source, offset: int, zh: str, en: str) -> PackError:
    return PackError([_problem(source, offset, offset + 1, Text(zh, en))])


def _problem(
    source: Source, start: int, end: int, message: Text, hint: Text | None = None
) -> Problem:
    line, column = source.line_column(start)
    line_text = source.line_text(line)
    length = max(1, min(end - start, len(line_text) - column + 1))
    return Problem(source.name, line, column, message, line_text, length, hint)


def _scalar(data: Any, path: KeyPath) -> str:
    for key in path:
        data = data[key]
    return data if isinstance(data, str) else ""

"""A configuration file and those that it extends, read and checked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lint_disclosure.cli.config.nearest import PROJECT, shown
from lint_disclosure.cli.config.shape import problems
from lint_disclosure.cli.config.toml_lines import Path, key_lines
from lint_disclosure.cli.errors import Refused
from lint_disclosure.rulepack.schema import load_schema

_MAX_BYTES = 1_000_000
_MAX_FILES = 20
_WHERE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class Layer(NamedTuple):
    """What one file sets, by the keys of the schema."""

    file: str
    values: Mapping[str, Any]
    lines: Mapping[Path, int]
    prefix: Path = ()

    @property
    def folder(self) -> str:
        """The absolute folder of the file."""
        return os.path.dirname(os.path.abspath(self.file))

    def line(self, *path: str | int) -> int:
        """The line of a key, or of the nearest thing around it that has one."""
        whole = self.prefix + path
        while whole and whole not in self.lines:
            whole = whole[:-1]
        return self.lines.get(whole, 1)

    def where(self, *path: str | int) -> str:
        """``file:line`` of a key, as messages begin."""
        return f"{shown(self.file)}:{self.line(*path)}"


def chain(file: str, lang: str) -> tuple[Layer, ...]:
    """The layer of a file, then that of the file it extends, and so on. Refused: a circle, a file
    that cannot be used."""
    layers = [_read(file, lang)]
    seen = {os.path.realpath(file): file}
    while "extends" in layers[-1].values:
        last = layers[-1]
        where = last.where("extends")
        base = os.path.join(os.path.dirname(last.file), os.path.expanduser(last.values["extends"]))
        if not os.path.isfile(base):
            name = last.values["extends"]
            raise Refused(
                f"{where}: extends {name}: no such file"
                if lang == "en"
                else f"{where}: extends 所指的 {name} 不存在"
            )
        key = os.path.realpath(base)
        if key in seen or len(layers) == _MAX_FILES:
            raise Refused(_circle(where, [*seen.values(), base], key in seen, lang))
        seen[key] = base
        layers.append(_read(base, lang))
    return tuple(layers)


def _circle(where: str, files: list[str], closed: bool, lang: str) -> str:
    way = " → ".join(shown(os.path.normpath(file)) for file in files)
    if not closed:
        text = f"more than {_MAX_FILES} files" if lang == "en" else f"超过 {_MAX_FILES} 个文件"
        return f"{where}: extends: {text}"
    if lang == "en":
        return f"{where}: extends runs in a circle: {way}"
    return f"{where}: extends 绕成了一圈：{way}"


def _read(file: str, lang: str) -> Layer:
    """The layer of one file; a file that cannot be used is refused, with the lines."""
    text = _text(file, lang)
    data: Any = _parsed(text, file, lang)
    layer = Layer(file, {}, key_lines(text))
    if os.path.basename(file) == PROJECT:
        data, layer = _in_project(data, layer, lang)
    schema = load_schema("config")
    found = [f"{layer.where(*path)}: {why}" for path, why in problems(data, schema, schema, lang)]
    if not found:
        found = list(_useless_overrides(data, layer, lang))
    if found:
        raise Refused("\n".join(found))
    return layer._replace(values=data)


def _text(file: str, lang: str) -> str:
    try:
        with open(file, "rb") as stream:
            content = stream.read(_MAX_BYTES + 1)
        if len(content) > _MAX_BYTES:
            raise Refused(f"{shown(file)}: {'too large' if lang == 'en' else '文件太大'}")
        return content.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        why = "not UTF-8" if lang == "en" else "不是 UTF-8 编码"
        if isinstance(error, OSError):
            why = error.strerror or str(error)
        elif not isinstance(error, UnicodeDecodeError):
            why = str(error)
        raise Refused(f"{shown(file)}: {why}") from None


def _parsed(text: str, file: str, lang: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        why = str(error)
        found = _WHERE.search(why)
        where = f":{found[1]}:{found[2]}" if found else ""
        lead = "not valid TOML: " if lang == "en" else "TOML 写法有误："
        raise Refused(f"{shown(file)}{where}: {lead}{_WHERE.sub('', why)}") from None


def _in_project(data: Any, layer: Layer, lang: str) -> tuple[Any, Layer]:
    """What ``[tool.disclosure-lint]`` holds. A file without it is none of ours."""
    prefix: Path = ("tool", "disclosure-lint")
    for number, key in enumerate(prefix, 1):
        if not isinstance(data, dict):
            where = layer.where(*prefix[: number - 1])
            name = ".".join(map(str, prefix))
            raise Refused(
                f"{where}: {name} must be a table"
                if lang == "en"
                else f"{where}: {name} 应为一张表"
            )
        if key not in data:
            raise Refused(
                f"{shown(layer.file)}: has no [tool.disclosure-lint]"
                if lang == "en"
                else f"{shown(layer.file)}: 没有 [tool.disclosure-lint]"
            )
        data = data[key]
    if not isinstance(data, dict):
        where = layer.where(*prefix)
        raise Refused(
            f"{where}: tool.disclosure-lint must be a table"
            if lang == "en"
            else f"{where}: tool.disclosure-lint 应为一张表"
        )
    return data, layer._replace(prefix=prefix)


CONDITIONS = ("files", "issuer", "body")
"""What an override is for; the other keys are what it sets."""


def _useless_overrides(data: Mapping[str, Any], layer: Layer, lang: str) -> Iterator[str]:
    """Overrides for every report, or that set nothing: either half was forgotten."""
    for number, table in enumerate(data.get("overrides", ())):
        where = layer.where("overrides", number)
        if not any(key in table for key in CONDITIONS):
            zh, en = "没有写用于哪些年报（files、issuer、body）", "names no files, issuer or body"
        elif all(key in CONDITIONS for key in table):
            zh, en = "没有写改什么", "sets nothing"
        else:
            continue
        name = f"overrides[{number + 1}]"
        yield f"{where}: {name} {en}" if lang == "en" else f"{where}: {name} {zh}"

"""The configuration file: found beside the reports or above them, and checked by its schema."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.cli.errors import Refused, did_you_mean

NAME = "disclosure-lint.toml"
_TABLE = b"[tool.disclosure-lint"
_MAX_BYTES = 1_000_000


class Config(NamedTuple):
    """What a file sets, by the keys of its schema. ``path`` is None where there is no file."""

    path: str | None = None
    values: Mapping[str, Any] = {}

    @property
    def rules(self) -> tuple[str, ...]:
        """The packs; paths are seen from the file's folder, names of local packs stay names."""
        folder = os.path.dirname(self.path or "")
        found = []
        for word in self.values.get("rules", ()):
            path = os.path.join(folder, word)
            local = os.sep not in word and "/" not in word and not os.path.exists(path)
            found.append(word if local else path)
        return tuple(found)


def find_config(paths: Sequence[str], named: str | None, lang: str) -> Config:
    """The configuration for paths: the one that is named, or the nearest of each path's folder.

    Paths that lead to different files are refused: each of them would be judged by one of two.
    """
    if named is not None:
        return _read(named, lang)
    found: dict[str | None, str] = {}
    for path in paths:
        found.setdefault(_nearest(path, lang), path)
    if len(found) > 1:
        listed = "\n".join(f"  {path}: {file or '-'}" for file, path in found.items())
        raise Refused(
            f"these paths have different configuration files; name one with --config, or check "
            f"them in separate runs:\n{listed}"
            if lang == "en"
            else f"这些路径的配置文件不同；请用 --config 指定一个，或分开检查：\n{listed}"
        )
    file = next(iter(found), None)
    return Config() if file is None else _read(file, lang)


def packs_here(given: Sequence[str], lang: str) -> list[str] | None:
    """The packs that are given, else those of the configuration of the working folder."""
    return list(given) or list(find_config(["-"], None, lang).rules) or None


def _nearest(path: str, lang: str) -> str | None:
    """The first configuration file in the folder of a path or above it."""
    here = os.path.abspath("." if path == "-" else path)
    folder = here if os.path.isdir(here) else os.path.dirname(here)
    while True:
        for name in (NAME, "pyproject.toml"):
            file = os.path.join(folder, name)
            if name == NAME and os.path.isfile(f"{file}.txt"):
                raise Refused(_misnamed(f"{file}.txt", lang))
            if os.path.isfile(file) and (name == NAME or _has_table(file)):
                return file
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _misnamed(file: str, lang: str) -> str:
    """Notepad puts .txt behind a name; a file that is not read must not pass for one that is."""
    if lang == "en":
        return f"{_shown(file)} is not read; call it {NAME}"
    return f"{_shown(file)} 没有读：文件名应为 {NAME}，去掉 .txt"


def _has_table(file: str) -> bool:
    try:
        with open(file, "rb") as stream:
            return _TABLE in stream.read(_MAX_BYTES)
    except OSError:
        return False


def _read(file: str, lang: str) -> Config:
    """The configuration in a file; one that cannot be used is refused, with the line."""
    import tomllib

    shown = _shown(file)
    try:
        with open(file, "rb") as stream:
            content = stream.read(_MAX_BYTES + 1)
        if len(content) > _MAX_BYTES:
            raise Refused(f"{shown}: {'too large' if lang == 'en' else '文件太大'}")
        text = content.decode("utf-8-sig")
        data: Any = tomllib.loads(text)
    except OSError as error:
        raise Refused(f"{shown}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Refused(f"{shown}: {'not UTF-8' if lang == 'en' else '不是 UTF-8 编码'}") from None
    except (ValueError, RecursionError) as error:
        lead = "not valid TOML: " if lang == "en" else "TOML 写法有误："
        raise Refused(f"{shown}: {lead}{error}") from None
    if os.path.basename(file) != NAME and "tool" in data:
        tool = data["tool"]
        data = tool.get("disclosure-lint", {}) if isinstance(tool, dict) else tool
    if not isinstance(data, dict):
        where = f"{shown}:{_line(text, 'disclosure-lint')}: tool.disclosure-lint"
        raise Refused(f"{where} must be a table" if lang == "en" else f"{where} 应为一张表")
    problems = [f"{shown}:{_line(text, key)}: {why}" for key, why in _problems(data, lang)]
    if problems:
        raise Refused("\n".join(problems))
    return Config(file, data)


def _problems(data: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    """Keys that are unknown or hold the wrong thing, each with the reason."""
    from lint_disclosure.rulepack.schema import load_schema

    known: Mapping[str, Mapping[str, Any]] = load_schema("config")["properties"]
    for key, value in data.items():
        if key not in known:
            near = did_you_mean(key, known, lang)
            yield key, f"unknown key {key}{near}" if lang == "en" else f"不认识的键 {key}{near}"
        elif isinstance(value, dict) and known[key].get("type") == "object":
            for name, member in value.items():
                if not _fits(member, known[key]["additionalProperties"]):
                    yield name, _wanted(f"{key}.{name}", known[key]["additionalProperties"], lang)
        elif not _fits(value, known[key]):
            yield key, _wanted(key, known[key], lang)


_TYPES = {"array": list, "string": str, "boolean": bool, "object": dict}


def _fits(value: Any, schema: Mapping[str, Any]) -> bool:
    if "enum" in schema:
        return value in schema["enum"]
    if not isinstance(value, _TYPES[schema["type"]]):
        return False
    return not isinstance(value, list) or all(_fits(item, schema["items"]) for item in value)


def _wanted(key: str, schema: Mapping[str, Any], lang: str) -> str:
    words = {
        "array": ('文字的列表，如 ["ARI"]', 'a list of texts, such as ["ARI"]'),
        "boolean": (" true 或 false", "true or false"),
        "object": ("一张表", "a table"),
    }
    if "enum" in schema:
        listed = ", ".join(schema["enum"])
        return f"{key} must be one of {listed}" if lang == "en" else f"{key} 应为 {listed} 之一"
    zh, en = words[schema["type"]]
    return f"{key} must be {en}" if lang == "en" else f"{key} 应为{zh}"


def _line(text: str, key: str) -> int:
    """The line in which a key is set; the first where it cannot be told."""
    for number, line in enumerate(text.splitlines(), 1):
        name = line.partition("=")[0].strip().strip("[]").strip("\"'")
        if name == key or name.endswith(f".{key}"):
            return number
    return 1


def _shown(file: str) -> str:
    """The path as seen from the working folder, where it lies below."""
    near = os.path.relpath(file) if file else ".."
    return file if near.startswith("..") else near

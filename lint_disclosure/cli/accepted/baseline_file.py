"""The file of a baseline: findings that were there when it was made, by their fingerprints."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from json import JSONDecodeError, loads
from typing import Any, NamedTuple

from lint_disclosure import __version__
from lint_disclosure.cli.errors import Refused
from lint_disclosure.render.json import text_of
from lint_disclosure.rulepack.schema import schema_url

NAME = "disclosure-lint.baseline.json"
VERSION = 1
_MAX_BYTES = 200_000_000


class Known(NamedTuple):
    """One finding. ``file`` is seen from the folder of the baseline, with slashes; ``place`` holds
    the keys of the symbolic place that apply, ``locator`` its words."""

    fingerprint: str
    rule: str
    file: str
    place: Mapping[str, int | str]
    locator: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes it one and no other."""
        return self.file, self.fingerprint


def read_baseline(path: str, lang: str) -> tuple[Known, ...]:
    """The findings of a baseline. Refused where it cannot be used."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise Refused(f"{path}: {'too large' if lang == 'en' else '文件太大'}")
        return tuple(_known(loads(data.decode("utf-8-sig"))))
    except OSError as error:
        raise Refused(_cannot_read(path, error.strerror or str(error), lang)) from None
    except JSONDecodeError as error:
        where = f"{path}:{error.lineno}:{error.colno}"
        raise Refused(
            f"{where}: not valid JSON" if lang == "en" else f"{where}: JSON 写法有误"
        ) from None
    except (KeyError, TypeError, ValueError, RecursionError):
        raise Refused(
            f"{path}: not a baseline of version {VERSION}; make it with disclosure-lint baseline "
            "create"
            if lang == "en"
            else f"{path}: 不是第 {VERSION} 版的基线文件；用 disclosure-lint baseline create 生成"
        ) from None


def baseline_text(known: Iterable[Known]) -> str:
    """The file for some findings, in an order that does not depend on the run."""
    ordered = sorted(known, key=lambda one: (one.file, one.rule, one.locator, one.fingerprint))
    data = {
        "$schema": schema_url("baseline"),
        "version": VERSION,
        "tool": {"name": "disclosure-lint", "version": __version__},
        "findings": [one._asdict() for one in ordered],
    }
    return text_of(data) + "\n"


def seen_from(folder: str, path: str) -> str:
    """A path as it is seen from a folder, with slashes; absolute where there is no way."""
    try:
        near = os.path.relpath(path, folder or ".")
    except ValueError:
        near = os.path.abspath(path)
    return near.replace(os.sep, "/")


def _known(data: Any) -> Iterable[Known]:
    if data["version"] != VERSION:
        raise ValueError(data["version"])
    for one in data["findings"]:
        texts = [one[key] for key in ("fingerprint", "rule", "file", "locator")]
        if not all(isinstance(text, str) for text in texts) or not isinstance(one["place"], dict):
            raise TypeError(one)
        yield Known(texts[0], texts[1], texts[2], one["place"], texts[3])


def _cannot_read(path: str, why: str, lang: str) -> str:
    if lang == "en":
        return f"cannot read the baseline {path}: {why}"
    return f"基线文件读不了：{path}：{why}"

"""``--show-settings``: for each report every setting, with its value and where that comes from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from lint_disclosure.api import NotAReport, UnreadableFile, read
from lint_disclosure.cli.config.entries import MORE, Entry, Held, Origin
from lint_disclosure.cli.config.exclusion import Exclusion, Exclusions
from lint_disclosure.cli.config.judging import Plan
from lint_disclosure.cli.config.nearest import shown
from lint_disclosure.cli.config.plans import Plans
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.paths import Input
from lint_disclosure.cli.streams import is_utf8
from lint_disclosure.render.width import pad, text_width, visible
from lint_disclosure.report.model import Report

VERSION = 1
FORMATS = ("full", "json")
_WIDEST = 50


class Shown(NamedTuple):
    """All that is told of one file. ``reason`` says why nothing is known of what it holds."""

    path: str
    report: Report | None
    reason: str | None
    unreadable: bool
    exclusion: Exclusion | None
    files: tuple[str, ...]
    held: Sequence[Held]


def show_settings(
    found: Iterable[Input], plans: Plans, format: str | None, lang: str, *, partial: bool
) -> int:
    """Write the settings for each input; 2 when one could not be read, as when linting."""
    if format not in (None, *FORMATS):
        raise Refused(
            f"--show-settings: -f {format}: one of full, json"
            if lang == "en"
            else f"--show-settings：-f {format}：可以是 full 或 json"
        )
    exclusions = Exclusions(plans)
    told = [_shown(item, plans, exclusions, lang, partial) for item in found]
    if format == "json":
        data = {"version": VERSION, "files": [_plain(one) for one in told]}
        text = json.dumps(data, ensure_ascii=not is_utf8(sys.stdout), indent=2)
    else:
        text = "\n\n".join("\n".join(_lines(one, lang)) for one in told)
    sys.stdout.write(text + "\n")
    return 2 if any(one.unreadable for one in told) else 0


def _shown(item: Input, plans: Plans, exclusions: Exclusions, lang: str, partial: bool) -> Shown:
    plan = plans.all[plans.number(item.file)]
    report, reason, unreadable = _read(item, plan, lang, partial)
    held = plan.held(plan.fitting(item.file, report))
    exclusion = exclusions.of_file(item.file) if item.file is not None else None
    return Shown(item.path, report, reason, unreadable, exclusion, plan.files, held)


def _read(
    item: Input, plan: Plan, lang: str, partial: bool
) -> tuple[Report | None, str | None, bool]:
    """The report, or why there is none and whether that is an error."""
    if item.reason is not None:
        return None, item.reason, True
    source = item.path if item.data is None else item.data
    try:
        return read(source, name=item.path, partial=partial, pack=plan.pack), None, False
    except UnreadableFile as error:
        return None, error.en if lang == "en" else error.zh, True
    except NotAReport as error:
        return None, error.en if lang == "en" else error.zh, False


# ---- for people


def _lines(one: Shown, lang: str) -> list[str]:
    """The file, what is known of it, and the settings as TOML with their sources as remarks."""

    def say(zh: str, en: str) -> str:
        return en if lang == "en" else zh

    lines = [f"# {one.path}"]
    if one.report is not None:
        body = one.report.body
        known = say("不详", "not known")
        lines.append(f"# {say('机关', 'issuer')}: {one.report.issuer or known}")
        told = f"level = {body.level or known}, kind = {body.kind or known}"
        lines.append(f"# {say('机关类别', 'body')}: {told}")
    else:
        lines.append(f"# {say('机关不详', 'issuer not known')}: {one.reason}")
    files = " → ".join(shown(file) for file in one.files)
    lines.append(f"# {say('配置文件', 'configuration')}: {files or say('无', 'none')}")
    if one.exclusion is not None:
        lines.append(f"# {say('不检查', 'left out')}: {one.exclusion.words(lang)}")
    lines = [visible(line) for line in lines]
    rows = [(visible(_toml(held.entry)), _source(held, lang)) for held in one.held]
    width = min(max((text_width(row) for row, _ in rows), default=0), _WIDEST)
    return lines + [f"{pad(row, width)}  # {visible(source)}" for row, source in rows]


def _source(held: Held, lang: str) -> str:
    text = held.entry.origin.words(lang)
    for entry in held.instead_of:
        value = _toml_value(entry.value)
        where = entry.origin.words(lang)
        text += f"; instead of {value} ({where})" if lang == "en" else f"；取代 {value}（{where}）"
    return text


def _toml(entry: Entry) -> str:
    sign = "+=" if entry.key.startswith(MORE) or entry.key in ("include", "exclude") else "="
    return f"{entry.key.removeprefix(MORE)} {sign} {_toml_value(entry.value)}"


def _toml_value(value: Any) -> str:
    plain = list(value) if isinstance(value, tuple) else value
    return json.dumps(plain, ensure_ascii=False)


# ---- for programs


def _plain(one: Shown) -> dict[str, Any]:
    body = one.report.body if one.report is not None else None
    return {
        "path": one.path,
        "issuer": one.report.issuer if one.report is not None else None,
        "body": {"level": body.level, "kind": body.kind} if body is not None else None,
        "reason": one.reason,
        "configuration": [shown(file) for file in one.files],
        "left_out": None
        if one.exclusion is None
        else {"pattern": one.exclusion.pattern, "source": _origin(one.exclusion.origin)},
        "settings": [
            {
                **_setting(held.entry),
                "adds": held.entry.key.startswith(MORE) or held.entry.key in ("include", "exclude"),
                "instead_of": [_setting(entry) for entry in held.instead_of],
            }
            for held in one.held
        ],
    }


def _setting(entry: Entry) -> dict[str, Any]:
    value = list(entry.value) if isinstance(entry.value, tuple) else entry.value
    return {
        "key": entry.key.removeprefix(MORE),
        "value": value,
        "source": _origin(entry.origin),
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return origin._asdict()

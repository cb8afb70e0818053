"""The tool and its rules as SARIF writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lint_disclosure.finding import Severity
from lint_disclosure.render import RuleFacts, Settings
from lint_disclosure.render.problems import KINDS
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

_HOME = "https://github.com/disclosure-lint/disclosure-lint"
_URL = re.compile(r"https?://\S+", re.A)
_TAKEN = str.maketrans({"{": "{{", "}": "}}", "[": "\\[", "]": "\\]"})


def message(*lines: str) -> dict[str, str]:
    """A plain message: no placeholders and no links in it (SARIF 3.11.5, 3.11.6)."""
    return {"text": "\n".join(map(visible, lines)).translate(_TAKEN)}


def tool(settings: Settings, rules: Sequence[RuleFacts]) -> dict[str, Any]:
    """The ``tool`` of the run."""
    english = settings.lang == "en"
    driver = {
        "name": settings.tool,
        "version": settings.version or "0",
        "informationUri": _HOME,
        "rules": [_rule(rule, settings.lang) for rule in rules],
        "notifications": [
            {"id": kind, "shortDescription": {"text": texts[english]}}
            for kind, texts in KINDS.items()
        ],
    }
    packs = [
        {"name": pack.name, "version": pack.version, "fullName": f"{pack.name}: {pack.title}"}
        for pack in settings.packs
    ]
    return {"driver": driver, **({"extensions": packs} if packs else {})}


def _rule(rule: RuleFacts, lang: str) -> dict[str, Any]:
    say = words(lang)
    sources = [say.comma.join(part for part in basis if part) for basis in rule.basis]
    lines = [rule.help, *(f"{say.basis}{say.colon}{source}" for source in sources)]
    made: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "help": {"text": "\n".join(line for line in lines if line) or rule.title},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "precision": {"high": "very-high", "medium": "medium", "low": "low"}[rule.confidence],
            "tags": [rule.code[:3]],
            "basis": [basis._asdict() for basis in rule.basis],
        },
    }
    if _URL.fullmatch(rule.url):
        made["helpUri"] = rule.url
    return made

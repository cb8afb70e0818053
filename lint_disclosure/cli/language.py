"""Which language the program speaks. Chinese, unless it is clearly told otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGUAGES = ("zh", "en")


def language(args: Sequence[str], environment: Mapping[str, str], encoding: str | None) -> str:
    """The language of help and messages: ``--lang``, then the locale, then what can be shown.

    It is looked up before the arguments are parsed, since their help and errors depend on it.
    """
    for index, arg in enumerate(args):
        if arg == "--":
            break
        value = args[index + 1] if arg == "--lang" and index + 1 < len(args) else ""
        if arg.startswith("--lang="):
            value = arg.removeprefix("--lang=")
        if value in LANGUAGES:
            return value
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            if environment[name].lower().startswith("en"):
                return "en"
            break
    return "zh" if _shows_chinese(encoding) else "en"


def _shows_chinese(encoding: str | None) -> bool:
    try:
        "错误".encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True

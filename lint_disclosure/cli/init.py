"""``init``: a configuration file to begin with, in which every setting stands with its meaning."""

from __future__ import annotations

import os
import sys

import click

from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.config.nearest import NAME, Nearest, shown
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.rulepack.schema import schema_url

_HEAD = (
    "disclosure-lint 的设置，用于本文件夹和下级文件夹里的年报。去掉行首的 # 就生效。",
    "Settings of disclosure-lint, for the reports in this folder and below. "
    "Take the # away and a line holds.",
)
_ABOVE = (
    "上级文件夹的设置继续有效，除非下面另有规定。",
    "The settings of the folder above hold where nothing else is said below.",
)
_KEYS = (
    (
        "报什么：gate 只报错误；review 报错误和警告；all 连提示也报",
        "What to report: gate: errors; review: and warnings; all: and infos",
        'profile = "review"',
    ),
    (
        "有这一级或更重的问题，退出码为 1：error、warning、info 或 never",
        "At this level or above the exit code is 1: error, warning, info or never",
        'fail-on = "error"',
    ),
    (
        "有错误级的规则无法判定，退出码也为 1",
        "Exit code 1 also if an error-level rule could not be evaluated",
        "fail-on-undecided = true",
    ),
    (
        "不检查的文件和文件夹，写了名字也不检查；写法同 .gitignore",
        "Files and folders to leave out, even when named; written as in .gitignore",
        'exclude = ["草稿/", "*.bak.txt"]',
    ),
    (
        "只检查文件名像这样的",
        "Only files with such names",
        'include = ["*年报*", "*年度报告*"]',
    ),
    ("不用的规则", "Rules not to use", 'ignore = ["WRD001"]'),
    (
        "另加自己的规则文件夹，或自带的地方规则",
        "Packs beside the shipped one: a folder of your own, or a local pack that is shipped",
        'rules = ["gansu-2025"]',
    ),
    ("改规则的级别", "Other severities", '[severity]\nWRD007 = "warning"'),
    (
        "对一部分年报另作规定：按文件（files）、机关名称（issuer）或机关类别（body）",
        "Other settings for some reports: by file, issuer or body",
        '[[overrides]]\nfiles = ["乡镇/"]\nbody = {level = "township"}\nprofile = "gate"',
    ),
)


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(folder: str, lang: str | None) -> int:
        path = os.path.join(folder, NAME)
        content = template(_above(folder, text.lang), text)
        try:
            with open(path, "x", encoding="utf-8") as file:
                file.write(content)
        except FileExistsError:
            raise Refused(text(f"{path} 已经存在，不覆盖", f"{path} exists and is kept")) from None
        except OSError as error:
            raise Refused(
                text(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}")
            ) from None
        sys.stdout.write(text(f"已写入 {path}\n", f"written: {path}\n"))
        return 0

    return Command(
        "init",
        callback,
        [
            click.Argument(["folder"], default="."),
            Option(
                "--lang",
                heading=text("选项", "Options"),
                choices=LANGUAGES,
                help=text("语言", "language"),
            ),
        ],
        lang,
        usage=text("disclosure-lint init [文件夹]", "disclosure-lint init [FOLDER]"),
        intro=text(
            "写一个 disclosure-lint.toml：每项设置都有说明，启用前不起作用。已有的文件不覆盖。",
            "Writes a disclosure-lint.toml in which every setting is explained and none holds yet. "
            "A file that exists is kept.",
        ),
        needs_paths=False,
    )


def template(above: str | None, text: Texts) -> str:
    """The file; ``above`` is the configuration to go on from, as seen from its folder."""
    parts = [f"#:schema {schema_url('config')}\n# {text(*_HEAD)}\n"]
    if above is not None:
        quoted = above.replace("\\", "/").replace('"', '\\"')
        parts.append(f'# {text(*_ABOVE)}\nextends = "{quoted}"\n')
    for zh, en, example in _KEYS:
        lines = [text(zh, en), *example.split("\n")]
        parts.append("".join(f"# {line}\n" for line in lines))
    return "\n".join(parts)


def _above(folder: str, lang: str) -> str | None:
    """The configuration that holds in a folder so far; a project's own is not to be replaced."""
    here = os.path.abspath(folder)
    file = Nearest(lang).of(here)
    if file is None or (os.path.basename(file) == NAME and os.path.dirname(file) == here):
        return None
    if os.path.dirname(file) == here:
        zh, en = f"{shown(file)} 已有设置", f"{shown(file)} has the settings already"
        raise Refused(en if lang == "en" else zh)
    return os.path.relpath(file, here)

"""The options of ``check`` that say what is checked: rules, files, and what is set aside."""

from __future__ import annotations

import sys

import click

from lint_disclosure import __version__
from lint_disclosure.cli.command import Option, Texts, count, rules_option


def rules(text: Texts) -> list[Option]:
    """Which rules are put, and how."""
    heading = text("用哪些规则", "Rules")
    rule = text("规则", "RULE")
    return [
        rules_option(heading, text),
        Option(
            "--select",
            heading=heading,
            multiple=True,
            metavar=rule,
            help=text(
                "只用这些规则：编号、名称或编号开头，逗号分开，如 ARI,CEL001",
                "only these: codes, names or beginnings of codes, e.g. ARI,CEL001",
            ),
        ),
        Option(
            "--ignore",
            heading=heading,
            multiple=True,
            metavar=rule,
            help=text("不用这些规则", "not these"),
        ),
        Option(
            "--severity",
            heading=heading,
            multiple=True,
            metavar=text("规则=级别", "RULE=LEVEL"),
            help=text("改一条规则的级别，如 ARI001=warning", "change a level, e.g. ARI001=warning"),
        ),
        Option(
            "--profile",
            heading=heading,
            choices=("gate", "review", "all"),
            help=text(
                "gate 只报错误；review 报错误和警告（默认）；all 连提示也报",
                "gate: errors; review: and warnings (default); all: and infos",
            ),
        ),
    ]


def accepted(text: Texts) -> list[Option]:
    """What is set aside: suppressions and a baseline."""
    heading = text("已知的问题", "Known findings")
    return [
        Option(
            "--add-suppression",
            heading=heading,
            multiple=True,
            metavar=text("规则编号", "RULE"),
            help=text(
                "现有的这些问题不再列出，写进年报旁的 disclosure-lint.ignore.toml（须写 --reason）",
                "suppress what is found of it, in disclosure-lint.ignore.toml beside the report "
                "(needs --reason)",
            ),
        ),
        Option(
            "--reason",
            heading=heading,
            metavar=text("理由", "TEXT"),
            help=text("与 --add-suppression 同用：理由", "with --add-suppression: why"),
        ),
        Option(
            "--until",
            heading=heading,
            metavar=text("日期", "DATE"),
            help=text(
                "与 --add-suppression 同用：到哪一天为止，如 2026-12-31",
                "with --add-suppression: up to which day, e.g. 2026-12-31",
            ),
        ),
        Option(
            "--no-suppressions",
            heading=heading,
            is_flag=True,
            help=text(
                "不用 disclosure-lint.ignore.toml，全部列出",
                "do not use disclosure-lint.ignore.toml, show everything",
            ),
        ),
        Option(
            "--baseline",
            heading=heading,
            metavar=text("文件", "FILE"),
            help=text(
                "基线文件里已有的问题不再列出（用 baseline create 生成）",
                "do not show what is in this baseline (made by baseline create)",
            ),
        ),
    ]


def fixing(text: Texts) -> list[Option]:
    """What is corrected."""
    heading = text("自动改正", "Fixes")
    return [
        Option(
            "--fix",
            heading=heading,
            is_flag=True,
            help=text(
                "把不会改变意思的用语、写法直接改好（文本、Markdown、网页、Word）；数字从不改动",
                "make the safe changes of wording in the files (text, Markdown, web pages, Word); "
                "numbers are never changed",
            ),
        ),
        Option(
            "--unsafe-fixes",
            heading=heading,
            is_flag=True,
            help=text(
                "与 --fix、--diff 同用：可能改变意思的也改",
                "with --fix or --diff: also those that may change the meaning",
            ),
        ),
        Option(
            "--diff",
            heading=heading,
            is_flag=True,
            help=text(
                "只显示会怎样改，不写文件；有可改的以 1 结束",
                "show what would change and write nothing; exit code 1 if anything would",
            ),
        ),
    ]


def settings_options(text: Texts, *without: str) -> list[Option]:
    """The options that say what is linted, and by which rules; for commands that lint as well."""
    options = [*rules(text), *files(text)]
    return [one for one in options if one.name not in (*_OF_CHECK_ALONE, *without)]


_OF_CHECK_ALONE = ("stdin_filename", "show_settings", "version")


def accepted_options(text: Texts) -> list[Option]:
    """The options that say whether known findings are shown; for commands that show them."""
    return [one for one in accepted(text) if one.name in ("no_suppressions", "baseline")]


def files(text: Texts) -> list[Option]:
    """Which files are read, and with what settings."""
    heading = text("读取", "Input")
    return [
        Option(
            "--config",
            heading=heading,
            metavar=text("文件", "FILE"),
            help=text(
                "配置文件；默认在年报所在文件夹及其上级查找 disclosure-lint.toml",
                "configuration; by default the nearest disclosure-lint.toml in or above the "
                "folder of the reports",
            ),
        ),
        Option(
            "--no-config",
            heading=heading,
            is_flag=True,
            help=text("不用配置文件", "use no configuration file"),
        ),
        Option(
            "--isolated",
            heading=heading,
            is_flag=True,
            help=text(
                "凡是没有在命令行里写明的文件，一概不用",
                "use no file that the command line does not name",
            ),
        ),
        Option(
            "--exclude",
            heading=heading,
            multiple=True,
            metavar=text("式样", "PATTERN"),
            help=text(
                "不检查这些文件和文件夹，写了名字也不检查；写法同 .gitignore",
                "leave these files and folders out, even when named; written as in .gitignore",
            ),
        ),
        Option(
            "--show-settings",
            heading=heading,
            is_flag=True,
            help=text(
                "不检查，只列出每份年报所用的设置和出处",
                "do not lint; show the settings for each report, and where they come from",
            ),
        ),
        Option(
            "--partial",
            heading=heading,
            is_flag=True,
            help=text(
                "文本不完整：后面没有的部分不算缺",
                "the text breaks off: what follows is not missing",
            ),
        ),
        Option(
            "--stdin-filename",
            heading=heading,
            metavar=text("名称", "NAME"),
            help=text("标准输入用什么文件名显示", "name to show for standard input"),
        ),
        Option(
            "-j",
            "--jobs",
            heading=heading,
            callback=count,
            metavar="N",
            help=text("同时用几个进程（文件多时）", "processes to use for many files"),
        ),
        Option(
            "-V",
            "--version",
            heading=text("其他", "Other"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=text("显示版本", "show the version"),
        ),
    ]


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        sys.stdout.write(f"disclosure-lint {__version__}\n")
        ctx.exit()

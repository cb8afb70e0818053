"""``baseline create``: note all that is found now, so that later runs show only what is new."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from lint_disclosure.cli.accepted.baseline_file import NAME, baseline_text
from lint_disclosure.cli.accepted.baselining import known_finding
from lint_disclosure.cli.check_options import settings_options
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.output import open_file
from lint_disclosure.render.width import visible


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(output: str, force: bool, **values: Any) -> int:
        from lint_disclosure.cli.choices import Choices

        values.pop("lang")
        return _create(Choices(**values), output, lang, force=force)

    heading = text("基线", "Baseline")
    return Command(
        "create",
        callback,
        [
            click.Argument(["paths"], nargs=-1),
            Option(
                "-o",
                "--output",
                heading=heading,
                metavar=text("文件", "FILE"),
                default=NAME,
                help=text(f"写到哪里；默认 {NAME}", f"where to; default {NAME}"),
            ),
            Option(
                "--force",
                heading=heading,
                is_flag=True,
                help=text("已有的基线文件重新生成", "make an existing baseline anew"),
            ),
            *settings_options(text),
            Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
        ],
        lang,
        usage=text(
            "disclosure-lint baseline create [选项] 路径…",
            "disclosure-lint baseline create [OPTIONS] PATH...",
        ),
        intro=text(
            "把现有的问题记成基线。以后检查时加 --baseline，就只报新的问题；"
            "数字一改，基线里的那一条就不再算数。",
            "Notes what is found now. A check with --baseline then shows only what is new; once a "
            "number is changed, what the baseline says of it holds no more.",
        ),
        sections=[
            (
                text("例子", "Examples"),
                [
                    ("disclosure-lint baseline create 2024/", ""),
                    (f"disclosure-lint --baseline {NAME} 2024/", ""),
                ],
            )
        ],
    )


def _create(chosen: Any, output: str, lang: str, *, force: bool) -> int:
    from lint_disclosure.cli.plain_run import results

    text = Texts(lang)
    if os.path.lexists(output) and not force:
        raise Refused(
            text(
                f"已经有 {output}；删去没有了的用 baseline prune，重新生成加 --force",
                f"{output} is there already; drop what is gone with baseline prune, or make it "
                "anew with --force",
            )
        )
    folder = os.path.dirname(output)
    known = []
    files = unread = 0
    for result in results(chosen, lang):
        files += 1
        known += [known_finding(finding, result.path, folder) for finding in result.findings]
        if result.status == "unreadable":
            unread += 1
            sys.stderr.write(visible(f"{result.path}: {result.reason}") + "\n")
    file = open_file(output, lang)
    file.write(baseline_text(known))
    file.close(complete=True)
    words = text(
        f"{output}：{files} 个文件，记下 {len(known)} 条",
        f"{output}: {files} files, {len(known)} findings noted",
    )
    use = text(
        f"以后检查要加 --baseline {output}（或在配置文件里写 baseline），记下的才不再列出",
        f"later runs need --baseline {output} (or the key baseline in the configuration)",
    )
    sys.stderr.write(f"{visible(words)}\n{visible(use)}\n")
    return 2 if unread else 0

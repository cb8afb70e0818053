"""From the arguments to an exit code; everything that can go wrong ends here."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from lint_disclosure.cli.command_names import COMMANDS
from lint_disclosure.cli.errors import Refused, fault, refusal
from lint_disclosure.cli.exit_codes import INTERRUPTED, PIPE_CLOSED, USAGE
from lint_disclosure.cli.language import language
from lint_disclosure.cli.streams import discard, prepare


def run(args: Sequence[str]) -> int:
    """Run the command line and give its exit code."""
    prepare()
    lang = language(args, os.environ, getattr(sys.stdout, "encoding", None))
    try:
        code = _dispatch(list(args), lang)
        sys.stdout.flush()
        return code
    except Refused as error:
        sys.stdout.flush()
        sys.stderr.write(refusal(str(error), lang))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        discard(sys.stdout)
        return PIPE_CLOSED
    except Exception as error:
        sys.stderr.write(fault(error, lang))
        return USAGE


def _dispatch(args: list[str], lang: str) -> int:
    """Paths alone, the most common call, need no parser of options, which takes long to import."""
    if args and args[0] not in COMMANDS and not any(arg.startswith("-") for arg in args):
        from lint_disclosure.cli.checking import check
        from lint_disclosure.cli.choices import Choices

        return check(Choices(tuple(args)), lang)
    from lint_disclosure.cli.commands import dispatch

    return dispatch(args, lang)

"""Paths as other programs want them: from the root of the repository, with slashes."""

from __future__ import annotations

import os

_UNRESERVED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say that the repository lies, from which they count paths."""


def relative(path: str) -> str:
    """The path of a file from the root of the repository, or from the working folder.

    Of an absolute path that leads elsewhere only the name is left: where things lie on the machine
    of the run is nobody's business.
    """
    near = _below(path, _root())
    if near is None:
        near = os.path.basename(path) if os.path.isabs(path) else os.path.normpath(path)
    return near.replace(os.sep, "/")


def _root() -> str:
    here = os.getcwd()
    for name in _ROOTS:
        folder = os.environ.get(name)
        if folder and _below(here, folder) is not None:
            return folder
    return here


def _below(path: str, folder: str) -> str | None:
    """The path as seen from a folder; None if it is not below."""
    try:
        near = os.path.relpath(path, folder)
    except ValueError:  # another drive
        return None
    return None if near == os.pardir or near.startswith(os.pardir + os.sep) else near


def uri(path: str) -> str:
    """``relative`` as a relative URI: whatever is not plain is percent-encoded, byte by byte."""
    raw = os.fsencode(relative(path))
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in raw)

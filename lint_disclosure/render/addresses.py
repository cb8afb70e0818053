"""Paths as other programs want them: seen from the working folder, with slashes, never absolute."""

from __future__ import annotations

import os

_UNRESERVED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def relative(path: str) -> str:
    """The path of a file from the working folder.

    Of an absolute path that leads elsewhere only the name is left: where things lie on the machine
    of the run is nobody's business.
    """
    if os.path.isabs(path):
        try:
            near = os.path.relpath(path)
        except ValueError:  # another drive
            near = os.pardir
        if near == os.pardir or near.startswith(os.pardir + os.sep):
            near = os.path.basename(path)
    else:
        near = os.path.normpath(path)
    return near.replace(os.sep, "/")


def uri(path: str) -> str:
    """``relative`` as a relative URI: whatever is not plain is percent-encoded as UTF-8."""
    raw = relative(path).encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in raw)

"""The summary of a job of GitHub Actions, a Markdown file that the runner names."""

from __future__ import annotations

from collections.abc import Mapping

from lint_disclosure.cli.errors import Refused

VARIABLE = "GITHUB_STEP_SUMMARY"
LIMIT = 1024 * 1024
"""Bytes that GitHub takes for a step; of a longer summary it shows nothing at all."""

_FOR_THE_END = 4096


class StepSummary:
    """Takes as many pieces as fit, the last one in any case, and says how many did not.

    Something may stand in the file already; it is kept.
    """

    def __init__(self, path: str, lang: str) -> None:
        self.lang = lang
        try:
            self.stream = open(path, "ab")  # noqa: SIM115 - closed in close()
        except OSError as error:
            raise Refused(
                f"cannot write {VARIABLE} {path}: {error.strerror}"
                if lang == "en"
                else f"无法写入 {VARIABLE} {path}：{error.strerror}"
            ) from None
        self.room = LIMIT - _FOR_THE_END - self.stream.tell()
        self.pieces: list[bytes] = []
        self.last = b""
        self.left = 0

    def write(self, piece: str | bytes) -> None:
        """Keep the piece before this one if it fits; this one may be the end."""
        self._keep(self.last)
        data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")
        self.last = data

    def close(self, complete: bool) -> None:
        """Write what was kept, if the run came to its end."""
        with self.stream:
            if not complete:
                return
            while len(self.last) > self.room and self.pieces:
                self.room += len(self.pieces.pop())
                self.left += 1
            self._keep(self.last)
            self.stream.write(b"".join(self.pieces))
            if self.left:
                self.stream.write(f"\n{self._cut()}\n".encode())

    def _keep(self, piece: bytes) -> None:
        if len(piece) > self.room:
            self.left += 1
        elif piece:
            self.room -= len(piece)
            self.pieces.append(piece)

    def _cut(self) -> str:
        if self.lang == "en":
            return f"{self.left} more parts do not fit into a job summary; see the log."
        return f"作业小结放不下，还有 {self.left} 部分未列出，见运行记录。"


def step_summary(environment: Mapping[str, str], lang: str) -> StepSummary | None:
    """The summary of the step that runs; None outside GitHub Actions."""
    path = environment.get(VARIABLE)
    return StepSummary(path, lang) if path else None

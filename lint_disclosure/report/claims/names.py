"""The names by which a report calls its own body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lint_disclosure.report.model import Sentence
from lint_disclosure.report.text_match import compiled

PLACE_ENDS = frozenset("镇乡道市县区省州旗")
_ENDS = frozenset("府局委办厅会院队站处室署司部心镇乡道市县区省州旗")
_SUBJECT = (
    r"^(?:20\d\d年度?|本年度?|全年|今年)?,?"
    r"([一-鿿]{0,13}?(?:[局委办厅府镇乡处院署]|街道|中心|委员会))"
    r"(?=[共未收受没接办无主认始坚积严持紧在新全依制作做])"
)
_NO_BODY = (
    "[我本各该其所有向对由与按为将代接转受应报全]|协助|配合|指导|督促|组织|会同|联合|提请|根据|落实|贯彻|推动|要求|建议|通过"
    "|针对|严格|认真"
)


class Names:
    """What the report may call its own body: a shortening of the issuer's name."""

    def __init__(self, issuer: str | None) -> None:
        self.letters = Counter(issuer or "")
        if issuer and issuer[-1] in PLACE_ENDS:
            self.letters |= Counter("街道办事处" if issuer.endswith("街道") else "人民政府")

    def end_at(self, text: str, start: int) -> int:
        """Where a name of the body that starts there ends; ``start`` where there is none."""
        left = self.letters
        if text[start] not in left:
            return start
        used: dict[str, int] = {}
        end, at = start, start
        while at < len(text):
            char = text[at]
            used[char] = used.get(char, 0) + 1
            if used[char] > left[char]:
                break
            at += 1
            if char in _ENDS and at - start > 1:
                end = at
        return end


def name_in(sentences: Iterable[Sentence]) -> str | None:
    """The one body that is the subject of sentences, where no title names the issuer."""
    longest = ""
    for sentence in sentences:
        match = compiled(_SUBJECT).match(sentence.squeezed)
        name = match[1] if match else ""
        if len(name) < 2 or compiled(_NO_BODY).match(name):
            continue
        shorter, longer = sorted((name, longest), key=len)
        if Counter(shorter) - Counter(longer):
            return None
        longest = longer
    return longest or None

"""Texts of web shops without their markup. Serves the guide's page "Bring your shop over"."""

import re
from html import unescape
from html.parser import HTMLParser

from typing_extensions import override

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:[a-zA-Z]{2,10}|#\d{1,6});")
_BREAKS = frozenset({"p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table"})
_UNSEEN = frozenset({"script", "style", "head", "template"})


class _Words(HTMLParser):
    """Collects what a reader of a page would read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BREAKS:
            self.parts.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BREAKS:
            self.parts.append("\n")

    @override
    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def without_markup(text: str) -> str:
    """Return what a page says without its tags; a text in which none stand stays as it is.

    A paragraph, a line of a list and a forced break each begin a line.
    """
    if ("<" not in text and "&" not in text) or _TAG.search(text) is None:
        return text
    if "<" not in text:
        return unescape(text)
    words = _Words()
    words.feed(text)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.parts).split("\n"))
    return "\n".join(line for line in lines if line)

"""From the bytes of a file to its text: which encoding it is in, and what has to be asked where that is not certain.

Serves the guide's page "Bring your shop over".
"""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why

ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "cp850", "mac-roman")
"""What people are offered; any other that Python knows may be named, too."""
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CHUNK = 1024 * 1024
_LOOK_AHEAD = 4096
_MOST_SAMPLES = 20_000
_SAMPLE = re.compile(rb"[A-Za-z0-9 ]?[\x80-\xff]+[A-Za-z0-9 ]?")
_LATIN = ("cp1252", "cp1250")
_CYRILLIC = re.compile(rb"[\xc0-\xff]{3}")
_HALF = 2


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the bytes of a file are read.

    Attributes:
        encoding: The likeliest encoding, or the one that was named.
        choices: What it may be besides, the likeliest first; more than one has to be asked.
    """

    encoding: str
    choices: tuple[str, ...]


def find_encoding(data: bytes, named: str | None = None) -> Decoding:
    """Find out in which encoding a file is written.

    A mark at its beginning says so; so do bytes that are good UTF-8, and those of UTF-16 without a mark. What is left
    is written in one byte a letter. The same byte is another letter in the west and in the middle of Europe, so both
    are offered, unless only the western one reads as people write.

    Raises:
        RefusedError: It is no text, not in the encoding that was named, or there is no such encoding.
    """
    if named is not None:
        return _require(data, named)
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    wide = marked or _wide(data)
    if wide is not None:
        if not _reads(data, wide):
            raise refuse(Why.NOT_A_TEXT_TABLE)
        return Decoding(wide, (wide,))
    if b"\0" in data:
        raise refuse(Why.NOT_A_TEXT_TABLE)
    if _reads(data, "utf-8"):
        return Decoding("utf-8", ("utf-8",))
    choices = _one_byte_choices(data)
    if not choices:
        raise refuse(Why.NOT_A_TEXT_TABLE)
    return Decoding(choices[0], choices)


def lines_of(data: bytes, encoding: str) -> Iterator[str]:
    """Give a file's lines one by one, however long it is, with their ends as they are."""
    return iter(io.TextIOWrapper(io.BytesIO(data), encoding, newline=""))


def _require(data: bytes, named: str) -> Decoding:
    try:
        encoding = codecs.lookup(named).name
        is_text = codecs.lookup(named)._is_text_encoding  # noqa: SLF001 - else "zip" and "hex" would do
    except LookupError:
        encoding, is_text = "", False
    if not is_text:
        raise refuse(Why.NO_SUCH_ENCODING, Field("encoding"), encoding=named[:20])
    if not _reads(data, encoding):
        raise refuse(Why.NOT_IN_THIS_ENCODING, Field("encoding"), encoding=named[:20])
    return Decoding(named, (named,))


def _reads(data: bytes, encoding: str) -> bool:
    """Return whether all the bytes are letters of an encoding, none of them the sign that ends a text in memory."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), _CHUNK):
            if "\0" in decoder.decode(data[start : start + _CHUNK]):
                return False
        return "\0" not in decoder.decode(b"", final=True)
    except (UnicodeError, ValueError):
        return False


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its empty bytes: most letters of most languages have one, always on one side."""
    head = data[:_LOOK_AHEAD]
    if len(data) % 2 or not head:
        return None
    low, high = head[::2].count(0), head[1::2].count(0)
    pairs = len(head) // 2
    if high * _HALF > pairs and low == 0:
        return "utf-16-le"
    return "utf-16-be" if low * _HALF > pairs and high == 0 else None


def _one_byte_choices(data: bytes) -> tuple[str, ...]:
    samples = {found.group() for found in islice(_SAMPLE.finditer(data), _MOST_SAMPLES)}
    if sum(_CYRILLIC.search(sample) is not None for sample in samples) * _HALF > len(samples):
        return tuple(name for name in ("cp1251", "cp1253", *_LATIN) if _reads(data, name))
    readable = [name for name in _LATIN if _reads(data, name)]
    texts = {name: [sample.decode(name) for sample in sorted(samples)] for name in readable}
    odd = {name: sum(map(_is_odd, texts[name])) for name in readable}
    if len(readable) == len(_LATIN) and texts["cp1252"] != texts["cp1250"]:
        if odd["cp1252"] == 0 < odd["cp1250"]:
            return ("cp1252",)
        return tuple(sorted(readable, key=lambda name: odd[name]))
    return tuple(readable[:1])


def _is_odd(sample: str) -> bool:
    """Return whether letters stand together as nobody writes them: a capital behind a small one or before a digit."""
    return any(
        (first.islower() and second.isupper())
        or (not first.isascii() and first.isalpha() and second.isdigit())
        or (first in "£¥¤¢" and second.isalpha())
        or (
            not first.isascii() and not first.isalpha() and first not in "£¥¤¢" and second.isalpha() and first.isupper()
        )
        for first, second in pairwise(sample)
    )

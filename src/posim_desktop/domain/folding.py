"""Finding what is written one way when it is typed another: accents, capitals, apostrophes, hyphens, strokes.

What can be searched by is kept folded beside the text itself, and what is typed is folded the same way, in Python, so
that every database gives the same answers.
"""

import unicodedata
from collections.abc import Iterator

_LONGEST_SEARCH = 200
_MOST_WORDS = 8
_FEWEST_DIGITS = 3
_OF_LETTERS = 9
"""Up to this combining class a mark belongs to its letter, as in Japanese and Hindi; above are accents and points."""
_OVERLAID = 1
_APOSTROPHES = "'`\u00b4\u2019\u2018\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\uff07\ua78c"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043"
_PHONE_SIGNS = frozenset("0123456789+-()./")
_PLAIN_LETTERS = {
    "\u0131": "i",
    "ɨ": "i",
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ð": "d",
    "Ð": "d",
    "ħ": "h",
    "Ħ": "h",
    "ŧ": "t",
    "Ŧ": "t",
    "ƀ": "b",
    "ŋ": "n",
    "Ŋ": "n",
    "\u0138": "k",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "þ": "th",
    "Þ": "th",
}
"""Letters that do not come apart by themselves; the rest do, and casefold knows ß."""
_SAME = str.maketrans(dict.fromkeys(_APOSTROPHES, "") | dict.fromkeys(_HYPHENS, "-") | _PLAIN_LETTERS)
_IN_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def fold(text: str) -> str:
    """Write a text in the one way in which it is compared: small plain letters, plain hyphens, no apostrophes."""
    if text.isascii() and text.isprintable():  # most texts, and nothing in them comes apart
        return text.replace("'", "").replace("`", "").lower()
    plain = _without_accents(text.translate(_SAME)).casefold()
    # Letters and ligatures that come apart only now are folded once more.
    return unicodedata.normalize("NFC", _without_accents(plain).casefold().translate(_SAME))


def search_key(*parts: str | None) -> str:
    """Fold all that a record is found by into one text; umlauts are found in one letter and in two."""
    return " ".join(way for part in parts if part for way in _ways(part))


def words(text: str) -> tuple[str, ...]:
    """Split what was typed into words as they were typed; what cannot be printed separates them, or is left out."""
    letters = (_printable(letter) for letter in text[:_LONGEST_SEARCH])
    return tuple([word for word in "".join(letters).split() if fold(word)][:_MOST_WORDS])


def spellings(word: str) -> tuple[str, ...]:
    """Say how a typed word may stand in a search key.

    An umlaut may be written in two letters, a hyphen as a blank or not at all, a phone number by its digits alone.
    """
    ways = list(_ways(word))
    folded = ways[0]
    if "-" in folded.strip("-"):
        ways += [folded.replace("-", " "), folded.replace("-", "")]
    digits = digits_of(folded)
    if len(digits) >= _FEWEST_DIGITS and _PHONE_SIGNS.issuperset(folded):
        ways.append(digits)
    return tuple(dict.fromkeys(ways))


def holds_words(key: str, typed: str) -> bool:
    """Return whether a search key holds every word of what was typed."""
    return all(any(way in key for way in spellings(word)) for word in words(typed))


def digits_of(phone: str) -> str:
    """Keep only the digits of a phone number, so that it is found however it was written."""
    return "".join(letter for letter in phone if "0" <= letter <= "9")


def readable(text: str) -> str:
    """Leave out what no database takes and nobody can read: control characters and lone surrogates."""
    return "".join(letter for letter in text if unicodedata.category(letter) not in {"Cc", "Cs"})


def _ways(text: str) -> Iterator[str]:
    folded = fold(text)
    yield folded
    if text.isascii():  # without umlauts
        return
    longer = fold(unicodedata.normalize("NFC", text).lower().translate(_IN_TWO_LETTERS))
    if longer != folded:
        yield longer


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not _is_left_out(letter))


def _is_left_out(letter: str) -> bool:
    mark = unicodedata.combining(letter)
    return mark == _OVERLAID or mark > _OF_LETTERS or unicodedata.category(letter) in {"Cc", "Cf", "Cs"}


def _printable(letter: str) -> str:
    if letter.isprintable():
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "

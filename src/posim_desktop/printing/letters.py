"""Which letters a receipt printer has, and the bytes that print them.

A letter that the printer lacks is never replaced by another one: its whole paragraph is sent as a picture.
"""

import unicodedata
from dataclasses import dataclass

_UNSEEN = {ord(each): None for each in "\u00ad\u200b\u2060\ufeff"}
"""Characters that print nothing and only say where a line may or may not be broken."""


@dataclass(frozen=True, slots=True)
class CharacterTable:
    """A table of letters that a receipt printer can be switched to.

    Attributes:
        name: What printers' manuals call it.
        number: Its number in ESC/POS.
        codec: Python's name for it; ``ascii`` where only the letters are used that all tables have.
    """

    name: str
    number: int
    codec: str


WESTERN = CharacterTable("WPC1252", 16, "cp1252")
TABLES = (
    WESTERN,
    CharacterTable("PC437", 0, "cp437"),
    CharacterTable("PC850", 2, "cp850"),
    CharacterTable("PC858", 19, "cp858"),
    CharacterTable("PC852", 18, "cp852"),
    CharacterTable("PC866", 17, "cp866"),
    CharacterTable("ASCII", 0, "ascii"),
)
"""The tables to choose from; the last one is for printers that have none of the others."""


def visible(words: str) -> str:
    """Take out what is not a letter: control characters never reach a printer, where they would be commands."""
    spaced = "".join(" " if letter.isspace() and letter != "\n" else letter for letter in words)
    return "".join(letter for letter in spaced if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs"})


def encoded(words: str, table: CharacterTable) -> bytes | None:
    """Write words in a table of letters, a byte a column; None when the table lacks one."""
    plain = unicodedata.normalize("NFC", visible(words)).translate(_UNSEEN)
    try:
        return plain.encode(table.codec)
    except UnicodeEncodeError:
        return None


def figures(words: str, table: CharacterTable) -> str:
    """Write what the program itself puts on a receipt with the signs for minus and times that every printer has."""
    plain = words.replace("\u2212", "-")
    return plain if encoded("×", table) is not None else plain.replace("×", "x")

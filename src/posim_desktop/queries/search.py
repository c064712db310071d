r"""Finding cards by part of what they say. Serves the guide's page "Find a card".

A search is made of words; a card is found when it holds every word somewhere. ``%``, ``_``, ``\`` and quotes are plain
characters. Three characters and more are looked up in the trigram index, shorter words by scanning.
"""

import sqlalchemy as sa

from posim_desktop.domain.folding import spellings
from posim_desktop.orm.base import table_with
from posim_desktop.orm.triggers import SEARCHED

_TRIGRAM = 3
_ESCAPE = "\\"


def ids_with(dialect: str, search_text: sa.ColumnElement[str], word: str) -> sa.Select[tuple[int]]:
    """Select the ids of the records whose search text holds a word.

    Args:
        dialect: Name of the database's dialect.
        search_text: The search text of items, customers or vendors.
        word: One word as typed.
    """
    table = table_with(search_text)
    ways = spellings(word)
    if dialect == "sqlite" and table.name in SEARCHED and all(len(way) >= _TRIGRAM for way in ways):
        index = sa.table(f"{table.name}_search", sa.column("rowid", sa.BigInteger()), sa.column(f"{table.name}_search"))
        phrases = " OR ".join('"' + way.replace('"', '""') + '"' for way in ways)
        return sa.select(index.c.rowid).where(index.c[index.name].op("MATCH", is_comparison=True)(phrases))
    return sa.select(table.c.id).where(holds(word, search_text))


def holds(word: str, search_text: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Say that a search text holds a word, asking no index."""
    return sa.or_(*(search_text.like(pattern(way), escape=_ESCAPE) for way in spellings(word)))


def number(word: str) -> int | None:
    """Read a word as the number of a document, or None when it is none."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= len("999999999999999999") else None


def pattern(text: str) -> str:
    """Write the LIKE pattern of "holds this text", every character meaning itself."""
    for special in (_ESCAPE, "%", "_"):
        text = text.replace(special, _ESCAPE + special)
    return f"%{text}%"

"""How and when a customer likes to be reached, in words. Serves the guide's pages on customers and "Pick up"."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from posim_desktop.domain.cards.cards import ReachBy

REACH_WORDS: Mapping[ReachBy, str] = MappingProxyType(
    {
        ReachBy.ANYHOW: str(QT_TRANSLATE_NOOP("ReachBy", "Anyhow")),
        ReachBy.PHONE: str(QT_TRANSLATE_NOOP("ReachBy", "Phone")),
        ReachBy.SECOND_PHONE: str(QT_TRANSLATE_NOOP("ReachBy", "Second phone")),
        ReachBy.TEXT: str(QT_TRANSLATE_NOOP("ReachBy", "Text message")),
        ReachBy.EMAIL: str(QT_TRANSLATE_NOOP("ReachBy", "Email")),
    }
)


def reach_word(way: ReachBy) -> str:
    """Name a way to reach a customer."""
    return QCoreApplication.translate("ReachBy", REACH_WORDS[way])


def reached(way: ReachBy, hours: str, *, phone2: str = "", email: str = "") -> str:
    """Say how and when a customer likes to be reached, with the number or address where it is not the first phone.

    Nothing where nobody asked.
    """
    if way is ReachBy.ANYHOW:
        return hours
    where = {ReachBy.SECOND_PHONE: phone2, ReachBy.EMAIL: email}.get(way, "")
    return ", ".join(part for part in (" ".join(part for part in (reach_word(way), where) if part), hours) if part)

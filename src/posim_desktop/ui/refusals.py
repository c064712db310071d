"""What a refusal says: its words in the person's language, its figures in the shop's format."""

import errno
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from posim_desktop.domain.errors import NamedQuantity, Refusal, TroubleError
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.ui import formatting
from posim_desktop.ui.refusal_words import (
    cards,
    drawers,
    entering,
    exchange,
    purchasing,
    receiving,
    returns,
    sales,
    scanning,
    special_orders,
    stock_counts,
)
from posim_desktop.ui.refusal_words.marking import CONTEXT
from posim_desktop.ui.refusal_words.names import A_CUSTOMER, MORE, OR, SOMEBODY, WORDS

_NAMED = 5
_SAYS_MORE = {Permission.RETURN_GOODS: Permission.RETURN_WITHOUT_RECEIPT}

TEMPLATES: Mapping[Why, str] = {
    **entering.TEMPLATES,
    **scanning.TEMPLATES,
    **cards.TEMPLATES,
    **sales.TEMPLATES,
    **drawers.TEMPLATES,
    **special_orders.TEMPLATES,
    **purchasing.TEMPLATES,
    **receiving.TEMPLATES,
    **stock_counts.TEMPLATES,
    **returns.TEMPLATES,
    **exchange.TEMPLATES,
}
"""The words of each rule; a placeholder names a fact and what kind of figure it is."""


@dataclass(frozen=True)
class FigureFormats:
    """How figures are written: in the shop's format, or plainly where there is no shop."""

    money: Callable[[Decimal], str] = formatting.money
    quantity: Callable[[Decimal], str] = formatting.quantity
    limit: Callable[[Decimal], str] = formatting.limit
    count: Callable[[int], str] = formatting.count
    day: Callable[[date], str] = formatting.date


class _Sentence(Formatter):
    """Fills a template in, each fact as what its placeholder says behind the colon: ``{left:money}``."""

    def __init__(self, figures: FigureFormats) -> None:
        self._figures = figures

    @override
    def format_field(self, value: Any, format_spec: str) -> str:
        figures = self._figures
        writers: dict[str, Callable[[Any], str]] = {
            "": str,
            "money": figures.money,
            "quantity": figures.quantity,
            "limit": figures.limit,
            "count": figures.count,
            "day": figures.day,
            "word": _word,
            "deeds": _deeds,
            "Word": lambda member: _with_capital(_word(member)),
            "role": lambda name: QCoreApplication.translate("Role", name),
            "person": lambda name: name or _translated(SOMEBODY),
            "list": ", ".join,
            "shares": self._named_quantities,
            "refusal": lambda refusal: words_of(refusal, figures),
        }
        return writers[format_spec](value)

    def _named_quantities(self, shares: Sequence[NamedQuantity]) -> str:
        """Name the first few of many people, each with the units that are theirs."""
        nobody = _translated(A_CUSTOMER)
        named = [f"{name or nobody} ({self._figures.quantity(units)})" for name, units in shares[:_NAMED]]
        if len(shares) > _NAMED:
            named.append(_translated(MORE).format(count=self._figures.count(len(shares) - _NAMED)))
        return ", ".join(named)


def words_of(refusal: Refusal | None, figures: FigureFormats = FigureFormats()) -> str:
    """Say why something may not be done in the person's language; ``""`` when it may."""
    if refusal is None:
        return ""
    facts: Mapping[str, Any] = refusal.facts
    if "permission" in facts:  # whoever approves is told all that they approve
        lacking = tuple(dict.fromkeys(need.permission for need in needs_of(refusal)))
        facts = {**facts, "permission": lacking or (facts["permission"],)}
    return _Sentence(figures).vformat(_translated(TEMPLATES[refusal.why]), (), facts)


def words_of_trouble(trouble: TroubleError) -> str:
    """Say what failed, and what to do now, in the person's language."""
    return QCoreApplication.translate("Trouble", trouble.words).format(**trouble.facts)


def words_of_failure(error: OSError) -> str:
    """Say why a printer or a file cannot be used, as the end of a sentence; the system's own words are English."""
    match error:
        case FileNotFoundError():
            return QCoreApplication.translate("Trouble", "it is not there")
        case PermissionError() | OSError(errno=errno.EROFS):
            return QCoreApplication.translate("Trouble", "you may not use it")
        case OSError(errno=errno.ENOSPC):
            return QCoreApplication.translate("Trouble", "there is no room on the disk")
        case ConnectionRefusedError():
            return QCoreApplication.translate("Trouble", "it takes no jobs at this address")
        case TimeoutError() | socket.gaierror() | OSError(errno=errno.EHOSTUNREACH | errno.ENETUNREACH):
            return QCoreApplication.translate(
                "Trouble", "it does not answer; it may be switched off, or have another name or address"
            )
        case FileExistsError() | NotADirectoryError() | IsADirectoryError() | OSError(errno=None):
            return QCoreApplication.translate("Trouble", "there is something else in its place")
        case _:
            return QCoreApplication.translate("Trouble", "this computer cannot use it (error {number})").format(
                number=error.errno
            )


def _word(member: StrEnum) -> str:
    return _translated(WORDS[member])


def _deeds(permissions: Sequence[Permission]) -> str:
    """Name what somebody may not do; what says more stands for what says less of the same."""
    said = [each for each in permissions if _SAYS_MORE.get(each) not in permissions]
    return _translated(OR).join(map(_word, said))


def permission_words(permission: Permission) -> str:
    """Say what a permission lets somebody do, as in a sentence: "give this discount"."""
    return _word(permission)


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _translated(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)

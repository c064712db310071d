"""What a card still has, in words, and the question before it is archived. Serves the guide's pages on cards."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.queries.cards.still_has import StillHas, Unfinished
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.question import Question

_UNITS = frozenset({Unfinished.ON_HAND, Unfinished.SET_ASIDE, Unfinished.ON_ORDER, Unfinished.BACKORDERED})


def in_lines(still_has: Sequence[StillHas]) -> str:
    """Write what a card still has, a line for each kind of it."""
    return "\n".join(_words(each) for each in still_has)


def archive_question(parent: QWidget, card: str, still_has: Sequence[StillHas]) -> Question:
    """Make the question whether to archive a card that still has something."""
    asking = Question(
        parent,
        _tr("Archive"),
        _tr("{card} still has:").format(card=card) + "\n\n" + in_lines(still_has),
        act=_tr("Archive Anyway"),
        give_up=_tr("Cancel"),
    )
    asking.show_note(_tr("All of this stays and can be finished. An archived card is offered for nothing new."))
    return asking


def deletion_note(still_has: Sequence[StillHas]) -> str:
    """Say before a card is deleted when it is archived instead, and what it still has."""
    note = _tr("A card that is used on any document is archived instead.")
    return note + "\n\n" + _tr("It still has:") + "\n\n" + in_lines(still_has) if still_has else note


def _words(each: StillHas) -> str:
    words = {
        Unfinished.ON_HAND: _tr("On Hand: {count}"),
        Unfinished.SET_ASIDE: _tr("Set Aside: {count}"),
        Unfinished.ON_ORDER: _tr("On Order: {count}"),
        Unfinished.BACKORDERED: _tr("Backordered: {count}"),
        Unfinished.STILL_TO_COME: _tr("Backorders still to come: {count}"),
        Unfinished.READY: _tr("Backorders ready for pick-up: {count}"),
        Unfinished.WORKING_INVOICES: _tr("Working invoices: {count}"),
        Unfinished.WORKING_ORDERS: _tr("Working purchase orders: {count}"),
        Unfinished.OPEN_ORDERS: _tr("Purchase orders still to come: {count}"),
        Unfinished.WORKING_LOGS: _tr("Receiving logs not posted: {count}"),
        Unfinished.ITEMS: _tr("Items with it: {count}"),
    }
    written = formatting.quantity(each.count) if each.what in _UNITS else formatting.count(int(each.count))
    return words[each.what].format(count=written)


def _tr(words: str) -> str:
    return QCoreApplication.translate("StillHas", words)

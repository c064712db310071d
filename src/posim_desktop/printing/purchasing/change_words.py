"""What changed of a sent order, in words. Serves the guide's page "Purchase orders"."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.purchasing.changes import OrderChangeKind
from posim_desktop.queries.purchasing.order_changes import OrderChangeRow


def change_words(
    change: OrderChangeRow,
    *,
    quantity: Callable[[Decimal], str],
    cost: Callable[[Decimal], str],
    day: Callable[[date], str],
) -> str:
    """Say what changed: ``"3 less"``, ``"cost 2.50, was 2.00"``."""
    match change.kind:
        case OrderChangeKind.LESS:
            return _tr("{units} less").format(units=quantity(-change.quantity))
        case OrderChangeKind.MORE:
            return _tr("{units} more").format(units=quantity(change.quantity))
        case OrderChangeKind.ADDED:
            return _tr("{units} added").format(units=quantity(change.quantity))
        case OrderChangeKind.COST:
            before, after = change.cost_before or Decimal(0), change.cost_after or Decimal(0)
            return _tr("cost {after}, was {before}").format(after=cost(after).strip(), before=cost(before).strip())
        case OrderChangeKind.EXPECTED:
            unknown = _tr("unknown")
            before_day = unknown if change.expected_before is None else day(change.expected_before)
            after_day = unknown if change.expected_after is None else day(change.expected_after)
            return _tr("expected {after}, was {before}").format(after=after_day, before=before_day)


def _tr(words: str) -> str:
    return QCoreApplication.translate("order_changes", words)

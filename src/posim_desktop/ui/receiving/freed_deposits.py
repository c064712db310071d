"""What becomes of the deposits on what a delivery cancels, in words. Serves "Set backorders to customers" in the guide.

Nobody is there to ask the customer: the money stays with the rest of a backorder, and with no rest left it is credit.
"""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.domain.sales.customer_money import share, undecided
from posim_desktop.queries.sales import on_deposit
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations


def words_about_deposits(operations: Operations, shares: Iterable[Share]) -> str:
    """Say what becomes of the deposits on what is canceled; "" where nothing is held.

    Raises:
        TroubleError: The database cannot be reached.
    """
    units = _canceled(shares)
    stays = credit = ZERO
    for held in operations.read(on_deposit.deposits, tuple(units)):
        canc = min(units[held.backorder_id], held.units)
        freed = share(held.balance, held.units, canc)
        goes = undecided(freed, units_left=canc < held.units)
        credit += goes.credit
        stays += freed - goes.leaves
    parts = []
    if stays:
        parts.append(_tr("{amount} of the deposits stays with the rest").format(amount=formatting.amount(stays)))
    if credit:
        parts.append(_tr("{amount} of the deposits becomes credit").format(amount=formatting.amount(credit)))
    return " · ".join(parts)


def _canceled(shares: Iterable[Share]) -> dict[int, Decimal]:
    units: dict[int, Decimal] = {}
    for each in shares:
        if each.canc > 0:
            units[each.backorder_id] = units.get(each.backorder_id, NO_UNITS) + each.canc
    return units


def _tr(words: str) -> str:
    return QCoreApplication.translate("freed_deposits", words)

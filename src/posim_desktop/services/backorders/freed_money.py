"""What becomes of a deposit when units of its backorder are canceled. Serves the guide's page on deposits."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.backorders.backorder import Figures
from posim_desktop.domain.errors import Field, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import customer_money as money_rules
from posim_desktop.domain.sales import deposits
from posim_desktop.domain.sales.customer_money import Disposition, MoneyKind
from posim_desktop.queries.shop import preferences
from posim_desktop.services.people import permissions
from posim_desktop.services.records import backorder_rows, customer_money_rows, drawer_rows
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.customer_money_rows import Movement
from posim_desktop.services.session import Session, Stamp


class Canceled(NamedTuple):
    """What was canceled of a locked backorder: as it stood just before, and how many units."""

    row: StoredBackorder
    before: Figures
    quantity: Decimal
    reason: str

    @property
    def units(self) -> Decimal:
        """What was outstanding or waiting before."""
        return self.before.outstanding + self.before.waiting


class Freed(NamedTuple):
    """What a cancellation freed, and where it went; ``event_id`` is the cancellation."""

    amount: Decimal
    wish: Disposition
    event_id: int | None

    @property
    def told(self) -> dict[str, object]:
        """What the audit says of it; nothing where nothing was held."""
        parts = {"freed": self.amount, "fee": self.wish.fee, "refund": self.wish.refund, "credit": self.wish.credit}
        return {name: amount for name, amount in parts.items() if amount}


def dispose(
    session: Session,
    stamp: Stamp,
    canceled: Mapping[int, Canceled],
    wishes: Mapping[int, Disposition],
) -> dict[int, Freed]:
    """Let the deposits that cancellations free go where somebody wishes, or where they go when nobody is asked.

    The backorders are locked and written. What is to be refunded still stands with each: whoever calls pays it back in
    the same transaction.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        canceled: What was canceled, by backorder.
        wishes: Where the money goes, by backorder; what is not named stays while units remain, else it is credit.

    Returns:
        What was freed of each backorder that has a deposit.

    Raises:
        RefusedError: At ``fee``, ``refund`` or ``credit``: more than is freed, or it must go somewhere.
    """
    balances = {each: held for each, held in customer_money_rows.deposits(session, canceled).items() if held}
    unheld = next((wish for each, wish in wishes.items() if each not in balances and wish.leaves), None)
    if unheld is not None:
        require(money_rules.disposition_refusal(ZERO, unheld, units_left=True))
    if not balances:
        return {}
    customer_money_rows.lock(session, {canceled[each].row.customer_id for each in balances})
    # What is paid back, is paid back at a till: the rows of its deposit are of the same day.
    drawer_rows.hold(session, stamp, at_till=any(wish.refund for wish in wishes.values()))
    events = backorder_rows.newest_events(session, balances)
    freed = {}
    for backorder_id, balance in sorted(balances.items()):
        one = canceled[backorder_id]
        amount = money_rules.share(balance, one.units, one.quantity)
        units_left = one.quantity < one.units
        wish = wishes.get(backorder_id) or money_rules.undecided(amount, units_left=units_left)
        require(money_rules.disposition_refusal(amount, wish, units_left=units_left))
        freed[backorder_id] = Freed(amount, wish, events.get(backorder_id))
        _write(session, stamp, one, freed[backorder_id])
    return freed


def require_fees(session: Session, stamp: Stamp, freed: Iterable[Freed]) -> None:
    """See that the fees that somebody keeps are not more than they may; asked by whoever lets a fee be kept.

    Raises:
        RefusedError: At ``fee``: more than the shop's percent, and the role may not.
    """
    for each in freed:
        most = preferences.load(session.connection()).cancel_fee_percent if each.wish.fee else 0
        needs = deposits.fee_needs(each.wish.fee, each.amount, most)
        if needs:
            permissions.require_all(session, stamp, *needs, where=Field("fee"))


def _write(session: Session, stamp: Stamp, canceled: Canceled, freed: Freed) -> None:
    row = canceled.row
    leaves = Movement(
        row.customer_id, MoneyKind.FORFEITED, -freed.wish.fee, row.id, event_id=freed.event_id, reason=canceled.reason
    )
    if freed.wish.fee:
        customer_money_rows.insert(session, stamp, [leaves])
    if freed.wish.credit:
        moved = leaves._replace(kind=MoneyKind.MOVED, amount=-freed.wish.credit)
        customer_money_rows.move(session, stamp, moved, to_customer=row.customer_id, to_backorder=None)

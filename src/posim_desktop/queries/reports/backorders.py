"""What customers wait for, and what was lost because they did. Serves the guide's page "Reports"."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.money import ZERO
from posim_desktop.orm import Backorder, BackorderEvent, Customer, CustomerMoney, Item
from posim_desktop.orm.base import table_of
from posim_desktop.orm.types import Money, Quantity
from posim_desktop.queries.reports.arithmetic import COSTS, UNITS, half_up, whole
from posim_desktop.queries.reports.scope import Scope, within

Row = tuple[Any, ...]
_WHOLE = sa.BigInteger()
AGES = (0, 8, 31, 91)
"""The fewest days of each group of ages."""
_backorders, _events = table_of(Backorder), table_of(BackorderEvent)
_items, _customers, _money = table_of(Item), table_of(Customer), table_of(CustomerMoney)


def open_backorders(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """List what is not picked up: number, customer, description, since, days, then figures, item and group of age.

    The figures are: worth at the promised price, what the goods cost that wait, on deposit, outstanding, waiting.
    """
    units = sa.type_coerce(whole(_backorders.c.outstanding) + whole(_backorders.c.waiting), _WHOLE)
    price = half_up(sa.type_coerce(units * whole(_backorders.c.unit_price), _WHOLE), UNITS)
    off = half_up(sa.type_coerce(units * whole(_backorders.c.discount), _WHOLE), whole(_backorders.c.ordered))
    tied = half_up(sa.type_coerce(whole(_backorders.c.waiting) * whole(_items.c.cost), _WHOLE), UNITS * COSTS)
    held = (
        sa.select(_money.c.backorder_id, sa.func.sum(_money.c.amount, type_=Money()).label("held"))
        .where(_money.c.backorder_id.is_not(None))
        .group_by(_money.c.backorder_id)
        .subquery()
    )
    chosen = (
        sa.select(
            *(
                _backorders.c.id,
                _backorders.c.number,
                _customers.c.name,
                _items.c.description,
                _backorders.c.created_at,
            ),
            *(sa.type_coerce(price - off, Money()), sa.type_coerce(tied, Money()), held.c.held),
            *(_backorders.c.outstanding, _backorders.c.waiting, _items.c.code),
        )
        .join(_customers, _customers.c.id == _backorders.c.customer_id)
        .join(_items, _items.c.id == _backorders.c.item_id)
        .outerjoin(held, held.c.backorder_id == _backorders.c.id)
        .where(sa.or_(_backorders.c.outstanding > 0, _backorders.c.waiting > 0))
    )
    if scope.department_id is not None:
        chosen = chosen.where(_items.c.department_id == scope.department_id)
    if scope.vendor_id is not None:
        chosen = chosen.where(_items.c.preferred_vendor_id == scope.vendor_id)
    today = scope.now.astimezone(scope.zone).date()
    rows: list[Row] = []
    for row in connection.execute(chosen):
        since = row.created_at.astimezone(scope.zone).date()
        days = max(0, (today - since).days)
        age = max(each for each in AGES if each <= days)
        rows.append((*row[:4], since, days, *row[5:7], row[7] or ZERO, *row[8:], age))
    return rows


def lost_sales(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up what was canceled by its reason: reason, cancellations, units, worth at the promised price."""
    worth = half_up(sa.type_coerce(whole(_events.c.quantity) * whole(_backorders.c.unit_price), _WHOLE), UNITS)
    off = half_up(
        sa.type_coerce(whole(_events.c.quantity) * whole(_backorders.c.discount), _WHOLE), whole(_backorders.c.ordered)
    )
    chosen = (
        sa.select(
            *(_events.c.reason, _events.c.reason, sa.func.count()),
            sa.func.sum(_events.c.quantity, type_=Quantity()),
            sa.func.sum(worth - off, type_=Money()),
        )
        .join(_backorders, _backorders.c.id == _events.c.backorder_id)
        .where(_events.c.kind == EventKind.CANCEL, within(scope, BackorderEvent.at))
        .group_by(_events.c.reason)
    )
    return [tuple(row) for row in connection.execute(chosen)]

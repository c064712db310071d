"""What happens to the drawer of the demo shop. Serves the guide's page "Try things on the demo shop"."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.days import CashMove, RowKind
from posim_desktop.queries.sales import days as queries
from posim_desktop.services.sales import days
from posim_desktop.services.session import Session, Stamp


def open_drawer(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Open the drawer with a float."""
    days.open_day(session, stamp, opened_with=Decimal(event["opens_drawer_with"]))


def pay_out(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Pay something out of the drawer."""
    move = CashMove(RowKind.PAID_OUT, Decimal(event["pays_out"]), event["reason"])
    days.move_cash(session, stamp, move=move)


def close_drawer(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Count the drawer, and find as much too little as the event says; close it, and leave its float."""
    day = queries.here(session.connection(), stamp.workstation).day
    if day is not None:
        counted = day.expected - Decimal(event.get("short", ZERO))
        days.count(session, stamp, day_id=day.row.id, rest=counted)
        days.close(session, stamp, day_id=day.row.id, kept=Decimal(event["leaves_in_drawer"]))

"""What customers of the demo shop say: questions, wishes, cancellations, credit. Serves the guide's page on it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Customer, Item, Want
from posim_desktop.services.backorders import questions, wants
from posim_desktop.services.cards import credit_limits
from posim_desktop.services.exchange.demo_names import backorder, ids
from posim_desktop.services.sales import cancellations
from posim_desktop.services.session import Session, Stamp


def ask(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Ask a customer about a backorder, and perhaps hear the answer."""
    asked = backorder(session, event["asks"])
    questions.ask(session, stamp, backorder_id=asked, question=event["question"])
    if "answer" in event:
        questions.answer(session, stamp, backorder_id=asked, answer=event["answer"])


def note(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Write down what else a customer would take."""
    noted, also = backorder(session, event["of"]), event["will_also_take"]
    questions.note_will_also_take(session, stamp, backorder_id=noted, will_also_take=also)


def wish(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Put a wish on the Want List."""
    wants.add(
        session,
        stamp,
        customer_id=ids(session, Customer)[event["customer"]],
        item_id=ids(session, Item)[event["wishes"]] if event["wishes"] else None,
        quantity=Decimal(event["quantity"]),
        description=event.get("description", ""),
        note=event.get("note", ""),
    )


def drop(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Take a customer's newest wish off the list."""
    wants.drop(session, stamp, want_id=want_of(session, event["drops_wish_of"]))


def want_of(session: Session, customer: str) -> int:
    """Find the newest wish of a customer."""
    chosen = sa.select(Want.id).join(Customer, Customer.id == Want.customer_id).where(Customer.code == customer)
    return session.connection().scalars(chosen.order_by(Want.id.desc()).limit(1)).one()


def cancel(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Cancel units of a backorder, and say where the money goes that is free by that."""
    money = {name: Decimal(event[name]) for name in ("fee", "refund", "credit") if name in event}
    cancellations.cancel(
        session,
        stamp,
        backorder_id=backorder(session, event["cancels"]),
        quantity=Decimal(event["quantity"]),
        employee_id=stamp.employee_id or 0,
        reason=event["reason"],
        disposition=Disposition(**money) if money else None,
        refund_by=Tender(TenderKind(event["tender"]), ZERO) if "refund" in event else None,
    )


def let_owe(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Let a customer buy on account."""
    customer_id = ids(session, Customer)[event["lets_owe"]]
    version = session.connection().scalars(sa.select(Customer.version).where(Customer.id == customer_id)).one()
    limit = Decimal(event["at_most"])
    credit_limits.change(session, stamp, customer_id=customer_id, limit=limit, version=version)

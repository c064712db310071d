"""What the demo shop's script calls things by: cards by their code, documents by their number.

Serves the guide's page "Try things on the demo shop".
"""

import sqlalchemy as sa

from posim_desktop.orm import Backorder, PurchaseOrder
from posim_desktop.orm.base import Base, table_of
from posim_desktop.services.records import card_rows
from posim_desktop.services.session import Session


def ids(session: Session, entity: type[Base]) -> dict[str, int]:
    """Read the ids of cards by code."""
    return card_rows.usable(session.connection(), table_of(entity))


def backorder(session: Session, number: int) -> int:
    """Find a backorder by its number."""
    return session.connection().scalars(sa.select(Backorder.id).where(Backorder.number == number)).one()


def purchase_order(session: Session, number: int) -> int:
    """Find a posted order by its number."""
    return session.connection().scalars(sa.select(PurchaseOrder.id).where(PurchaseOrder.number == number)).one()

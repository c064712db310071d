"""What card terminals are asked for, as it stands. Serves the guide's page "Card terminals"."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain.sales.card_requests import OPEN, RequestState
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.orm import CardRequest, TenderType


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request of which it is not known what came of it."""

    id: int
    key: str
    amount: Decimal
    terminal: str
    state: RequestState
    asked_at: datetime
    workstation: str
    kind: TenderKind
    name: str


_IS_OPEN = CardRequest.state.in_([str(state) for state in OPEN])
_OF_INVOICE = (
    sa.select(
        *(CardRequest.id, CardRequest.key, CardRequest.amount, CardRequest.terminal, CardRequest.state),
        *(CardRequest.asked_at, CardRequest.workstation, TenderType.kind, TenderType.name),
    )
    .join(TenderType, TenderType.id == CardRequest.type_id)
    .where(CardRequest.invoice_id == sa.bindparam("invoice"), _IS_OPEN)
)
_AT = (
    sa.select(CardRequest.invoice_id)
    .where(CardRequest.workstation == sa.bindparam("here"), _IS_OPEN)
    .order_by(CardRequest.id)
)


def of_invoice(connection: sa.Connection, invoice_id: int) -> OpenRequest | None:
    """Read what a terminal was asked for an invoice, if it is not known what came of it."""
    row = connection.execute(_OF_INVOICE, {"invoice": invoice_id}).one_or_none()
    if row is None:
        return None
    state, kind = RequestState(row.state), TenderKind(row.kind)
    return OpenRequest(row.id, row.key, row.amount, row.terminal, state, row.asked_at, row.workstation, kind, row.name)


def open_at(connection: sa.Connection, workstation: str) -> tuple[int, ...]:
    """List the invoices for which a workstation asked a terminal and does not know what came of it."""
    return tuple(connection.scalars(_AT, {"here": workstation}))

"""What must be known before money goes back for goods. Serves the guide's page "Returns"."""

from collections.abc import Sequence
from decimal import Decimal

from posim_desktop.domain.errors import Cell, Field, RefusedError, refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.line_needs import payout_needs
from posim_desktop.domain.sales.returns import Paid
from posim_desktop.domain.sales.tenders import OF_CUSTOMER, Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import returns
from posim_desktop.queries.shop import preferences
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.sales import given_back, line_rights
from posim_desktop.services.session import Session, Stamp


def told(session: Session, invoice: StoredInvoice, lines: list[StoredLine]) -> list[StoredLine]:
    """See that each line says why its goods come back, that they still can, and from whom, where the shop asks it.

    Returns:
        The lines, with what they give back by now.

    Raises:
        RefusedError: At the cell ``return_reason`` of a line, at ``quantity`` or at ``customer``.
    """
    back = [line for line in lines if line.trans_code is TransCode.RETURN]
    if not back:
        return lines
    for line in back:
        refusal = return_rules.reason_refusal(line.return_reason)
        if refusal is not None:
            raise RefusedError(refusal.at(Cell("return_reason", line.id)))
    above = preferences.load(session.connection()).return_customer_above
    has_customer = invoice.customer_id is not None
    require(return_rules.customer_refusal([line.ruled for line in back], has_customer=has_customer, above=above))
    return given_back.settled(session, invoice, lines)


def require_any_road(
    session: Session, stamp: Stamp, invoice: StoredInvoice, lines: Sequence[StoredLine], total: Decimal
) -> None:
    """See, before anybody chooses a tender, that so much may go out at all, by whatever way.

    A customer may have it as credit, which takes no permission: there the tender is asked about.

    Raises:
        RefusedError: At ``pay_out``: more goes out than the role may pay, or than the sale was paid with.
    """
    if total >= 0 or invoice.customer_id is not None:  # a customer may be given credit
        return
    left = sum((max(ZERO, road.left) for road in _roads(session, invoice).values()), ZERO)
    beyond = -total - left
    needs = (*payout_needs(total), *((Permit(Permission.REFUND_OTHERWISE, beyond),) if beyond > 0 else ()))
    line_rights.require_of_return(session, stamp, invoice.id, lines, needs, Field("pay_out"))


def require_pay_out(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    lines: Sequence[StoredLine],
    total: Decimal,
    tenders: Sequence[Tender],
    rounding: Decimal,
) -> None:
    """See that the money that goes out in an invoice may, and the way it came.

    By each tender goes back no more than it took of the sale and did not refund yet.

    Raises:
        RefusedError: At ``pay_out``: more goes out than the role may pay; at ``refund``: it goes
            another way, and the role may not do that.
    """
    credited = sum((tender.amount for tender in tenders if tender.kind in OF_CUSTOMER), ZERO)
    if total - credited >= 0:
        return
    paid = _roads(session, invoice)
    has_goods = any(line.trans_code is TransCode.RETURN for line in lines)
    otherwise = return_rules.road_needs(paid, tenders, rounding) if has_goods else ()
    needs = (*payout_needs(total - credited), *otherwise)
    try:
        line_rights.require_of_return(session, stamp, invoice.id, lines, needs, Field("pay_out"))
    except RefusedError as refused:
        if not paid or needs_of(refused.refusal) != otherwise:
            raise
        beyond = otherwise[0].extent or ZERO
        raise refuse(Why.REFUND_OTHER_WAY, Field("refund"), beyond=beyond, **refused.refusal.facts) from refused


def _roads(session: Session, invoice: StoredInvoice) -> dict[int, Paid]:
    if invoice.returns_invoice_id is None:
        return {}
    return returns.roads(session.connection(), invoice.returns_invoice_id)

"""What the lines of an invoice give back of the sale that they name. Serves the guide's page "Returns"."""

from collections.abc import Sequence
from dataclasses import replace

from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales.invoice import GivenBack
from posim_desktop.domain.sales.returns import Wanted
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import returns
from posim_desktop.services.records import invoice_lines, invoice_rows
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.session import Session


def settle(session: Session, invoice: StoredInvoice) -> None:
    """Work out anew what the lines of a locked working invoice give back of its sale; without any it names none.

    Raises:
        RefusedError: At ``quantity``: more would come back than was sold and did not come back yet.
    """
    lines = _of_a_sale(invoice_lines.of_invoice(session, invoice.id))
    if not lines:
        invoice_rows.write(session, invoice.id, returns_invoice_id=None)
        return
    for line, given in zip(lines, _worked_out(session, invoice, lines), strict=True):
        off = max(ZERO, to_cents(line.quantity * line.unit_price) - given.amount)
        if (-given.amount, given.before, off) != (line.extension, line.given_before, line.discount):
            invoice_lines.write(session, line.id, extension=-given.amount, given_before=given.before, discount=off)


def settled(session: Session, invoice: StoredInvoice, lines: list[StoredLine]) -> list[StoredLine]:
    """Work out the lines anew, now that nobody else takes goods of the sale back; the total must be what was seen.

    Raises:
        RefusedError: At ``quantity``: more comes back than can by now; or another amount, because of what came back
            meanwhile.
    """
    named = _of_a_sale(lines)
    if not named:
        return lines
    again = dict(zip((line.id for line in named), _worked_out(session, invoice, named), strict=True))
    if all(line.ruled.back == again[line.id] for line in named):
        return lines
    ruled = [replace(line.ruled, back=again.get(line.id)) for line in lines]
    if invoice.totals(ruled) != invoice.totals([line.ruled for line in lines]):
        raise refuse(Why.RETURN_CHANGED)
    settle(session, invoice)
    return invoice_lines.of_invoice(session, invoice.id)


def _worked_out(session: Session, invoice: StoredInvoice, lines: Sequence[StoredLine]) -> list[GivenBack]:
    sold = returns.sold_lines(session.connection(), invoice.returns_invoice_id or 0)
    wanted = [Wanted(line.returns_line_id or 0, line.quantity) for line in lines]
    require(return_rules.more_than_sold_refusal(sold, wanted))
    return return_rules.worked_out(sold, wanted)


def _of_a_sale(lines: Sequence[StoredLine]) -> list[StoredLine]:
    return [line for line in lines if line.returns_line_id is not None]

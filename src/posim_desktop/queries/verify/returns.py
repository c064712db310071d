"""Rules X1 to X3, and M3 of what comes back: never more than was sold, to the cent what was paid, the way it came."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import money_places
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.returns import Paid, Wanted, refunded, road_needs, worked_out
from posim_desktop.orm import Invoice, InvoiceLine, LineApproval, TenderPaid
from posim_desktop.queries.sales import returns
from posim_desktop.queries.verify.violation import Rule, Violation, called

_BACK = """FROM invoice_lines r JOIN invoices v ON v.id = r.invoice_id JOIN invoice_lines s ON s.id = r.returns_line_id
             JOIN invoices sale ON sale.id = s.invoice_id"""

RULES = (
    Rule(
        "X1",
        "invoice",
        "a line sold {}, but {} came back of it",
        f"""SELECT sale.id, sale.number, s.quantity, SUM(r.quantity) {_BACK}
             WHERE v.status = 'processed'
             GROUP BY sale.id, sale.number, s.id, s.quantity HAVING SUM(r.quantity) > s.quantity""",
    ),
    Rule(
        "X1",
        "invoice",
        "takes back a line with the code {} of an invoice that is {}",
        f"""SELECT v.id, v.number, s.trans_code, sale.status {_BACK}
             WHERE s.trans_code <> 'S' OR sale.status <> 'processed' OR s.item_id <> r.item_id""",
        places=None,
    ),
    Rule(
        "X1",
        "invoice",
        "takes back goods of the invoice with id {}, but names the one with id {}",
        f"""SELECT v.id, v.number, sale.id, v.returns_invoice_id {_BACK}
             WHERE v.status <> 'discarded' AND (v.returns_invoice_id IS NULL OR v.returns_invoice_id <> sale.id)""",
        places=0,
    ),
    Rule(
        "X2",
        "invoice",
        "a line was paid with {}, but {} was given back for it",
        f"""SELECT sale.id, sale.number, s.extension, -SUM(r.extension) {_BACK}
             WHERE v.status = 'processed'
             GROUP BY sale.id, sale.number, s.id, s.extension, s.quantity
            HAVING -SUM(r.extension) > s.extension
                OR (SUM(r.quantity) = s.quantity AND -SUM(r.extension) <> s.extension)""",
        places=money_places,
    ),
)

_GIVEN = (
    sa.select(
        *(Invoice.returns_invoice_id.label("sale"), Invoice.id, Invoice.number, InvoiceLine.position),
        *(InvoiceLine.returns_line_id, InvoiceLine.quantity, InvoiceLine.extension, InvoiceLine.given_before),
        *(InvoiceLine.tax_code_id, InvoiceLine.taxes),
    )
    .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
    .where(
        Invoice.status == str(InvoiceStatus.PROCESSED),
        Invoice.returns_invoice_id.is_not(None),
        InvoiceLine.returns_line_id.is_not(None),
        InvoiceLine.trans_code == str(TransCode.RETURN),
    )
    .order_by(Invoice.returns_invoice_id, Invoice.number, InvoiceLine.position)
)
_REFUNDS = (
    sa.select(
        *(Invoice.returns_invoice_id.label("sale"), Invoice.id, Invoice.number, Invoice.rounding, TenderPaid.type_id),
        *(TenderPaid.kind, TenderPaid.name, TenderPaid.amount),
        *(TenderPaid.opens_drawer, TenderPaid.gives_change, TenderPaid.rounds),
    )
    .join(TenderPaid, TenderPaid.invoice_id == Invoice.id)
    .where(
        Invoice.status == str(InvoiceStatus.PROCESSED),
        Invoice.returns_invoice_id.is_not(None),
        Invoice.total < 0,
    )
    .order_by(Invoice.returns_invoice_id, Invoice.number, TenderPaid.position)
)
_ALLOWED = sa.select(sa.func.max(LineApproval.extent)).where(
    LineApproval.invoice_id == sa.bindparam("invoice"), LineApproval.permission == str(Permission.REFUND_OTHERWISE)
)


def amounts(connection: sa.Connection) -> Iterator[Violation]:
    """M3: work out again, in the order in which it came back, what each line gives back of its sale."""
    for sale_id, of_sale in groupby(connection.execute(_GIVEN).all(), key=lambda row: row.sale):
        sold = [line._replace(returned=NO_UNITS) for line in returns.sold_lines(connection, sale_id)]
        for _invoice, found in groupby(of_sale, key=lambda row: row.id):
            rows = [row for row in found if any(line.id == row.returns_line_id for line in sold)]
            wanted = [Wanted(row.returns_line_id, row.quantity) for row in rows]
            for row, given in zip(rows, worked_out(sold, wanted), strict=True):
                line = next(each for each in sold if each.id == row.returns_line_id)
                stored = (-row.extension, row.given_before, row.tax_code_id, row.taxes)
                again = (given.amount, given.before, line.tax_code_id, line.taxes)
                if stored != again:
                    yield _wrong(
                        row, f"gives back {stored[0]} after {stored[1]}, but {again[0]} after {again[1]} is due"
                    )
            sold = [
                line._replace(
                    returned=sum((each.quantity for each in wanted if each.line_id == line.id), line.returned)
                )
                for line in sold
            ]


def _wrong(row: Any, problem: str) -> Violation:  # noqa: ANN401 - a row of the query above
    return Violation("M3", "invoice", row.id, called(row.number), f"the line at position {row.position} {problem}")


def roads(connection: sa.Connection) -> Iterator[Violation]:
    """X3: see that each refund went the way the sale was paid, or that somebody allowed another."""
    for sale_id, of_sale in groupby(connection.execute(_REFUNDS).all(), key=lambda row: row.sale):
        paid = {key: road._replace(gave=road.gave * 0) for key, road in returns.roads(connection, sale_id).items()}
        for invoice_id, found in groupby(of_sale, key=lambda row: row.id):
            rows = list(found)
            tenders = [returns.payment_of(row) for row in rows]
            for need in road_needs(paid, tenders, rows[0].rounding):
                allowed = connection.scalar(_ALLOWED, {"invoice": invoice_id})
                if allowed is None or need.extent is None or allowed < need.extent:
                    problem = f"refunds {need.extent} another way than the sale was paid, and nobody allowed it"
                    yield Violation("X3", "invoice", invoice_id, called(rows[0].number), problem)
            for type_id, gave in refunded(tenders, rows[0].rounding).items():
                road = paid.get(type_id, Paid("", gave * 0))
                paid[type_id] = road._replace(gave=road.gave + gave)

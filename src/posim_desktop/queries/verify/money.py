"""Rules M1 to M3: what invoices come to, what was paid, and every extension and tax worked out again.

The database adds and compares. Multiplying is done here, by the very functions of the domain that sales use.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.card_numbers import holds_card_number
from posim_desktop.domain.money import MONEY_PLACES
from posim_desktop.domain.sales.invoice import InvoiceStatus, Line, TransCode, extended, totals
from posim_desktop.domain.sales.sale_discount import SaleDiscount, shares
from posim_desktop.domain.tax import tax_on
from posim_desktop.orm import Invoice, InvoiceLine, InvoiceTax, TenderPaid
from posim_desktop.queries.verify.violation import Rule, Violation, called

_AT_ONCE = 1000


def _of_invoices(rule: str, problem: str, select: str) -> Rule:
    """Make a rule about two amounts of an invoice, in the shop's currency."""
    return Rule(rule, "invoice", problem, select, places=MONEY_PLACES)


_M1 = (
    _of_invoices(
        "M1",
        "the subtotal is {}, but its lines come to {}",
        """SELECT i.id, i.number, i.subtotal, COALESCE(l.extension, 0)
             FROM invoices i
             LEFT JOIN (SELECT invoice_id, SUM(extension) AS extension FROM invoice_lines GROUP BY invoice_id) l
                    ON l.invoice_id = i.id
            WHERE i.subtotal <> COALESCE(l.extension, 0)""",
    ),
    _of_invoices(
        "M1",
        "the total is {}, but its subtotal and tax come to {}",
        """SELECT id, number, total, CASE WHEN tax_inclusive THEN subtotal ELSE subtotal + tax END
             FROM invoices
            WHERE total <> CASE WHEN tax_inclusive THEN subtotal ELSE subtotal + tax END""",
    ),
    _of_invoices(
        "M1",
        "the tax is {}, but its tax codes come to {}",
        """SELECT i.id, i.number, i.tax, COALESCE(t.tax, 0)
             FROM invoices i
             LEFT JOIN (SELECT invoice_id, SUM(tax) AS tax FROM invoice_taxes GROUP BY invoice_id) t
                    ON t.invoice_id = i.id
            WHERE i.status = 'processed' AND i.tax <> COALESCE(t.tax, 0)""",
    ),
    _of_invoices(
        "M1",
        "a line that charges nothing comes to {} instead of {}",
        """SELECT i.id, i.number, l.extension, 0
             FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
            WHERE l.trans_code IN ('B', 'C') AND l.extension <> 0""",
    ),
)

_M2 = (
    _of_invoices(
        "M2",
        "the total, rounded where cash is, is {}, but its tenders less change come to {}",
        """SELECT i.id, i.number, i.total + i.rounding, COALESCE(t.paid, 0)
             FROM invoices i
             LEFT JOIN (SELECT invoice_id, SUM(amount - change) AS paid FROM tenders GROUP BY invoice_id) t
                    ON t.invoice_id = i.id
            WHERE i.status = 'processed' AND i.total + i.rounding <> COALESCE(t.paid, 0)""",
    ),
    _of_invoices(
        "M2",
        "is rounded by {}, but {} tenders are rounded",
        """SELECT i.id, i.number, i.rounding, 0
             FROM invoices i
            WHERE i.rounding <> 0
              AND NOT EXISTS (SELECT 1 FROM tenders t WHERE t.invoice_id = i.id AND t.rounds)""",
    ),
    Rule(
        "M2",
        "invoice",
        "was paid by “{}”, but the shop's tender of that payment is “{}”",
        """SELECT i.id, i.number, t.kind, s.kind
             FROM invoices i JOIN tenders t ON t.invoice_id = i.id JOIN tender_types s ON s.id = t.type_id
            WHERE t.kind <> s.kind""",
        places=None,
    ),
    _of_invoices(
        "M2",
        "is not posted, but {} of the {} handed over for it went back",
        """SELECT i.id, i.number, t.change, t.amount
             FROM invoices i JOIN tenders t ON t.invoice_id = i.id
            WHERE i.status <> 'processed' AND t.change <> 0""",
    ),
    _of_invoices(
        "M2",
        "of {} that was handed over before it is posted, somebody took {}",
        """SELECT i.id, i.number, t.amount, 0
             FROM invoices i JOIN tenders t ON t.invoice_id = i.id
            WHERE i.status <> 'processed' AND (t.employee_id IS NULL OR t.taken_at IS NULL)""",
    ),
)

_LINES_OF_CODES = """
    SELECT l.invoice_id, l.tax_code_id, l.tax_rate AS rate, SUM(l.extension) AS extension
      FROM invoice_lines l WHERE l.tax_code_id IS NOT NULL GROUP BY l.invoice_id, l.tax_code_id, l.tax_rate"""

_TAXABLE = (
    _of_invoices(
        "M3",
        "a tax code was taken on {}, but its lines come to {}",
        f"""SELECT i.id, i.number, t.taxable, COALESCE(l.extension, 0)
              FROM invoice_taxes t JOIN invoices i ON i.id = t.invoice_id
              LEFT JOIN ({_LINES_OF_CODES}) l
                     ON l.invoice_id = t.invoice_id AND l.tax_code_id = t.tax_code_id AND l.rate = t.rate
             WHERE t.taxable <> COALESCE(l.extension, 0)""",  # noqa: S608 - text of this module
    ),
    _of_invoices(
        "M3",
        "lines of a tax code come to {}, but {} tax rows name that code",
        f"""SELECT i.id, i.number, l.extension, 0
              FROM ({_LINES_OF_CODES}) l JOIN invoices i ON i.id = l.invoice_id
              LEFT JOIN invoice_taxes t
                     ON t.invoice_id = l.invoice_id AND t.tax_code_id = l.tax_code_id AND t.rate = l.rate
             WHERE i.status = 'processed' AND i.exempt_number = '' AND t.id IS NULL AND l.extension <> 0""",  # noqa: S608 - text of this module
    ),
)

_EXEMPT = _of_invoices(
    "M3",
    "is exempt from tax, but its tax is {} instead of {}",
    "SELECT id, number, tax, 0 FROM invoices WHERE exempt_number <> '' AND tax <> 0",
)

RULES = (_EXEMPT, *_M1, *_M2, *_TAXABLE)


def extensions(connection: sa.Connection) -> Iterator[Violation]:
    """M3: extend every line again."""
    lines = sa.select(
        InvoiceLine.invoice_id,
        Invoice.number,
        InvoiceLine.position,
        InvoiceLine.trans_code,
        InvoiceLine.quantity,
        InvoiceLine.unit_price,
        InvoiceLine.discount,
        InvoiceLine.tax_code_id,
        InvoiceLine.tax_rate,
        InvoiceLine.sale_discount,
        InvoiceLine.extension,
        Invoice.tax_inclusive,
        Invoice.exempt_number,
    ).join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    for line in connection.execute(lines.execution_options(yield_per=_AT_ONCE)):
        again = extended(_ruled(line), net=line.tax_inclusive and bool(line.exempt_number))
        if again != line.extension:
            yield Violation(
                "M3",
                "invoice",
                line.invoice_id,
                called(line.number),
                f"the line at position {line.position} comes to {line.extension}, but quantity × price − discount "
                f"is {again}",
            )


def references(connection: sa.Connection) -> Iterator[Violation]:
    """M2: look for the numbers of cards among what finds payments again."""
    payments = (
        sa.select(TenderPaid.invoice_id, Invoice.number, TenderPaid.reference)
        .join(Invoice, Invoice.id == TenderPaid.invoice_id)
        .where(TenderPaid.reference != "")
    )
    for row in connection.execute(payments.execution_options(yield_per=_AT_ONCE)):
        if holds_card_number(row.reference):
            yield Violation("M2", "invoice", row.invoice_id, called(row.number), "a reference holds a card's number")


def sale_discounts(connection: sa.Connection) -> Iterator[Violation]:
    """M3: share the discount on every sale again."""
    lines = (
        sa.select(
            Invoice.id,
            Invoice.number,
            Invoice.discount.label("asked"),
            Invoice.discount_percent,
            InvoiceLine.position,
            InvoiceLine.trans_code,
            InvoiceLine.quantity,
            InvoiceLine.unit_price,
            InvoiceLine.discount,
            InvoiceLine.tax_code_id,
            InvoiceLine.tax_rate,
            InvoiceLine.sale_discount,
        )
        .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
        .where(
            sa.or_(
                Invoice.discount > 0,
                Invoice.discount_percent.is_not(None),
                Invoice.id.in_(sa.select(InvoiceLine.invoice_id).where(InvoiceLine.sale_discount != 0)),
            )
        )
        .order_by(Invoice.id, InvoiceLine.position)
    )
    stored = connection.execute(lines.execution_options(yield_per=_AT_ONCE))
    for (invoice_id, number, amount, percent), found in groupby(
        stored, key=lambda row: (row.id, row.number, row.asked, row.discount_percent)
    ):
        rows = list(found)
        again = shares(SaleDiscount(amount, percent), [_ruled(row) for row in rows])
        for row, share in zip(rows, again, strict=True):
            if row.sale_discount != share:
                problem = (
                    f"the line at position {row.position} has {row.sale_discount} of the discount on the sale, "
                    f"but its share is {share}"
                )
                yield Violation("M3", "invoice", invoice_id, called(number), problem)


def taxes(connection: sa.Connection) -> Iterator[Violation]:
    """M3: tax every sum of a processed invoice again."""
    stored = sa.select(
        InvoiceTax.invoice_id,
        Invoice.number,
        Invoice.tax_inclusive,
        InvoiceTax.rate,
        InvoiceTax.taxable,
        InvoiceTax.tax,
    ).join(Invoice, Invoice.id == InvoiceTax.invoice_id)
    for row in connection.execute(stored.execution_options(yield_per=_AT_ONCE)):
        again = tax_on(row.taxable, row.rate, inclusive=row.tax_inclusive)
        if again != row.tax:
            percent = f"{row.rate.normalize():f}"
            problem = f"the tax of {percent} % on {row.taxable} is {row.tax}, but comes to {again}"
            yield Violation("M3", "invoice", row.invoice_id, called(row.number), problem)


def unprocessed_totals(connection: sa.Connection) -> Iterator[Violation]:
    """M3: add up every invoice again that has no stored taxes yet."""
    lines = (
        sa.select(
            Invoice.id,
            Invoice.tax_inclusive,
            Invoice.tax,
            Invoice.exempt_number,
            InvoiceLine.trans_code,
            InvoiceLine.quantity,
            InvoiceLine.unit_price,
            InvoiceLine.discount,
            InvoiceLine.sale_discount,
            InvoiceLine.tax_code_id,
            InvoiceLine.tax_rate,
        )
        .outerjoin(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
        .where(Invoice.status != InvoiceStatus.PROCESSED)
        .order_by(Invoice.id, InvoiceLine.position)
    )
    stored = connection.execute(lines.execution_options(yield_per=_AT_ONCE))
    for (invoice_id, inclusive, tax, exempt), rows in groupby(
        stored, key=lambda row: (row.id, row.tax_inclusive, row.tax, row.exempt_number)
    ):
        again = _tax_of(rows, inclusive=inclusive, exempt=bool(exempt))
        if again != tax:
            yield Violation("M3", "invoice", invoice_id, "", f"the tax is {tax}, but its lines make it {again}")


def _tax_of(rows: Iterable[Any], *, inclusive: bool, exempt: bool) -> Decimal:
    lines = (_ruled(row) for row in rows if row.trans_code is not None)
    return totals(lines, tax_inclusive=inclusive, exempt=exempt).tax


def _ruled(row: Any) -> Line:  # noqa: ANN401 - a row of a query above
    return Line(
        TransCode(row.trans_code),
        row.quantity,
        row.unit_price,
        row.discount,
        row.tax_code_id,
        row.tax_rate,
        sale_discount=row.sale_discount,
    )

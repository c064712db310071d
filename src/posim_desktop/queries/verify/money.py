"""Rules M1 to M4: what invoices come to, what was paid, and every extension and tax worked out again.

The database adds and compares. Multiplying is done here, by the very functions of the domain that sales use.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.card_numbers import holds_card_number
from posim_desktop.domain.money import money_places
from posim_desktop.domain.sales.invoice import GivenBack, InvoiceStatus, Line, TransCode, extended, totals
from posim_desktop.domain.sales.sale_discount import SaleDiscount, shares
from posim_desktop.domain.tax import UNTAXED, TaxDue, readable
from posim_desktop.orm import Invoice, InvoiceLine, InvoiceTax, TaxCode, TenderPaid
from posim_desktop.queries.verify.violation import Rule, Violation, called

_AT_ONCE = 1000


def _of_invoices(rule: str, problem: str, select: str) -> Rule:
    """Make a rule about two amounts of an invoice, in the shop's currency."""
    return Rule(rule, "invoice", problem, select, places=money_places)


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
        "the tax is {}, but its taxes come to {}",
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

_RULED = (
    InvoiceLine.trans_code,
    InvoiceLine.quantity,
    InvoiceLine.unit_price,
    InvoiceLine.discount,
    InvoiceLine.sale_discount,
    InvoiceLine.tax_code_id,
    sa.type_coerce(InvoiceLine.taxes, sa.Text).label("taxes"),  # as it is stored: M10 says what cannot be read
    InvoiceLine.extension,
    InvoiceLine.given_before,
)

_EXEMPT = _of_invoices(
    "M3",
    "is exempt from tax, but its tax is {} instead of {}",
    """SELECT id, number, tax, 0 FROM invoices i
        WHERE exempt_number <> '' AND tax <> 0
          AND NOT EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = i.id AND l.returns_line_id IS NOT NULL)""",
)

RULES = (_EXEMPT, *_M1, *_M2)


def extensions(connection: sa.Connection) -> Iterator[Violation]:
    """M3: extend every line again; what is given back of a sale is worked out in :mod:`returns`."""
    lines = sa.select(
        InvoiceLine.invoice_id,
        Invoice.number,
        InvoiceLine.position,
        Invoice.tax_inclusive,
        Invoice.exempt_number,
        *_RULED,
    )
    lines = lines.join(Invoice, Invoice.id == InvoiceLine.invoice_id).where(InvoiceLine.returns_line_id.is_(None))
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
            *_RULED,
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
    """M3: tax every invoice again, and compare each tax that is stored of a processed one."""
    lines = (
        sa.select(
            Invoice.id,
            Invoice.status,
            Invoice.number,
            Invoice.tax_inclusive,
            Invoice.tax,
            Invoice.exempt_number,
            *_RULED,
        )
        .outerjoin(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
        .order_by(Invoice.id, InvoiceLine.position)
    )
    stored = sa.select(
        InvoiceTax.invoice_id,
        InvoiceTax.tax_code_id,
        InvoiceTax.name,
        InvoiceTax.rate,
        InvoiceTax.taxable,
        InvoiceTax.tax,
    ).order_by(InvoiceTax.invoice_id, InvoiceTax.position)
    with connection.execute(stored.execution_options(yield_per=_AT_ONCE)) as taxes_stored:
        stored_of = _by_invoice(taxes_stored)
        found = connection.execute(lines.execution_options(yield_per=_AT_ONCE))
        for _, group in groupby(found, key=lambda row: row.id):
            rows = list(group)
            for problem in _wrong_taxes(rows, stored_of(rows[0].id)):
                yield Violation("M3", "invoice", rows[0].id, called(rows[0].number), problem)


def tax_texts(connection: sa.Connection) -> Iterator[Violation]:
    """M4: read the taxes of every tax code and of every line, which are stored as texts."""
    of_code = sa.type_coerce(TaxCode.taxes, sa.Text).label("taxes")
    for code in connection.execute(sa.select(TaxCode.id, TaxCode.code, of_code).order_by(TaxCode.id)):
        if not readable(code.taxes):
            problem = f"its taxes {code.taxes!r} are not as taxes are written"
            yield Violation("M10", "tax code", code.id, code.code, problem)
    of_line = sa.type_coerce(InvoiceLine.taxes, sa.Text).label("taxes")
    # The same few texts stand on all lines: each is read once.
    unreadable = [stored for stored in connection.scalars(sa.select(of_line).distinct()) if readable(stored) is None]
    lines = (
        sa.select(InvoiceLine.invoice_id, Invoice.number, InvoiceLine.position, of_line)
        .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
        .where(of_line.in_(unreadable))
        .order_by(InvoiceLine.invoice_id, InvoiceLine.position)
    )
    for line in connection.execute(lines) if unreadable else ():
        problem = f"the line at position {line.position} has the taxes {line.taxes!r}, not as taxes are written"
        yield Violation("M10", "invoice", line.invoice_id, called(line.number), problem)


def _wrong_taxes(rows: Sequence[Any], stored: Sequence[TaxDue]) -> Iterator[str]:
    """Say what is wrong with the taxes of an invoice, of which these are the lines."""
    invoice = rows[0]
    ruled = [_ruled(row) for row in rows if row.trans_code is not None]
    sums = totals(ruled, tax_inclusive=invoice.tax_inclusive, exempt=bool(invoice.exempt_number))
    if invoice.status == InvoiceStatus.PROCESSED:
        yield from _differing(stored, sums.taxes)
    elif sums.tax != invoice.tax:
        yield f"the tax is {invoice.tax}, but its lines make it {sums.tax}"


def _by_invoice(taxes: Iterable[Any]) -> Callable[[int], list[TaxDue]]:
    """Return what gives the stored taxes of an invoice, read along with the invoices: ask in the order of the ids."""
    groups = groupby(taxes, key=lambda row: row.invoice_id)
    at = next(groups, None)

    def of_invoice(invoice_id: int) -> list[TaxDue]:
        nonlocal at
        while at is not None and at[0] < invoice_id:
            at = next(groups, None)
        return [TaxDue(*row[1:]) for row in at[1]] if at is not None and at[0] == invoice_id else []

    return of_invoice


def _differing(stored: Sequence[TaxDue], again: Sequence[TaxDue]) -> Iterator[str]:
    """Say which taxes of an invoice are not what its lines make them; taxes on nothing may stand there or not."""
    stored, again = ([each for each in taxes if each.taxable or each.tax] for taxes in (stored, again))
    for due, expected in zip_longest(stored, again):
        if due is None:
            yield f"its lines make a tax {_written(expected)}, which is missing"
        elif expected is None:
            yield f"there is a tax {_written(due)}, which its lines do not make"
        elif due != expected:
            yield f"there is a tax {_written(due)}, but its lines make it {_written(expected)}"


def _written(due: TaxDue) -> str:
    return f"{due.name} of {due.rate.normalize():f} % on {due.taxable}, which is {due.tax}"


def _ruled(row: Any) -> Line:  # noqa: ANN401 - a row of a query above
    return Line(
        TransCode(row.trans_code),
        row.quantity,
        row.unit_price,
        row.discount,
        row.tax_code_id,
        readable(row.taxes) or UNTAXED,
        sale_discount=row.sale_discount,
        back=None if row.given_before is None else GivenBack(-row.extension, row.given_before),
    )

"""Rules M4 to M9: what is held for customers, and that each cent of it came and went with a document.

The database adds and compares. Shares are worked out here, by the very function of the domain that cancels use.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.money import ZERO, money_places
from posim_desktop.domain.sales.customer_money import MoneyKind, share
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.tenders import OF_CUSTOMER
from posim_desktop.orm import Backorder, BackorderEvent, CustomerMoney, Invoice, InvoiceLine, TenderPaid
from posim_desktop.queries.verify.violation import Rule, Violation, called

_DEPOSITED = (
    "SELECT invoice_id, SUM(extension) AS extension FROM invoice_lines WHERE trans_code = 'D' GROUP BY invoice_id"
)
_OWN = "SELECT invoice_id, SUM(amount) AS amount FROM tenders WHERE kind IN ('deposit', 'credit') GROUP BY invoice_id"


def _of(record: str, rule: str, problem: str, select: str) -> Rule:
    """Make a rule about two amounts, in the shop's currency."""
    return Rule(rule, record, problem, select, places=money_places)


_M4 = (
    _of(
        "backorder",
        "M4",
        "its deposit is {} and not {} or more",
        """SELECT b.id, b.number, SUM(m.amount), 0
             FROM backorders b JOIN customer_money m ON m.backorder_id = b.id
            GROUP BY b.id, b.number HAVING SUM(m.amount) < 0""",
    ),
    _of(
        "customer",
        "M4",
        "has a credit of {}, and may owe {} on account",
        """SELECT c.id, c.code, SUM(m.amount), c.credit_limit
             FROM customers c JOIN customer_money m ON m.customer_id = c.id
            WHERE m.backorder_id IS NULL
            GROUP BY c.id, c.code, c.credit_limit HAVING SUM(m.amount) + c.credit_limit < 0""",
    ),
    _of(
        "customer",
        "M4",
        "was merged into another card, but {} is held for it instead of {}",
        """SELECT c.id, c.code, SUM(m.amount), 0
             FROM customers c JOIN customer_money m ON m.customer_id = c.id
            WHERE c.merged_into IS NOT NULL
            GROUP BY c.id, c.code HAVING SUM(m.amount) <> 0""",
    ),
    _of(
        "customer",
        "M4",
        "{} was moved elsewhere, but {} arrived",
        """SELECT c.id, c.code, -m.amount, COALESCE(a.amount, 0)
             FROM customer_money m
             JOIN customers c ON c.id = m.customer_id
             LEFT JOIN customer_money a ON a.moved_from_id = m.id
            WHERE m.kind = 'moved' AND m.moved_from_id IS NULL AND COALESCE(a.amount, 0) <> -m.amount""",
    ),
    _of(
        "customer",
        "M4",
        "{} arrived, but came from where {} had left",
        """SELECT c.id, c.code, m.amount, -f.amount
             FROM customer_money m
             JOIN customers c ON c.id = m.customer_id
             JOIN customer_money f ON f.id = m.moved_from_id
            WHERE f.kind <> 'moved' OR f.moved_from_id IS NOT NULL""",
    ),
)

_M5 = (
    _of(
        "backorder",
        "M5",
        "is closed, but {} is held for it instead of {}",
        """SELECT b.id, b.number, SUM(m.amount), 0
             FROM backorders b JOIN customer_money m ON m.backorder_id = b.id
            WHERE b.outstanding = 0 AND b.waiting = 0
            GROUP BY b.id, b.number HAVING SUM(m.amount) <> 0""",
    ),
    _of(
        "backorder",
        "M5",
        "is another customer's than {} of what is held for it, instead of {}",
        """SELECT b.id, b.number, SUM(m.amount), 0
             FROM backorders b JOIN customer_money m ON m.backorder_id = b.id
            WHERE m.customer_id <> b.customer_id
            GROUP BY b.id, b.number, m.customer_id HAVING SUM(m.amount) <> 0""",
    ),
)

_M7 = _of(
    "invoice",
    "M7",
    "{} of its customer's money was used, but it comes to {} without deposits",
    f"""SELECT i.id, i.number, o.amount, i.total - COALESCE(d.extension, 0)
          FROM invoices i
          JOIN ({_OWN}) o ON o.invoice_id = i.id
          LEFT JOIN ({_DEPOSITED}) d ON d.invoice_id = i.id
         WHERE i.status = 'processed'
           AND (o.amount > 0 AND o.amount > i.total - COALESCE(d.extension, 0)
                OR o.amount < 0 AND o.amount < i.total - COALESCE(d.extension, 0))""",  # noqa: S608 - text of this module
)

_M9 = (
    _of(
        "invoice",
        "M9",
        "a deposit line comes to {}, but {} moved",
        """SELECT i.id, i.number, l.extension, COALESCE(m.amount, 0)
             FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
             LEFT JOIN customer_money m ON m.line_id = l.id
            WHERE l.trans_code = 'D' AND i.status = 'processed' AND COALESCE(m.amount, 0) <> l.extension""",
    ),
    _of(
        "invoice",
        "M9",
        "{} of its customer's money was used, but {} moved",
        """SELECT i.id, i.number, t.amount, COALESCE(-m.amount, 0)
             FROM invoices i JOIN tenders t ON t.invoice_id = i.id
             LEFT JOIN customer_money m ON m.tender_id = t.id
            WHERE t.kind IN ('deposit', 'credit') AND i.status = 'processed' AND COALESCE(-m.amount, 0) <> t.amount""",
    ),
    _of(
        "invoice",
        "M9",
        "{} moved with it, which its lines and tenders do not say; they say {}",
        """SELECT i.id, i.number, m.amount, 0
             FROM customer_money m
             LEFT JOIN invoice_lines l ON l.id = m.line_id
             LEFT JOIN tenders t ON t.id = m.tender_id
             JOIN invoices i ON i.id = COALESCE(l.invoice_id, t.invoice_id)
            WHERE i.status <> 'processed' OR l.trans_code <> 'D' OR t.kind NOT IN ('deposit', 'credit')""",
    ),
    Rule(
        "M9",
        "invoice",
        "its money is held for backorder {} instead of {}",
        """SELECT i.id, i.number, m.backorder_id, COALESCE(l.deposit_backorder_id, b.id, t.backorder_id)
             FROM customer_money m
             LEFT JOIN invoice_lines l ON l.id = m.line_id
             LEFT JOIN backorders b ON b.source_line_id = l.deposit_line_id
             LEFT JOIN tenders t ON t.id = m.tender_id
             JOIN invoices i ON i.id = COALESCE(l.invoice_id, t.invoice_id)
            WHERE COALESCE(m.backorder_id, 0) <> COALESCE(l.deposit_backorder_id, b.id, t.backorder_id, 0)""",
        places=None,
    ),
    Rule(
        "M9",
        "invoice",
        "its money is of customer {}, but it is for {}",
        """SELECT i.id, i.number, m.customer_id, i.customer_id
             FROM customer_money m
             LEFT JOIN invoice_lines l ON l.id = m.line_id
             LEFT JOIN tenders t ON t.id = m.tender_id
             JOIN invoices i ON i.id = COALESCE(l.invoice_id, t.invoice_id)
            WHERE i.customer_id IS NULL OR i.customer_id <> m.customer_id""",
        places=None,
    ),
    Rule(
        "M9",
        "invoice",
        "a deposit is for line {}, which is no B line of it but a line of invoice {}",
        """SELECT i.id, i.number, l.deposit_line_id, f.invoice_id
             FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
             JOIN invoice_lines f ON f.id = l.deposit_line_id
            WHERE f.invoice_id <> l.invoice_id OR f.trans_code <> 'B'""",
        places=None,
    ),
)

RULES = (*_M4, *_M5, _M7, *_M9)


def money_of_the_shop(connection: sa.Connection) -> Iterator[Violation]:
    """M6: what came in less what went out is what goods came to, what is held, and the fees."""
    processed = Invoice.status == InvoiceStatus.PROCESSED
    of_own = TenderPaid.kind.in_([str(kind) for kind in OF_CUSTOMER])
    paid = sa.select(sa.func.sum(TenderPaid.amount - TenderPaid.change)).join(
        Invoice, Invoice.id == TenderPaid.invoice_id
    )
    came = _sum(connection, paid.where(processed, ~of_own)) - _sum(
        connection, sa.select(sa.func.sum(Invoice.rounding)).where(processed)
    )
    deposits = (
        sa.select(sa.func.sum(InvoiceLine.extension))
        .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
        .where(processed, InvoiceLine.trans_code == TransCode.DEPOSIT)
    )
    goods = _sum(connection, sa.select(sa.func.sum(Invoice.total)).where(processed)) - _sum(connection, deposits)
    held = _sum(connection, sa.select(sa.func.sum(CustomerMoney.amount)))
    fees = -_sum(
        connection, sa.select(sa.func.sum(CustomerMoney.amount)).where(CustomerMoney.kind == MoneyKind.FORFEITED)
    )
    if came != goods + held + fees:
        problem = f"{came} came in, but goods came to {goods}, {held} is held, and {fees} are fees"
        yield Violation("M6", "shop", 0, "", problem)


def _sum(connection: sa.Connection, select: sa.Select[Decimal]) -> Decimal:
    return connection.scalar(sa.select(sa.type_coerce(select.scalar_subquery(), CustomerMoney.amount.type))) or ZERO


class _Moved(NamedTuple):
    """A row of a deposit."""

    event_id: int | None
    amount: Decimal


def shares(connection: sa.Connection) -> Iterator[Violation]:
    """M8: no cancellation took more of a deposit than the share of what was canceled."""
    rows: dict[int, list[_Moved]] = defaultdict(list)
    money = sa.select(CustomerMoney.backorder_id, CustomerMoney.event_id, CustomerMoney.amount)
    for row in connection.execute(money.where(CustomerMoney.backorder_id.is_not(None)).order_by(CustomerMoney.id)):
        rows[row.backorder_id].append(_Moved(row.event_id, row.amount))
    canceled = {each.event_id for own in rows.values() for each in own if each.event_id is not None}
    if not canceled:
        return
    for backorder in connection.execute(
        sa.select(Backorder.id, Backorder.number, Backorder.ordered).where(Backorder.id.in_(sorted(rows)))
    ):
        units = backorder.ordered
        events = sa.select(BackorderEvent.id, BackorderEvent.kind, BackorderEvent.quantity)
        for event in connection.execute(
            events.where(BackorderEvent.backorder_id == backorder.id).order_by(BackorderEvent.id)
        ):
            if event.id in canceled:
                freed, taken = _taken_by(rows[backorder.id], event.id, units, event.quantity)
                if taken > freed:
                    problem = f"a cancellation took {taken} of its deposit, but its share was {freed}"
                    yield Violation("M8", "backorder", backorder.id, called(backorder.number), problem)
            if event.kind in {EventKind.CANCEL, EventKind.SOLD}:
                units -= event.quantity


def _taken_by(rows: Sequence[_Moved], event_id: int, units: Decimal, quantity: Decimal) -> tuple[Decimal, Decimal]:
    """Return what a cancellation freed of a deposit, and what it took."""
    first = next(place for place, row in enumerate(rows) if row.event_id == event_id)
    balance = sum((row.amount for row in rows[:first]), ZERO)
    taken = -sum((row.amount for row in rows if row.event_id == event_id), ZERO)
    return share(balance, units, quantity), taken

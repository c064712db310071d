"""Invoices with their taxes as they are stored; their lines and tenders have keepers of their own."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.exemption import TAXED, Exemption
from posim_desktop.domain.folding import search_key
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import tenders as tender_rules
from posim_desktop.domain.sales.card_requests import open_refusal
from posim_desktop.domain.sales.invoice import LEGAL_STEPS, InvoiceStatus, Origin
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import Invoice, InvoiceTax
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.records import card_request_rows, drawer_rows, invoice_lines, statements, tender_rows
from posim_desktop.services.records.invoice_lines import LineContent
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredInvoice(NamedTuple):
    """A locked invoice, or one that was just opened."""

    id: int
    status: InvoiceStatus
    committed: bool
    customer_id: int | None
    tax_inclusive: bool
    total: Decimal
    note: str = ""
    discount: Decimal = ZERO
    discount_percent: Decimal | None = None
    open_workstation: str | None = None
    exempt_number: str = ""
    exempt_reason: str = ""
    workstation: str = ""
    returns_invoice_id: int | None = None
    customer_order: str = ""
    job_tag: str = ""
    origin: str = Origin.SALE

    @property
    def exemption(self) -> Exemption:
        """Whether tax is paid, and if not, under which exemption."""
        return Exemption(self.exempt_number, self.exempt_reason)

    @property
    def is_net(self) -> bool:
        """Whether its prices include a tax that is not paid."""
        return self.tax_inclusive and bool(self.exempt_number)

    def totals(self, lines: Sequence[invoice_rules.Line]) -> invoice_rules.Totals:
        """Add lines up as this invoice is taxed."""
        return invoice_rules.totals(lines, tax_inclusive=self.tax_inclusive, exempt=bool(self.exempt_number))

    @property
    def sale_discount(self) -> SaleDiscount:
        """The discount on the whole sale."""
        return SaleDiscount(self.discount, self.discount_percent)


class InvoiceFields(TypedDict, total=False):
    """What may be written on an invoice, its status and its sums apart."""

    committed: bool
    committed_at: datetime | None
    open_workstation: str | None
    open_employee_id: int | None
    opened_at: datetime | None
    customer_id: int | None
    discount: Decimal
    discount_percent: Decimal | None
    discount_reason: str
    exempt_number: str
    exempt_reason: str
    returns_invoice_id: int | None
    storage_place: str
    origin: Origin


class FillInvoice(NamedTuple):
    """A committed invoice to be opened for a customer: its lines and what they come to."""

    customer_id: int
    lines: Sequence[LineContent]
    sums: invoice_rules.Totals
    exemption: Exemption


class _NewInvoice(TypedDict):
    number: None
    status: str
    committed: bool
    committed_at: datetime | None
    open_workstation: str | None
    open_employee_id: int | None
    opened_at: datetime | None
    origin: str
    customer_id: int | None
    employee_id: int | None
    workstation: str
    created_at: datetime
    processed_at: None
    tax_inclusive: bool
    subtotal: Decimal
    tax: Decimal
    total: Decimal
    rounding: Decimal
    bill_to: str
    note: str
    version: int
    discount: Decimal
    discount_percent: None
    discount_reason: str
    exempt_number: str
    exempt_reason: str
    search_text: str


class _Tax(NamedTuple):
    invoice_id: int
    position: int
    tax_code_id: int
    name: str
    rate: Decimal
    taxable: Decimal
    tax: Decimal


# Built once, on plain tables: each scan at a till and each posting comes here.
_invoices = table_of(Invoice)
_taxes = table_of(InvoiceTax)
_LOCK = (
    sa.select(*(_invoices.c[name] for name in StoredInvoice._fields))
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .with_for_update()
)
_SALE_OF = sa.select(_invoices.c.returns_invoice_id).where(_invoices.c.id == sa.bindparam("invoice"))
_WORKING_OF = (
    sa.select(_invoices.c.id)
    .where(_invoices.c.customer_id == sa.bindparam("customer"), _invoices.c.status == str(InvoiceStatus.WORKING))
    .order_by(_invoices.c.id)
)
_OF_CARDS = (
    sa.select(_invoices.c.id)
    .where(_invoices.c.customer_id.in_(sa.bindparam("customers", expanding=True)))
    .order_by(_invoices.c.id)
    .with_for_update()
)
_WORDS = (
    *("bill_to", "note", "customer_order", "job_tag", "storage_place"),
    *("exempt_number", "exempt_reason", "search_text"),
)
"""What is written on an invoice about its customer."""
_LOCK_WORKING_OF = _WORKING_OF.with_for_update()
_INSERT = sa.insert(_invoices).returning(_invoices.c.customer_id, _invoices.c.id)
_SUMS = ("subtotal", "tax", "total")
_RESTATE = (
    sa.update(_invoices)
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .values(statements.new_values(_invoices, *_SUMS) | {"version": _invoices.c.version + 1})
)
_CLOSED = InvoiceFields(open_workstation=None, open_employee_id=None, opened_at=None)
_FINISHED = ("number", "processed_at", "employee_id", "workstation", *_SUMS, "rounding", "bill_to", "day_id")
_FINISH = (
    sa.update(_invoices)
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .values(
        statements.new_values(_invoices, "status", *_FINISHED)
        | {"committed": False, "committed_at": None, **_CLOSED, "version": _invoices.c.version + 1}
    )
)


_NEW_MARKS = tuple(f"new_{name}" for name in _CLOSED)
_MARK = (
    sa.update(_invoices)
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .values(statements.new_values(_invoices, *_CLOSED))
)
_IN_HAND = (
    sa.select(_invoices.c.id)
    .where(_invoices.c.open_workstation == sa.bindparam("here"), _invoices.c.status == str(InvoiceStatus.WORKING))
    .order_by(_invoices.c.id)
    .with_for_update()
)


def lock(session: Session, invoice_id: int) -> StoredInvoice:
    """Lock an invoice, whatever its status, and read it again.

    Raises:
        RefusedError: There is no such invoice.
    """
    row = session.connection().execute(_LOCK, {"invoice": invoice_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_INVOICE)
    climb(session, Rank.INVOICE, [invoice_id])
    return StoredInvoice(row.id, InvoiceStatus(row.status), *row[2:])


def lock_with_sale(session: Session, invoice_id: int) -> StoredInvoice:
    """Lock an invoice and the sale of which it takes goods back, in the order of their ids.

    Raises:
        RefusedError: There is no such invoice, or it takes back goods of another sale by now.
    """
    return lock_with(session, invoice_id, ())[invoice_id]


def lock_with(session: Session, invoice_id: int, others: Iterable[int]) -> dict[int, StoredInvoice]:
    """Lock an invoice, the sale of which it takes goods back, and other invoices, in the order of their ids.

    Raises:
        RefusedError: There is no such invoice, or it takes back goods of another sale by now.
    """
    sale_id = session.connection().scalar(_SALE_OF, {"invoice": invoice_id})
    wanted = {invoice_id, *others, *(() if sale_id is None else (sale_id,))}
    locked = {each: lock(session, each) for each in sorted(wanted)}
    if locked[invoice_id].returns_invoice_id != sale_id:
        raise refuse(Why.RETURN_CHANGED)
    return locked


def lock_working_of(session: Session, customer_id: int) -> list[int]:
    """Lock a customer's working invoices in the order of their ids."""
    found = list(session.connection().scalars(_LOCK_WORKING_OF, {"customer": customer_id}))
    climb(session, Rank.INVOICE, found)
    return found


def working_of(session: Session, customer_id: int) -> list[int]:
    """Find a customer's working invoices, in the order of their ids."""
    return list(session.connection().scalars(_WORKING_OF, {"customer": customer_id}))


def give_to(session: Session, invoice_ids: Sequence[int], customer_id: int) -> None:
    """Give locked working invoices to the card that their customer's card is merged into."""
    for chunk in chunks(invoice_ids):
        session.connection().execute(
            sa.update(_invoices)
            .where(_invoices.c.id.in_(chunk))
            .values(customer_id=customer_id, version=_invoices.c.version + 1)
        )


def lock_of_cards(session: Session, customer_ids: Sequence[int]) -> list[int]:
    """Lock all invoices of some cards, whatever their status, in the order of their ids."""
    found = list(session.connection().scalars(_OF_CARDS, {"customers": customer_ids}))
    climb(session, Rank.INVOICE, found)
    return found


def forget_discarded(session: Session, invoice_ids: Sequence[int]) -> None:
    """Take off those of some locked invoices that were discarded what somebody wrote on them about their customer."""
    for chunk in chunks(invoice_ids):
        discarded = sa.and_(_invoices.c.id.in_(chunk), _invoices.c.status == str(InvoiceStatus.DISCARDED))
        session.connection().execute(sa.update(_invoices).where(discarded).values(dict.fromkeys(_WORDS, "")))


def open_one(
    session: Session,
    stamp: Stamp,
    customer_id: int | None,
    exemption: Exemption = TAXED,
    *,
    tax_inclusive: bool,
    origin: Origin = Origin.SALE,
) -> StoredInvoice:
    """Open an empty working invoice."""
    nothing = invoice_rules.totals((), tax_inclusive=tax_inclusive)
    row = _new(stamp, origin, customer_id, nothing, exemption, tax_inclusive=tax_inclusive)
    _customer, invoice_id = session.connection().execute(_INSERT, [row]).one()
    return StoredInvoice(
        invoice_id,
        InvoiceStatus.WORKING,
        committed=False,
        customer_id=customer_id,
        tax_inclusive=tax_inclusive,
        total=ZERO,
        open_workstation=stamp.workstation,
        exempt_number=exemption.number,
        exempt_reason=exemption.reason,
        workstation=stamp.workstation,
    )


def open_committed(
    session: Session, stamp: Stamp, origin: Origin, invoices: Sequence[FillInvoice], *, tax_inclusive: bool
) -> dict[int, int]:
    """Open committed invoices with their lines and return them by customer."""
    headers = [
        _new(stamp, origin, each.customer_id, each.sums, each.exemption, tax_inclusive=tax_inclusive, committed=True)
        for each in invoices
    ]
    made: dict[int, int] = dict(session.connection().execute(_INSERT, headers).all())
    invoice_lines.insert_all(session, {made[each.customer_id]: each.lines for each in invoices})
    return made


def write(session: Session, invoice_id: int, **values: Unpack[InvoiceFields]) -> None:
    """Write fields of a locked invoice; its version goes up."""
    statements.write(session, _invoices, invoice_id, values)


def discard(session: Session, invoice: StoredInvoice) -> None:
    """Discard a locked working invoice; nothing is set aside on it any more.

    Raises:
        RefusedError: Money was handed over for it, and nobody gave it back.
    """
    require(open_refusal(card_request_rows.open_state(session, invoice.id)))
    require(tender_rules.discard_refusal([each.ruled for each in tender_rows.of_invoice(session, invoice.id)]))
    status = step_to(LEGAL_STEPS, invoice.status, InvoiceStatus.DISCARDED)
    ended = {"status": str(status), "committed": False, "committed_at": None, **_CLOSED}
    statements.write(session, _invoices, invoice.id, ended)


def take_in_hand(session: Session, stamp: Stamp, invoice_id: int) -> None:
    """Mark a locked working invoice as in hand at a workstation; its version stays, because its content does."""
    values = (stamp.workstation, stamp.employee_id, stamp.at)
    new = {f"new_{name}": value for name, value in zip(_CLOSED, values, strict=True)}
    session.connection().execute(_MARK, new | {"invoice": invoice_id})


def let_go(session: Session, invoice_id: int) -> None:
    """Mark a locked working invoice as in hand nowhere."""
    session.connection().execute(_MARK, dict.fromkeys(_NEW_MARKS) | {"invoice": invoice_id})


def let_go_all(session: Session, workstation: str) -> list[int]:
    """Let go of everything that a workstation still has in hand according to the records, and return what that was."""
    left = list(session.connection().scalars(_IN_HAND, {"here": workstation}))
    climb(session, Rank.INVOICE, left)
    for invoice_id in left:
        let_go(session, invoice_id)
    return left


def finish(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    *,
    number: int,
    sums: invoice_rules.Totals,
    rounding: Decimal,
    bill_to: str,
) -> None:
    """Make a processed invoice of a locked working one, whose parts are written: nothing may follow."""
    status = step_to(LEGAL_STEPS, invoice.status, InvoiceStatus.PROCESSED)
    stated = (sums.subtotal, sums.tax, sums.total, rounding)
    day = drawer_rows.hold(session, stamp, at_till=True)
    values = (number, stamp.at, stamp.employee_id, stamp.workstation, *stated, bill_to, day.id)
    new = {f"new_{name}": value for name, value in zip(_FINISHED, values, strict=True)}
    session.connection().execute(_FINISH, new | {"invoice": invoice.id, "new_status": str(status)})


def state(session: Session, invoice_id: int, sums: invoice_rules.Totals) -> None:
    """Write what a locked invoice comes to."""
    stated = {"invoice": invoice_id, "new_subtotal": sums.subtotal, "new_tax": sums.tax, "new_total": sums.total}
    session.connection().execute(_RESTATE, stated)


def write_note(session: Session, invoice: StoredInvoice, note: str) -> None:
    """Write the note of a locked invoice, by which it is found too."""
    found_by = search_key(note, invoice.workstation, invoice.customer_order, invoice.job_tag)
    statements.write(session, _invoices, invoice.id, {"note": note, "search_text": found_by})


def write_reference(session: Session, invoice: StoredInvoice, customer_order: str, job_tag: str) -> None:
    """Write the customer's own order number and job on a locked invoice, by which it is found too."""
    found_by = search_key(invoice.note, invoice.workstation, customer_order, job_tag)
    written = {"customer_order": customer_order, "job_tag": job_tag, "search_text": found_by}
    statements.write(session, _invoices, invoice.id, written)


def insert_taxes(session: Session, invoice_id: int, sums: invoice_rules.Totals) -> None:
    """Write what each tax of each tax code comes to on an invoice that is posted."""
    rows = [
        _Tax(invoice_id, position, due.tax_code_id, due.name, due.rate, due.taxable, due.tax)
        for position, due in enumerate(sums.taxes, 1)
    ]
    insert_rows(session.connection(), _taxes, rows)


def _new(
    stamp: Stamp,
    origin: Origin,
    customer_id: int | None,
    sums: invoice_rules.Totals,
    exemption: Exemption,
    *,
    tax_inclusive: bool,
    committed: bool = False,
) -> _NewInvoice:
    return _NewInvoice(
        number=None,
        status=str(InvoiceStatus.WORKING),
        committed=committed,
        committed_at=stamp.at if committed else None,
        open_workstation=None if committed else stamp.workstation,
        open_employee_id=None if committed else stamp.employee_id,
        opened_at=None if committed else stamp.at,
        origin=str(origin),
        customer_id=customer_id,
        employee_id=stamp.employee_id,
        workstation=stamp.workstation,
        created_at=stamp.at,
        processed_at=None,
        tax_inclusive=tax_inclusive,
        subtotal=sums.subtotal,
        tax=sums.tax,
        total=sums.total,
        rounding=ZERO,
        bill_to="",
        note="",
        version=1,
        discount=ZERO,
        discount_percent=None,
        discount_reason="",
        exempt_number=exemption.number,
        exempt_reason=exemption.reason,
        search_text=search_key(stamp.workstation),
    )

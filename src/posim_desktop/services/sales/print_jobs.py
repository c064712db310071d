"""Print jobs: ordered by people and postings, taken up by the workstation. Serves "Print jobs" in the guide."""

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.practice import Outside
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus
from posim_desktop.domain.sales import days
from posim_desktop.domain.sales.days import DayStatus, RowKind
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.sales.print_jobs import (
    Printing,
    PrintSubject,
    PrintWish,
    SendingEnd,
    again_refusal,
    change_refusal,
    state_after,
)
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import practicing
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import (
    drawer_rows,
    invoice_rows,
    order_rows,
    partners,
    print_rows,
    vendor_return_rows,
)
from posim_desktop.services.records.drawer_rows import NewRow
from posim_desktop.services.records.signatures import at_the_door
from posim_desktop.services.session import Session, Stamp


def follow(session: Session, stamp: Stamp, invoice_id: int, wish: PrintWish | None, *, opens: bool) -> set[Change]:
    """Write what a workstation wants printed of an invoice that is just posted.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        invoice_id: The invoice.
        wish: What the workstation wants.
        opens: Whether how it was paid opens a drawer.
    """
    if wish is None or not wish.printer:
        return set()
    opens = wish.drawer and opens
    if wish.receipt:
        of = PrintSubject(invoice_id)
        job_id = print_rows.insert(session, stamp, Printing.RECEIPT, wish.printer, of=of, opens_drawer=opens)
    elif opens:
        job_id = print_rows.insert(session, stamp, Printing.DRAWER, wish.printer, opens_drawer=True)
    else:
        return set()
    return {Change(Record.PRINT_JOB, job_id)}


def order(
    session: Session, stamp: Stamp, *, of: PrintSubject, printing: Printing, printer: str, spells_out: bool = False
) -> Done:
    """Have something printed at this workstation: of a document, goods that wait, a customer or a day.

    Raises:
        RefusedError: The invoice is not processed, the goods wait no more, the day has no Z yet or no X any more, the
            employee may not see what should be in an open drawer, or it goes on large paper.
    """
    if printing.is_paper:
        raise refuse(Why.PRINTED_FROM_ITS_DOCUMENT)
    _require_printable(session, stamp, printing, of)
    job_id = print_rows.insert(session, stamp, printing, printer, of=of, spells_out=spells_out)
    return done(job_id, Change(Record.PRINT_JOB, job_id))


def begin_paper(session: Session, stamp: Stamp, *, of: PrintSubject, printing: Printing, printer: str) -> Done:
    """Write that a document goes on large paper now; it is a copy if it says so and may be on paper already.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        of: The document.
        printing: As what.
        printer: Where.

    Raises:
        RefusedError: It is not processed, its goods wait no more, the day has no Z yet or no X any more, or the
            employee may not see what should be in an open drawer.
    """
    _require_printable(session, stamp, printing, of)
    job_id = print_rows.insert_paper(session, stamp, printing, printer[: text.NAME], of=of)
    return done(job_id, Change(Record.PRINT_JOB, job_id))


def open_drawer(session: Session, stamp: Stamp, *, printer: str, reason: str) -> Done:
    """Open the drawer without a sale.

    Raises:
        RefusedError: The employee may not, or gives no reason; at ``reason``. Or the shop is for practice.
    """
    why = text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON, blank=False)
    require_permission(session, stamp, Permission.OPEN_DRAWER)
    practicing.require_outside(session, Outside.DRAWER)
    job_id = print_rows.insert(session, stamp, Printing.DRAWER, printer, opens_drawer=True)
    day_id = drawer_rows.under_way_here(session, stamp)
    if day_id is not None:
        drawer_rows.write(session, stamp, day_id, [NewRow(RowKind.NO_SALE, ZERO, reason=why)])
    append(session, stamp, [AuditEntry(AuditAction.NO_SALE, Record.PRINT_JOB, job_id, reason=why)])
    touched = {Change(Record.PRINT_JOB, job_id)}
    return Done(job_id, frozenset(touched | ({Change(Record.DRAWER_DAY, day_id)} if day_id is not None else set())))


@at_the_door
def take(session: Session, stamp: Stamp, *, job_id: int) -> Done:
    """Take a job up for the printer; its record is 0 when another program of the workstation did.

    What was taken up too long ago is given up first: nobody knows whether it was printed.
    """
    print_rows.give_up(session, stamp)
    taken = print_rows.take(session, stamp, job_id)
    return done(job_id if taken else 0, Change(Record.PRINT_JOB, job_id))


@at_the_door
def end(session: Session, stamp: Stamp, *, job_id: int, attempt: int, end: SendingEnd, reason: str) -> Done:
    """Say what came of sending a job; nothing when it was given up meanwhile."""
    del stamp
    job = print_rows.find(session, job_id)
    if job is not None:
        print_rows.end(session, job_id, attempt, state_after(job.printing, end), reason)
    return done(job_id, Change(Record.PRINT_JOB, job_id))


def again(session: Session, stamp: Stamp, *, job_id: int, printer: str, spells_out: bool = False) -> Done:
    """Print a job once more, or at another printer.

    Raises:
        RefusedError: It is just being sent, was deleted, or is printed from its document.
    """
    del stamp
    job = print_rows.find(session, job_id)
    require(change_refusal(None) if job is None else again_refusal(job.printing, job.state))
    if not print_rows.again(session, job_id, printer, spells_out=spells_out):
        raise refuse(Why.PRINT_JOB_BEING_SENT)
    return done(job_id, Change(Record.PRINT_JOB, job_id))


def delete(session: Session, stamp: Stamp, *, job_id: int) -> Done:
    """Print a job no more.

    Raises:
        RefusedError: It is just being sent, or was deleted.
    """
    del stamp
    job = print_rows.find(session, job_id)
    require(change_refusal(None if job is None else job.state))
    if not print_rows.delete(session, job_id):
        raise refuse(Why.PRINT_JOB_BEING_SENT)
    return done(job_id, Change(Record.PRINT_JOB, job_id))


def _require_printable(session: Session, stamp: Stamp, printing: Printing, of: PrintSubject) -> None:
    """Lock what is to be printed, and refuse what is not so far, or no longer."""
    if printing.is_statement:
        partners.attach(session, of.customer_id or 0)
    elif of.purchase_order_id is not None:
        if order_rows.lock(session, of.purchase_order_id).status not in {OrderStatus.PROCESSED, OrderStatus.CLOSED}:
            raise refuse(Why.PRINTED_ONCE_POSTED)
    elif printing.is_vendor_return:
        if vendor_return_rows.lock(session, of.vendor_return_id or 0).status is not VendorReturnStatus.POSTED:
            raise refuse(Why.PRINTED_ONCE_POSTED)
    elif printing.is_of_goods:
        if invoice_rows.lock(session, of.invoice_id or 0).status is not InvoiceStatus.WORKING:
            raise refuse(Why.NOTHING_WAITS_ANY_MORE)
    elif of.day_id is not None:
        _require_report(session, stamp, printing, of.day_id)
    elif invoice_rows.lock(session, of.invoice_id or 0).status is not InvoiceStatus.PROCESSED:
        raise refuse(Why.PRINTED_ONCE_POSTED)


def _require_report(session: Session, stamp: Stamp, printing: Printing, day_id: int) -> None:
    status = drawer_rows.status_of(session, day_id)
    require(days.report_refusal(status, is_z=printing.is_z))
    if status is DayStatus.OPEN:
        require_permission(session, stamp, Permission.SEE_EXPECTED)

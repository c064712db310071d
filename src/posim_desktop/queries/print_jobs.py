"""Print jobs as the list shows them, and what the workstation is to print next. Serves "Print jobs" in the guide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from posim_desktop.domain.permits import Permission
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.print_jobs import GIVEN_UP_AFTER, JobState, Printing, pause_after
from posim_desktop.orm import Customer, DrawerDay, Employee, Invoice, PrintJob, PurchaseOrder, VendorReturn
from posim_desktop.queries import answers
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.outbox import Due
from posim_desktop.queries.people import log_in
from posim_desktop.queries.sales import processed_invoices
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails
from posim_desktop.queries.shop import preferences

if TYPE_CHECKING:
    from posim_desktop.queries.receiving.vendor_returns import VendorReturnDetails
    from posim_desktop.queries.sales.days import DayDetails
    from posim_desktop.queries.sales.pickup import PickupSlip
    from posim_desktop.queries.sales.special_orders import SpecialOrderDetails
    from posim_desktop.queries.sales.statements import Statement

MOST = 200


@dataclass(frozen=True, slots=True)
class PrintJobRow:
    """A print job in the list; ``number`` is its document's, None for a drawer, a statement and goods that wait."""

    id: int
    printing: Printing
    invoice_id: int | None
    number: int | None
    workstation: str
    printer: str
    state: JobState
    reason: str
    attempts: int
    employee: str
    at: datetime
    customer: str = ""


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A job that was taken up, with all that stands on its paper; what is gone meanwhile is None.

    ``costs`` says whether who ordered it may see what the shop pays.
    """

    id: int
    printing: Printing
    printer: str
    attempt: int
    opens_drawer: bool
    is_copy: bool
    spells_out: bool
    at: datetime
    tried_at: datetime
    invoice: ProcessedDetails | None
    shop: ShopPreferences
    special_order: "SpecialOrderDetails | None" = None
    day: "DayDetails | None" = None
    answers: Mapping[int, Sequence[Asked]] = field(default_factory=dict)
    slip: "PickupSlip | None" = None
    boxes: int | None = None
    statement: "Statement | None" = None
    vendor_return: "VendorReturnDetails | None" = None
    costs: bool = False


_LISTED = (
    sa.select(
        PrintJob.id,
        PrintJob.printing,
        PrintJob.invoice_id,
        sa.func.coalesce(Invoice.number, PurchaseOrder.number, DrawerDay.number, VendorReturn.number).label("number"),
        PrintJob.workstation,
        PrintJob.printer,
        PrintJob.state,
        PrintJob.reason,
        PrintJob.attempts,
        Employee.name.label("employee"),
        PrintJob.at,
        sa.func.coalesce(Customer.name, "").label("customer"),
    )
    .select_from(PrintJob)
    .outerjoin(Invoice, Invoice.id == PrintJob.invoice_id)
    .outerjoin(Customer, Customer.id == sa.func.coalesce(PrintJob.customer_id, Invoice.customer_id))
    .outerjoin(PurchaseOrder, PurchaseOrder.id == PrintJob.purchase_order_id)
    .outerjoin(DrawerDay, DrawerDay.id == PrintJob.day_id)
    .outerjoin(VendorReturn, VendorReturn.id == PrintJob.vendor_return_id)
    .join(Employee, Employee.id == PrintJob.employee_id)
    .where(PrintJob.state != str(JobState.DELETED))
    .order_by(sa.case((PrintJob.state == str(JobState.PRINTED), 1), else_=0), PrintJob.id.desc())
    .limit(MOST)
)
_OPEN = (
    sa.select(PrintJob.id, PrintJob.printer, PrintJob.state, PrintJob.attempts, PrintJob.tried_at)
    .where(
        PrintJob.workstation == sa.bindparam("here"),
        PrintJob.state.in_((str(JobState.WAITING), str(JobState.SENDING))),
    )
    .order_by(PrintJob.id)
)
_TROUBLED = (
    sa.select(sa.func.count())
    .select_from(PrintJob)
    .where(
        PrintJob.workstation == sa.bindparam("here"),
        sa.or_(
            PrintJob.state.in_((str(JobState.MAYBE_PRINTED), str(JobState.STOPPED))),
            sa.and_(PrintJob.state == str(JobState.WAITING), PrintJob.attempts > 0),
        ),
    )
)
_PRINTERS = (
    sa.select(PrintJob.printer)
    .where(PrintJob.workstation == sa.bindparam("here"))
    .group_by(PrintJob.printer)
    .order_by(sa.func.max(PrintJob.id).desc())
)
_TAKEN = sa.select(PrintJob).where(PrintJob.id == sa.bindparam("job"), PrintJob.state == str(JobState.SENDING))


def listed(connection: sa.Connection) -> tuple[PrintJobRow, ...]:
    """List the jobs of all workstations: what is not printed first, then the newest."""
    rows = (row._asdict() for row in connection.execute(_LISTED))
    return tuple(
        PrintJobRow(**{**row, "printing": Printing(row["printing"]), "state": JobState(row["state"])}) for row in rows
    )


def is_copy(connection: sa.Connection, job_id: int) -> bool:
    """Tell whether a job prints what may be on paper already."""
    return bool(connection.scalar(sa.select(PrintJob.is_copy).where(PrintJob.id == job_id)))


def troubled(connection: sa.Connection, workstation: str) -> int:
    """Count the jobs of a workstation that somebody should look at."""
    return connection.scalar(_TROUBLED, {"here": workstation}) or 0


def printers(connection: sa.Connection, workstation: str) -> tuple[str, ...]:
    """List the printers that a workstation printed on, the last one first."""
    return tuple(connection.scalars(_PRINTERS, {"here": workstation}))


def due(connection: sa.Connection, workstation: str, now: datetime) -> Due:
    """Find what a workstation prints next: the oldest job, unless its printer has just failed.

    A job that was taken up too long ago comes too: taking the next one up gives it up.
    """
    waits: list[float] = []
    resting: set[str] = set()
    for job in connection.execute(_OPEN, {"here": workstation}):
        pause = GIVEN_UP_AFTER if job.state == JobState.SENDING else pause_after(job.attempts)
        left = 0.0 if job.tried_at is None else (job.tried_at + pause - now).total_seconds()
        if job.state == JobState.SENDING:
            if left < 0:
                return Due(job.id, None)
            waits.append(left + 1)
        elif job.printer in resting:
            continue  # it waits with the one before it
        elif left > 0:
            resting.add(job.printer)
            waits.append(max(left, 1))
        else:
            return Due(job.id, None)
    return Due(None, min(waits, default=None))


def taken(connection: sa.Connection, job_id: int) -> ToPrint | None:
    """Read a job that was taken up, or None."""
    job = connection.execute(_TAKEN, {"job": job_id}).one_or_none()
    if job is None:
        return None
    printing = Printing(job.printing)
    order = _special_order(connection, job.invoice_id) if printing.is_confirmation else None
    return ToPrint(
        job.id,
        printing,
        job.printer,
        job.attempts,
        job.opens_drawer,
        job.is_copy,
        job.spells_out,
        job.at,
        job.tried_at,
        None if job.invoice_id is None else processed_invoices.processed(connection, job.invoice_id),
        preferences.on_paper(connection),
        order,
        None if job.day_id is None else _day(connection, job.day_id),
        {} if order is None else answers.on_special_order(connection, order.id),
        _slip(connection, job.invoice_id) if printing.is_of_goods else None,
        job.boxes,
        _statement(connection, job) if printing.is_statement else None,
        _vendor_return(connection, job.vendor_return_id) if printing.is_vendor_return else None,
        printing.is_vendor_return and log_in.rights_of(connection, job.employee_id).may(Permission.SEE_COSTS),
    )


def _day(connection: sa.Connection, day_id: int) -> "DayDetails | None":
    from posim_desktop.queries.sales import days  # noqa: PLC0415 - as below

    return days.details(connection, day_id)


def _special_order(connection: sa.Connection, invoice_id: int) -> "SpecialOrderDetails | None":
    # Most tills never print one, and each of them would load its statements at the start.
    from posim_desktop.queries.sales import special_orders  # noqa: PLC0415

    return special_orders.of_invoice(connection, invoice_id)


def _slip(connection: sa.Connection, invoice_id: int) -> "PickupSlip | None":
    from posim_desktop.queries.sales import pickup  # noqa: PLC0415 - as above

    return next((slip for slip in pickup.slips(connection, [invoice_id]) if slip.lines), None)


def _statement(connection: sa.Connection, job: sa.Row[*tuple[Any, ...]]) -> "Statement | None":
    from posim_desktop.queries.sales import statements  # noqa: PLC0415 - as above

    return statements.statement(connection, job.customer_id, job.starts_at, job.ends_at)


def _vendor_return(connection: sa.Connection, vendor_return_id: int) -> "VendorReturnDetails | None":
    from posim_desktop.queries.receiving import vendor_returns  # noqa: PLC0415 - as above

    return vendor_returns.details(connection, vendor_return_id)

"""Print jobs: what is to be printed at a workstation, and what came of it."""

from datetime import datetime

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.print_jobs import JobState, Printing
from posim_desktop.orm.base import Base, Column, HasId, check, column, index_of_given, one_of, table

_IS_STATEMENT = "(printing IN ('statement', 'statement paper'))"


class PrintJob(HasId, Base):
    """Something to print, written in the transaction of the posting that it is for.

    A job of no document only opens the drawer. What is printed on large paper is a job too, taken up at once by the
    window that prints it. ``tried_at`` is when it was last taken up for the printer. A statement is of a customer, from
    ``starts_at`` to before ``ends_at``; labels are of so many boxes.
    """

    __tablename__ = "print_jobs"
    __table_args__ = table(
        one_of("printing", Printing),
        one_of("state", JobState),
        check(
            "of_an_invoice",
            "(printing IN ('drawer', 'order paper', 'statement', 'statement paper', 'x report', 'z report', "
            "'x report paper', 'z report paper', 'vendor return', 'vendor return paper')) = (invoice_id IS NULL)",
        ),
        check("of_an_order", "(printing = 'order paper') = (purchase_order_id IS NOT NULL)"),
        check("of_a_customer", f"{_IS_STATEMENT} = (customer_id IS NOT NULL)"),
        check("from_a_day", f"{_IS_STATEMENT} = (starts_at IS NOT NULL)"),
        check("until_a_day", f"{_IS_STATEMENT} = (ends_at IS NOT NULL)"),
        check("of_boxes", "(printing IN ('box labels', 'box labels paper')) = (boxes IS NOT NULL)"),
        check("boxes_sign", "boxes > 0"),
        check(
            "of_a_day",
            "(printing IN ('x report', 'z report', 'x report paper', 'z report paper')) = (day_id IS NOT NULL)",
        ),
        check("of_a_return", "(printing IN ('vendor return', 'vendor return paper')) = (vendor_return_id IS NOT NULL)"),
        check("attempts_sign", "attempts >= 0"),
        index_of_given("day_id"),
        index_of_given("vendor_return_id"),
    )

    printing: Column[str] = column(sa.String(text.SHORT))
    invoice_id: Column[int | None] = column(sa.ForeignKey("invoices.id"), index=True)
    workstation: Column[str] = column(sa.String(text.NAME))
    printer: Column[str] = column(sa.String(text.NAME))
    state: Column[str] = column(sa.String(text.SHORT), index=True)
    reason: Column[str] = column(sa.String(text.REASON))
    attempts: Column[int]
    opens_drawer: Column[bool]
    is_copy: Column[bool]
    spells_out: Column[bool]
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]
    tried_at: Column[datetime | None]
    purchase_order_id: Column[int | None] = column(sa.ForeignKey("purchase_orders.id"), index=True)
    customer_id: Column[int | None] = column(sa.ForeignKey("customers.id"), index=True)
    starts_at: Column[datetime | None]
    ends_at: Column[datetime | None]
    boxes: Column[int | None]
    day_id: Column[int | None] = column(sa.ForeignKey("drawer_days.id"))
    vendor_return_id: Column[int | None] = column(sa.ForeignKey("vendor_returns.id"))

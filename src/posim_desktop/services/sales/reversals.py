"""A sale is reversed: its goods come back, and what it still owes is canceled. Serves the guide's page "Returns"."""

from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import returns as return_queries
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.sales import cancellations, returns, unwanted_goods
from posim_desktop.services.sales.cancellations import Unwanted
from posim_desktop.services.sales.returns import GoodsBack
from posim_desktop.services.session import Session, Stamp


def reverse(
    session: Session,
    stamp: Stamp,
    *,
    sale_id: int,
    goods: tuple[GoodsBack, ...],
    unwanted: tuple[Unwanted, ...],
    reason: str,
    refund_by: Tender | None = None,
    wish: PrintWish | None = None,
) -> Done:
    """Put the goods of a sale on an invoice that takes them back, and cancel what its customer still waits for.

    All of it, or nothing. The backorders are canceled for good, what was set aside for them is released, and the money
    that this frees goes where it is to go; the goods come back when the invoice is posted.

    Args:
        session: The transaction.
        stamp: When, where and by whom: who reverses is who cancels.
        sale_id: A processed invoice.
        goods: What comes back of it; nothing where only backorders are canceled.
        unwanted: What is no longer wanted of the backorders that it made; more than is outstanding comes off what is
            set aside.
        reason: Why they are canceled.
        refund_by: By what money is paid back that they free.
        wish: What the workstation wants printed of such a refund.

    Returns:
        The invoice that takes the goods back, or the sale where none do.

    Raises:
        RefusedError: As :func:`returns.take_back` and :func:`cancellations.cancel`, or a backorder is another sale's.
    """
    if not goods and not unwanted:
        raise refuse(Why.NOTHING_TO_RETURN, Field("quantity"))
    made = return_queries.backorders_made(session.connection(), sale_id)
    if any(each.backorder_id not in made for each in unwanted):
        raise refuse(Why.BACKORDER_OF_ANOTHER_SALE)
    entries, changes = list[AuditEntry](), frozenset[Change]()
    if unwanted:
        wanted_no_more = {each.backorder_id: each.quantity for each in unwanted}
        entries, changes = unwanted_goods.release(session, stamp, wanted_no_more)
    done = returns.take_back(session, stamp, sale_id=sale_id, goods=goods) if goods else None
    if unwanted:
        told, canceled = cancellations.begin(session, stamp, unwanted, stamp.employee_id or 0, reason, refund_by, wish)
        append(session, stamp, entries + told)
        changes |= canceled | {Change(Record.INVOICE, sale_id)}
    if done is not None:
        changes |= done.changes
    return Done(sale_id if done is None else done.record_id, changes)

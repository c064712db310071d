"""Who allowed what of a line: asked when the line is written, remembered on it until it is posted.

Serves the guide's page on roles.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_UP, Decimal
from zoneinfo import ZoneInfo

from posim_desktop.domain.cards.stock import on_sale_ahead
from posim_desktop.domain.errors import Field, Where
from posim_desktop.domain.money import ZERO, cent
from posim_desktop.domain.permits import Permission, Permit, covers
from posim_desktop.domain.sales import line_needs, sale_discount
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.line_needs import OnHand
from posim_desktop.queries.shop import preferences
from posim_desktop.services.people import permissions
from posim_desktop.services.records import approval_rows, item_cards
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.session import Session, Stamp

_CARD_PRICE = Decimal(100)
_TWO_PLACES = Decimal("0.01")


def require(
    session: Session,
    stamp: Stamp,
    invoice: StoredInvoice,
    line: StoredLine,
    others: Sequence[StoredLine],
    *,
    is_promised: bool = False,
) -> None:
    """See that a line as it was just written is allowed; what was allowed on it before still counts, up to its extent.

    Args:
        session: The transaction, which holds the lock of the invoice.
        stamp: When, where and by whom.
        invoice: Its invoice.
        line: As it stands now, before the discount on the sale is shared: :func:`require_discounts` sees to that.
        others: The other lines, which take from the same stock.
        is_promised: Whether a higher price was said to be possible when the goods were ordered: anybody may ask it.

    Raises:
        RefusedError: Names the needs that the acting employee's role does not hold and nobody approved.
    """
    if invoice.sale_discount:
        line = line._replace(sale_discount=ZERO)
    needs = _needs(session, line, others)
    if line.trans_code is TransCode.SALE and line.item_id is not None:
        needs += _early(session, stamp, line, item_cards.on_sale_on(session, line.item_id))
    if is_promised:
        free = [need for need in needs if _raises_price(need)]
        approval_rows.allow(session, invoice.id, line.id, stamp.employee_id, free)
        needs = tuple(need for need in needs if need not in free)
    allow(session, stamp, invoice.id, line.id, needs)


def require_on_sale(
    session: Session, stamp: Stamp, invoice_id: int, lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]
) -> None:
    """See that each line of an invoice that is posted may hand its goods out today.

    Raises:
        RefusedError: As :func:`require`; at ``on_sale``.
    """
    for line in lines:
        if line.trans_code is TransCode.SALE and line.item_id is not None:
            early = _early(session, stamp, line, goods[line.item_id].on_sale_on)
            allow(session, stamp, invoice_id, line.id, early, where=Field("on_sale"))


def _early(session: Session, stamp: Stamp, line: StoredLine, on_sale_on: date | None) -> tuple[Permit, ...]:
    """Say what a line needs that hands goods out before their day, by the shop's calendar."""
    if on_sale_on is None:
        return ()
    zone = ZoneInfo(preferences.load(session.connection()).time_zone)
    if on_sale_ahead(on_sale_on, stamp.at, zone) is None:
        return ()
    return (Permit(Permission.SELL_EARLY, quantity=line.quantity),)


def require_discounts(session: Session, stamp: Stamp, invoice: StoredInvoice, lines: Sequence[StoredLine]) -> None:
    """See that what a sale with a discount takes off each of its lines is allowed; what is lacking is asked at once.

    Raises:
        RefusedError: As :func:`require`.
    """
    percent = sale_discount.percent_off(invoice.sale_discount, [line.ruled for line in lines])
    granted = approval_rows.on_invoice(session, invoice.id)
    asked = [
        (line.id, need)
        for line in lines
        if line.sale_discount > 0
        for need in _price_needs(session, line, percent)
        if not any(each.line_id == line.id and covers(each.need, need) for each in granted)
    ]
    approved = permissions.require_all(session, stamp, *(need for _line, need in asked)) if asked else {}
    for line_id, need in asked:
        approval_rows.allow(session, invoice.id, line_id, approved.get(need, stamp.employee_id), [need])


def allow(
    session: Session, stamp: Stamp, invoice_id: int, line_id: int, needs: Sequence[Permit], where: Where = None
) -> None:
    """See that the needs of a line are allowed, and write down by whom.

    Raises:
        RefusedError: As :func:`require`.
    """
    if not needs:
        return
    granted = [each.need for each in approval_rows.on_invoice(session, invoice_id) if each.line_id == line_id]
    asked = [need for need in needs if not any(covers(each, need) for each in granted)]
    if not asked:
        return
    approved = permissions.require_all(session, stamp, *asked, where=where)
    for need in asked:
        approval_rows.allow(session, invoice_id, line_id, approved.get(need, stamp.employee_id), [need])


def require_pay_out(
    session: Session, stamp: Stamp, invoice_id: int, lines: Sequence[StoredLine], total: Decimal
) -> None:
    """See that the money that goes out in an invoice may; it is remembered on the first line that comes back.

    Where nothing does, as when a deposit is paid back, it is remembered on the last line.

    What was allowed is the invoice's, whatever becomes of that line: less of it is not asked again.

    Raises:
        RefusedError: As :func:`require`; at ``pay_out``.
    """
    require_of_return(session, stamp, invoice_id, lines, line_needs.payout_needs(total), Field("pay_out"))


def require_of_return(
    session: Session, stamp: Stamp, invoice_id: int, lines: Sequence[StoredLine], needs: Sequence[Permit], where: Where
) -> None:
    """See that what paying money out needs is allowed; it is remembered on the first line that comes back.

    Raises:
        RefusedError: As :func:`require`; at a place.
    """
    allowed = [each.need for each in approval_rows.on_invoice(session, invoice_id)] if needs else []
    asked = [need for need in needs if not any(covers(each, need) for each in allowed)]
    if asked:
        back = next((line for line in lines if line.trans_code is TransCode.RETURN), lines[-1])
        allow(session, stamp, invoice_id, back.id, asked, where=where)


def share(session: Session, invoice_id: int, kept: StoredLine, given: StoredLine) -> None:
    """Let what was allowed on a line count for both its parts, for as many units of each as there are now and no more.

    Otherwise a line that is split and filled up again would sell twice what was approved. A cent by which rounding
    makes a part of a discount larger than the whole was is allowed with it.
    """
    allowed = [each for each in approval_rows.on_invoice(session, invoice_id) if each.line_id == kept.id]
    approval_rows.drop(session, kept.id)
    for each in allowed:
        for part in (kept, given):
            need = _rounded(session, each.need, part)
            if need.quantity is not None:
                need = need._replace(quantity=min(need.quantity, part.quantity))
            approval_rows.allow(session, invoice_id, part.id, each.employee_id, [need])


def _rounded(session: Session, allowed: Permit, part: StoredLine) -> Permit:
    """Widen what was allowed on a whole line by the cent of rounding that a part of it may have more."""
    whole = part.quantity * part.unit_price
    hundredths = cent() * 100 / whole if whole else Decimal(0)
    for need in _needs(session, part, ()):
        if need.permission is not allowed.permission or need.extent is None or allowed.extent is None:
            continue
        if abs(need.extent - allowed.extent) <= hundredths.quantize(_TWO_PLACES, ROUND_UP):
            return allowed._replace(extent=need.extent)
    return allowed


def _price_needs(session: Session, line: StoredLine, sale_percent: Decimal) -> tuple[Permit, ...]:
    """Say what a line needs that is cheaper or dearer than its card."""
    needs = line_needs.price_needs(line.ruled, line.list_price, line.typed_percent, sale_percent)
    if not needs or line.item_id is None:
        return needs
    cost = item_cards.sold_item(session, line.item_id).cost
    return (*needs, *line_needs.cost_needs(line.ruled, line.list_price, cost))


def _needs(session: Session, line: StoredLine, others: Sequence[StoredLine]) -> tuple[Permit, ...]:
    if line.item_id is None:
        return ()
    ruled = line.ruled
    needs = (
        *line_needs.price_needs(ruled, line.list_price, line.typed_percent),
        *line_needs.return_needs(ruled),
    )
    warned = line.sell_anyway and line.stocked and line.trans_code is TransCode.SALE
    if not (needs or warned):
        return ()
    item = item_cards.sold_item(session, line.item_id)
    needs += line_needs.cost_needs(ruled, line.list_price, item.cost)
    if warned:
        taken = sum((each.quantity for each in others if _takes_from(each, line)), start=Decimal(0))
        stock = OnHand(item.on_hand - taken, item.on_hand - item.committed - taken)
        needs += line_needs.stock_needs(line.quantity, stock)
    return needs


def _raises_price(need: Permit) -> bool:
    return need.permission is Permission.CHANGE_PRICE and need.extent is not None and need.extent > _CARD_PRICE


def _takes_from(other: StoredLine, line: StoredLine) -> bool:
    return other.trans_code is TransCode.SALE and other.item_id == line.item_id and other.id != line.id

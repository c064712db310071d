"""Posting: the moment a working invoice becomes a processed one and its B lines become backorders.

Serves the guide's page "Pay and post".
"""

from collections.abc import Callable, Container, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards import stock as stock_rules
from posim_desktop.domain.cards.stock import LedgerKind, shortages
from posim_desktop.domain.changes import Change, Done, Record, done, some_new
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import of_cents
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import tenders as tender_rules
from posim_desktop.domain.sales.card_requests import open_refusal
from posim_desktop.domain.sales.invoice import Origin, TransCode
from posim_desktop.domain.sales.line_needs import below_zero_needs
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import tender_types
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.backorders import questions
from posim_desktop.services.records import (
    backorder_rows,
    card_request_rows,
    drawer_rows,
    invoice_lines,
    invoice_rows,
    partners,
    picked_rows,
    stock,
    tender_rows,
    want_rows,
)
from posim_desktop.services.records.backorder_rows import NewBackorder
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.partners import StoredCustomer
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.records.stock import ItemStock, LedgerEntry
from posim_desktop.services.records.tender_rows import StoredTender
from posim_desktop.services.sales import (
    awaited_orders,
    commitments,
    documents,
    fill_sales,
    held_money,
    line_rights,
    picking,
    print_jobs,
    refund_rights,
    serials,
    set_aside,
    shelf,
)
from posim_desktop.services.sales.lines import require_seller
from posim_desktop.services.sales.repricing import returned
from posim_desktop.services.session import Session, Stamp

_MOVES = {TransCode.SALE: (LedgerKind.SALE, -1), TransCode.RETURN: (LedgerKind.RETURN, 1)}


AndThen = Callable[[], list[AuditEntry]]
"""What goes with a posting once its number is known: written before the audit, whose entries it returns."""


class _Payment(NamedTuple):
    """How an invoice is paid: what was stored on it, all that was handed over, and how much of each goes back."""

    standing: Sequence[StoredTender]
    tenders: Sequence[Tender]
    change: Sequence[Decimal]
    rounding: Decimal

    @property
    def moves_drawer(self) -> bool:
        """Whether the drawer opens for it: also to give change on what itself does not go into it."""
        return any(self.change) or any(tender.moves_drawer for tender in self.tenders)


def post(
    session: Session,
    stamp: Stamp,
    *,
    invoice_id: int,
    tenders: tuple[Tender, ...],
    expected_total: Decimal,
    standing: int = 0,
    wish: PrintWish | None = None,
) -> Done:
    """Post a working invoice: number it, move its stock, take its tenders, make a backorder of each B line.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        invoice_id: The working invoice.
        tenders: All that was handed over, as the person sees it: first what stands on the invoice already, then what is
            handed over with the posting. Change is worked out here.
        expected_total: The amount due that the person saw, in the store's currency.
        standing: How many of the tenders stand on the invoice already.
        wish: What the workstation wants printed of it.

    Raises:
        RefusedError: Not postable, the total or what stands on it is another by now, the tenders do not settle it, or
            what comes back cannot (``"return_reason"``, ``"quantity"``, ``"customer"``, ``"refund"``), or
            (``field`` is ``"stock"``) goods ran out since the line was made and nobody has said to sell them anyway,
            or (``Cell("serials", line)``) a unit's serial number is missing or not to be sold or brought back now, or
            (``"set_aside"``) what is left is set aside for others and the role may not sell it, or (``"picked"``) what
            it names of other invoices was taken off them meanwhile.
    """
    return _process(session, stamp, invoice_id, tenders, standing, expected_total, wish, uncommit=False)


def allow_pay_out(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """See that an invoice on which the shop pays may be posted, before any money is given.

    Who allowed it is remembered, so that posting asks again only for more.

    Raises:
        RefusedError: At ``pay_out``: more goes out than the role may pay, and nobody approved.
    """
    invoice = invoice_rows.lock_with_sale(session, invoice_id)
    require(invoice_rules.edit_refusal(invoice.status, committed=False))
    lines = refund_rights.told(session, invoice, picking.lines_of(session, invoice_id))
    sums = invoice.totals([line.ruled for line in lines])
    standing = [each.ruled for each in tender_rows.of_invoice(session, invoice_id)]
    refund_rights.require_any_road(session, stamp, invoice, lines, tender_rules.due_of(sums.total, standing))
    return done(invoice_id)


def uncommit_and_process(
    session: Session,
    stamp: Stamp,
    *,
    invoice_id: int,
    tenders: tuple[Tender, ...],
    expected_total: Decimal,
    standing: int = 0,
    wish: PrintWish | None = None,
) -> Done:
    """Uncommit an invoice and post it in one transaction, so that no other till can take the goods in between.

    Leaving it unposted leaves it committed. Its own goods need no warning: they were set aside for it.

    Raises:
        RefusedError: As :func:`post`.
    """
    return _process(session, stamp, invoice_id, tenders, standing, expected_total, wish, uncommit=True)


def post_with(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    tenders: tuple[Tender, ...],
    expected_total: Decimal,
    wish: PrintWish | None,
    and_then: AndThen,
    standing: int = 0,
) -> Done:
    """Post an invoice that another document has just made, as part of that document's own posting.

    ``standing`` of the tenders stand on it already.

    Raises:
        RefusedError: As :func:`post`.
    """
    return _process(
        session, stamp, invoice_id, tenders, standing, expected_total, wish, uncommit=False, and_then=and_then
    )


def _process(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    tenders: tuple[Tender, ...],
    seen: int,
    expected_total: Decimal,
    wish: PrintWish | None,
    *,
    uncommit: bool,
    and_then: AndThen = list,
) -> Done:
    require_seller(stamp)
    orders = awaited_orders.lock_orders(session, invoice_id)
    invoice, picked, lines = _lock(session, invoice_id, uncommit=uncommit)
    lines = refund_rights.told(session, invoice, lines)
    # Asked after the lock: joined to it, PostgreSQL would answer with the customer from before the wait.
    customer = None if invoice.customer_id is None else partners.customer(session, invoice.customer_id)
    sums = _sums_as_seen(invoice, [line.ruled for line in lines], expected_total)
    payment = _settled(session, invoice, sums, tenders, seen)
    refund_rights.require_pay_out(session, stamp, invoice, lines, sums.total, payment.tenders, payment.rounding)

    emptied, touched = picking.move(session, invoice, picked)
    goods = stock.lock(session, (line.item_id for line in lines if line.item_id is not None))
    lines = _as_cards_say(session, invoice_id, lines, goods)
    from_shelf = 0 if invoice.committed else len(lines) - len(picked.lines)
    freed = commitments.sold(lines[from_shelf:])
    goods |= {item_id: _freed(goods[item_id], quantity) for item_id, quantity in freed.items()}
    _require_stock(session, stamp, invoice_id, lines[:from_shelf], _handed_out(goods, freed))
    _require_sellable(session, stamp, invoice_id, lines, goods, customer)
    awaited = awaited_orders.lock_lines(session, invoice_id, orders, lines)
    moves = held_money.lock(session, invoice, lines, payment.tenders)
    drawer_rows.hold(session, stamp, at_till=True)
    filled = fill_sales.sell(session, stamp, invoice, lines)
    _write_payment(session, stamp, invoice_id, payment, sums)
    short = _move_goods(session, stamp, lines, goods, freed)
    made = _make_backorders(session, stamp, invoice, lines, {each.line_id for each in awaited})
    others = set_aside.require_permission(
        session,
        stamp,
        invoice_id,
        lines,
        {item_id: goods[item_id] for item_id in short if goods[item_id].committed > 0},
    )
    touched |= held_money.settle(session, stamp, invoice, lines) if moves else set()
    number = take_numbers(session, "invoice")
    invoice_rows.finish(
        session,
        stamp,
        invoice,
        number=number,
        sums=sums,
        rounding=payment.rounding,
        bill_to=documents.bill_to(customer),
    )
    touched |= picking.changed(picked_rows.drop_held(session, invoice_id) if invoice.committed else ())
    posted = [documents.posted(invoice_id, number, sums, made, picked.held), *returned(invoice, lines)]
    append(session, stamp, [*posted, *emptied, *_oversold(invoice_id, goods, short), *others, *and_then()])
    return Done(
        invoice_id,
        frozenset(
            {Change(Record.INVOICE, invoice_id)}
            | touched
            | {Change(Record.ITEM, item_id) for item_id in goods}
            | {some_new(Record.BACKORDER) for _ in made}
            | {Change(Record.WANT, line.want_id) for line in lines if line.want_id is not None}
            | {Change(Record.BACKORDER, backorder_id) for backorder_id in filled}
            | awaited_orders.allocate(session, stamp, awaited)
            | print_jobs.follow(session, stamp, invoice_id, wish, opens=payment.moves_drawer)
            | ({Change(Record.CUSTOMER, invoice.customer_id)} if invoice.customer_id and (made or filled) else set())
        ),
    )


def _sums_as_seen(
    invoice: StoredInvoice, lines: Sequence[invoice_rules.Line], expected_total: Decimal
) -> invoice_rules.Totals:
    sums = invoice.totals(lines)
    if sums.total != expected_total:
        raise refuse(Why.TOTAL_CHANGED, Field("tenders"), total=sums.total, expected=expected_total)
    return sums


def _lock(
    session: Session, invoice_id: int, *, uncommit: bool
) -> tuple[StoredInvoice, picking.Picked, list[StoredLine]]:
    """Lock an invoice that may be posted, and all from which it picks lines up, which come after its own."""
    invoice, picked = picking.lock(session, invoice_id)
    lines = [*invoice_lines.of_invoice(session, invoice_id), *picked.lines]
    require(
        invoice_rules.post_refusal(
            invoice.status,
            committed=invoice.committed and not uncommit,
            lines=[line.ruled for line in lines],
            has_customer=invoice.customer_id is not None,
        )
    )
    return invoice, picked, lines


def _move_goods(
    session: Session,
    stamp: Stamp,
    lines: Sequence[StoredLine],
    goods: Mapping[int, ItemStock],
    freed: Mapping[int, Decimal],
) -> dict[int, Decimal]:
    """Move the stock of the lines; tell what is available by now of items that fell below zero."""
    ledger = _ledger(stamp, lines)
    stock.move(session, ledger=ledger, committed={item_id: -quantity for item_id, quantity in freed.items()})
    return _short(ledger, goods)


def _as_cards_say(
    session: Session, invoice_id: int, lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]
) -> list[StoredLine]:
    """Take over what the cards, which are locked, say by now: what is stocked, and what has serial numbers."""
    settled = shelf.settle(session, lines, goods)
    serials.settle(session, invoice_id, settled, goods)
    return settled


def _freed(item: ItemStock, quantity: Decimal) -> ItemStock:
    """Look at an item as it is for the invoice that set some of it aside."""
    return item._replace(committed=item.committed - quantity)


def _handed_out(goods: Mapping[int, ItemStock], taken: Mapping[int, Decimal]) -> dict[int, ItemStock]:
    """Look at items as they are once what was set aside is handed out: that is what else is sold from."""
    return {
        item_id: item._replace(on_hand=item.on_hand - taken.get(item_id, NO_UNITS)) for item_id, item in goods.items()
    }


def _require_stock(
    session: Session, stamp: Stamp, invoice_id: int, lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]
) -> None:
    """Refuse to sell more than is available unless each short line says so and may, if the shop warns of it."""
    sales: dict[int, list[StoredLine]] = {}
    for line in lines:
        if line.trans_code is TransCode.SALE and line.stocked and line.item_id is not None:
            sales.setdefault(line.item_id, []).append(line)
    for item_id, sold in sales.items():
        short = shortages(goods[item_id].available, [line.quantity for line in sold])
        unasked = any(missing > 0 and not line.sell_anyway for line, missing in zip(sold, short, strict=True))
        if unasked and preferences.load(session.connection()).warn_out_of_stock:
            available = max(NO_UNITS, goods[item_id].available)
            raise refuse(Why.LESS_AVAILABLE_NOW, Field("stock"), available=available, item=goods[item_id].code)
        taken = NO_UNITS
        for line in sold if any(short) else ():
            if line.sell_anyway:
                needs = below_zero_needs(line.quantity, goods[item_id].on_hand - taken)
                line_rights.allow(session, stamp, invoice_id, line.id, needs, where=Field("stock"))
            taken += line.quantity


def _require_sellable(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    lines: Sequence[StoredLine],
    goods: Mapping[int, ItemStock],
    customer: StoredCustomer | None,
) -> None:
    """Refuse what the cards no longer let anybody promise, and what may not be handed out yet."""
    _require_promisable(lines, goods, customer)
    line_rights.require_on_sale(session, stamp, invoice_id, lines, goods)


def _require_promisable(
    lines: Sequence[StoredLine], goods: Mapping[int, ItemStock], customer: StoredCustomer | None
) -> None:
    """Refuse backorders of items or customers archived since the line was added, and of goods that are not stocked.

    Goods already on the counter may still be sold.
    """
    promised = [goods[line.item_id] for line in lines if line.trans_code is TransCode.BACKORDER and line.item_id]
    for item in promised:
        require(stock_rules.backorder_refusal(item.code, stocked=item.stocked))
    archived = next((item for item in promised if item.archived), None)
    if archived is not None:
        require(archived_refusal(Record.ITEM, archived.code))
    if promised and customer is not None and customer.archived:
        require(archived_refusal(Record.CUSTOMER, customer.code))


def _settled(
    session: Session, invoice: StoredInvoice, sums: invoice_rules.Totals, tenders: Sequence[Tender], seen: int
) -> _Payment:
    """Return how an invoice is paid, after checking that the tenders the person sees settle it."""
    coin = of_cents(preferences.load(session.connection()).cash_rounding)
    require(open_refusal(card_request_rows.open_state(session, invoice.id)))
    standing, total = tender_rows.of_invoice(session, invoice.id), sums.total
    stored = [each.ruled for each in standing]
    require(tender_rules.seen_refusal(stored, tenders[:seen]))
    paid = stored + _named(session, tenders[seen:])
    require(tender_rules.tender_refusal(total, paid, coin))
    require(held_money.use_refusal(paid, sums.goods, has_customer=invoice.customer_id is not None))
    change = tender_rules.change_of_each(total, paid, coin)
    return _Payment(standing, paid, change, tender_rules.rounding_of(total, paid, coin))


def _named(session: Session, tenders: Sequence[Tender]) -> list[Tender]:
    """Find which of the shop's tenders these are that come with the posting."""
    taken = tender_types.in_use(session.connection()) if tenders else ()
    return [tender_rules.clean_reference(tender_rules.named(each, taken)) for each in tenders]


def _write_payment(
    session: Session, stamp: Stamp, invoice_id: int, payment: _Payment, sums: invoice_rules.Totals
) -> None:
    """Write the taxes, how much of each tender goes back, and the tenders that were not stored before."""
    invoice_rows.insert_taxes(session, invoice_id, sums)
    for tender, back in zip(payment.standing, payment.change, strict=False):
        if back:
            tender_rows.give_change(session, stamp, invoice_id, tender, back)
    new = slice(len(payment.standing), None)
    tender_rows.insert(session, stamp, invoice_id, payment.standing, payment.tenders[new], payment.change[new])


def _ledger(stamp: Stamp, lines: Sequence[StoredLine]) -> list[LedgerEntry]:
    """Make the ledger entry of each line that moves stock; what comes back damaged is taken off again by a second."""
    entries = []
    for line in lines:
        if line.item_id is None or not line.stocked or (move := _MOVES.get(line.trans_code)) is None:
            continue
        kind, sign = move
        entries.append(
            LedgerEntry(line.item_id, kind, sign * line.quantity, stamp.employee_id, stamp.at, invoice_line_id=line.id)
        )
        if line.damaged:
            entries.append(entries[-1]._replace(kind=LedgerKind.DAMAGED, quantity=-line.quantity))
    return entries


def _short(ledger: Sequence[LedgerEntry], goods: Mapping[int, ItemStock]) -> dict[int, Decimal]:
    """Tell what is available by now of items that fell below zero."""
    moved: dict[int, Decimal] = {}
    for entry in ledger:
        moved[entry.item_id] = moved.get(entry.item_id, NO_UNITS) + entry.quantity
    left = {item_id: goods[item_id].available + change for item_id, change in moved.items()}
    return {item_id: available for item_id, available in left.items() if available < 0 and moved[item_id] < 0}


def _make_backorders(
    session: Session, stamp: Stamp, invoice: StoredInvoice, lines: Sequence[StoredLine], awaiting: Container[int]
) -> list[int]:
    """Make the card of each B line and return the new numbers.

    What is promised at the till is asked what its department asks, unless it waits for goods that are ordered already.
    """
    owed = [line for line in lines if line.trans_code is TransCode.BACKORDER]
    if not owed:
        return []
    wanted_at = want_rows.dates(session, (line.want_id for line in owed))
    first = take_numbers(session, "backorder", len(owed))
    rows = [
        NewBackorder(
            number,
            line.id,
            invoice.customer_id,
            line.item_id,
            ordered=line.quantity,
            outstanding=line.quantity,
            unit_price=line.unit_price,
            discount=line.discount,
            tax_code_id=line.tax_code_id,
            created_at=stamp.at,
            wanted_at=None if line.want_id is None else wanted_at[line.want_id],
            one_piece=line.one_piece,
        )
        for number, line in enumerate(owed, first)
    ]
    backorder_rows.insert(session, rows)
    if invoice.origin != Origin.SPECIAL_ORDER:  # that one asked before
        questions.ask_for_departments(session, stamp, [line.id for line in owed if line.id not in awaiting])
    return [row.number for row in rows]


def _oversold(invoice_id: int, goods: Mapping[int, ItemStock], short: Mapping[int, Decimal]) -> list[AuditEntry]:
    return [
        AuditEntry(
            AuditAction.OVERSELL,
            Record.ITEM,
            item_id,
            before={"available": goods[item_id].available},
            after={"available": available, "invoice": invoice_id},
        )
        for item_id, available in short.items()
    ]

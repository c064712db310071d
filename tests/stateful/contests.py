"""Two people, each at a program of their own, who want things of the same goods that cannot both be had.

A contest prepares a round: what each of the two does, and what the figures must be after each way it can end. A way
that is not listed is a fault, whatever the figures are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from uuid import UUID, uuid4

import sqlalchemy as sa

from ordering_seed import line_of, orders, stocks
from pin_of import pin_hash
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.changes import Done
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.people.pins import FREE_FAILURES, TriedPin
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.purchasing.changes import LineChange
from posim_desktop.domain.receiving.stock_counts import Extent
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Backorder, Drawer, DrawerDay, Invoice, InvoiceLine, Item, TenderPaid
from posim_desktop.orm.base import table_of
from posim_desktop.services.backorders import backorders
from posim_desktop.services.cards import items, merging
from posim_desktop.services.people import approvals, pins
from posim_desktop.services.purchasing import changes
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.receiving import stock_counts
from posim_desktop.services.receiving.stock_counts import SheetLine
from posim_desktop.services.sales import (
    cancellations,
    commitments,
    days,
    deposits,
    fills,
    invoices,
    parking,
    picking,
    posting,
    returns,
    serials,
    tenders,
)
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.sales.returns import GoodsBack
from posim_desktop.services.session import Session, Stamp
from posim_desktop.services.transaction import action_of
from receiving_seed import Shop
from seeding import NO_PIN_HASH, add_customer, add_employee

D = Decimal

Stock = tuple[str, str, str]


@dataclass(frozen=True)
class End:
    """What must be after a round: On Hand, Committed and On Order of the item, a backorder's figures, and kicks.

    ``kicks`` is how often the drawer opens for an invoice.
    """

    stock: Stock
    figures: str = ""
    kicks: int = 0


@dataclass(frozen=True)
class Round:
    """What the two do, and every way it may end: ``"done"``, or the field at which a deed is refused.

    Attributes:
        item: What they want.
        deeds: What each does.
        ends: What must be after each way it may end.
        backorder_id: Whose figures are looked at, if any are.
        invoice_id: For which the drawer opens, if it is looked at.
        by: Who does it; None is the Owner.
        keys: The key of each one's action; None is one of its own.
        before: What is done right before, by the same person.
        apart: Whether they are at workstations of their own.
    """

    item: str
    deeds: tuple[partial[Done], partial[Done]]
    ends: Mapping[tuple[str, str], End]
    backorder_id: int | None = None
    invoice_id: int | None = None
    by: int | None = None
    keys: tuple[UUID | None, UUID | None] = (None, None)
    before: partial[Done] | None = None
    apart: bool = False


def two_clerks_post_one_log(shop: Shop, item: str, _number: int) -> Round:
    """Post the same receiving log twice: it counts once."""
    stocks(shop.till, item)
    backorder_id = shop.owes(item, "2", shop.lee)
    log_id = shop.unloads(shop.orders((item, "3"), allocations=((item, backorder_id, "2"),)))
    deed = shop.posting(log_id, *shop.proposal(log_id))
    end = End(("3", "2", "0"), "U0 R2 C0 W2 F0")
    return Round(item, (deed, deed), {("done", ""): end, ("", "done"): end}, backorder_id)


def two_logs_of_one_order(shop: Shop, item: str, _number: int) -> Round:
    """Two clerks counted the same order on logs of their own: it came twice, and On Order is not below 0."""
    stocks(shop.till, item)
    order_id = shop.orders((item, "3"))
    deeds = (shop.posting(shop.unloads(order_id)), shop.posting(shop.unloads(order_id)))
    return Round(item, deeds, {("done", "done"): End(("6", "0", "0"))})


def change_against_receive(shop: Shop, item: str, number: int) -> Round:
    """The vendor calls that fewer come, or more, while what was ordered is received."""
    stocks(shop.till, item)
    order_id = shop.orders((item, "3"))
    line_id = line_of(shop.till, order_id, item).id
    receive = shop.posting(shop.unloads(order_id))
    change = partial(changes.change, purchase_order_id=order_id, reason="Vendor called")
    if number % 2:
        more = partial(change, lines=(LineChange(line_id, D(5)),))
        return Round(item, (more, receive), {("done", "done"): End(("3", "0", "2"))})
    fewer = partial(change, lines=(LineChange(line_id, D(1)),))
    end = End(("3", "0", "0"))  # all of them came, whatever the vendor said
    return Round(item, (fewer, receive), {("done", "done"): end, ("ordered", "done"): end})


def cancel_against_receive(shop: Shop, item: str, number: int) -> Round:
    """A customer gives up one of two while both, or one, are received for him."""
    stocks(shop.till, item)
    backorder_id = shop.owes(item, "2", shop.lee)
    log_id = shop.unloads(shop.orders((item, "3"), allocations=((item, backorder_id, "2"),)))
    cancel = _cancel_one(shop, backorder_id)
    if number % 2:
        receive = shop.posting(log_id, shop.share(log_id, item, backorder_id, "1"))
        ends = {("done", "done"): End(("3", "1", "0"), "U0 R1 C1 W1 F0")}
    else:
        receive = shop.posting(log_id, shop.share(log_id, item, backorder_id, "2"))
        ends = {
            ("done", "rcv"): End(("0", "0", "3"), "U1 R0 C1 W0 F0"),
            ("quantity", "done"): End(("3", "2", "0"), "U0 R2 C0 W2 F0"),
        }
    return Round(item, (cancel, receive), ends, backorder_id)


def fill_against_receive(shop: Shop, item: str, number: int) -> Round:
    """A backorder is filled from the shelf while a delivery is set to it."""
    stocks(shop.till, item, on_hand="2")
    backorder_id = shop.owes(item, "2", shop.lee)
    log_id = shop.unloads(shop.orders((item, "3"), allocations=((item, backorder_id, "2"),)))
    source = sa.select(InvoiceLine.invoice_id).join(Backorder, Backorder.source_line_id == InvoiceLine.id)
    invoice_id = shop.read(source.where(Backorder.id == backorder_id))
    wanted = "1" if number % 2 else "2"
    fill = partial(fills.fill_backorders, invoice_id=invoice_id, fills=(Fill(backorder_id, D(wanted)),))
    receive = shop.posting(log_id, shop.share(log_id, item, backorder_id, wanted))
    full = "U0 R2 C0 W2 F0"
    ends = {("done", "done"): End(("5", "2", "0"), full)}
    if wanted == "2":
        ends = {("done", "rcv"): End(("2", "2", "3"), full), ("quantity", "done"): End(("5", "2", "0"), full)}
    return Round(item, (fill, receive), ends, backorder_id)


def correct_against_pick_up(shop: Shop, item: str, number: int) -> Round:
    """A delivery is taken back while its goods are picked up, or while the last of the shelf is sold."""
    stocks(shop.till, item)
    backorder_id = shop.owes(item, "2", shop.lee)
    log_id = shop.unloads(shop.orders((item, "3"), allocations=((item, backorder_id, "2"),)))
    shop.till.do(shop.posting(log_id, *shop.proposal(log_id)))
    (invoice,) = shop.invoices(log_id)
    whole = shop.correction(log_id, *shop.asks_to_take_back(log_id, (item, "3"), coming=True))
    owed, waiting = "U2 R0 C0 W0 F0", "U0 R2 C0 W2 F0"
    if number % 2:  # the one on the shelf goes, by the sale or by the correction
        one = shop.correction(log_id, *shop.asks_to_take_back(log_id, (item, "1"), coming=True))
        sell = shop.till.posting_of(shop.till.rings_up((item, "1")))
        ends = {
            ("done", "stock"): End(("2", "2", "1"), waiting),
            ("plan", "done"): End(("2", "2", "0"), waiting),
        }
        return Round(item, (one, sell), ends, backorder_id)
    ends = {
        ("done", ""): End(("0", "0", "3"), owed),
        ("actual", "done"): End(("1", "0", "0"), "U0 R2 C0 W0 F2"),
    }
    return Round(item, (whole, shop.pick_up(invoice.invoice_id)), ends, backorder_id)


def count_against_sell(shop: Shop, item: str, number: int) -> Round:
    """A count of one unit less is posted while one is sold, of several or the last: both take it off."""
    till = shop.till
    here = 1 if number % 2 else 5
    stocks(till, item, on_hand=str(here))
    count_id = till.run(stock_counts.start, extent=Extent.SCANNED).record_id
    counted = (SheetLine(till.items[item], D(here - 1)),)
    till.run(stock_counts.fill_in, stock_count_id=count_id, lines=counted)
    deeds = (partial(stock_counts.post, stock_count_id=count_id), till.posting_of(till.rings_up((item, "1"))))
    ends = {("done", "done"): End((str(here - 2), "0", "0"))}
    if here == 1:  # who counts first leaves nothing to sell
        ends |= {("done", "stock"): End(("0", "0", "0"))}
    return Round(item, deeds, ends)


def sell_against_uncommit(shop: Shop, item: str, number: int) -> Round:
    """The last one is set aside; it is sold over the counter while it is released, or while it is picked up."""
    stocks(shop.till, item, on_hand="1")
    set_aside = shop.till.rings_up((item, "1"), customer_id=shop.kim)
    shop.till.run(commitments.commit, invoice_id=set_aside)
    sell = shop.till.posting_of(shop.till.rings_up((item, "1")))
    if number % 2:  # in one go, so that nobody can take it in between
        return Round(item, (sell, shop.pick_up(set_aside)), {("stock", "done"): End(("0", "0", "0"))})
    ends = {("stock", "done"): End(("1", "0", "0")), ("done", "done"): End(("0", "0", "0"))}
    return Round(item, (sell, partial(commitments.uncommit, invoice_id=set_aside)), ends)


def two_receipts_for_one_backorder(shop: Shop, item: str, _number: int) -> Round:
    """Two deliveries are set to the same backorder."""
    stocks(shop.till, item)
    backorder_id = shop.owes(item, "2", shop.lee)
    sent = (shop.orders((item, "2"), allocations=((item, backorder_id, "2"),)), shop.orders((item, "2")))
    logs = [shop.unloads(order_id) for order_id in sent]
    first, second = (shop.posting(log_id, shop.share(log_id, item, backorder_id, "2")) for log_id in logs)
    end = End(("2", "2", "2"), "U0 R2 C0 W2 F0")
    return Round(item, (first, second), {("done", "rcv"): end, ("rcv", "done"): end}, backorder_id)


def two_orders_for_one_backorder(shop: Shop, item: str, _number: int) -> Round:
    """Two purchase orders are posted with goods for the same backorder."""
    stocks(shop.till, item)
    backorder_id = shop.owes(item, "2", shop.lee)
    first, second = (_order_for(shop, item, backorder_id) for _ in range(2))
    end = End(("0", "0", "2"), "U2 R0 C0 W0 F0")
    return Round(item, (first, second), {("done", "allocation"): end, ("allocation", "done"): end}, backorder_id)


def cancel_against_allocate(shop: Shop, item: str, _number: int) -> Round:
    """A customer gives up one of two while a purchase order is posted with both allocated to him."""
    stocks(shop.till, item)
    backorder_id = shop.owes(item, "2", shop.lee)
    less = "U1 R0 C1 W0 F0"
    ends = {("done", "allocation"): End(("0", "0", "0"), less), ("done", "done"): End(("0", "0", "2"), less)}
    return Round(item, (_cancel_one(shop, backorder_id), _order_for(shop, item, backorder_id)), ends, backorder_id)


def one_deposit_at_two_tills(shop: Shop, item: str, number: int) -> Round:
    """Two of one backorder wait on slips of their own; each till wants to use all of the one deposit."""
    till = shop.till
    stocks(till, item, on_hand="2")
    backorder_id = shop.owes(item, "2", _saver(shop, item))
    _pays_in(shop, D(20), backorder_id)
    slips = [_sets_aside(shop, backorder_id, "1") for _ in range(1 if number % 2 else 2)]
    used = Tender(TenderKind.DEPOSIT, D(20), backorder_id=backorder_id)
    picks = [_picks_up(shop, slip, used) for slip in slips]
    if number % 2:  # the other unit is canceled, and its share paid back, while all is used
        cancel = partial(
            cancellations.cancel,
            backorder_id=backorder_id,
            quantity=D(1),
            employee_id=till.employee_id,
            reason="Wants one",
            disposition=Disposition(refund=D(10)),
            refund_by=Tender(TenderKind.CASH, D(0)),
        )
        ends = {
            ("done", "refund"): End(("1", "0", "0"), "U1 R1 C0 W0 F1"),
            ("tenders", "done"): End(("2", "1", "0"), "U0 R1 C1 W1 F0"),
        }
        return Round(item, (picks[0], cancel), ends, backorder_id)
    end = End(("1", "1", "0"), "U0 R2 C0 W1 F1")
    return Round(item, (picks[0], picks[1]), {("done", "tenders"): end, ("tenders", "done"): end}, backorder_id)


def one_credit_at_two_tills(shop: Shop, item: str, _number: int) -> Round:
    """Two tills want to use the same credit, for different goods: nothing else makes one wait for the other."""
    till = shop.till
    stocks(till, item, on_hand="2")
    stocks(till, f"{item} other", on_hand="2")
    saver = _saver(shop, item)
    _pays_in(shop, D(24), None, saver)
    used = Tender(TenderKind.CREDIT, D(24))
    first, second = (
        till.posting_of(till.rings_up((goods, "1"), customer_id=saver), used) for goods in (item, f"{item} other")
    )
    ends = {("done", "tenders"): End(("1", "0", "0")), ("tenders", "done"): End(("2", "0", "0"))}
    return Round(item, (first, second), ends)


def _saver(shop: Shop, name: str) -> int:
    with shop.till.writing() as session:
        return add_customer(session, name)


def _pays_in(shop: Shop, amount: Decimal, backorder_id: int | None, customer_id: int | None = None) -> None:
    """Take a deposit for a backorder, or credit of a customer."""
    if customer_id is None:
        customer_id = shop.read(sa.select(Backorder.customer_id).where(Backorder.id == backorder_id))
    invoice = shop.till.rings_up(customer_id=customer_id)
    shop.till.run(deposits.add, invoice_id=invoice, amount=amount, backorder_id=backorder_id)
    shop.till.posts(invoice)


def _sets_aside(shop: Shop, backorder_id: int, quantity: str) -> int:
    source = sa.select(InvoiceLine.invoice_id).join(Backorder, Backorder.source_line_id == InvoiceLine.id)
    invoice_id = shop.read(source.where(Backorder.id == backorder_id))
    fill = (Fill(backorder_id, D(quantity)),)
    return shop.till.run(fills.fill_backorders, invoice_id=invoice_id, fills=fill).record_id


def _picks_up(shop: Shop, slip: int, own: Tender) -> partial[Done]:
    total = shop.till.total_of(slip)
    tenders = (own, Tender(TenderKind.CASH, total - own.amount))
    verb = posting.uncommit_and_process
    return partial(verb, invoice_id=slip, tenders=tenders, expected_total=total)


def two_tills_guess_one_pin(shop: Shop, item: str, number: int) -> Round:
    """Somebody has typed four wrong PINs; at two tills a fifth is typed: one of them counts and locks the other out."""
    till = shop.till
    stocks(till, item)
    with till.writing() as session:
        employee_id = add_employee(session, f"guessed {number}", role=Role.CASHIER)
    till.run(pins.give, employee_id=employee_id, pin_hash=pin_hash())
    guess = partial(pins.log_in, employee_id=employee_id, tried=TriedPin(pin_hash(), fits=False))
    for _ in range(FREE_FAILURES):
        till.do(guess)
    end = End(("0", "0", "0"))
    return Round(item, (guess, guess), {("done", ""): end, ("", "done"): end})


def one_approval_at_two_tills(shop: Shop, item: str, number: int) -> Round:
    """A loss of goods was approved for a cashier: it is written off once, however many tills ask, and no other is."""
    till = shop.till
    stocks(till, item, on_hand="9")
    with till.writing() as session:
        cashier_id = add_employee(session, f"approved {number}", role=Role.CASHIER)
    till.run(pins.give, employee_id=cashier_id, pin_hash=pin_hash())
    one, two = (partial(items.adjust_stock, item_id=till.items[item], by=-D(lost), reason="Broken") for lost in "12")
    key = uuid4()
    one_less, two_less = End(("8", "0", "0")), End(("7", "0", "0"))
    ways: tuple[tuple[partial[Done], UUID | None, Mapping[tuple[str, str], End]], ...] = (
        (one, key, {("done", "done"): one_less}),  # the same action, asked for twice
        (two, key, {("done", ""): one_less, ("", "done"): two_less}),
        (one, None, {("done", ""): one_less}),  # the same again is another action
    )
    other, other_key, ends = ways[number % len(ways)]
    approval = partial(
        approvals.approve,
        approver_id=till.employee_id,
        tried=TriedPin(NO_PIN_HASH, fits=True),
        action=action_of(one, key),
        needs=(Permit(Permission.ADJUST_STOCK),),
    )
    return Round(item, (one, other), ends, by=cashier_id, keys=(key, other_key), before=approval)


def a_merged_customer(shop: Shop, item: str, number: int) -> Round:
    """A customer's second card is merged while somebody sells by it, fills for it, or merges it too."""
    stocks(shop.till, item, on_hand="2")
    with shop.till.writing() as session:
        second, first = (add_customer(session, f"{name} {number}") for name in ("second", "first"))
    backorder_id = shop.owes(item, "2", second)
    merge = partial(merging.merge, customer_id=second, version=1, into_id=first, into_version=1)
    back = partial(merging.merge, customer_id=first, version=1, into_id=second, into_version=1)
    owed, filled = "U2 R0 C0 W0 F0", "U0 R2 C0 W2 F0"
    untouched, set_aside = End(("2", "0", "0"), owed), End(("2", "2", "0"), filled)
    promise = shop.till.posting_of(shop.till.rings_up((item, "1", TransCode.BACKORDER), customer_id=second))
    attach = partial(invoices.set_customer, invoice_id=shop.till.rings_up((item, "1")), customer_id=second)
    source = sa.select(InvoiceLine.invoice_id).join(Backorder, Backorder.source_line_id == InvoiceLine.id)
    invoice_id = shop.read(source.where(Backorder.id == backorder_id))
    fill = partial(fills.fill_backorders, invoice_id=invoice_id, fills=(Fill(backorder_id, D(2)),))
    ways: tuple[tuple[partial[Done], Mapping[tuple[str, str], End]], ...] = (
        (promise, {("done", "done"): untouched}),
        (attach, {("done", "done"): untouched, ("done", "customer"): untouched}),
        (fill, {("done", "done"): set_aside, ("", "done"): set_aside}),
        (back, {("done", "version"): untouched, ("version", "done"): untouched}),
    )
    other, ends = ways[number % len(ways)]
    return Round(item, (merge, other), ends, backorder_id)


def one_tender_at_two_tills(shop: Shop, item: str, number: int) -> Round:
    """An invoice with money on it is recalled at two tills, and both do something with the money.

    It is posted while a tender is given back or another one taken, or discarded while one is taken.
    """
    till = shop.till
    stocks(till, item, on_hand="1")
    invoice_id = till.rings_up((item, "1"))
    cash, rest = (Tender(TenderKind.CASH, D(amount)) for amount in ("20.00", "4.00"))
    card = Tender(TenderKind.CARD, D("4.00"))
    discarded, sold, kept = End(("1", "0", "0")), End(("0", "0", "0")), End(("1", "0", "0"))
    if number % 3 == 2:
        discard, take = partial(invoices.discard, invoice_id=invoice_id), partial(tenders.take, invoice_id=invoice_id)
        ends = {("done", ""): discarded, ("tenders", "done"): kept}
        return Round(item, (discard, partial(take, tender=cash)), ends)
    till.run(tenders.take, invoice_id=invoice_id, tender=cash)
    with till.engine.connect() as connection:
        tender_id = connection.scalars(sa.select(TenderPaid.id).where(TenderPaid.invoice_id == invoice_id)).one()
    give_back = partial(tenders.give_back, invoice_id=invoice_id, tender_id=tender_id)
    other = give_back if number % 3 else partial(tenders.take, invoice_id=invoice_id, tender=card)
    post = partial(till.posting_of(invoice_id, cash, rest), standing=1)
    return Round(item, (post, other), {("done", ""): sold, ("tenders", "done"): kept})


def two_tills_sell_one_unit(shop: Shop, item: str, _number: int) -> Round:
    """The unit with a serial number is on the invoices of two tills: one sells it."""
    till = shop.till
    stocks(till, item, on_hand="2")
    with till.writing() as session:
        flagged = sa.update(table_of(Item)).where(Item.id == till.items[item]).values(serials=Serials.SALE)
        session.connection().execute(flagged)
    deeds = []
    for _ in range(2):
        invoice_id = till.rings_up((item, "1"))
        line_id = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id))
        till.run(serials.enter, line_id=line_id, serials=("A",))
        deeds.append(till.posting_of(invoice_id))
    sold = End(("1", "0", "0"))
    return Round(item, (deeds[0], deeds[1]), {("done", "serials"): sold, ("serials", "done"): sold})


def one_receipt_at_two_tills(shop: Shop, item: str, number: int) -> Round:
    """The same goods of a sale come back at two tills: once, or each a part of them."""
    till = shop.till
    stocks(till, item, on_hand="2")
    sale_id = till.rings_up((item, "2"))
    line_id = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == sale_id))
    till.posts(sale_id)
    each = "1" if number % 2 else "2"
    goods = (GoodsBack(line_id, D(each), "Did not fit"),)
    verb = partial(returns.take_back, sale_id=sale_id, goods=goods)
    first, second = (till.posting_of(till.do(verb).record_id) for _ in range(2))
    if number % 2:
        return Round(item, (first, second), {("done", "done"): End(("2", "0", "0"))})
    once = End(("2", "0", "0"))
    return Round(item, (first, second), {("done", "quantity"): once, ("quantity", "done"): once})


def one_drawer_for_one_posting(shop: Shop, item: str, number: int) -> Round:
    """A sale is posted by two clients, or tried again while the first try is under way: the drawer opens once."""
    till = shop.till
    stocks(till, item, on_hand="1")
    invoice_id = till.rings_up((item, "1"))
    post = partial(
        till.posting_of(invoice_id), wish=PrintWish(drawer_of(invoice_id), receipt=number % 4 < 2, drawer=True)
    )
    end = End(("0", "0", "0"), kicks=1)
    if number % 2:  # a retry of the same action
        key = uuid4()
        return Round(item, (post, post), {("done", "done"): end}, invoice_id=invoice_id, keys=(key, key))
    return Round(item, (post, post), {("done", ""): end, ("", "done"): end}, invoice_id=invoice_id)


def drawer_of(invoice_id: int) -> str:
    """Name the printer at which an invoice is posted: a kick without a receipt does not say what it is for."""
    return f"drawer of {invoice_id}"


def close_against_posting(shop: Shop, item: str, _number: int) -> Round:
    """The drawer is counted and closed while another till posts into its day: that is in the Z, or in the next day."""
    stocks(shop.till, item, on_hand="1")
    invoice_id = shop.till.rings_up((item, "1"))
    post = shop.till.posting_of(invoice_id)
    return Round(item, (post, partial(counts_and_closes)), {("done", "done"): End(("0", "0", "0"))})


def counts_and_closes(session: Session, stamp: Stamp) -> Done:
    """Count the drawer and close it in one go, as nobody at a till can."""
    open_one = sa.select(DrawerDay.id).join(Drawer, Drawer.id == DrawerDay.drawer_id)
    open_one = open_one.where(DrawerDay.status != "closed", ~Drawer.is_office)
    day_id = session.connection().scalars(open_one).one_or_none()
    if day_id is None:  # the day before was closed a moment ago
        return Done(0, frozenset())
    days.count(session, stamp, day_id=day_id)
    return days.close(session, stamp, day_id=day_id, kept=D(0))


def a_recalled_invoice(shop: Shop, item: str, number: int) -> Round:
    """A parked invoice is recalled at two tills: one has it and the other is told, or both knew where it was.

    Or it is posted at one while it is recalled at the other.
    """
    till = shop.till
    stocks(till, item, on_hand="1")
    invoice_id = till.rings_up((item, "1"))
    recall = partial(parking.take_up, invoice_id=invoice_id)
    untouched, sold = End(("1", "0", "0")), End(("0", "0", "0"))
    if number % 3 == 2:
        till.run(parking.leave, invoice_id=invoice_id)
        ends = {("done", "done"): sold, ("done", ""): sold}
        return Round(item, (till.posting_of(invoice_id), recall), ends, apart=True)
    if number % 3:
        elsewhere = sa.update(table_of(Invoice)).values(open_workstation="till 9")
        with till.writing() as session:
            session.connection().execute(elsewhere.where(table_of(Invoice).c.id == invoice_id))
        take_over = partial(recall, taken_from="till 9")
        return Round(item, (take_over, take_over), _one_of_two(untouched), apart=True)
    till.run(parking.leave, invoice_id=invoice_id)
    return Round(item, (recall, recall), _one_of_two(untouched), apart=True)


def the_same_goods_picked_up_twice(shop: Shop, item: str, number: int) -> Round:
    """Goods of two deliveries go out at two tills at once, or one delivery with others and by itself: once each.

    Or one of two goods on a slip goes out at both, and the other one stays set aside on it.
    """
    if number % 3 == 0:
        return _one_of_a_slip_twice(shop, item)
    stocks(shop.till, item)
    backorder_id, held = shop.fill_invoice(item, "2", shop.lee)
    if number % 3 == 1:
        pick_up = _picked_up(shop, held)
        ends = {("done", ""), ("picked", "done"), ("item", "done")}
        end = End(("0", "0", "0"), "U0 R2 C0 W0 F2")
        return Round(item, (pick_up, shop.pick_up(held)), dict.fromkeys(ends, end), backorder_id)
    _, other = shop.fill_invoice(item, "1", shop.lee)
    ends = {("done", "picked"), ("done", "item"), ("picked", "done"), ("item", "done")}
    end = End(("0", "0", "0"), "U0 R2 C0 W0 F2")
    both = _picked_up(shop, held, other), _picked_up(shop, other, held)
    return Round(item, both, dict.fromkeys(ends, end), backorder_id)


def _one_of_a_slip_twice(shop: Shop, item: str) -> Round:
    till, other = shop.till, f"{item} other"
    for code in (item, other):
        stocks(till, code, on_hand="1")
    slip = till.rings_up((item, "1"), (other, "1"), customer_id=shop.kim)
    till.run(commitments.commit, invoice_id=slip)
    of_slip = sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == slip)
    line_id = shop.read(of_slip.where(InvoiceLine.item_id == till.items[item]))
    half = till.total_of(slip) / 2
    pick_ups = [till.run(picking.pick, line_ids=(line_id,)).record_id for _ in range(2)]
    first, second = (
        partial(posting.post, invoice_id=each, tenders=(Tender(TenderKind.CASH, half),), expected_total=half)
        for each in pick_ups
    )
    ends = {("done", "picked"), ("done", "item"), ("picked", "done"), ("item", "done")}
    return Round(item, (first, second), dict.fromkeys(ends, End(("0", "0", "0"))))


def _picked_up(shop: Shop, *held: int) -> partial[Done]:
    """Name all that waits on invoices on one of its own, and bind its posting."""
    line_ids = tuple(shop.fill_line(each) for each in held)
    pick_up = shop.till.run(picking.pick, line_ids=line_ids).record_id
    total = sum((shop.till.total_of(each) for each in held), D(0))
    paid = (Tender(TenderKind.CASH, total),)
    return partial(posting.post, invoice_id=pick_up, tenders=paid, expected_total=total)


def _one_of_two(end: End) -> Mapping[tuple[str, str], End]:
    return {("done", ""): end, ("", "done"): end}


def _cancel_one(shop: Shop, backorder_id: int) -> partial[Done]:
    return partial(
        backorders.cancel,
        backorder_id=backorder_id,
        quantity=D(1),
        employee_id=shop.till.employee_id,
        reason="Wants fewer",
    )


def _order_for(shop: Shop, item: str, backorder_id: int) -> partial[Done]:
    order_id = orders(shop.till, shop.vendor_id, (item, "2"))
    allocated = ((line_of(shop.till, order_id, item).id, backorder_id, D(2)),)
    return partial(order_posting.post, purchase_order_id=order_id, allocations=allocated)


CONTESTS: tuple[Callable[[Shop, str, int], Round], ...] = (
    one_deposit_at_two_tills,
    one_credit_at_two_tills,
    two_clerks_post_one_log,
    two_logs_of_one_order,
    cancel_against_receive,
    change_against_receive,
    fill_against_receive,
    correct_against_pick_up,
    count_against_sell,
    sell_against_uncommit,
    two_receipts_for_one_backorder,
    two_orders_for_one_backorder,
    cancel_against_allocate,
    one_tender_at_two_tills,
    two_tills_guess_one_pin,
    one_approval_at_two_tills,
    a_merged_customer,
    two_tills_sell_one_unit,
    one_receipt_at_two_tills,
    one_drawer_for_one_posting,
    close_against_posting,
    a_recalled_invoice,
    the_same_goods_picked_up_twice,
)

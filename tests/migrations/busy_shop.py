"""A shop in which something of everything happened, by the program's own verbs: the demo shop, ordering and receiving.

Every table of it holds rows, and what purchase orders were to bring for backorders was planned, changed, trimmed, used
up and given up in every way the program knows.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from uuid import uuid4

import sqlalchemy as sa

from day_harms import day_of
from ordering_seed import line_of, orders, sends, stocks, vendor_on_file
from posim_desktop.domain.cards.cards import DepartmentFields
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.exchange.backups import Occasion, Proof
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.numbers_given import Given
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.people.pins import TriedPin
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.purchasing.changes import LineChange
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.domain.receiving.corrections import TakenBack
from posim_desktop.domain.receiving.stock_counts import Extent
from posim_desktop.domain.sales.card_requests import RequestState, TerminalAnswer
from posim_desktop.domain.sales.days import CashMove, Pieces, RowKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject, SendingEnd
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.domain.sales.tenders import Tender, TenderKind, TenderTypeFields
from posim_desktop.orm import (
    Backorder,
    Customer,
    Employee,
    FreedGoods,
    InvoiceLine,
    Item,
    SpecialOrderLine,
    TaxCode,
    TenderPaid,
)
from posim_desktop.orm.base import table_of
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.people.pins import state
from posim_desktop.queries.purchasing import freed_goods as freed
from posim_desktop.queries.receiving import stock_counts as count_queries
from posim_desktop.queries.shop.backups import numbers_given
from posim_desktop.services.backorders import backorders, questions, wants
from posim_desktop.services.cards import departments, items, merging
from posim_desktop.services.database import open_engine
from posim_desktop.services.exchange import backups, demo, imports, restored
from posim_desktop.services.exchange.import_files import ImportOptions, read_file
from posim_desktop.services.people import approvals
from posim_desktop.services.purchasing import allocations, auto_backorder_po, changes, freed_goods
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import return_serials, stock_counts, vendor_returns
from posim_desktop.services.receiving import serials as log_serials
from posim_desktop.services.receiving.stock_counts import FoundHeld
from posim_desktop.services.receiving.vendor_returns import ReturnLineEdit
from posim_desktop.services.records.backup_rows import BackupEnd
from posim_desktop.services.sales import (
    attachments,
    awaited_orders,
    card_requests,
    commitments,
    days,
    fills,
    invoices,
    line_taxes,
    picking,
    print_jobs,
    returns,
    sale_discounts,
    special_order_posting,
    special_orders,
    tender_types,
    tenders,
)
from posim_desktop.services.sales import wants as sold_wants
from posim_desktop.services.sales.fills import Canceling, Fill
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.returns import GoodsBack
from posim_desktop.services.transaction import Transactor, action_of
from receiving_seed import Shop, open_shop
from seeding import OPENING_DAY, Till, add_customer, rewrite, stored, ticking_clock
from vendor_return_harms import send_back

D = Decimal


def fill(url: str) -> None:
    """Make the shop in an empty database of the program's revision."""
    engine = open_engine(url)
    demo.make(engine, OPENING_DAY)
    with engine.connect() as connection:
        manager = connection.scalars(sa.select(Employee.id).where(Employee.role == str(Role.OWNER))).one()
    till = Till(engine, Transactor(engine, ticking_clock()), manager)
    shop = open_shop(till)
    for code, on_hand in (("mug", "0"), ("lamp", "0"), ("shade", "0"), ("bulb", "10")):
        stocks(till, code, on_hand=on_hand, vendor_id=shop.vendor_id)
    _buy_from_another(shop)
    _order_and_receive(shop)
    _give_up(shop)
    _fill_from_the_shelf(shop)
    _approve_a_discount(till)
    _merge_a_second_card(shop)
    _change_sent_orders(shop)
    _leave_things_open(shop)
    _receive_sell_and_take_back_a_unit(shop)
    _ask_and_wish(shop)
    _bring_back_and_pick_up(shop)
    _order_specially(shop)
    _ask_more_than_was_promised(shop)
    _correct(shop)
    _cut_and_pack(shop)
    _count(shop)
    _live_days(till)
    _bring_in_and_restore(till)
    shop.holds()
    engine.dispose()


def _cut_and_pack(shop: Shop) -> None:
    """Cloth is wanted in one piece, bought by the bolt, and comes of a dye lot; a book has its day."""
    till = shop.till
    cloth = stocks(till, "cloth", vendor_id=shop.vendor_id, pack="6")
    with till.writing() as session:
        rewrite(session, Item, cloth, unit="yd", smallest_cut=D("0.125"), pack_unit="bolt")
    invoice_id = till.rings_up(("cloth", "5.5", TransCode.BACKORDER), customer_id=shop.lee)
    line_id = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(one_piece=True))
    till.posts(invoice_id)
    piece = stored(till.engine, Backorder, Backorder.source_line_id == line_id).id
    order_id = orders(till, shop.vendor_id, ("cloth", "12"))
    edit = OrderLineEdit(pack_cost=D(50))
    till.run(purchase_orders.change_line, line_id=line_of(till, order_id, "cloth").id, edit=edit)
    sends(till, order_id)
    log_id = shop.unloads(order_id, {"cloth": "4"})
    till.run(receiving.set_lot, line_id=shop.line(log_id, "cloth"), lot="A12")
    shop.receives(log_id, shop.share(log_id, "cloth", piece, rcv="4", reason="Takes it in two"))
    books = till.run(departments.add, fields=DepartmentFields("BOOKS", "Books", books=True)).record_id
    novel = stocks(till, "novel", vendor_id=shop.vendor_id, on_hand="2")
    with till.writing() as session:
        day = OPENING_DAY.date()
        rewrite(session, Item, novel, department_id=books, author="Ada Grove", format="Paperback", on_sale_on=day)


def _buy_from_another(shop: Shop) -> None:
    """A second vendor sells lamps too, dearer and sooner."""
    till = shop.till
    second = vendor_on_file(till, "bolt")
    with till.engine.connect() as connection:
        details = item_queries.details(connection, till.items["lamp"])
    if details is None:
        raise AssertionError
    terms = VendorTerms(second, "B-1", D("12.50"), D(2), D(4), usual_days=3)
    fields = replace(details.fields, other_vendors=(terms,))
    till.run(items.change, item_id=details.id, fields=fields, version=details.version)


def _merge_a_second_card(shop: Shop) -> None:
    """A customer with two cards, one of them with goods to come, gets one."""
    till = shop.till
    with till.writing() as session:
        second = add_customer(session, "kim again")
    shop.owes("shade", "1", second)
    with till.engine.connect() as connection:
        version = connection.scalars(sa.select(Customer.version).where(Customer.id == shop.kim)).one()
    till.run(merging.merge, customer_id=second, version=1, into_id=shop.kim, into_version=version)


def _order_and_receive(shop: Shop) -> None:
    """Order for two customers, change who gets what, receive it twice; one customer picks up."""
    till = shop.till
    lee, kim = shop.owes("mug", "10", shop.lee), shop.owes("mug", "4", shop.kim)
    order_id = shop.orders(("mug", "9"), ("lamp", "5"), allocations=(("mug", lee, "5"), ("mug", kim, "2")))
    line_id = line_of(till, order_id, "mug").id
    allocated = ((line_id, lee, D(4)), (line_id, kim, D(4)))
    till.run(allocations.change, purchase_order_id=order_id, allocations=allocated)
    log_id = shop.unloads(order_id, {"mug": "5", "lamp": "2"})
    wants_fewer = shop.share(log_id, "mug", kim, rcv="2", canc="1", reason="Wants fewer")
    shop.receives(log_id, shop.share(log_id, "mug", lee, rcv="3"), wants_fewer)
    picked_up, waiting = (row.invoice_id for row in shop.invoices(log_id))
    shop.picks_up(picked_up)
    till.run(fills.reduce_line, line_id=shop.fill_line(waiting), quantity=D(1))
    freely = shop.unloads_freely(("mug", "1"), ("bulb", "2"))
    shop.receives(freely, shop.share(freely, "mug", lee, rcv="1"))


def _correct(shop: Shop) -> None:
    """Take back part of a delivery that had freight and free units, and a unit with a serial number."""
    till = shop.till
    for code in ("vase", "clock"):
        stocks(till, code, vendor_id=shop.vendor_id)
    with till.writing() as session:
        rewrite(session, Item, till.items["clock"], serials=str(Serials.RECEIVING))
    kim = shop.owes("vase", "2", shop.kim)
    order_id = shop.orders(("vase", "3"), ("clock", "2"), allocations=(("vase", kim, "2"),))
    log_id = shop.unloads(order_id)
    till.run(receiving.set_cost, line_id=shop.line(log_id, "vase"), cost=D("4.00"))
    till.run(receiving.set_free, line_id=shop.line(log_id, "vase"), free=D(1))
    till.run(
        receiving.set_charges,
        receiving_log_id=log_id,
        freight=D("5.00"),
        other_charges=D("0.05"),
        spread=Spread.QUANTITY,
    )
    clocks = shop.line(log_id, "clock")
    till.run(log_serials.enter, line_id=clocks, serials=("C1", "C2"))
    shop.receives(log_id, *shop.proposal(log_id))
    wrong = (*shop.asks_to_take_back(log_id, ("vase", "2"), coming=True), TakenBack(clocks, D(1), serials=("C2",)))
    till.do(shop.correction(log_id, *wrong))


def _give_up(shop: Shop) -> None:
    """Let orders and customers give up what was planned: closed short, canceled, discarded, removed, made smaller."""
    till = shop.till
    lee, kim = shop.owes("lamp", "6", shop.lee), shop.owes("lamp", "3", shop.kim)
    order_id = shop.orders(("lamp", "9"), ("shade", "2"), allocations=(("lamp", lee, "6"), ("lamp", kim, "3")))
    till.run(backorders.cancel, backorder_id=lee, quantity=D(2), employee_id=till.employee_id, reason="Wants fewer")
    log_id = shop.unloads(order_id, {"lamp": "4"})
    shop.receives(log_id, *shop.proposal(log_id))
    till.run(order_posting.close_short, line_id=line_of(till, order_id, "lamp").id)
    given_up = shop.orders(("shade", "1"))
    till.run(order_posting.close_short, line_id=line_of(till, given_up, "shade").id)
    for owner in (shop.lee, shop.kim):
        shop.owes("shade", "3", owner)
    shop.owes("lamp", "4", shop.lee)
    working = till.run(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=shop.vendor_id).record_id
    till.run(purchase_orders.change_line, line_id=line_of(till, working, "shade").id, edit=OrderLineEdit(quantity=D(4)))
    till.run(purchase_orders.remove_line, line_id=line_of(till, working, "lamp").id)
    till.run(purchase_orders.discard, purchase_order_id=working)


def _change_sent_orders(shop: Shop) -> None:
    """Change an order that was sent in every way, and decide in every way about what a customer canceled of one."""
    till = shop.till
    owed = shop.owes("shade", "6", shop.lee)
    order_id = shop.orders(("shade", "9"), allocations=(("shade", owed, "6"),))
    line_id = line_of(till, order_id, "shade").id
    change = partial(changes.change, purchase_order_id=order_id, reason="Vendor called")
    till.run(change, lines=(LineChange(line_id, D(8), D("3.5")),), added=(NewOrderLine(till.items["lamp"], D(2)),))
    till.run(change, lines=(LineChange(line_id, D(10)),))
    late = partial(purchase_orders.set_header, purchase_order_id=order_id, note="", reason="Ship is late")
    till.run(late, expected_on=date(2026, 12, 24))
    till.run(backorders.cancel, backorder_id=owed, quantity=D(6), employee_id=till.employee_id, reason="Found one")
    shop.owes("shade", "1", shop.kim)
    decide = {"line_id": line_id, "quantity": D(1)}
    till.run(freed_goods.keep_for_shelf, **decide)
    with till.engine.connect() as connection:
        seen = tuple((each.backorder_id, each.quantity) for each in freed.next_ones(connection, line_id, D(1)))
    till.run(freed_goods.give_next, **decide, seen=seen)
    for agreed, withdrawn in (("1", False), ("0", False), ("0", True)):
        till.run(freed_goods.ask_to_drop, **decide, note="Spoke to Ann")
        request = shop.read(sa.select(sa.func.max(FreedGoods.id)))
        answer = partial(freed_goods.answer, request_id=request, reason="Canceled by a customer")
        till.run(answer, agreed=D(agreed), withdrawn=withdrawn)
    till.run(freed_goods.ask_to_drop, **decide)


def _fill_from_the_shelf(shop: Shop) -> None:
    """Fill backorders from the shelf, give goods back, cancel at the counter."""
    till = shop.till
    sale = till.rings_up(("bulb", "4", TransCode.BACKORDER), ("bulb", "1"), customer_id=shop.lee)
    till.posts(sale)
    with till.engine.connect() as connection:
        owed = connection.execute(sa.text("SELECT MAX(id) FROM backorders")).scalar_one()
    order_id = shop.orders(("bulb", "4"), allocations=(("bulb", owed, "4"),))
    filled = till.run(fills.fill_backorders, invoice_id=sale, fills=(Fill(owed, D(3)),)).record_id
    canceling = Canceling(till.employee_id, "Found one elsewhere")
    till.run(fills.reduce_line, line_id=shop.fill_line(filled), quantity=D(2), canceling=canceling)
    till.run(fills.discard, invoice_id=filled)
    shop.receives(shop.unloads(order_id))


def _approve_a_discount(till: Till) -> None:
    """Let a cashier give more than cashiers may, once, on goods under two taxes."""
    with till.engine.connect() as connection:
        cashier = connection.scalars(sa.select(Employee.id).where(Employee.role == str(Role.CASHIER))).first()
        pin = state(connection, till.employee_id, OPENING_DAY)
    assert cashier is not None
    sale = till.rings_up(("bulb", "2"))
    with till.engine.connect() as connection:
        line_id = connection.scalars(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == sale)).one()
        two_taxes = connection.scalars(sa.select(TaxCode.id).where(TaxCode.code == "CITY")).one()
    key, counter = uuid4(), replace(till, employee_id=cashier)
    discount = partial(invoices.change_line, line_id=line_id, edit=LineEdit(discount_percent=D(20)))
    counter.run(
        approvals.approve,
        approver_id=till.employee_id,
        tried=TriedPin(pin.pin_hash, fits=True),
        action=action_of(discount, key),
        needs=(Permit(Permission.DISCOUNT, D(20), D(2)),),
    )
    counter.do(discount, key)
    till.run(sale_discounts.give, invoice_id=sale, discount=SaleDiscount(D("0.50")))
    till.run(line_taxes.change, line_id=line_id, tax_code_id=two_taxes)
    till.posts(sale)
    job = till.run(print_jobs.order, of=PrintSubject(sale), printing=Printing.RECEIPT, printer="192.168.1.50").record_id
    till.run(print_jobs.take, job_id=job)
    till.run(print_jobs.end, job_id=job, attempt=1, end=SendingEnd.PART_TAKEN, reason="It is out of paper")
    till.run(print_jobs.again, job_id=job, printer="192.168.1.51")
    till.run(print_jobs.open_drawer, printer="192.168.1.50", reason="Change for a customer")


def _receive_sell_and_take_back_a_unit(shop: Shop) -> None:
    """Move units with serial numbers in every way, and leave one on an invoice that is not posted."""
    till = shop.till
    till.stores("drill")
    with till.writing() as session:
        flagged = sa.update(table_of(Item)).where(Item.code == "drill").values(serials=Serials.RECEIVING)
        session.connection().execute(flagged)
    log_id = shop.unloads_freely(("drill", "3"))
    till.run(log_serials.enter, line_id=shop.line(log_id, "drill"), serials=("DR-1", "DR-2", "DR-3"))
    till.do(shop.posting(log_id))
    for code, number in ((TransCode.SALE, "DR-1"), (TransCode.RETURN, "DR-1"), (TransCode.SALE, "DR-2")):
        why = "Does not work" if code is TransCode.RETURN else ""
        new = NewLine(till.items["drill"], D(1), code, serials=(number,), return_reason=why)
        till.posts(till.run(invoices.add_items, invoice_id=None, lines=(new,)).record_id)
    sent = till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (back,) = shop.return_lines(sent)
    till.run(vendor_returns.change_line, line_id=back, edit=ReturnLineEdit(D(1), reason="Does not work"))
    till.run(return_serials.enter, line_id=back, serials=("DR-1",))
    till.run(vendor_returns.post, vendor_return_id=sent)
    waiting = NewLine(till.items["drill"], D(1), serials=("DR-3",))
    till.run(invoices.add_items, invoice_id=None, lines=(waiting,))


def _ask_and_wish(shop: Shop) -> None:
    """Leave a question open and one answered; wishes that are open, promised and dropped."""
    till = shop.till
    for answer in ("", "Blue"):
        asked = shop.owes("shade", "1", shop.lee)
        sends(till, orders(till, shop.vendor_id, ("shade", "1")), ("shade", asked, "1"))
        till.run(questions.ask, backorder_id=asked, question="Which color?")
        if answer:
            till.run(questions.answer, backorder_id=asked, answer=answer)
        till.run(questions.note_will_also_take, backorder_id=asked, will_also_take="any bright one")
    wish = partial(wants.add, customer_id=shop.kim, quantity=D(2))
    promised = till.run(wish, item_id=till.items["shade"]).record_id
    till.run(wish, item_id=None, description="A blue teapot", note="At most 30")
    till.run(wants.drop, want_id=till.run(wish, item_id=till.items["lamp"]).record_id)
    till.posts(till.run(sold_wants.put_on_invoice, want_id=promised, trans_code=TransCode.BACKORDER).record_id)


def _bring_back_and_pick_up(shop: Shop) -> None:
    """Take part of a sale back damaged; name what waits on a sale in hand, which also waits for an order itself."""
    till = shop.till
    sale = till.rings_up(("bulb", "3"))
    till.posts(sale)
    sold = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == sale))
    goods = GoodsBack(sold, D(1), "Does not work", damaged=True)
    till.posts(till.run(returns.take_back, sale_id=sale, goods=(goods,)).record_id)

    owed = shop.owes("bulb", "2", shop.kim)
    made_by = shop.read(
        sa.select(InvoiceLine.invoice_id)
        .join(Backorder, Backorder.source_line_id == InvoiceLine.id)
        .where(Backorder.id == owed)
    )
    held = till.run(fills.fill_backorders, invoice_id=made_by, fills=(Fill(owed, D(1)),)).record_id
    till.run(picking.store_at, invoice_ids=(held,), place="Shelf 7")
    pick_up = till.run(picking.pick, line_ids=(shop.fill_line(held),)).record_id
    order_id = shop.orders(("lamp", "4"))
    more = NewLine(till.items["lamp"], D(1), TransCode.BACKORDER)
    till.run(invoices.add_items, invoice_id=pick_up, lines=(more,))
    waits = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == pick_up))
    till.run(awaited_orders.wait_for, line_id=waits, order_line_id=line_of(till, order_id, "lamp").id)


def _order_specially(shop: Shop) -> None:
    """Write a special order down with what the department asks and a file, and leave it unposted."""
    till = shop.till
    coats = till.run(departments.add, fields=DepartmentFields("COATS", "Coats", "Size?\nColor?")).record_id
    coat = SpecialLine(description="Coat", quantity=D(1), unit_price=D(120), department_id=coats)
    order_id = till.run(special_orders.add_new_item, special_order_id=None, line=coat).record_id
    till.run(special_orders.set_customer, special_order_id=order_id, customer_id=shop.lee)
    line_id = shop.read(sa.select(SpecialOrderLine.id).where(SpecialOrderLine.special_order_id == order_id))
    till.run(special_orders.answer_questions, line_id=line_id, answers=(("Size?", "42"), ("Color?", "")))
    till.run(attachments.attach, name="coat.pdf", content=b"%PDF-1.7\n%%EOF\n", special_order_line_id=line_id)


def _ask_more_than_was_promised(shop: Shop) -> None:
    """Let a customer agree to a higher price than a special order promised."""
    till = shop.till
    line = SpecialLine(description="Hat", quantity=D(1), unit_price=D(40), price_ceiling=D(45))
    order_id = till.run(special_orders.add_new_item, special_order_id=None, line=line).record_id
    till.run(special_orders.set_customer, special_order_id=order_id, customer_id=shop.lee)
    nothing: tuple[Tender, ...] = ()
    till.run(special_order_posting.post, special_order_id=order_id, tenders=nothing, expected_deposit=D("0.00"))
    owed = shop.read(sa.select(sa.func.max(Backorder.id)))
    made_by = shop.read(
        sa.select(InvoiceLine.invoice_id)
        .join(Backorder, Backorder.source_line_id == InvoiceLine.id)
        .where(Backorder.id == owed)
    )
    hat = shop.read(sa.select(Backorder.item_id).where(Backorder.id == owed))
    till.run(items.adjust_stock, item_id=hat, reason="Came in", by=D(1))
    waiting = till.run(fills.fill_backorders, invoice_id=made_by, fills=(Fill(owed, D(1)),)).record_id
    till.run(commitments.uncommit, invoice_id=waiting)
    agreed = LineEdit(unit_price=D(50), customer_word="By phone")
    till.run(invoices.change_line, line_id=shop.fill_line(waiting), edit=agreed)


def _count(shop: Shop) -> None:
    """Count what is there and what waits, post it, and leave another count with a code that nobody knows."""
    till, bulb = shop.till, shop.till.items["bulb"]
    held = shop.till.rings_up(("bulb", "1"), customer_id=shop.lee)
    till.run(commitments.commit, invoice_id=held)
    for extent in (Extent.SCANNED, Extent.EVERYTHING):
        count_id = till.run(stock_counts.start, extent=extent, note="Bulbs").record_id
        till.run(stock_counts.count_up, stock_count_id=count_id, item_id=bulb, quantity=D(9), place="Cellar")
        till.run(stock_counts.keep_unknown, stock_count_id=count_id, scanned="who-is-it")
        if extent is Extent.EVERYTHING:
            return
        till.run(stock_counts.dismiss, stock_count_id=count_id, scanned="who-is-it", word="A customer's own")
        with till.engine.connect() as connection:
            waiting = count_queries.held_now(connection, {bulb})
        found = tuple(FoundHeld(each.item_id, each.invoice_id, each.held, each.held) for each in waiting)
        till.run(stock_counts.find_held, stock_count_id=count_id, found=found)
        till.run(stock_counts.post, stock_count_id=count_id)


def _leave_things_open(shop: Shop) -> None:
    """Leave documents being written, parked and discarded, and what nobody ordered yet to the automatic order."""
    till = shop.till
    with till.writing() as session:
        add_customer(session, "moved-away", archived=True)
    till.run(invoices.discard, invoice_id=till.rings_up(("bulb", "1")))
    till.stores("wrap", stocked=False)
    till.posts(till.rings_up(("bulb", "1"), ("wrap", "1.5")))
    cash = Tender(TenderKind.CASH, D("20.00"))
    parked = till.rings_up(("bulb", "1"))
    till.run(invoices.add_comment, invoice_id=parked, comment="Comes back at four")
    till.run(tenders.take, invoice_id=parked, tender=Tender(TenderKind.CASH, D("5.00")))
    sale = till.rings_up(("bulb", "2"), ("mug", "1", TransCode.RETURN), customer_id=shop.kim)
    till.run(print_jobs.order, of=PrintSubject(sale), printing=Printing.SLIP, printer="192.168.1.50")
    till.run(print_jobs.order, of=PrintSubject(sale, boxes=2), printing=Printing.BOX_LABELS, printer="192.168.1.50")
    of_november = PrintSubject(customer_id=shop.kim, start=OPENING_DAY, end=OPENING_DAY + timedelta(days=30))
    till.run(print_jobs.begin_paper, of=of_november, printing=Printing.STATEMENT_PAPER, printer="Office")
    _take_money(till, sale, cash)
    late = shop.owes("mug", "2", shop.kim)
    sends(till, orders(till, shop.vendor_id, ("mug", "6")), ("mug", late, "2"))
    shop.unloads(shop.orders(("mug", "3")))
    till.run(receiving.discard, receiving_log_id=shop.unloads_freely(("lamp", "1")))
    send_back(shop)
    with till.engine.connect() as connection:
        vendors = connection.execute(sa.text("SELECT id FROM vendors WHERE NOT archived ORDER BY id")).scalars()
        vendor_ids = tuple(vendors)
    till.run(auto_backorder_po.create, before=till.transactor.now(), vendor_ids=vendor_ids)


def _live_days(till: Till) -> None:
    """Count the drawer twice, close its day short, print its Z twice, and begin another day with another float."""
    for move in (CashMove(RowKind.PAID_IN, D("20.00"), "Coins"), CashMove(RowKind.DROP, D("5.00"))):
        till.run(days.move_cash, move=move)
    day_id = day_of(till)
    till.run(days.count, day_id=day_id, pieces=(Pieces(D("20.00"), 2),))
    till.run(days.count_again, day_id=day_id)
    till.run(print_jobs.open_drawer, printer="printer", reason="Look again")
    till.run(days.count, day_id=day_id, rest=D("60.00"))
    till.run(days.close, day_id=day_id, kept=D("40.00"), printer="printer")
    of = PrintSubject(day_id=day_id)
    till.run(print_jobs.order, of=of, printing=Printing.Z_REPORT, printer="printer")
    till.run(print_jobs.begin_paper, of=of, printing=Printing.Z_REPORT_PAPER, printer="Office")
    till.run(days.open_day, opened_with=D("50.00"), reason="More coins")
    till.posts(till.rings_up(("bulb", "1")))


def _bring_in_and_restore(till: Till) -> None:
    """Bring a file of customers in, back the shop up, and go on as a copy in which four invoices are missing."""
    reading = read_file(b"ID,Name\nPAT,Pat\n", "customers.csv", ImportKind.CUSTOMERS, ImportOptions())
    with till.engine.connect() as connection:
        plan = imports.plan_import(connection, reading, ImportOptions())
    till.run(imports.bring_in, plan=plan)
    made = BackupEnd("backups", "shop.sqlite", 4096, "0" * 64, Proof.WHOLE)
    backup = till.run(backups.begin, occasion=Occasion.BY_HAND).record_id
    till.run(backups.end, backup_id=backup, came_of=made)
    with till.engine.connect() as connection:
        given = numbers_given(connection)
    missing = Given({**given.counters, "invoice": given.counters["invoice"] + 4}, given.drawers, given.slip)
    till.run(restored.go_on, mark="restored once", backup=made, taken=None, given=missing)


def _take_money(till: Till, sale: int, cash: Tender) -> None:
    """Take money in all ways: by mistake, in parts, more than is due, and by a tender that the shop named."""
    card = Tender(TenderKind.CARD, till.total_of(sale) - cash.amount)
    till.run(tenders.take, invoice_id=sale, tender=cash)
    with till.engine.connect() as connection:
        by_mistake = connection.scalars(sa.select(TenderPaid.id).where(TenderPaid.invoice_id == sale)).one()
    till.run(tenders.give_back, invoice_id=sale, tender_id=by_mistake)
    till.do(till.posting_of(sale, cash, card))
    voucher = TenderTypeFields(
        name="Voucher", kind=TenderKind.OTHER, position=2, asks_reference=True, gives_change=True
    )
    voucher_id = till.run(tender_types.add, fields=voucher).record_id
    gift = Tender(TenderKind.OTHER, D("50.00"), voucher_id, "V-117")
    till.do(till.posting_of(till.rings_up(("bulb", "1")), gift))
    till.run(tender_types.archive, tender_type_id=voucher_id, version=1)
    by_card = till.rings_up(("bulb", "1"))
    asked = Tender(TenderKind.CARD, till.total_of(by_card))
    request = till.run(card_requests.ask, invoice_id=by_card, tender=asked, terminal="terminal").record_id
    till.run(card_requests.answer, request_id=request, answer=TerminalAnswer(RequestState.UNKNOWN))
    till.run(card_requests.settle, request_id=request, taken=True, reference="R-7")
    changed = till.rings_up(("bulb", "1"))
    too_much = Tender(TenderKind.CASH, till.total_of(changed) + 5)
    till.run(tenders.take, invoice_id=changed, tender=too_much)
    till.do(partial(till.posting_of(changed, too_much), standing=1))

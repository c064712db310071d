# ruff: noqa: S608 - statements of constants of this module
"""Ways to break what a shop sent back to its vendors, and the small shop that did."""

from decimal import Decimal

from harms import LAMP, SAM, Harm
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.orm import Item
from posim_desktop.services.purchasing import order_mails
from posim_desktop.services.receiving import return_serials, vendor_returns
from posim_desktop.services.receiving import serials as log_serials
from posim_desktop.services.receiving.vendor_returns import ReturnLineEdit
from receiving_seed import Shop
from seeding import rewrite

POSTED = "(SELECT id FROM vendor_returns WHERE number = 1)"
WORKING = "(SELECT id FROM vendor_returns WHERE status = 'working')"
NOW = "'2026-11-03 10:00:00.000000'"


def send_back(shop: Shop) -> int:
    """Receive mugs, send two back for credit, begin another return, mail an order, ring a lamp up; return the first."""
    log_id = shop.unloads_freely(("mug", "5"))
    shop.receives(log_id)
    run = shop.till.run
    return_id = run(vendor_returns.start, receiving_log_id=log_id).record_id
    (line,) = shop.return_lines(return_id)
    run(vendor_returns.change_line, line_id=line, edit=ReturnLineEdit(Decimal(2), reason="Chipped"))
    run(vendor_returns.set_header, vendor_return_id=return_id, rma_number="RA-7", note="By carrier")
    run(vendor_returns.post, vendor_return_id=return_id)
    run(vendor_returns.take_credit, vendor_return_id=return_id, amount=Decimal("4.00"), reference="C-9")
    goes_back_by_number(shop)
    other = run(vendor_returns.start, vendor_id=shop.vendor_id).record_id
    lamp = shop.till.items["lamp"]
    run(vendor_returns.add_item, vendor_return_id=other, item_id=lamp, quantity=Decimal(1), reason="Wrong color")
    run(
        order_mails.send_order,
        purchase_order_id=shop.orders(("mug", "1")),
        recipient="orders@acme.example",
        subject="An order",
        body="",
        file_name="order.pdf",
        content=b"%PDF",
    )
    shop.till.rings_up(("lamp", "1"))
    return return_id


def goes_back_by_number(shop: Shop) -> int:
    """Receive two saws with serial numbers and send one of them back; return the return."""
    till = shop.till
    saw = till.stores("saw")
    with till.writing() as session:
        rewrite(session, Item, saw, serials=str(Serials.RECEIVING))
    log_id = shop.unloads_freely(("saw", "2"))
    till.run(log_serials.enter, line_id=shop.line(log_id, "saw"), serials=("SAW-1", "SAW-2"))
    shop.receives(log_id)
    return_id = till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (line,) = shop.return_lines(return_id)
    till.run(vendor_returns.change_line, line_id=line, edit=ReturnLineEdit(Decimal(1), reason="Blunt"))
    till.run(return_serials.enter, line_id=line, serials=("saw-2",))
    till.run(vendor_returns.post, vendor_return_id=return_id)
    return return_id


VENDOR_RETURN_HARMS = {
    "the paper of a return that is not posted": Harm(
        "J1",
        (
            (
                "INSERT INTO print_jobs (id, printing, vendor_return_id, workstation, printer, state, reason, "
                "attempts, opens_drawer, is_copy, spells_out, employee_id, at) "
                f"VALUES (900, 'vendor return', {WORKING}, 'till 1', 'printer', 'waiting', '', 0, "
                f"NOT {{true}}, NOT {{true}}, NOT {{true}}, {SAM}, {NOW})"
            ),
        ),
        "J1: print job (id 900): is of a return to a vendor that is working, not posted",
    ),
    "a unit sent back without its serial number": Harm(
        "N1",
        ("DELETE FROM vendor_return_serials",),
        "N1: vendor return 2: a line of 1.000 units of goods with serial numbers has numbers of 0.000 units",
    ),
    "a unit sent back that was not in the delivery": Harm(
        "N4",
        ("UPDATE vendor_return_serials SET serial = 'SAW-3', form = 'saw-3'",),
        "N4: vendor return 2: the unit with serial number SAW-3 went back as one of a delivery of receiving log 2",
    ),
    "a serial number on the return of another line": Harm(
        "N3",
        (f"UPDATE vendor_return_serials SET vendor_return_id = {WORKING}",),
        "stands on it, but its line with id",
    ),
    "a mail that nobody sent": Harm(
        "J3",
        ("UPDATE outgoing_mails SET state = 'sent'",),
        "is sent, after 0 attempts",
    ),
    "a mailed receipt of what is not posted": Harm(
        "J3",
        ("UPDATE outgoing_mails SET purchase_order_id = NULL, invoice_id = (SELECT MAX(id) FROM invoices)",),
        "is the receipt of an invoice that is working, not processed",
    ),
    "goods sent back that are still on hand": Harm(
        "R9",
        ("DELETE FROM stock_ledger WHERE kind = 'vendor return'",),
        "R9: vendor return 1: sends 2.000 of a line back, but the stock ledger took 0.000 of its item off",
        frozenset({"S1"}),
    ),
    "a credit for what is not posted": Harm(
        "R9",
        (f"UPDATE vendor_credits SET vendor_return_id = {WORKING}",),
        "is working and not posted, but has 1 rows in the stock ledger or credits",
    ),
    "more sent back than came": Harm(
        "R9",
        (f"UPDATE vendor_return_lines SET quantity = 6000 WHERE vendor_return_id = {POSTED}",),
        "R9: receiving log 1: a line brought 5.000, but 6.000 of it was taken back or went back to the vendor",
    ),
    "goods of another delivery": Harm(
        "R9",
        (f"UPDATE vendor_return_lines SET item_id = {LAMP}",),
        "R9: vendor return 1: a line of the item with id",
    ),
    "goods sent back without a reason": Harm(
        "R9",
        (f"UPDATE vendor_return_lines SET reason = ' ' WHERE vendor_return_id = {POSTED}",),
        "R9: vendor return 1: is by “till 1”, but 0 of its lines say how much goes back and why",
    ),
    "a return of nothing": Harm(
        "R9",
        (
            (
                "INSERT INTO vendor_returns (id, number, status, vendor_id, rma_number, note, employee_id, "
                f"workstation, created_at, posted_at, version) SELECT 900, 3, 'posted', vendor_id, '', '', {SAM}, "
                f"'till 1', {NOW}, {NOW}, 1 FROM vendor_returns WHERE number = 1"
            ),
            "UPDATE counters SET value = 3 WHERE name = 'vendor_return'",
        ),
        "R9: vendor return 3: is by “till 1”",
    ),
}

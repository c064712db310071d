"""Guide: "Pick up" — goods set aside, released, and handed over; and what a till may not sell to others."""

from functools import partial

import pytest
import sqlalchemy as sa

from posim_desktop.domain.errors import Cell, Field, RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Invoice, InvoiceLine
from posim_desktop.queries.sales import pickup, set_aside
from posim_desktop.services.cards import items
from posim_desktop.services.sales import commitments, invoices, posting
from posim_desktop.services.sales.invoices import LineEdit
from receiving_seed import D, Shop, open_shop, race
from refusals import english
from seeding import CASH, Till, prefer


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop with five kettles on the shelf."""
    shop = open_shop(till)
    till.stores("kettle", on_hand="5")
    return shop


def commits(shop: Shop, invoice_id: int) -> None:
    shop.till.run(commitments.commit, invoice_id=invoice_id)
    shop.holds()


def stops_warning(shop: Shop) -> None:
    """Let goods be asked for when they are posted, not when they are put on the invoice."""
    with shop.till.writing() as session:
        prefer(session, warn_out_of_stock=False)


def selling(shop: Shop, quantity: str, customer_id: int | None = None) -> int:
    """Ring up kettles that the cashier was warned about."""
    invoice_id = shop.till.rings_up(("kettle", quantity), customer_id=customer_id)
    line = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id))
    shop.till.run(invoices.change_line, line_id=line, edit=LineEdit(sell_anyway=True))
    return invoice_id


def audited(shop: Shop, action: str) -> int:
    return shop.read(sa.select(sa.func.count()).select_from(AuditEvent).where(AuditEvent.action == action))


def test_committing_takes_goods_out_of_available_and_locks_the_lines(shop: Shop) -> None:
    invoice_id = shop.till.rings_up(("kettle", "2"), customer_id=shop.lee)
    commits(shop, invoice_id)
    assert shop.stock("kettle") == ("5", "2", "0")
    with shop.till.engine.connect() as connection:
        (row,) = set_aside.for_whom(connection, shop.till.items["kettle"])
        (held,) = pickup.on_hold(connection)
    assert (row.invoice_id, row.customer, str(row.quantity)) == (invoice_id, "Lee", "2.000")
    assert (held.invoice_id, held.lines, held.since) == (invoice_id, 1, row.since)
    line = shop.read(sa.select(InvoiceLine.id))
    for verb in (
        partial(invoices.change_line, line_id=line, edit=LineEdit(unit_price=D(1))),
        partial(invoices.remove_line, line_id=line),
        partial(invoices.set_customer, invoice_id=invoice_id, customer_id=shop.kim),
        partial(invoices.discard, invoice_id=invoice_id),
        shop.till.posting_of(invoice_id),
    ):
        with pytest.raises(RefusedError, match=Why.INVOICE_COMMITTED):
            shop.till.do(verb)
    shop.holds()


def test_uncommitting_gives_the_goods_free(shop: Shop) -> None:
    invoice_id = shop.till.rings_up(("kettle", "2"), customer_id=shop.lee)
    commits(shop, invoice_id)
    shop.till.run(commitments.uncommit, invoice_id=invoice_id)
    shop.holds()
    assert (shop.stock("kettle"), shop.invoice(invoice_id)) == (("5", "0", "0"), ("working", False))
    assert "not committed" in english(shop.till.refusal(commitments.uncommit, invoice_id=invoice_id))
    commits(shop, invoice_id)
    assert "already" in english(shop.till.refusal(commitments.commit, invoice_id=invoice_id))


def test_no_more_is_set_aside_than_is_available(shop: Shop) -> None:
    commits(shop, shop.till.rings_up(("kettle", "4"), customer_id=shop.lee))
    second = shop.till.rings_up(("kettle", "2"), customer_id=shop.kim)
    refusal = shop.till.refusal(commitments.commit, invoice_id=second)
    assert refusal.where == Cell("quantity", shop.till.items["kettle"])
    assert "Only 1 of kettle is available" in english(refusal)
    shop.holds()


def test_only_a_working_invoice_with_sales_is_committed(shop: Shop) -> None:
    owed = shop.till.rings_up(("kettle", "1", TransCode.BACKORDER), customer_id=shop.lee)
    assert shop.till.refusal(commitments.commit, invoice_id=owed).where == Field("item")
    shop.till.posts(owed)
    assert "processed" in english(shop.till.refusal(commitments.commit, invoice_id=owed))
    assert "not committed" in english(shop.till.refusal(commitments.uncommit, invoice_id=owed))
    gone = shop.till.rings_up(("kettle", "1"))
    shop.till.run(invoices.discard, invoice_id=gone)
    assert "discarded" in english(shop.till.refusal(commitments.commit, invoice_id=gone))
    assert "does not exist" in english(shop.till.refusal(commitments.commit, invoice_id=9999))


def test_picking_up_is_one_step(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    assert shop.stock("kettle") == ("8", "3", "0")
    shop.picks_up(invoice_id)
    assert shop.figures(backorder_id) == "U0 R3 C0 W0 F3"
    assert (shop.stock("kettle"), shop.invoice(invoice_id)) == (("5", "0", "0"), ("processed", False))


def test_a_pick_up_that_is_not_paid_leaves_everything_committed(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    total = shop.till.total_of(invoice_id)
    short = {"invoice_id": invoice_id, "tenders": (Tender(CASH, total - 1),), "expected_total": total}
    assert shop.till.refusal(posting.uncommit_and_process, **short).where == Field("tenders")  # type: ignore[arg-type]
    shop.holds()
    assert (shop.figures(backorder_id), shop.invoice(invoice_id)) == ("U0 R3 C0 W3 F0", ("working", True))


def test_uncommitting_keeps_what_the_customer_was_given(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    shop.till.run(commitments.uncommit, invoice_id=invoice_id)
    shop.holds()
    assert (shop.figures(backorder_id), shop.stock("kettle")) == ("U0 R3 C0 W3 F0", ("8", "0", "0"))
    shop.till.posts(invoice_id)
    shop.holds()
    assert (shop.figures(backorder_id), shop.stock("kettle")) == ("U0 R3 C0 W0 F3", ("5", "0", "0"))


def test_a_cashier_does_not_sell_what_is_set_aside_for_others(shop: Shop) -> None:
    commits(shop, shop.till.rings_up(("kettle", "4"), customer_id=shop.lee))
    stops_warning(shop)
    shop.serves_as(Role.CASHIER)
    sale = shop.till.rings_up(("kettle", "2"))
    with pytest.raises(RefusedError) as refused:
        shop.till.posts(sale)
    assert refused.value.refusal.where == Field("set_aside")
    assert "kettle is set aside for Lee (4)" in english(refused.value.refusal)
    shop.holds()
    shop.till.posts(shop.till.rings_up(("kettle", "1")))
    shop.holds()
    assert audited(shop, "sell set-aside goods") == 0


def test_a_manager_sells_it_and_the_audit_remembers(shop: Shop) -> None:
    commits(shop, shop.till.rings_up(("kettle", "4"), customer_id=shop.lee))
    shop.till.posts(selling(shop, "3"))
    shop.holds()
    assert (shop.stock("kettle"), audited(shop, "sell set-aside goods")) == (("2", "4", "0"), 1)


def test_the_till_warns_before_it_speaks_of_permissions(shop: Shop) -> None:
    commits(shop, shop.till.rings_up(("kettle", "4"), customer_id=shop.lee))
    with pytest.raises(RefusedError) as refused:
        shop.till.posts(shop.till.rings_up(("kettle", "2")))
    assert refused.value.refusal.where == Field("stock")


def test_a_clerk_sells_more_than_there_is_when_nothing_is_set_aside(shop: Shop) -> None:
    shop.serves_as(Role.CLERK)
    shop.till.posts(selling(shop, "7"))
    shop.holds()
    assert (shop.stock("kettle"), audited(shop, "oversell")) == (("-2", "0", "0"), 1)


def test_own_goods_are_no_goods_of_others(shop: Shop) -> None:
    """All five are set aside on one invoice; its customer may have them, whoever serves."""
    invoice_id = shop.till.rings_up(("kettle", "5"), customer_id=shop.lee)
    commits(shop, invoice_id)
    shop.serves_as(Role.CASHIER)
    shop.picks_up(invoice_id)
    assert shop.stock("kettle") == ("0", "0", "0")


def test_lost_goods_that_were_set_aside_are_accounted_for(shop: Shop) -> None:
    commits(shop, shop.till.rings_up(("kettle", "5"), customer_id=shop.lee))
    shop.till.run(items.adjust_stock, item_id=shop.till.items["kettle"], by=D(-1), reason="Broken")
    shop.holds()
    assert shop.stock("kettle") == ("4", "5", "0")


def test_two_commits_of_the_last_goods(shop: Shop) -> None:
    both = [shop.till.rings_up(("kettle", "4"), customer_id=each) for each in (shop.lee, shop.kim)]
    came = race(shop.till, *(partial(commitments.commit, invoice_id=each) for each in both))
    assert sum(isinstance(each, RefusedError) for each in came) == 1
    shop.holds()
    assert shop.stock("kettle") == ("5", "4", "0")


def test_a_pick_up_is_not_lost_to_another_till(shop: Shop) -> None:
    """While one till hands the goods over, another one tries to sell them as a cashier."""
    for _ in range(4):
        invoice_id = shop.till.rings_up(("kettle", "1"), customer_id=shop.lee)
        shop.till.run(commitments.commit, invoice_id=invoice_id)
    held = tuple(shop.read_all(sa.select(Invoice.id).where(Invoice.committed)))
    stops_warning(shop)
    shop.serves_as(Role.CASHIER)
    for invoice_id in held[:3]:  # while goods of somebody else remain set aside
        other = shop.till.rings_up(("kettle", "2"))
        came = race(shop.till, shop.pick_up(invoice_id), shop.till.posting_of(other))
        assert not isinstance(came[0], RefusedError)
        assert isinstance(came[1], RefusedError)
        shop.holds()
    assert shop.stock("kettle") == ("2", "1", "0")


def test_selling_and_uncommitting_at_the_same_time_agree(shop: Shop) -> None:
    invoice_id = shop.till.rings_up(("kettle", "5"), customer_id=shop.lee)
    commits(shop, invoice_id)
    stops_warning(shop)
    shop.serves_as(Role.CASHIER)
    sale = shop.till.rings_up(("kettle", "2"))
    sold, freed = race(shop.till, shop.till.posting_of(sale), partial(commitments.uncommit, invoice_id=invoice_id))
    assert not isinstance(freed, RefusedError)
    shop.holds()
    assert shop.stock("kettle") == (("5", "0", "0") if isinstance(sold, RefusedError) else ("3", "0", "0"))


def test_one_pick_up_at_two_tills_happens_once(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    came = race(shop.till, shop.pick_up(invoice_id), shop.pick_up(invoice_id))
    assert sum(isinstance(each, RefusedError) for each in came) == 1
    shop.holds()
    assert shop.figures(backorder_id) == "U0 R3 C0 W0 F3"

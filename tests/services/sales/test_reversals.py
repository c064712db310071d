"""Guide: "Returns" — a sale is reversed as a whole: goods, what is still owed, and the money that this frees."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
import sqlalchemy as sa

from money_seed import MoneyShop, money_shop
from posim_desktop.domain.errors import Field
from posim_desktop.domain.quantity import plain
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, BackorderEvent, Invoice, InvoiceLine, Item
from posim_desktop.queries.sales.returns import returnable
from posim_desktop.services.sales import deposits, reversals
from posim_desktop.services.sales.cancellations import Unwanted
from posim_desktop.services.sales.returns import GoodsBack
from seeding import Till

D = Decimal
CASH = Tender(TenderKind.CASH, D(0))


@pytest.fixture
def shop(till: Till) -> Iterator[MoneyShop]:
    yield from money_shop(till)


def sells_and_owes(shop: MoneyShop) -> int:
    """Sell a kettle, and back-order two more and three lamps, with deposits of 10.00 and 20.00; return the invoice."""
    shop.till.stores("lamp")
    promised = (("kettle", "2", TransCode.BACKORDER), ("lamp", "3", TransCode.BACKORDER))
    invoice_id = shop.till.rings_up(("kettle", "1"), *promised, customer_id=shop.lee)
    with shop.till.engine.connect() as connection:
        lines = sa.select(InvoiceLine.id).where(InvoiceLine.trans_code == str(TransCode.BACKORDER))
        promises = list(connection.scalars(lines.order_by(InvoiceLine.id)))
    for line_id, amount in zip(promises, ("10.00", "20.00"), strict=True):
        shop.till.run(deposits.add, invoice_id=invoice_id, amount=D(amount), line_id=line_id)
    shop.till.posts(invoice_id)
    return invoice_id


def found(shop: MoneyShop, sale_id: int) -> tuple[tuple[GoodsBack, ...], list[tuple[int, Decimal]]]:
    """Read what can come back of a sale, and what it still owes."""
    with shop.till.engine.connect() as connection:
        sale = returnable(connection, sale_id)
    assert sale is not None
    goods = tuple(GoodsBack(sold.line.id, sold.line.left, "Wrong item") for sold in sale.lines if sold.line.left)
    return goods, [(each.id, each.units) for each in sale.backorders]


def outstanding(shop: MoneyShop) -> list[Decimal]:
    with shop.till.engine.connect() as connection:
        return list(connection.scalars(sa.select(Backorder.outstanding).order_by(Backorder.id)))


def working(shop: MoneyShop) -> list[int]:
    with shop.till.engine.connect() as connection:
        status = sa.select(Invoice.id).where(Invoice.status == str(InvoiceStatus.WORKING))
        return list(connection.scalars(status))


def statuses(shop: MoneyShop, *invoice_ids: int) -> list[str]:
    with shop.till.engine.connect() as connection:
        return list(connection.scalars(sa.select(Invoice.status).where(Invoice.id.in_(invoice_ids))))


def committed(shop: MoneyShop) -> Decimal:
    with shop.till.engine.connect() as connection:
        return connection.scalars(sa.select(Item.committed).where(Item.code == "kettle")).one()


def happened(shop: MoneyShop, backorder_id: int) -> list[tuple[str, str]]:
    with shop.till.engine.connect() as connection:
        rows = sa.select(BackorderEvent.kind, BackorderEvent.quantity).where(
            BackorderEvent.backorder_id == backorder_id
        )
        return [(row.kind, plain(row.quantity)) for row in connection.execute(rows.order_by(BackorderEvent.id))]


def test_goods_promises_and_deposits_go_in_one_transaction(shop: MoneyShop) -> None:
    sale_id = sells_and_owes(shop)
    goods, owed = found(shop, sale_id)
    wishes = (Disposition(refund=D("10.00")), Disposition(refund=D("15.00"), credit=D("5.00")))
    unwanted = tuple(Unwanted(*each, wish) for each, wish in zip(owed, wishes, strict=True))
    done = shop.till.run(
        reversals.reverse, sale_id=sale_id, goods=goods, unwanted=unwanted, reason="Reversal", refund_by=CASH
    )
    assert outstanding(shop) == [D(0), D(0)]
    assert shop.moves()[2:] == [
        *(("moved", "-5.00"), ("moved", "5.00")),
        *(("refunded", "-10.00"), ("refunded", "-15.00")),
    ]
    assert working(shop) == [done.record_id]
    shop.till.posts(done.record_id)
    assert found(shop, sale_id) == ((), [])
    assert shop.held() == "5.00"


def test_nothing_is_done_where_a_part_is_refused(shop: MoneyShop) -> None:
    sale_id = sells_and_owes(shop)
    goods, owed = found(shop, sale_id)
    (first, _quantity), (second, left) = owed
    too_many = (Unwanted(first, D(1)), Unwanted(second, left, Disposition(refund=D("20.01"))))
    refusal = shop.till.refusal(
        reversals.reverse, sale_id=sale_id, goods=goods, unwanted=too_many, reason="Reversal", refund_by=CASH
    )
    assert refusal.where == Field("refund")
    assert outstanding(shop) == [D(2), D(3)]
    assert working(shop) == []


def test_only_what_the_sale_itself_owes_is_canceled_with_it(shop: MoneyShop) -> None:
    sale_id = sells_and_owes(shop)
    other = shop.owes("1")
    unwanted = (Unwanted(other, D(1)),)
    refusal = shop.till.refusal(reversals.reverse, sale_id=sale_id, goods=(), unwanted=unwanted, reason="Reversal")
    assert refusal.why is Why.BACKORDER_OF_ANOTHER_SALE


def test_of_a_sale_whose_goods_are_all_back_only_promises_are_canceled(shop: MoneyShop) -> None:
    sale_id = sells_and_owes(shop)
    goods, owed = found(shop, sale_id)
    shop.till.posts(
        shop.till.run(reversals.reverse, sale_id=sale_id, goods=goods, unwanted=(), reason="Reversal").record_id
    )
    assert outstanding(shop) == [D(2), D(3)]
    unwanted = tuple(Unwanted(*each) for each in owed)
    done = shop.till.run(reversals.reverse, sale_id=sale_id, goods=(), unwanted=unwanted, reason="Reversal")
    assert done.record_id == sale_id
    assert working(shop) == []
    assert shop.held() == "30.00"


def test_goods_set_aside_are_released_with_the_promise(shop: MoneyShop) -> None:
    """What waits on fill invoices comes off them, the last first, and the deposit of all units is freed."""
    sale_id = sells_and_owes(shop)
    (kettles, _two), (lamps, _three) = found(shop, sale_id)[1]
    first = shop.sets_aside(kettles, "1")
    second = shop.sets_aside(kettles, "1")
    assert found(shop, sale_id)[1] == [(kettles, D(2)), (lamps, D(3))]
    unwanted = (Unwanted(kettles, D(2), Disposition(refund=D("10.00"))), Unwanted(lamps, D(3)))
    shop.till.run(reversals.reverse, sale_id=sale_id, goods=(), unwanted=unwanted, reason="Reversal", refund_by=CASH)
    assert outstanding(shop) == [D(0), D(0)]
    assert working(shop) == []
    assert statuses(shop, first, second) == [InvoiceStatus.DISCARDED] * 2
    assert committed(shop) == 0
    assert happened(shop, kettles)[-3:] == [("release", "1"), ("release", "1"), ("cancel", "2")]
    assert shop.held() == "20.00"


def test_of_goods_set_aside_only_what_is_canceled_is_released(shop: MoneyShop) -> None:
    """A fill invoice keeps what is still wanted of it, and other goods that wait on it."""
    sale_id = sells_and_owes(shop)
    (kettles, _two), (_lamps, _three) = found(shop, sale_id)[1]
    waits_on = shop.sets_aside(kettles, "2")
    unwanted = (Unwanted(kettles, D(1), Disposition(credit=D("5.00"))),)
    shop.till.run(reversals.reverse, sale_id=sale_id, goods=(), unwanted=unwanted, reason="Reversal")
    assert committed(shop) == 1
    assert working(shop) == [waits_on]
    assert found(shop, sale_id)[1][0] == (kettles, D(1))
    assert shop.held(kettles) == "5.00"
    shop.hands_over(waits_on)
    shop.holds()


def test_nothing_is_released_where_more_is_canceled_than_there_is(shop: MoneyShop) -> None:
    sale_id = sells_and_owes(shop)
    kettles = found(shop, sale_id)[1][0][0]
    waits_on = shop.sets_aside(kettles, "1")
    unwanted = (Unwanted(kettles, D(3)),)
    refusal = shop.till.refusal(reversals.reverse, sale_id=sale_id, goods=(), unwanted=unwanted, reason="Reversal")
    assert refusal.why is Why.MORE_CANCELED_THAN_OUTSTANDING
    assert working(shop) == [waits_on]
    assert committed(shop) == 1


def test_who_picked_the_goods_up_meanwhile_still_has_them(shop: MoneyShop) -> None:
    sale_id = sells_and_owes(shop)
    kettles = found(shop, sale_id)[1][0][0]
    shop.hands_over(shop.sets_aside(kettles, "1"))
    unwanted = (Unwanted(kettles, D(2)),)
    refusal = shop.till.refusal(reversals.reverse, sale_id=sale_id, goods=(), unwanted=unwanted, reason="Reversal")
    assert refusal.why is Why.MORE_CANCELED_THAN_OUTSTANDING
    assert outstanding(shop)[0] == D(1)

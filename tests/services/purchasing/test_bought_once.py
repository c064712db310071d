"""No need is bought twice or for nobody, in whatever order people press the verbs that buy, cancel, sell and post."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from itertools import count

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordering_seed import assert_sound, cancels, customer_on_file, owes, sends, stocks, vendor_on_file
from posim_desktop.domain.errors import RefusedError
from posim_desktop.orm import Backorder, Item, PurchaseOrder, PurchaseOrderLine
from posim_desktop.queries.purchasing import auto_order as reading
from posim_desktop.services.purchasing import auto_backorder_po, auto_order
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.auto_order import ToOrder
from races import race
from seeding import OPENING_DAY, Till

D = Decimal
LATER = OPENING_DAY.replace(year=OPENING_DAY.year + 1)
BUYING = ("auto backorder po", "add backorders", "auto order", "stale auto order")
DEEDS = ("owe", "owe", "cancel", "sell", "post", "look", "discard", *BUYING)
_shops = count()


@dataclass
class Shelf:
    """An item of a vendor of its own, and what was seen of it when somebody last looked at Auto Order."""

    till: Till
    code: str
    vendor_id: int
    pack: int
    seen: tuple[ToOrder, ...] = ()
    owed: list[int] = field(default_factory=list)

    def looked_at(self) -> tuple[ToOrder, ...]:
        with self.till.engine.connect() as connection:
            rows = reading.proposal(connection, self.vendor_id, None, OPENING_DAY.date(), 30)
        return tuple(ToOrder(row.item_id, row.proposal.order, row.proposal.order) for row in rows)

    def figures(self) -> tuple[Decimal, Decimal, Decimal]:
        """What is available, to come or being ordered, and owed."""
        item_id = self.till.items[self.code]
        open_orders = (
            sa.select(sa.func.coalesce(sa.func.sum(PurchaseOrderLine.still_open), 0))
            .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
            .where(PurchaseOrder.status.in_(("working", "processed")), PurchaseOrderLine.item_id == item_id)
        )
        with self.till.engine.connect() as connection:
            stock = connection.execute(sa.select(Item.on_hand, Item.committed).where(Item.id == item_id)).one()
            coming = sum(connection.scalars(open_orders), D(0))
            owed = sa.select(Backorder.outstanding).where(Backorder.item_id == item_id)
            return stock.on_hand - stock.committed, coming, sum(connection.scalars(owed), D(0))

    def press(self, deed: str) -> bool:
        """Do something with it; tell whether it was not refused."""
        verb = {
            "auto backorder po": partial(auto_backorder_po.create, before=LATER, vendor_ids=(self.vendor_id,)),
            "add backorders": partial(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=self.vendor_id),
            "auto order": partial(
                auto_order.apply, purchase_order_id=None, vendor_id=self.vendor_id, quantities=self.looked_at()
            ),
            "stale auto order": partial(
                auto_order.apply, purchase_order_id=None, vendor_id=self.vendor_id, quantities=self.seen
            ),
        }[deed]
        try:
            self.till.do(verb)
        except RefusedError:
            return False
        return True

    def working(self) -> list[int]:
        mine = (PurchaseOrder.vendor_id == self.vendor_id, PurchaseOrder.status == "working")
        with self.till.engine.connect() as connection:
            return list(connection.scalars(sa.select(PurchaseOrder.id).where(*mine).order_by(PurchaseOrder.id)))


def _do(shelf: Shelf, customer: int, deed: str, size: int) -> None:
    till, orders = shelf.till, shelf.working()
    if deed == "owe":
        shelf.owed.append(owes(till, shelf.code, str(size), customer))
    elif deed == "cancel" and shelf.owed:
        with till.engine.connect() as connection:
            left = connection.scalars(sa.select(Backorder.outstanding).where(Backorder.id == shelf.owed[-1])).one()
        backorder_id = shelf.owed.pop()
        if left:
            cancels(till, backorder_id, str(left))
    elif deed == "sell":
        till.posts(till.rings_up((shelf.code, "1")))
    elif deed == "post" and orders:
        sends(till, orders[0])
    elif deed == "discard" and orders:
        till.run(purchase_orders.discard, purchase_order_id=orders[-1])
    elif deed == "look":
        shelf.seen = shelf.looked_at()


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(1, 4)), min_size=3, max_size=14),
    pack=st.sampled_from([1, 1, 6]),
    on_hand=st.integers(0, 4),
)
def test_no_need_is_bought_twice_or_for_nobody(
    till: Till, deeds: list[tuple[str, int]], pack: int, on_hand: int
) -> None:
    number = next(_shops)
    vendor, customer = vendor_on_file(till, f"v{number}"), customer_on_file(till, f"c{number}")
    stocks(till, f"i{number}", vendor_id=vendor, on_hand=str(on_hand), pack=str(pack))
    shelf = Shelf(till, f"i{number}", vendor, pack)
    for deed, size in deeds:
        if deed not in BUYING:
            _do(shelf, customer, deed, size)
            continue
        _available, before, _owed = shelf.figures()
        went = shelf.press(deed)
        available, coming, owed = shelf.figures()
        if not deed.endswith("auto order"):
            available = max(D(0), available)  # what was oversold is no backorder's
        lacks = max(D(0), owed - available)
        bought = coming - before
        # Nothing beyond what lacks, but for the rest of the last pack; asked again it buys nothing more.
        assert bought == 0 or lacks > before, (deed, bought, lacks, before)
        assert coming == before or coming < lacks + pack, (deed, coming, lacks)
        assert not went or deed == "stale auto order" or coming >= lacks
        shelf.press(deed)
        assert shelf.figures()[1] == coming
    assert_sound(till)


def test_who_buys_for_the_same_customers_at_once_buys_once(till: Till) -> None:
    vendor, customer = vendor_on_file(till), customer_on_file(till)
    stocks(till, "kettle", vendor_id=vendor, on_hand="1")
    shelf = Shelf(till, "kettle", vendor, 1)
    for number in range(1, 4):
        owes(till, "kettle", "3", customer)
        seen = shelf.looked_at()
        race(
            partial(till.run, auto_backorder_po.create, before=LATER, vendor_ids=(vendor,)),
            partial(till.run, purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor),
            partial(till.run, auto_order.apply, purchase_order_id=None, vendor_id=vendor, quantities=seen),
        )
        assert shelf.figures() == (D(1), D(3 * number - 1), D(3 * number))
    assert_sound(till)

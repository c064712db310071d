"""What a person may do in the stock room before goods come: order, plan for whom, send, give up."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from posim_desktop.orm import PurchaseOrder, PurchaseOrderLine
from posim_desktop.queries.purchasing import auto_order as reading
from posim_desktop.services.purchasing import allocations, auto_backorder_po, auto_order
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.auto_order import ToOrder
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.purchasing.orders import OrderLineEdit
from stateful.machine import Machine, codes_of_items, places, small, units
from stateful.shop_model import OrderModel

SOME_DAY = datetime(2099, 1, 1, tzinfo=UTC)
plans = st.sampled_from(["kept", "none", "oldest", "oldest", "half", "too many", "other goods", "stale"])

Plan = dict[tuple[str, int], int]


class OrderingSide(Machine):
    """Purchase orders and to whom their goods are allocated."""

    def order(self, place: int, *statuses: str) -> tuple[int, OrderModel]:
        """Choose an order, of some status if there is one."""
        orders = [(key, order) for key, order in self.model.orders.items() if order.status in statuses]
        found = orders or list(self.model.orders.items())
        return found[place % len(found)]

    def any_order(self) -> bool:
        return bool(self.model.orders)

    def order_line_id(self, order_id: int, code: str) -> int:
        of_order = PurchaseOrderLine.purchase_order_id == order_id
        item_id = self.model.items[code].id
        return self.ids(sa.select(PurchaseOrderLine.id).where(of_order, PurchaseOrderLine.item_id == item_id))[0]

    @rule(
        place=places,
        new=st.booleans(),
        wanted=st.lists(st.tuples(codes_of_items, small), min_size=1, max_size=3),
    )
    def write_order(self, place: int, wanted: list[tuple[str, int]], *, new: bool) -> None:
        existing = None if new or not self.model.orders else self.order(place, "working")
        lines = tuple(NewOrderLine(self.model.items[code].id, units(quantity)) for code, quantity in wanted)
        vendor = self.vendors[place % 2]
        verb = partial(
            purchase_orders.add_lines,
            purchase_order_id=existing[0] if existing else None,
            vendor_id=None if existing else vendor,
            lines=lines,
        )
        refused = "item" if any(self.model.items[code].archived for code, _ in wanted) else None
        if existing and existing[1].status != "working":
            refused = ""
        result = self.do(verb, refused)
        if result is None:
            return
        order = self.model.orders.setdefault(result.record_id, OrderModel(vendor))
        for code, quantity in wanted:
            self.model.raise_lines(order, {code: quantity})

    @precondition(any_order)
    @rule(place=places, which=places, deed=st.sampled_from(["fewer", "more", "remove", "discard"]))
    def edit_order(self, place: int, which: int, deed: str) -> None:
        order_id, order = self.order(place, "working")
        refused = None if order.status == "working" else ""
        if deed == "discard" or not order.lines:
            if self.do(partial(purchase_orders.discard, purchase_order_id=order_id), refused):
                order.status = "discarded"
                self.model.release(order_id)
            return
        code = list(order.lines)[which % len(order.lines)]
        line_id = self.order_line_id(order_id, code)
        if deed == "remove":
            self.take_off(order_id, order, code, line_id, refused)
            return
        quantity = {"fewer": 500, "more": 4000}[deed]
        edit = OrderLineEdit(quantity=units(quantity))
        if self.do(partial(purchase_orders.change_line, line_id=line_id, edit=edit), refused):
            order.lines[code].quantity = quantity
            self.model.trim_line(order_id, code)

    def take_off(self, order_id: int, order: OrderModel, code: str, line_id: int, refused: str | None) -> None:
        """Remove a line; the order goes with its last one, which stays to be read."""
        if self.do(partial(purchase_orders.remove_line, line_id=line_id), refused) is None:
            return
        if len(order.lines) == 1:
            order.status = "discarded"
            self.model.release(order_id)
            return
        del order.lines[code]
        self.model.trim_line(order_id, code)

    @precondition(any_order)
    @rule(place=places, some=st.none() | st.sets(places, min_size=1, max_size=3))
    def add_backorders(self, place: int, some: set[int] | None) -> None:
        order_id, order = self.order(place, "working")
        numbers = list(self.model.backorders)
        chosen = sorted({numbers[each % len(numbers)] for each in some or ()})
        items = {self.model.backorders[number].item for number in chosen}
        queue = self.model.needs(self.model.waiting_for(items if some else self.model.of_vendor(order.vendor)))

        def wanted(left: dict[str, dict[int, int]]) -> dict[str, dict[int, int]]:
            return {
                code: {number: lacks for number, lacks in of_item.items() if lacks and (number in chosen or not some)}
                for code, of_item in left.items()
            }

        more = self.model.to_buy(wanted(self.model.unserved(queue)))
        here = order_id if order.status == "working" else None
        needs = wanted(self.model.unserved(queue, besides=here))
        refused = None if any(needs.values()) else "backorder"
        if any(self.model.items[code].archived for code in more):
            refused = "item"
        if order.status != "working":
            refused = ""
        ids = tuple(self.model.backorders[number].id for number in chosen) if some else None
        verb = partial(purchase_orders.add_backorders, purchase_order_id=order_id, backorder_ids=ids)
        if self.do(verb, refused):
            self.model.raise_lines(order, more)
            self.model.plan(order_id, needs)

    @rule(place=places, new=st.booleans(), more=st.sampled_from([0, 0, 500]), stale=st.booleans())
    def press_auto_order(self, place: int, more: int, *, new: bool, stale: bool) -> None:
        """Take what Auto Order proposes, or more of it; it proposes what the model does."""
        existing = None if new or not self.model.orders else self.order(place, "working")
        vendor = existing[1].vendor if existing else self.vendors[place % 2]
        with self.till.engine.connect() as connection:
            rows = reading.proposal(connection, vendor, existing[0] if existing else None, date(2026, 11, 3), 30)
        codes = {item.id: code for code, item in self.model.items.items()}
        proposed = {codes[row.item_id]: row.proposal.order for row in rows}
        expected = {code: self.model.auto_order(code) for code in sorted(self.model.of_vendor(vendor))}
        assert {code: order for code, order in proposed.items() if order} == {
            code: units(quantity) for code, quantity in expected.items() if quantity
        }
        # Somebody else ordered meanwhile: what the person saw is not what is.
        off = Decimal(stale)
        wanted = {codes[row.item_id]: row.proposal.order + units(more) for row in rows}
        chosen = tuple(ToOrder(row.item_id, row.proposal.order + units(more), row.proposal.order + off) for row in rows)
        ordered = {code: int(quantity * 1000) for code, quantity in wanted.items() if quantity}
        refused = None if ordered else "quantity"
        if ordered and stale:
            first = min(self.model.items[code].id for code in ordered)
            refused = f"quantity:{first}"
        if ordered and existing and existing[1].status != "working":
            refused = ""
        verb = partial(
            auto_order.apply,
            purchase_order_id=existing[0] if existing else None,
            vendor_id=vendor,
            quantities=chosen,
        )
        result = self.do(verb, refused)
        if result is None:
            return
        order = self.model.orders.setdefault(result.record_id, OrderModel(vendor))
        self.model.raise_lines(order, ordered)
        needs = self.model.whole(self.model.needs(self.model.waiting_for(order.lines)))
        self.model.plan(result.record_id, needs)

    @rule(both=st.booleans(), place=places, early=st.booleans())
    def press_auto_backorder_po(self, place: int, *, both: bool, early: bool) -> None:
        vendors = tuple(self.vendors) if both else (self.vendors[place % 2],)
        promises = list(self.model.backorders.values())
        before = promises[place % len(promises)].created if early and promises else SOME_DAY
        dated = {number for number, promise in self.model.backorders.items() if promise.created < before}
        queue = self.model.needs(dated & set(self.model.waiting_for(self.model.of_vendor(*vendors))))
        needs = self.model.unserved(queue)
        bought = self.model.to_buy(needs)
        known = set(self.model.orders)
        result = self.do(partial(auto_backorder_po.create, before=before, vendor_ids=vendors))
        assert result is not None
        made = self.ids(sa.select(PurchaseOrder.id).where(PurchaseOrder.id.not_in(known)).order_by(PurchaseOrder.id))
        assert bool(result.record_id) == bool(bought)
        wanted_of = [vendor for vendor in vendors if any(self.model.items[code].vendor == vendor for code in bought)]
        for order_id, vendor in zip(made, wanted_of, strict=True):
            order = self.model.orders[order_id] = OrderModel(vendor)
            lines = {code: quantity for code, quantity in bought.items() if self.model.items[code].vendor == vendor}
            self.model.raise_lines(order, dict(sorted(lines.items(), key=lambda line: self.model.items[line[0]].id)))
            self.model.plan(order_id, needs)

    def plan_of(self, order_id: int, how: str) -> Plan:
        """Fill in the Purchase Order Backorder Allocation screen."""
        kept = {(each.item, each.backorder): each.quantity for each in self.model.allocations if each.order == order_id}
        plan = dict(kept) if how in {"kept", "stale"} else {}
        if how in {"none", "kept", "stale"}:
            return plan
        for code, line in self.model.orders[order_id].lines.items():
            left = line.still_open
            for number in self.model.waiting_for([code]):
                needs = self.model.outstanding(number) - self.model.planned(number, besides=order_id)
                given = min(left, needs) // (2 if how == "half" else 1)
                if self.model.outstanding(number) > 0:
                    plan[code, number] = given + (1001 if how == "too many" else 0)
                    left -= given
            if how == "other goods":
                others = [number for number, promise in self.model.backorders.items() if promise.item != code]
                plan |= {(code, number): 500 for number in others[:1]}
        return plan

    def allocation_screen(self, order_id: int, how: str) -> tuple[Plan, tuple[tuple[int, int, Decimal], ...], int]:
        """Return a plan, the same as the verbs take it, and the version of the order that was seen."""
        plan = self.plan_of(order_id, how)
        rows = tuple(
            (self.order_line_id(order_id, code), self.model.backorders[number].id, units(quantity))
            for (code, number), quantity in plan.items()
        )
        (version,) = self.ids(sa.select(PurchaseOrder.version).where(PurchaseOrder.id == order_id))
        return plan, rows, version - (how == "stale")

    def wrong_cell(self, order_id: int, plan: Plan) -> str | None:
        wrong = self.model.wrong_allocation(order_id, plan)
        if wrong is None:
            return None
        code, number = wrong
        return f"allocation:{self.order_line_id(order_id, code)}:{self.model.backorders[number].id}"

    @precondition(any_order)
    @rule(place=places, how=plans)
    def send_order(self, place: int, how: str) -> None:
        self.send(*self.order(place, "working"), how)

    def send(self, order_id: int, order: OrderModel, how: str) -> None:
        plan, rows, seen = self.allocation_screen(order_id, how)
        refused = "version" if how == "stale" else self.wrong_cell(order_id, plan)
        if order.status != "working":
            refused = ""
        verb = partial(order_posting.post, purchase_order_id=order_id, allocations=rows, expected_version=seen)
        if self.do(verb, refused):
            order.number = 1 + sum(each.number is not None for each in self.model.orders.values())
            order.status = "processed"
            self.model.allocate(order_id, plan)

    @precondition(any_order)
    @rule(place=places, how=plans)
    def allocate_again(self, place: int, how: str) -> None:
        order_id, order = self.order(place, "processed")
        plan, rows, seen = self.allocation_screen(order_id, how)
        refused = "version" if how == "stale" else self.wrong_cell(order_id, plan)
        if order.status != "processed":
            refused = ""
        verb = partial(allocations.change, purchase_order_id=order_id, allocations=rows, expected_version=seen)
        if self.do(verb, refused):
            self.model.allocate(order_id, plan)

    @precondition(any_order)
    @rule(place=places, which=places)
    def close_short(self, place: int, which: int) -> None:
        order_id, order = self.order(place, "processed", "working")
        code = list(order.lines)[which % len(order.lines)]
        line = order.lines[code]
        refused = None if order.status == "processed" and line.still_open else ""
        verb = partial(order_posting.close_short, line_id=self.order_line_id(order_id, code))
        if self.do(verb, refused):
            line.closed_short = line.quantity - line.received
            self.model.trim_line(order_id, code)
            self.model.close_when_done(order)

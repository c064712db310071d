"""What the back door of a shop adds to the model: purchase orders, their allocations, deliveries."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from stateful.sales_model import InvoiceModel, SalesModel


@dataclass
class OrderLineModel:
    """An item of an order: ordered, received, given up."""

    quantity: int
    received: int = 0
    closed_short: int = 0

    @property
    def still_open(self) -> int:
        """What is still to come."""
        return max(0, self.quantity - self.received - self.closed_short)


@dataclass
class OrderModel:
    """A purchase order; its lines by item code, the oldest first."""

    vendor: int
    status: str = "working"
    number: int | None = None
    lines: dict[str, OrderLineModel] = field(default_factory=dict)


@dataclass
class AllocationModel:
    """So many of an order's items are allocated to a backorder."""

    order: int
    item: str
    backorder: int
    quantity: int


@dataclass
class LogLineModel:
    """What of an item came, and whether it was expected by the order behind the log."""

    item: str
    quantity: int
    expected: bool


@dataclass
class LogModel:
    """A receiving log."""

    order: int | None
    status: str = "working"
    number: int | None = None
    lines: list[LogLineModel] = field(default_factory=list)


@dataclass(frozen=True)
class ShareModel:
    """What one line of a log does for one backorder; ``line`` is its place on the log."""

    line: int
    backorder: int
    rcv: int
    canc: int = 0
    reason: str = ""


@dataclass
class ShopModel(SalesModel):
    """Everything the shop should hold; allocations the oldest first."""

    orders: dict[int, OrderModel] = field(default_factory=dict)
    logs: dict[int, LogModel] = field(default_factory=dict)
    allocations: list[AllocationModel] = field(default_factory=list)

    def on_order(self, item: str, status: str = "processed") -> int:
        """What processed (or working) orders still bring of an item."""
        open_lines = (order.lines.get(item) for order in self.orders.values() if order.status == status)
        return sum(line.still_open for line in open_lines if line is not None)

    def planned(self, number: int, *, besides: int | None = None) -> int:
        """What orders, one perhaps left out, have allocated to a backorder."""
        return sum(each.quantity for each in self.allocations if each.backorder == number and each.order != besides)

    def unallocated(self, number: int) -> int:
        """What a backorder needs beyond that."""
        return self.outstanding(number) - self.planned(number)

    def free(self, order: int, item: str) -> int:
        """What an order line brings for nobody in particular."""
        allocated = sum(each.quantity for each in self.allocations if (each.order, each.item) == (order, item))
        return self.orders[order].lines[item].still_open - allocated

    def needs(self, chosen: Iterable[int]) -> dict[str, list[int]]:
        """Group the backorders among some that need goods by their item, the oldest first."""
        found: dict[str, list[int]] = {}
        for number in sorted(chosen):
            if self.unallocated(number) > 0 and not self.backorders[number].question:
                found.setdefault(self.backorders[number].item, []).append(number)
        return found

    def of_vendor(self, *vendors: int) -> set[str]:
        """Items in use that are bought from vendors by preference."""
        return {code for code, item in self.items.items() if item.vendor in vendors and not item.archived}

    def waiting_for(self, items: Iterable[str]) -> list[int]:
        """Backorders of items, but for those whose customers have to say something first."""
        wanted = set(items)
        return [
            number for number, promise in self.backorders.items() if promise.item in wanted and not promise.question
        ]

    def raise_lines(self, order: OrderModel, more: dict[str, int]) -> None:
        """Order more of items."""
        for code, quantity in more.items():
            if code in order.lines:
                order.lines[code].quantity += quantity
            else:
                order.lines[code] = OrderLineModel(quantity)

    def plan(self, order_id: int, needs: dict[str, dict[int, int]]) -> None:
        """Allocate what an order brings for nobody yet to needs, the oldest first."""
        for code in self.orders[order_id].lines:
            left = self.free(order_id, code)
            for number, needed in needs.get(code, {}).items():
                given = min(left, needed)
                if given > 0:
                    self.mean(order_id, code, number, given)
                    left -= given

    def whole(self, needs: dict[str, list[int]]) -> dict[str, dict[int, int]]:
        """All that backorders need and no order brings them."""
        return {code: {number: self.unallocated(number) for number in queue} for code, queue in needs.items()}

    def unserved(self, needs: dict[str, list[int]], besides: int | None = None) -> dict[str, dict[int, int]]:
        """What of needs is neither on the shelf nor free on open orders, one perhaps left out; the oldest first."""
        left: dict[str, dict[int, int]] = {}
        for code, queue in needs.items():
            there = max(0, self.available(code)) + self.free_on_orders(code, besides)
            left[code] = {}
            for number in queue:
                served = min(there, self.unallocated(number))
                there -= served
                left[code][number] = self.unallocated(number) - served
        return left

    def free_on_orders(self, code: str, besides: int | None = None) -> int:
        """What open orders bring of an item for nobody in particular."""
        return sum(
            self.free(order_id, code)
            for order_id, order in self.orders.items()
            if order.status in {"working", "processed"} and code in order.lines and order_id != besides
        )

    def mean(self, order_id: int, item: str, number: int, more: int) -> None:
        """Mean more of an order's goods for a backorder."""
        for each in self.allocations:
            if (each.order, each.item, each.backorder) == (order_id, item, number):
                each.quantity += more
                return
        self.allocations.append(AllocationModel(order_id, item, number, more))

    def allocate(self, order_id: int, wanted: dict[tuple[str, int], int]) -> None:
        """Make these the allocations of an order; one that stays keeps its age."""
        left = {cell: quantity for cell, quantity in wanted.items() if quantity}
        for each in self.allocations:
            if each.order == order_id:
                each.quantity = left.pop((each.item, each.backorder), 0)
        for (item, number), quantity in left.items():
            self.allocations.append(AllocationModel(order_id, item, number, quantity))
        self._drop_empty_allocations()

    def wrong_allocation(self, order_id: int, wanted: dict[tuple[str, int], int]) -> tuple[str, int] | None:
        """Find the first cell that asks for too much, or for goods of another item; by the lines of the order."""
        for code, line in self.orders[order_id].lines.items():
            for (item, number), quantity in wanted.items():
                if item == code and quantity and self.backorders[number].question:
                    return item, number
            total = 0
            for (item, number), quantity in wanted.items():
                if item != code:
                    continue
                total += quantity
                other_goods = self.backorders[number].item != code or self.outstanding(number) <= 0
                needs = self.outstanding(number) - self.planned(number, besides=order_id)
                if other_goods or quantity > needs or total > line.still_open:
                    return item, number
        return None

    def trim_line(self, order_id: int, item: str) -> None:
        """Shrink the newest allocations of an order line to what is open on it."""
        line = self.orders[order_id].lines.get(item)
        of_line = [each for each in self.allocations if (each.order, each.item) == (order_id, item)]
        self._trim(of_line, line.still_open if line else 0)

    def trim_backorder(self, number: int) -> None:
        """Shrink the newest allocations for a backorder to what is outstanding."""
        self._trim([each for each in self.allocations if each.backorder == number], self.outstanding(number))

    def ask(self, number: int, question: str) -> None:
        """Ask a customer something; what orders were to bring is for others."""
        self.backorders[number].question = question
        self.allocations = [each for each in self.allocations if each.backorder != number]

    def _trim(self, allocations: list[AllocationModel], limit: int) -> None:
        excess = sum(each.quantity for each in allocations) - limit
        for each in reversed(allocations):
            less = max(0, min(each.quantity, excess))
            each.quantity -= less
            excess -= less
        self._drop_empty_allocations()

    def _drop_empty_allocations(self) -> None:
        self.allocations = [each for each in self.allocations if each.quantity]

    def release(self, order_id: int) -> None:
        """Mean the goods of an order for nobody any more."""
        self.allocations = [each for each in self.allocations if each.order != order_id]

    def auto_order(self, item: str) -> int:
        """What Auto Order should order: up to Max once everybody is served, in whole packs."""
        card = self.items[item]
        owed = sum(self.outstanding(number) for number in self.waiting_for([item]))
        coming = self.on_order(item) + self.on_order(item, "working")
        after_everybody = self.available(item) + coming - owed
        if card.min_stock and after_everybody >= card.min_stock:
            return 0
        return in_packs(max(0, card.max_stock - after_everybody), card.pack)

    def to_buy(self, needs: dict[str, dict[int, int]]) -> dict[str, int]:
        """What is bought for what is neither there nor coming, in whole packs."""
        sums = {code: sum(queue.values()) for code, queue in needs.items()}
        return {code: in_packs(lacking, self.items[code].pack) for code, lacking in sums.items() if lacking}

    def proposal(self, log: LogModel) -> list[ShareModel]:
        """What the Set Backorders to Customers screen should propose: what is allocated, then the oldest."""
        proposed = []
        for place, line in enumerate(log.lines):
            numbers = [number for number in self.waiting_for([line.item]) if self.outstanding(number) > 0]
            given = dict.fromkeys(numbers, 0)
            allocated = {
                each.backorder: each.quantity
                for each in self.allocations
                if line.expected and (each.order, each.item) == (log.order, line.item)
            }
            left = line.quantity
            for needs in (allocated, {number: self.outstanding(number) for number in numbers}):
                for number in numbers:
                    more = max(0, min(left, needs.get(number, 0) - given[number]))
                    given[number] += more
                    left -= more
            if line.quantity:
                proposed += [ShareModel(place, number, quantity) for number, quantity in given.items()]
        return proposed

    def receive(self, log: LogModel, shares: list[ShareModel]) -> dict[int, InvoiceModel]:
        """Post a log with what was set to customers; return the invoices on which goods wait, by customer."""
        log.number = 1 + sum(other.number is not None for other in self.logs.values())
        log.status = "posted"
        order = self.orders[log.order] if log.order is not None else None
        for line in log.lines:
            self.items[line.item].on_hand += line.quantity
            if order is not None and line.expected:
                order.lines[line.item].received += line.quantity
        made: dict[int, InvoiceModel] = {}
        for each in sorted(shares, key=lambda share: share.backorder):
            promise = self.backorders[each.backorder]
            promise.canceled += each.canc
            if each.rcv:
                new = InvoiceModel(promise.customer, committed=True, inclusive=self.inclusive)
                invoice = made.setdefault(promise.customer, new)
                invoice.lines.append(self.fill_line(each.backorder, each.rcv))
        return made

    def settle_allocations(self, log: LogModel, shares: list[ShareModel]) -> None:
        """Take what came off the allocations, then let them fit what is still open and still owed."""
        for share in shares:
            line = log.lines[share.line]
            for each in self.allocations:
                if line.expected and (each.order, each.item, each.backorder) == (
                    log.order,
                    line.item,
                    share.backorder,
                ):
                    each.quantity = max(0, each.quantity - share.rcv)
        self._drop_empty_allocations()
        if log.order is not None:
            for line in log.lines:
                if line.expected and line.quantity:
                    self.trim_line(log.order, line.item)
        for share in shares:
            self.trim_backorder(share.backorder)
        if log.order is not None:
            self.close_when_done(self.orders[log.order])

    def close_when_done(self, order: OrderModel) -> None:
        """Close an order on which nothing is to come any more."""
        if order.status == "processed" and not any(line.still_open for line in order.lines.values()):
            order.status = "closed"


def in_packs(quantity: int, pack: int) -> int:
    """Round up to whole packs."""
    return -(-quantity // pack) * pack

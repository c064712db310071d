"""What a person may do with goods that are there: send them back to a vendor, and count them."""

from dataclasses import replace
from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import rule

from posim_desktop.domain.receiving.stock_counts import Extent
from posim_desktop.orm import VendorReturnLine
from posim_desktop.queries.receiving import stock_counts as reading
from posim_desktop.services.receiving import stock_counts, vendor_returns
from posim_desktop.services.receiving.stock_counts import FoundHeld, SheetLine
from stateful.machine import Machine, codes_of_items, places, small, units


class StockSide(Machine):
    """Returns to vendors and stock counts; what is set aside for customers is no part of the shelf."""

    @rule(place=places, item=codes_of_items, quantity=small)
    def send_back(self, place: int, item: str, quantity: int) -> None:
        """Send goods from the shelf back, or find that no more is free; the return is given up then."""
        card = self.model.items[item]
        begun = self.do(partial(vendor_returns.start, vendor_id=self.vendors[place % 2]))
        assert begun is not None
        verb = partial(vendor_returns.add_item, vendor_return_id=begun.record_id, item_id=card.id)
        self.do(partial(verb, quantity=units(quantity), reason="Damaged"))
        own = sa.select(VendorReturnLine.id).where(VendorReturnLine.vendor_return_id == begun.record_id)
        (line_id,) = self.ids(own)
        refused = f"quantity:{line_id}" if quantity > max(0, self.model.available(item)) else None
        if self.do(partial(vendor_returns.post, vendor_return_id=begun.record_id), refused):
            card.on_hand -= quantity
        else:
            self.do(partial(vendor_returns.discard, vendor_return_id=begun.record_id))

    @rule(place=places, item=codes_of_items, found=st.sampled_from([0, 500, 2500, 4000]), missing=st.booleans())
    def count_stock(self, place: int, item: str, found: int, *, missing: bool) -> None:
        """Count an item on the shelf and with the slips; perhaps all that waits on one invoice is gone."""
        waiting = [code for code in ("kettle", "cloth", "stamp") if self.model.committed(code)]
        item = waiting[place % len(waiting)] if missing and waiting else item
        card = self.model.items[item]
        begun = self.do(partial(stock_counts.start, extent=Extent.SCANNED))
        assert begun is not None
        count_id = begun.record_id
        sheet = (SheetLine(card.id, units(found)),)
        self.do(partial(stock_counts.fill_in, stock_count_id=count_id, lines=sheet))
        committed = self.model.committed(item)
        lost = 0
        if committed:
            self.do(partial(stock_counts.post, stock_count_id=count_id), "held")
            with self.till.engine.connect() as connection:
                held = reading.held_now(connection, [card.id])
            assert sum(each.held for each in held) == units(committed)
            looked_at = [FoundHeld(card.id, each.invoice_id, each.held, each.held) for each in held]
            if missing:
                looked_at[0] = replace(looked_at[0], found=units(0))
                lost = int(held[0].held.scaleb(3))
            self.do(partial(stock_counts.find_held, stock_count_id=count_id, found=tuple(looked_at)))
        assert self.do(partial(stock_counts.post, stock_count_id=count_id)) is not None
        card.on_hand = found + committed - lost

"""What a person may do when goods come: count them, correct the count, post them, set them to customers."""

from datetime import date
from functools import partial

import pytest
import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from places import place as place_of
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.receiving import corrections as correction_rules
from posim_desktop.domain.receiving.corrections import TakenBack
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.orm import ReceivingLine
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.queries.receiving import logs as reading
from posim_desktop.services.receiving import corrections
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from stateful.machine import codes_of_items, places, small, units
from stateful.ordering_side import OrderingSide
from stateful.shop_model import LogLineModel, LogModel, ShareModel

TODAY = date(2026, 11, 3)
settings_of = st.sampled_from(
    ["proposed", "proposed", "shelf", "newest first", "canceled", "both", "too many", "no reason", "other goods"]
)


class ReceivingSide(OrderingSide):
    """Receiving logs and the Set Backorders to Customers screen."""

    def log(self, place: int) -> tuple[int, LogModel]:
        """Choose a log, a working one if there is any."""
        working = [(key, log) for key, log in self.model.logs.items() if log.status == "working"]
        found = working or list(self.model.logs.items())
        return found[place % len(found)]

    def any_log(self) -> bool:
        return bool(self.model.logs)

    def log_line_ids(self, log_id: int) -> list[int]:
        of_log = sa.select(ReceivingLine.id).where(ReceivingLine.receiving_log_id == log_id)
        return self.ids(of_log.order_by(ReceivingLine.position))

    @rule(place=places, free=st.booleans(), counting=st.booleans())
    def start_log(self, place: int, *, free: bool, counting: bool) -> None:
        if free or not self.model.orders:
            verb = partial(receiving.start, vendor_id=self.vendors[place % 2], received_on=TODAY)
            result = self.do(verb)
            assert result is not None
            self.model.logs[result.record_id] = LogModel(None)
            return
        order_id, _ = self.order(place, "processed")
        self.start_log_of(order_id, counting=counting)

    def start_log_of(self, order_id: int, *, counting: bool) -> int | None:
        order = self.model.orders[order_id]
        refused = None if order.status == "processed" else "purchase_order"
        verb = partial(receiving.start, purchase_order_id=order_id, received_on=TODAY, counting=counting)
        result = self.do(verb, refused)
        if result is None:
            return None
        lines = [
            LogLineModel(code, 0 if counting else line.still_open, expected=True)
            for code, line in order.lines.items()
            if line.still_open
        ]
        self.model.logs[result.record_id] = LogModel(order_id, lines=lines)
        return result.record_id

    @precondition(any_log)
    @rule(place=places, item=codes_of_items, quantity=small, scanned=st.booleans())
    def count_item(self, place: int, item: str, quantity: int, *, scanned: bool) -> None:
        log_id, log = self.log(place)
        card = self.model.items[item]
        line = next((each for each in log.lines if each.item == item), None)
        deed = receiving.count_up if scanned else receiving.add_item
        refused = None
        if line is None:
            refused = "item" if card.archived else None
        elif not scanned:
            refused = "item"
        if log.status != "working":
            refused = ""
        verb = partial(deed, receiving_log_id=log_id, item_id=card.id, quantity=units(quantity))
        if self.do(verb, refused) is None:
            return
        if line is None:
            # More of an ordered line that is complete is more of that line, not something that nobody ordered.
            ordered = log.order is not None and item in self.model.orders[log.order].lines
            log.lines.append(LogLineModel(item, quantity, expected=ordered))
        else:
            line.quantity += quantity

    @precondition(any_log)
    @rule(place=places, which=places, deed=st.sampled_from([0, 500, 1000, 3500, 9000, "remove", "zero", "discard"]))
    def correct_count(self, place: int, which: int, deed: int | str) -> None:
        log_id, log = self.log(place)
        refused = None if log.status == "working" else ""
        if deed == "zero":
            if self.do(partial(receiving.count_from_zero, receiving_log_id=log_id), refused):
                for line in log.lines:
                    line.quantity = 0
        elif deed == "discard" or not log.lines:
            if self.do(partial(receiving.discard, receiving_log_id=log_id), refused):
                log.status = "discarded"
        elif isinstance(deed, int):
            index = which % len(log.lines)
            line_id = self.log_line_ids(log_id)[index]
            if self.do(partial(receiving.set_quantity, line_id=line_id, quantity=units(deed)), refused):
                log.lines[index].quantity = deed
        else:
            index = which % len(log.lines)
            if self.do(partial(receiving.remove_line, line_id=self.log_line_ids(log_id)[index]), refused):
                del log.lines[index]

    def shares(self, log: LogModel, how: str) -> list[ShareModel]:
        """Fill in the Set Backorders to Customers screen."""
        proposal = self.model.proposal(log)
        if how == "shelf":
            return []
        if how == "proposed":
            return proposal
        filled = []
        left = [line.quantity for line in log.lines]
        for row in reversed(proposal):
            owed = self.model.outstanding(row.backorder)
            rcv = min(left[row.line], owed) // (2 if how == "both" else 1) if how != "canceled" else 0
            canc = (owed - rcv) // 2 if how in {"canceled", "both", "no reason"} else 0
            left[row.line] -= rcv
            reason = "" if how == "no reason" else "Bought elsewhere"
            filled.append(ShareModel(row.line, row.backorder, rcv, canc, reason))
        if how == "too many" and filled:
            first = filled[0]
            filled[0] = ShareModel(first.line, first.backorder, first.rcv + 500, 0)
        if how == "other goods":
            others = [
                ShareModel(place, number, min(500, line.quantity))
                for place, line in enumerate(log.lines)
                for number, promise in self.model.backorders.items()
                if (promise.item != line.item or promise.question)
                and self.model.outstanding(number) >= 500
                and line.quantity
            ]
            return others[:1]
        return filled

    def wrong_setting(self, log: LogModel, rows: list[ShareModel], line_ids: list[int]) -> str | None:
        """Name the cell that is wrong: by the rows, then what came of each line, then what does not belong."""
        filled = [row for row in rows if row.rcv or row.canc]
        left = {row.backorder: self.model.outstanding(row.backorder) for row in filled}
        for row in filled:
            cell = f"{line_ids[row.line]}:{self.model.backorders[row.backorder].id}"
            if row.rcv + row.canc > left[row.backorder]:
                at_canc = row.canc and row.rcv <= left[row.backorder]
                return f"{'canc' if at_canc else 'rcv'}:{cell}"
            if row.canc and not row.reason:
                return f"reason:{cell}"
            left[row.backorder] -= row.rcv + row.canc
        for place, line in enumerate(log.lines):
            if sum(row.rcv for row in filled if row.line == place) > line.quantity:
                return f"rcv:{line_ids[place]}"
        for row in filled:
            promise = self.model.backorders[row.backorder]
            if log.lines[row.line].item != promise.item or (row.rcv and promise.question):
                return f"rcv:{line_ids[row.line]}:{self.model.backorders[row.backorder].id}"
        return None

    @precondition(any_log)
    @rule(place=places, how=settings_of)
    def post_log(self, place: int, how: str) -> None:
        self.receive(*self.log(place), how)

    @precondition(any_log)
    @rule(place=places, which=places, quantity=small, coming=st.booleans())
    def correct_log(self, place: int, which: int, quantity: int, *, coming: bool) -> None:
        """Take back what lies on the shelf of a posted log, or find that it is not there, or not posted."""
        logs = list(self.model.logs.items())
        log_id, log = logs[place % len(logs)]
        if not log.lines:
            return
        index = which % len(log.lines)
        line = log.lines[index]
        on_shelf = max(0, self.model.available(line.item))
        refused = None if quantity <= line.quantity - line.taken else "actual"
        refused = "" if log.status != "posted" else refused
        if refused is None and quantity > on_shelf:
            return  # who waits would lose goods
        line_id = self.log_line_ids(log_id)[index]
        taken = (TakenBack(line_id, units(quantity), coming),)
        with self.till.engine.connect() as connection:
            found = correction_queries.correctable(connection, log_id)
        assert found is not None
        if refused is not None:
            with pytest.raises(RefusedError) as error:
                correction_rules.plan(found.standing, taken)
            assert place_of(error.value.refusal).partition(":")[0] == refused
            return
        seen = correction_rules.plan(found.standing, taken)
        verb = partial(corrections.correct, receiving_log_id=log_id, taken=taken, reason="Counted twice", seen=seen)
        assert self.do(verb) is not None
        self.model.take_back(log, line, quantity, coming=coming)

    def receive(self, log_id: int, log: LogModel, how: str) -> None:
        line_ids = self.log_line_ids(log_id)
        if log.status == "working":
            self.the_screen_proposes_what_the_model_does(log_id, log, line_ids)
        rows = [row for row in self.shares(log, how) if log.status == "working"]
        refused = self.wrong_setting(log, rows, line_ids)
        if not any(line.quantity for line in log.lines):
            refused = "quantity"
        if log.status != "working":
            refused = ""
        chosen = tuple(
            Share(
                line_ids[row.line],
                self.model.backorders[row.backorder].id,
                units(row.rcv),
                units(row.canc),
                row.reason,
            )
            for row in rows
        )
        verb = partial(receiving_posting.post, receiving_log_id=log_id, shares=chosen)
        if self.do(verb, refused) is None:
            return
        filled = [row for row in rows if row.rcv or row.canc]
        made = self.model.receive(log, filled)
        with self.till.engine.connect() as connection:
            stored = reading.invoices_made(connection, log_id)
        assert {row.customer_id for row in stored} == set(made)
        self.model.invoices |= {row.invoice_id: made[row.customer_id] for row in stored}
        self.model.settle_allocations(log, filled)

    def the_screen_proposes_what_the_model_does(self, log_id: int, log: LogModel, line_ids: list[int]) -> None:
        with self.till.engine.connect() as connection:
            found = reading.set_backorders(connection, log_id)
        proposed = {(item.receiving_line_id, row.backorder_id): row.proposed for item in found for row in item.rows}
        assert proposed == {
            (line_ids[row.line], self.model.backorders[row.backorder].id): units(row.rcv)
            for row in self.model.proposal(log)
        }

    @precondition(OrderingSide.any_order)
    @rule(place=places, plan=st.sampled_from(["oldest", "half", "none"]), how=settings_of)
    def a_delivery_comes(self, place: int, plan: str, how: str) -> None:
        """Send an order if it was not sent, and receive all that is open on it."""
        order_id, order = self.order(place, "processed", "working")
        if order.status == "working":
            self.send(order_id, order, plan)
        if order.status == "processed":
            log_id = self.start_log_of(order_id, counting=False)
            assert log_id is not None
            self.receive(log_id, self.model.logs[log_id], how)

"""What a person may do with all that waits for a customer: hand it out on one invoice, or leave that unposted."""

from dataclasses import replace
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.services.sales import parking, picking, posting
from stateful.machine import Machine, money, places
from stateful.sales_model import InvoiceModel
from stateful.sales_side import payments_besides


class PickingSide(Machine):
    """Goods of several invoices that are picked up in one go."""

    def held(self, customer: int) -> dict[int, InvoiceModel]:
        """Find the committed invoices of a customer from which lines may go out with another."""
        return {
            key: each
            for key, each in self.model.invoices.items()
            if (each.committed, each.customer, each.inclusive, each.exempt)
            == (True, customer, self.model.inclusive, False)
            and not (each.handed_over or each.discount or each.percent)
        }

    @precondition(lambda self: any(each.committed for each in self.model.invoices.values()))
    @rule(place=places, takes=st.sampled_from(["all", "all", "first"]), posts=st.booleans())
    def pick_up_in_one_go(self, place: int, takes: str, *, posts: bool) -> None:
        customer = self.customers[place % 2]
        held = self.held(customer)
        chosen = [
            (key, index) for key, each in held.items() for index in _sold(each)[: 1 if takes == "first" else None]
        ]
        if not chosen:
            return
        line_ids = tuple(self.line_id(key, index) for key, index in chosen)
        result = self.do(partial(picking.pick, line_ids=line_ids))
        assert result is not None
        lines = [replace(held[key].lines[index], shared=0) for key, index in chosen]
        pick_up = InvoiceModel(customer, inclusive=self.model.inclusive, lines=lines if posts else [])
        if posts:
            self._hand_out(result.record_id, pick_up)
            for key, index in reversed(chosen):
                del held[key].lines[index]
            for each in held.values():
                _settle(each)
        else:
            self.do(partial(parking.leave, invoice_id=result.record_id))
            pick_up.status = "discarded"
        self.model.invoices[result.record_id] = pick_up

    def _hand_out(self, invoice_id: int, pick_up: InvoiceModel) -> None:
        total = self.model.total(pick_up)
        seen, settles = payments_besides([], total, "exact", self.model.coins)
        assert settles
        self.do(partial(posting.post, invoice_id=invoice_id, tenders=seen, expected_total=money(total)))
        cash = any(tender.kind is TenderKind.CASH for tender in seen)
        pick_up.rounding = self.model.rounded(total, 0, cash=cash)
        self.model.post(pick_up)


def _sold(invoice: InvoiceModel) -> list[int]:
    return [index for index, line in enumerate(invoice.lines) if line.code == "S"]


def _settle(held: InvoiceModel) -> None:
    """An invoice that was emptied is discarded; on one that only promises or takes back, nothing is set aside."""
    if all(line.code == "C" for line in held.lines):
        held.status, held.committed = "discarded", False
    elif not _sold(held):
        held.committed = False

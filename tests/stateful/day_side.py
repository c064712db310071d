"""What a person may do with the drawer: pay in and out, count it, close its day; its cash is added up beside it."""

from decimal import Decimal
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.sales.days import CashMove, RowKind
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.queries.sales import days as queries
from posim_desktop.services.sales import days
from stateful.machine import Machine, money

NOTHING = Decimal(0)


class DaySide(Machine):
    """A drawer that opens by itself, and what should be in it."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type] # as the machine is given
        self.not_in_cash: dict[int, Decimal] = {}
        self.without_sales = NOTHING
        self.zs = 0

    @override
    def do(self, verb: partial[Done], refused_at: str | None = None, *, by: int | None = None) -> Done | None:
        """Remember what of an invoice is paid otherwise than in cash."""
        result = super().do(verb, refused_at, by=by)
        paid, invoice_id = verb.keywords.get("tenders", ()), verb.keywords.get("invoice_id")
        if result is not None and paid and invoice_id is not None:
            self.not_in_cash[invoice_id] = sum(
                (each.amount for each in paid if each.kind is not TenderKind.CASH), NOTHING
            )
        return result

    def cash(self) -> Decimal:
        """Add up what should be in the drawer: of every invoice what was paid in cash, and what was moved by hand."""
        cash = self.without_sales
        for key, invoice in self.model.invoices.items():
            if invoice.status == "working":
                cash += money(sum(invoice.handed_over))
            elif key in self.not_in_cash:
                cash += money(self.model.total(invoice) + invoice.rounding) - self.not_in_cash[key]
        return cash

    @rule(kind=st.sampled_from([RowKind.PAID_IN, RowKind.PAID_OUT, RowKind.DROP]), cents=st.sampled_from([1, 500]))
    def move_cash(self, kind: RowKind, cents: int) -> None:
        move = CashMove(kind, money(cents), "Milk")
        self.do(partial(days.move_cash, move=move))
        self.without_sales += move.moved

    @rule(miscounted=st.sampled_from([0, 0, -100, 250]), leaves=st.booleans(), again=st.booleans())
    def count_and_close(self, miscounted: int, *, leaves: bool, again: bool) -> None:
        """Count the drawer; nothing is paid then; close it, or count again."""
        day_id = self.do(partial(days.move_cash, move=CashMove(RowKind.PAID_IN, money(1), "A cent")))
        assert day_id is not None
        self.without_sales += money(1)
        counted = max(NOTHING, self.cash() + money(miscounted))
        self.do(partial(days.count, day_id=day_id.record_id, rest=counted))
        self.do(partial(days.move_cash, move=CashMove(RowKind.PAID_IN, money(1), "A cent")), "")
        if again:
            self.do(partial(days.count_again, day_id=day_id.record_id))
            return
        kept = counted if leaves else NOTHING
        self.do(partial(days.close, day_id=day_id.record_id, kept=counted + 1), "kept")
        self.do(partial(days.close, day_id=day_id.record_id, kept=kept))
        self.without_sales += kept - self.cash()
        self.zs += 1

    @invariant()
    def what_should_be_in_the_drawer_is_the_expected_sum(self) -> None:
        with self.till.engine.connect() as connection:
            here = queries.here(connection, "till 1")
            zs = len(queries.closed(connection))
        assert zs == self.zs
        if here.drawer is not None:
            assert (here.left if here.day is None else here.day.expected) == self.cash()

"""Payments that a card terminal takes: stored first, ended once, and never taken twice."""

import threading
from collections.abc import Iterator
from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.card_requests import RequestState, TerminalAnswer
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, CardRequest, TenderPaid
from posim_desktop.queries.sales import card_requests as request_queries
from posim_desktop.services.sales import card_requests, invoices, tenders
from posim_desktop.services.sales.network_terminal import NetworkTerminal, is_terminal
from posim_desktop.services.sales.stand_in_terminal import StandIn
from seeding import Till, stored

D = Decimal
CARD_24 = Tender(TenderKind.CARD, D(24))
APPROVED = TerminalAnswer(RequestState.APPROVED, "R-1")


@pytest.fixture
def till(till: Till) -> Till:
    till.stores("kettle", price="24.00", on_hand="9")
    return till


@pytest.fixture
def sale(till: Till) -> int:
    return till.rings_up(("kettle", "1"))


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn() as terminal:
        threading.Thread(target=terminal.serve_forever, daemon=True).start()
        yield terminal
        terminal.shutdown()


def asks(till: Till, sale: int, tender: Tender = CARD_24) -> int:
    return till.run(card_requests.ask, invoice_id=sale, tender=tender, terminal="terminal").record_id


def standing(till: Till) -> list[tuple[Decimal, str]]:
    rows = sa.select(TenderPaid.amount, TenderPaid.reference).order_by(TenderPaid.id)
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
        return [(row.amount, row.reference) for row in connection.execute(rows)]


def test_what_was_approved_stands_on_the_invoice_once(till: Till, sale: int) -> None:
    request = asks(till, sale)
    assert standing(till) == []
    for answer in (APPROVED, APPROVED, TerminalAnswer(RequestState.DECLINED)):
        till.run(card_requests.answer, request_id=request, answer=answer)
    till.run(card_requests.settle, request_id=request, taken=True, reference="R-2")
    assert standing(till) == [(D(24), "R-1")]
    assert stored(till.engine, CardRequest).state == "approved"


@pytest.mark.parametrize("state", [RequestState.DECLINED, RequestState.CANCELED])
def test_what_was_not_taken_leaves_the_invoice_as_it_was(till: Till, sale: int, state: RequestState) -> None:
    till.run(card_requests.answer, request_id=asks(till, sale), answer=TerminalAnswer(state))
    assert standing(till) == []
    till.run(invoices.discard, invoice_id=sale)


@pytest.mark.parametrize("answer", [None, TerminalAnswer(RequestState.UNKNOWN)])
def test_as_long_as_nobody_knows_nothing_else_happens(till: Till, sale: int, answer: TerminalAnswer | None) -> None:
    request = asks(till, sale)
    if answer is not None:
        till.run(card_requests.answer, request_id=request, answer=answer)
    for refusal in (
        till.refusal(tenders.take, invoice_id=sale, tender=Tender(TenderKind.CASH, D(24))),
        till.refusal(card_requests.ask, invoice_id=sale, tender=CARD_24, terminal="terminal"),
        till.refusal(invoices.discard, invoice_id=sale),
        till.refusal(till.posting_of(sale).func, **till.posting_of(sale).keywords),
    ):
        assert refusal.why is Why.TERMINAL_STILL_ASKED
    with till.engine.connect() as connection:
        assert request_queries.open_at(connection, "till 1") == (sale,)

    card_number = till.refusal(card_requests.settle, request_id=request, taken=True, reference="4111 1111 1111 1111")
    assert card_number.where == Field("reference")
    till.run(card_requests.settle, request_id=request, taken=True, reference="R-9")
    assert standing(till) == [(D(24), "R-9")]
    assert stored(till.engine, AuditEvent, AuditEvent.action == "settle card").after.count("R-9") == 1
    with till.engine.connect() as connection:
        assert request_queries.open_at(connection, "till 1") == ()


def test_what_the_terminal_took_counts_whatever_its_reference_is(till: Till, sale: int) -> None:
    said = TerminalAnswer(RequestState.APPROVED, "4111111111111111")
    till.run(card_requests.answer, request_id=asks(till, sale), answer=said)
    assert standing(till) == [(D(24), "")]


@pytest.mark.parametrize(
    ("tender", "why"),
    [(Tender(TenderKind.CASH, D(24)), Why.NOT_BY_TERMINAL), (Tender(TenderKind.CARD, D(25)), Why.GIVES_NO_CHANGE)],
)
def test_a_terminal_is_asked_only_what_can_be_taken(till: Till, sale: int, tender: Tender, why: Why) -> None:
    refusal = till.refusal(card_requests.ask, invoice_id=sale, tender=tender, terminal="terminal")
    assert refusal.why is why


@pytest.mark.parametrize(
    ("amount", "first", "again"),
    [("24.00", "approved", "approved"), ("24.01", "declined", "declined"), ("24.03", "unknown", "approved")],
)
def test_the_stand_in_takes_a_payment_once_however_often_it_is_asked(
    stand_in: StandIn, amount: str, first: str, again: str
) -> None:
    terminal, key = NetworkTerminal(stand_in.where, answer_seconds=5), str(uuid4())
    said = [terminal.authorize(key, D(amount)) for _ in range(3)]
    assert [each.state for each in said] == [first, again, again]
    assert len(stand_in.taken) == (again == "approved")
    assert said[1].reference == stand_in.taken.get(key, "")


def test_a_terminal_is_canceled_while_it_waits_for_a_card(stand_in: StandIn) -> None:
    terminal, key = NetworkTerminal(stand_in.where, answer_seconds=5), str(uuid4())
    terminal.cancel(key)
    assert terminal.authorize(key, D("24.04")).state is RequestState.CANCELED


def test_a_terminal_that_is_not_there_heard_nothing() -> None:
    with StandIn() as gone:
        where = gone.where
    assert NetworkTerminal(where).authorize("key", D(1)) == TerminalAnswer(RequestState.UNKNOWN, heard=False)
    assert [is_terminal(each) for each in ("terminal", "[::1]:7071", "10.0.0.7:0", "a b")] == [True, True, False, False]

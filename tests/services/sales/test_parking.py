"""Guide: "Parked invoices" — leaving an invoice for later, and taking it up again."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Invoice, InvoiceLine
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.services.sales import invoices, parking, tenders
from posim_desktop.services.sales.invoices import NewLine
from seeding import Till


def status(till: Till, invoice_id: int) -> str:
    with till.engine.connect() as connection:
        return str(connection.scalar(sa.select(Invoice.status).where(Invoice.id == invoice_id)))


@pytest.mark.parametrize("written", ["line", "comment", "note", "nothing", "posted", "money"])
def test_only_an_invoice_that_holds_something_is_parked(till: Till, written: str) -> None:
    one_kettle = NewLine(till.stores("kettle", on_hand="5"), Decimal(1))
    invoice_id = till.run(invoices.start).record_id
    match written:
        case "line":
            till.run(invoices.add_items, invoice_id=invoice_id, lines=(one_kettle,))
        case "comment":
            till.run(invoices.add_comment, invoice_id=invoice_id, comment="gift")
        case "note":
            till.run(invoices.set_note, invoice_id=invoice_id, note="call first")
        case "money":
            till.run(invoices.add_items, invoice_id=invoice_id, lines=(one_kettle,))
            till.run(tenders.take, invoice_id=invoice_id, tender=Tender(TenderKind.CASH, Decimal(20)))
            with till.engine.connect() as connection:
                line_id = connection.scalars(sa.select(InvoiceLine.id)).one()
            till.run(invoices.remove_line, line_id=line_id)
        case "posted":
            till.run(invoices.add_items, invoice_id=invoice_id, lines=(one_kettle,))
            till.posts(invoice_id)
    before = status(till, invoice_id)
    till.run(parking.leave, invoice_id=invoice_id)
    assert status(till, invoice_id) == ("discarded" if written == "nothing" else before)
    with till.engine.connect() as connection:
        assert not list(connection.scalars(sa.select(AuditEvent.id).where(AuditEvent.action == "discard invoice")))


def done_at(till: Till, workstation: str, verb: partial[Done]) -> Done | RefusedError:
    """Do a verb at a workstation, or return why not."""
    try:
        return till.transactor.run(verb, key=uuid4(), employee_id=till.employee_id, workstation=workstation)
    except RefusedError as refused:
        return refused


def place(till: Till, invoice_id: int) -> str | None:
    with till.engine.connect() as connection:
        found = invoice_queries.in_hand(connection, invoice_id)
    return None if found is None else f"{found.employee} at {found.workstation}"


@pytest.fixture
def parked(till: Till) -> int:
    """An invoice that was begun at till 1 and parked."""
    till.stores("kettle", on_hand="5")
    invoice_id = till.rings_up(("kettle", "1"))
    assert place(till, invoice_id) == "Sam at till 1"
    till.run(parking.leave, invoice_id=invoice_id)
    assert place(till, invoice_id) is None
    return invoice_id


def test_an_invoice_in_hand_is_taken_over_only_by_who_knows(till: Till, parked: int) -> None:
    recall = partial(parking.take_up, invoice_id=parked)
    done_at(till, "till 2", recall)
    refused = done_at(till, "till 1", recall)
    assert isinstance(refused, RefusedError)
    assert (refused.refusal.why, refused.refusal.facts["workstation"]) == (Why.INVOICE_OPEN_ELSEWHERE, "till 2")
    assert isinstance(done_at(till, "till 1", partial(recall, taken_from="till 3")), RefusedError)
    assert isinstance(done_at(till, "till 2", recall), Done), "it is its own"
    done_at(till, "till 1", partial(recall, taken_from="till 2"))
    assert place(till, parked) == "Sam at till 1"
    done_at(till, "till 2", partial(parking.leave, invoice_id=parked))
    assert place(till, parked) == "Sam at till 1", "till 2 lost it"


@pytest.mark.parametrize("end", ["post", "discard", "leave", "let go"])
def test_what_ended_is_in_nobody_s_hand(till: Till, parked: int, end: str) -> None:
    till.run(parking.take_up, invoice_id=parked)
    done_at(till, "till 2", partial(parking.let_go, workstation="till 2"))
    assert place(till, parked) == "Sam at till 1", "others keep what they have"
    match end:
        case "post":
            till.posts(parked)
        case "discard":
            till.run(invoices.discard, invoice_id=parked)
        case "leave":
            till.run(parking.leave, invoice_id=parked)
        case _:
            till.run(parking.let_go, workstation="till 1")
    assert place(till, parked) is None
    if end in {"post", "discard"}:
        assert till.refusal(parking.take_up, invoice_id=parked).why is Why.INVOICE_NO_LONGER_OPEN


def test_of_two_tills_that_recall_at_once_one_has_it(till: Till, parked: int) -> None:
    recall = partial(parking.take_up, invoice_id=parked)
    with ThreadPoolExecutor(2) as pool:
        came = list(pool.map(lambda at: done_at(till, at, recall), ("till 2", "till 3")))
    assert sorted(isinstance(each, Done) for each in came) == [False, True]

"""What goes on large paper is written down, and what may be on paper already is a copy."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from agreement import disagreements
from ordering_seed import orders, stocks, vendor_on_file
from posim_desktop.domain.sales.print_jobs import JobState, Printing, PrintSubject, SendingEnd
from posim_desktop.domain.why import Why
from posim_desktop.orm import PrintJob
from posim_desktop.orm.base import table_of
from posim_desktop.queries import print_jobs as queries
from posim_desktop.services.database import snapshot
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.sales import print_jobs
from seeding import Till, open_till


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """Give a till in an empty shop, whose records hold at the end."""
    till = open_till(database_url)
    yield till
    with snapshot(till.engine) as connection:
        assert disagreements(connection) == ()
    till.engine.dispose()


def documents(till: Till) -> dict[str, int]:
    """Post an invoice and a purchase order."""
    stocks(till, "kettle", on_hand="5")
    invoice_id = till.rings_up(("kettle", "1"))
    till.posts(invoice_id)
    order_id = orders(till, vendor_on_file(till), ("kettle", "2"))
    till.run(order_posting.post, purchase_order_id=order_id, allocations=())
    return {"invoice_id": invoice_id, "purchase_order_id": order_id}


def as_paper(document: dict[str, Any]) -> dict[str, Any]:
    """Say what of a document goes on paper."""
    of_invoice = "invoice_id" in document
    return {
        "of": PrintSubject(**document),
        "printing": Printing.INVOICE_PAPER if of_invoice else Printing.ORDER_PAPER,
    }


def prints(till: Till, document: dict[str, Any], end: SendingEnd | None = SendingEnd.TAKEN) -> bool:
    """Print a document; tell whether it was a copy."""
    job_id = till.run(print_jobs.begin_paper, printer="Office", **as_paper(document)).record_id
    if end is not None:
        till.run(print_jobs.end, job_id=job_id, attempt=1, end=end, reason="")
    with till.engine.connect() as connection:
        return queries.is_copy(connection, job_id)


def test_the_first_print_is_none_and_every_later_one_is_a_copy(till: Till) -> None:
    for name, record_id in documents(till).items():
        assert [prints(till, {name: record_id}) for _ in range(3)] == [False, True, True]
    with till.engine.connect() as connection:
        rows = queries.listed(connection)
        assert queries.troubled(connection, "till 1") == 0
    assert {(row.printing, row.number, row.state) for row in rows} == {
        (Printing.INVOICE_PAPER, 1, JobState.PRINTED),
        (Printing.ORDER_PAPER, 1, JobState.PRINTED),
    }


def test_what_never_came_out_is_no_copy_and_what_may_have_is_one(till: Till) -> None:
    invoice = {"invoice_id": documents(till)["invoice_id"]}
    assert not prints(till, invoice, SendingEnd.NOT_PRINTABLE)
    assert not prints(till, invoice, None), "its program ended meanwhile"
    assert prints(till, invoice)
    with till.engine.connect() as connection:
        last_at = connection.scalars(sa.select(PrintJob.at).order_by(PrintJob.id.desc())).first()
        assert last_at is not None
        due = queries.due(connection, "till 1", last_at + timedelta(minutes=5))
    assert due.record_id == 2, "it is given up and asked about"


def test_a_receipt_is_no_copy_of_an_invoice(till: Till) -> None:
    invoice_id = documents(till)["invoice_id"]
    job = till.run(
        print_jobs.order, of=PrintSubject(invoice_id), printing=Printing.RECEIPT, printer="printer"
    ).record_id
    till.run(print_jobs.take, job_id=job)
    till.run(print_jobs.end, job_id=job, attempt=1, end=SendingEnd.TAKEN, reason="")
    assert not prints(till, {"invoice_id": invoice_id})


def test_it_is_printed_again_from_its_document_only(till: Till) -> None:
    invoice_id = documents(till)["invoice_id"]
    prints(till, {"invoice_id": invoice_id})
    assert till.refusal(print_jobs.again, job_id=1, printer="x").why is Why.PRINTED_FROM_ITS_DOCUMENT
    paper = Printing.INVOICE_PAPER
    refusal = till.refusal(print_jobs.order, of=PrintSubject(invoice_id), printing=paper, printer="x")
    assert refusal.why is Why.PRINTED_FROM_ITS_DOCUMENT
    till.run(print_jobs.delete, job_id=1)
    with till.engine.connect() as connection:
        states = connection.scalars(sa.select(table_of(PrintJob).c.state)).all()
    assert states == ["deleted"]


def test_only_what_is_posted_is_written_down(till: Till) -> None:
    stocks(till, "kettle", on_hand="5")
    working = till.rings_up(("kettle", "1"))
    ordered = orders(till, vendor_on_file(till), ("kettle", "2"))
    documents: tuple[dict[str, Any], ...] = ({"invoice_id": working}, {"purchase_order_id": ordered})
    for document in documents:
        assert (
            till.refusal(print_jobs.begin_paper, printer="Office", **as_paper(document)).why is Why.PRINTED_ONCE_POSTED
        )

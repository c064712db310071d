"""Print jobs are written with what they are for, printed once by one program, and asked about when nobody knows."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.sales.print_jobs import (
    GIVEN_UP_AFTER,
    JobState,
    Printing,
    PrintSubject,
    PrintWish,
    SendingEnd,
)
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, PrintJob
from posim_desktop.orm.base import table_of
from posim_desktop.queries import print_jobs as queries
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import print_jobs
from posim_desktop.services.transaction import Transactor
from seeding import OPENING_DAY, Till, add_customer, open_till, stored, together

WISH = PrintWish("printer", receipt=True, drawer=True)
CARD = TenderKind.CARD


def sells(till: Till, wish: PrintWish | None = WISH, kind: TenderKind = TenderKind.CASH) -> tuple[int, Done]:
    if "kettle" not in till.items:
        till.stores("kettle", on_hand="50")
    invoice_id = till.rings_up(("kettle", "1"))
    posting = till.posting_of(invoice_id, Tender(kind, till.total_of(invoice_id)))
    return invoice_id, till.do(partial(posting, wish=wish))


def jobs(till: Till) -> list[tuple[str, int | None, str, bool]]:
    with till.engine.connect() as connection:
        rows = connection.execute(sa.select(table_of(PrintJob)).order_by(PrintJob.id))
        return [(row.printing, row.invoice_id, row.state, row.opens_drawer) for row in rows]


def job(till: Till, job_id: int) -> sa.Row[tuple[object, ...]]:
    return stored(till.engine, PrintJob, PrintJob.id == job_id)


def prints(till: Till, job_id: int, end: SendingEnd = SendingEnd.TAKEN, why: str = "") -> None:
    """Take a job up and say what came of it."""
    assert till.run(print_jobs.take, job_id=job_id).record_id == job_id
    till.run(print_jobs.end, job_id=job_id, attempt=job(till, job_id).attempts, end=end, reason=why)


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """Give a till in an empty shop, whose records hold at the end."""
    till = open_till(database_url)
    yield till
    with snapshot(till.engine) as connection:
        assert disagreements(connection) == ()
    till.engine.dispose()


@pytest.mark.parametrize(
    ("wish", "kind", "made"),
    [
        (WISH, TenderKind.CASH, ("receipt", True)),
        (WISH, CARD, ("receipt", False)),
        (PrintWish("printer", receipt=True, drawer=False), TenderKind.CASH, ("receipt", False)),
        (PrintWish("printer", receipt=False, drawer=True), TenderKind.CASH, ("drawer", True)),
        (PrintWish("printer", receipt=False, drawer=True), CARD, None),
        (PrintWish("printer", receipt=False, drawer=False), TenderKind.CASH, None),
        (PrintWish("", receipt=True, drawer=True), TenderKind.CASH, None),
        (None, TenderKind.CASH, None),
    ],
)
def test_what_follows_a_posting(
    till: Till, wish: PrintWish | None, kind: TenderKind, made: tuple[str, bool] | None
) -> None:
    invoice_id, done = sells(till, wish, kind)
    of_invoice = invoice_id if made is not None and made[0] == "receipt" else None
    expected = [] if made is None else [(made[0], of_invoice, "waiting", made[1])]
    assert jobs(till) == expected
    assert any(change.record is Record.PRINT_JOB for change in done.changes) is bool(expected)


def test_a_posting_that_is_refused_prints_nothing_and_one_that_is_tried_twice_prints_once(till: Till) -> None:
    till.stores("kettle", on_hand="50")
    invoice_id = till.rings_up(("kettle", "1"))
    posting = partial(till.posting_of(invoice_id), wish=WISH)
    till.refusal(posting.func, **{**posting.keywords, "expected_total": Decimal(1)})
    assert jobs(till) == []
    key = uuid4()
    assert till.do(posting, key) == till.do(posting, key)
    assert len(jobs(till)) == 1


def test_a_job_is_taken_up_once(till: Till) -> None:
    sells(till)
    assert till.run(print_jobs.take, job_id=1).record_id == 1
    assert till.run(print_jobs.take, job_id=1).record_id == 0
    assert job(till, 1).attempts == 1


def test_of_two_programs_of_a_workstation_one_prints(postgres_till: Till) -> None:
    sells(postgres_till)
    taken: list[int] = []

    def takes() -> None:
        taken.append(postgres_till.run(print_jobs.take, job_id=1).record_id)

    together(takes, takes)
    assert sorted(taken) == [0, 1]


def test_another_workstation_leaves_it_alone(till: Till) -> None:
    sells(till)
    there = partial(print_jobs.take, job_id=1)
    taken = till.transactor.run(there, key=uuid4(), employee_id=None, workstation="till 2")
    assert taken.record_id == 0
    with till.engine.connect() as connection:
        assert queries.due(connection, "till 2", OPENING_DAY).record_id is None
        assert queries.due(connection, "till 1", OPENING_DAY).record_id == 1


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (SendingEnd.TAKEN, "printed"),
        (SendingEnd.NOTHING_TAKEN, "waiting"),
        (SendingEnd.PART_TAKEN, "maybe printed"),
        (SendingEnd.NOT_PRINTABLE, "stopped"),
    ],
)
def test_what_came_of_it_is_written_down(till: Till, end: SendingEnd, state: str) -> None:
    sells(till)
    prints(till, 1, end, "it is off")
    assert (job(till, 1).state, job(till, 1).reason) == (state, "it is off")
    with till.engine.connect() as connection:
        assert queries.troubled(connection, "till 1") == (state != "printed")
        (row,) = queries.listed(connection)
    assert (row.number, row.state, row.employee) == (1, JobState(state), "Sam")


def test_an_end_that_comes_late_changes_nothing(till: Till) -> None:
    sells(till)
    till.run(print_jobs.take, job_id=1)
    late = Transactor(till.engine, lambda: OPENING_DAY + timedelta(hours=1))
    giving_up = late.run(partial(print_jobs.take, job_id=1), key=uuid4(), employee_id=None, workstation="till 1")
    assert giving_up.record_id == 0
    assert job(till, 1).state == "maybe printed", "its program ended before it could say"
    till.run(print_jobs.end, job_id=1, attempt=1, end=SendingEnd.NOTHING_TAKEN, reason="")
    assert job(till, 1).state == "maybe printed"


def test_what_is_being_sent_comes_again_when_it_is_too_long_ago(till: Till) -> None:
    sells(till)
    till.run(print_jobs.take, job_id=1)
    taken_at = job(till, 1).tried_at
    with till.engine.connect() as connection:
        soon = queries.due(connection, "till 1", taken_at)
        assert (soon.record_id, soon.seconds) == (None, GIVEN_UP_AFTER.total_seconds() + 1)
        assert queries.due(connection, "till 1", taken_at + GIVEN_UP_AFTER + timedelta(seconds=1)).record_id == 1


def test_a_printer_that_failed_rests_and_others_print(till: Till) -> None:
    sells(till)
    sells(till)
    sells(till, PrintWish("other", receipt=True, drawer=False))
    prints(till, 1, SendingEnd.NOTHING_TAKEN)
    tried_at = job(till, 1).tried_at
    with till.engine.connect() as connection:
        assert queries.due(connection, "till 1", tried_at).record_id == 3
        assert queries.due(connection, "till 1", tried_at + timedelta(seconds=6)).record_id == 1, "in its order"
    prints(till, 3)
    with till.engine.connect() as connection:
        assert queries.due(connection, "till 1", tried_at).seconds == 5, "not before its printer has rested"


def test_what_is_printed_again_is_a_copy(till: Till) -> None:
    invoice_id, _ = sells(till)
    prints(till, 1)
    ordered = till.run(print_jobs.order, of=PrintSubject(invoice_id), printing=Printing.RECEIPT, printer="printer")
    gift = till.run(print_jobs.order, of=PrintSubject(invoice_id), printing=Printing.GIFT_RECEIPT, printer="printer")
    other, _ = sells(till)
    for job_id in (ordered.record_id, gift.record_id, gift.record_id + 1):
        prints(till, job_id)
    assert [job(till, job_id).is_copy for job_id in (1, 2, 3, 4)] == [False, True, False, False]
    assert other != invoice_id


@pytest.mark.parametrize(
    ("end", "is_copy"),
    [
        (SendingEnd.TAKEN, True),
        (SendingEnd.PART_TAKEN, True),
        (SendingEnd.NOTHING_TAKEN, False),
        (SendingEnd.NOT_PRINTABLE, False),
    ],
)
def test_again_is_a_copy_of_what_may_be_on_paper(till: Till, end: SendingEnd, is_copy: bool) -> None:  # noqa: FBT001
    sells(till)
    prints(till, 1, end)
    till.run(print_jobs.again, job_id=1, printer="other")
    assert (job(till, 1).state, job(till, 1).printer) == ("waiting", "other")
    prints(till, 1)
    assert job(till, 1).is_copy is is_copy


def test_what_is_being_sent_is_neither_deleted_nor_printed_again(till: Till) -> None:
    sells(till)
    till.run(print_jobs.take, job_id=1)
    assert till.refusal(print_jobs.delete, job_id=1).why is Why.PRINT_JOB_BEING_SENT
    assert till.refusal(print_jobs.again, job_id=1, printer="x").why is Why.PRINT_JOB_BEING_SENT


def test_what_is_deleted_is_printed_no_more(till: Till) -> None:
    sells(till)
    assert till.run(print_jobs.delete, job_id=1).changes == {Change(Record.PRINT_JOB, 1)}
    assert till.run(print_jobs.take, job_id=1).record_id == 0
    assert till.refusal(print_jobs.again, job_id=1, printer="x").why is Why.PRINT_JOB_GONE
    with till.engine.connect() as connection:
        assert queries.listed(connection) == ()
        assert queries.due(connection, "till 1", OPENING_DAY).record_id is None


def test_only_what_is_posted_has_a_receipt(till: Till) -> None:
    till.stores("kettle", on_hand="50")
    invoice_id = till.rings_up(("kettle", "1"))
    refusal = till.refusal(print_jobs.order, of=PrintSubject(invoice_id), printing=Printing.RECEIPT, printer="printer")
    assert refusal.why is Why.PRINTED_ONCE_POSTED


def test_no_sale_has_a_reason_and_is_in_the_audit(till: Till) -> None:
    assert till.refusal(print_jobs.open_drawer, printer="printer", reason="  ").why is Why.TEXT_MISSING
    till.run(print_jobs.open_drawer, printer="printer", reason="Change for a customer")
    assert jobs(till) == [("drawer", None, "waiting", True)]
    event = stored(till.engine, AuditEvent, AuditEvent.action == "no sale")
    assert (event.reason, event.record_kind, event.employee_id) == (
        "Change for a customer",
        "print_job",
        till.employee_id,
    )


def test_slips_and_labels_go_with_goods_that_wait_and_are_never_copies(till: Till) -> None:
    till.stores("kettle", on_hand="50")
    with till.writing() as session:
        customer_id = add_customer(session)
    waiting = till.rings_up(("kettle", "1"), customer_id=customer_id)
    slip: dict[str, Any] = {"of": PrintSubject(waiting), "printing": Printing.SLIP, "printer": "printer"}
    of_three = PrintSubject(waiting, boxes=3)
    labels: dict[str, Any] = {"of": of_three, "printing": Printing.BOX_LABELS, "printer": "printer"}
    paper: dict[str, Any] = {"of": PrintSubject(waiting), "printing": Printing.SLIP_PAPER, "printer": "Office"}
    for _ in range(2):
        prints(till, till.run(print_jobs.order, **slip).record_id)
        on_paper = till.run(print_jobs.begin_paper, **paper).record_id
        till.run(print_jobs.end, job_id=on_paper, attempt=1, end=SendingEnd.TAKEN, reason="")
    till.run(print_jobs.again, job_id=1, printer="printer")
    till.run(print_jobs.take, job_id=1)
    labeled = till.run(print_jobs.order, **labels).record_id
    till.run(print_jobs.take, job_id=labeled)
    with till.engine.connect() as connection:
        again, of_boxes = queries.taken(connection, 1), queries.taken(connection, labeled)
        assert {(row.customer, row.number) for row in queries.listed(connection)} == {("Lee", None)}
        assert not connection.scalars(sa.select(PrintJob.id).where(PrintJob.is_copy)).all()
    assert again is not None
    assert of_boxes is not None
    assert again.slip is not None
    assert (of_boxes.slip, again.boxes, of_boxes.boxes) == (again.slip, None, 3)
    till.posts(waiting)
    assert till.refusal(print_jobs.order, **slip).why is Why.NOTHING_WAITS_ANY_MORE
    assert till.refusal(print_jobs.begin_paper, **paper).why is Why.NOTHING_WAITS_ANY_MORE
    with till.engine.connect() as connection:
        taken = queries.taken(connection, 1)
    assert taken is not None
    assert taken.slip is None, "it was picked up before the printer was on again"


def test_a_statement_is_printed_again_of_the_same_days(till: Till) -> None:
    with till.writing() as session:
        customer_id = add_customer(session)
    of = PrintSubject(customer_id=customer_id, start=OPENING_DAY, end=OPENING_DAY + timedelta(days=30))
    till.run(print_jobs.order, of=of, printing=Printing.STATEMENT, printer="printer")
    prints(till, 1)
    till.run(print_jobs.again, job_id=1, printer="other")
    till.run(print_jobs.take, job_id=1)
    with till.engine.connect() as connection:
        taken = queries.taken(connection, 1)
        (row,) = queries.listed(connection)
    assert taken is not None
    assert taken.statement is not None
    assert (taken.statement.start, taken.statement.end) == (of.start, of.end)
    assert (taken.is_copy, row.customer) == (False, "Lee")
    nobody = PrintSubject(customer_id=99, start=of.start, end=of.end)
    refusal = till.refusal(print_jobs.order, of=nobody, printing=Printing.STATEMENT, printer="printer")
    assert refusal.why is Why.CUSTOMER_NOT_ON_FILE

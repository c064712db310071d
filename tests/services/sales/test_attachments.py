"""Guide: "Pictures and files" — kept beside a backorder or a special order's line, and nowhere else."""

from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import assert_sound, customer_on_file, orders, owes, sends, stocks, vendor_on_file
from posim_desktop.domain.backorders.attachments import MOST, AttachmentKind
from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.domain.why import Why
from posim_desktop.orm import Attachment, Backorder, SpecialOrder
from posim_desktop.orm import SpecialOrderLine as LineRow
from posim_desktop.queries import attachments as reading
from posim_desktop.services.sales import attachments, special_order_posting, special_orders
from seeding import Till, stored
from services.sales.test_special_orders import orders as special

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
COAT = SpecialLine(description="Winter coat", quantity=Decimal(1), unit_price=Decimal("120.00"))


@pytest.fixture
def backorder_id(till: Till) -> int:
    """A kettle for Lee."""
    stocks(till, "kettle", vendor_id=vendor_on_file(till))
    return owes(till, "kettle", "1", customer_on_file(till))


def test_a_file_is_kept_whole_with_who_and_when(till: Till, backorder_id: int) -> None:
    done = till.run(attachments.attach, name=" plan.pdf ", content=PDF, backorder_id=backorder_id)
    assert Change(Record.BACKORDER, backorder_id) in done.changes
    with till.engine.connect() as connection:
        (file,) = reading.of_backorder(connection, backorder_id)
        assert (file.name, file.kind, file.size, file.by) == ("plan.pdf", AttachmentKind.PDF, len(PDF), "Sam")
        assert reading.content(connection, file.id) == PDF
    till.run(attachments.remove, attachment_id=file.id)
    with till.engine.connect() as connection:
        assert reading.of_backorder(connection, backorder_id) == ()
        assert reading.content(connection, file.id) is None
    assert till.refusal(attachments.remove, attachment_id=file.id).why is Why.ATTACHMENT_GONE
    assert_sound(till)


def test_bad_files_are_refused_and_nothing_is_kept(till: Till, backorder_id: int) -> None:
    attach = partial(attachments.attach, backorder_id=backorder_id)
    refusal = till.refusal(attach, name="evil.exe", content=b"MZ")
    assert (refusal.why, refusal.where) == (Why.NOT_KEPT_BESIDE, Field("file"))
    assert till.refusal(attach, name=" ", content=PDF).where == Field("name")
    assert till.refusal(attachments.attach, name="a.pdf", content=PDF).why is Why.NO_SUCH_BACKORDER
    assert till.refusal(attachments.attach, name="a.pdf", content=PDF, backorder_id=77).why is Why.NO_SUCH_BACKORDER
    for number in range(MOST):
        till.run(attach, name=f"{number}.pdf", content=PDF)
    assert till.refusal(attach, name="more.pdf", content=PDF).why is Why.TOO_MANY_ATTACHMENTS
    with till.engine.connect() as connection:
        assert len(reading.of_backorder(connection, backorder_id)) == MOST


def test_a_file_of_a_special_order_follows_its_line_to_the_backorder(till: Till) -> None:
    order_id = special(till, COAT, COAT, customer_id=customer_on_file(till))
    line_id = stored(till.engine, LineRow, LineRow.position == 1).id
    till.run(attachments.attach, name="coat.pdf", content=PDF, special_order_line_id=line_id)
    till.run(special_order_posting.post, special_order_id=order_id, tenders=(), expected_deposit=Decimal("0.00"))
    first, second = (stored(till.engine, Backorder, Backorder.number == number).id for number in (1, 2))
    with till.engine.connect() as connection:
        (file,) = reading.of_backorder(connection, first)
        assert (file.name, file.is_of_special_order) == ("coat.pdf", True)
        assert reading.of_backorder(connection, second) == ()
        (printed,) = reading.on_special_order(connection, order_id)
    assert (printed.line_id, printed.content) == (line_id, PDF)

    attach = partial(attachments.attach, name="more.pdf", content=PDF, special_order_line_id=line_id)
    assert till.refusal(attach).why is Why.SPECIAL_ORDER_POSTED
    assert till.refusal(attachments.remove, attachment_id=file.id).why is Why.SPECIAL_ORDER_POSTED
    assert_sound(till)


def test_the_files_of_a_line_go_with_it(till: Till) -> None:
    special(till, COAT, customer_id=None)
    line_id = stored(till.engine, LineRow).id
    till.run(attachments.attach, name="coat.pdf", content=PDF, special_order_line_id=line_id)
    till.run(special_orders.remove_line, line_id=line_id)
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Attachment)) == 0
    assert stored(till.engine, SpecialOrder).status == "working"
    assert_sound(till)


def test_the_vendor_sees_the_files_of_whom_the_order_serves(till: Till, backorder_id: int) -> None:
    till.run(attachments.attach, name="plan.pdf", content=PDF, backorder_id=backorder_id)
    with till.engine.connect() as connection:
        vendor_id = connection.exec_driver_sql("SELECT id FROM vendors").scalar() or 0
    for_lee, for_nobody = (orders(till, vendor_id, ("kettle", "1")) for _ in range(2))
    sends(till, for_lee, ("kettle", backorder_id, "1"))
    with till.engine.connect() as connection:
        assert [file.name for file in reading.on_purchase_order(connection, for_lee)] == ["plan.pdf"]
        assert reading.on_purchase_order(connection, for_nobody) == ()

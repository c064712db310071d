"""Guide: "Mail a receipt" — what may be mailed, to whom, and by whom it is sent again."""

import pytest

from agreement import disagreements
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.mails import MailState
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.why import Why
from posim_desktop.orm import Customer
from posim_desktop.queries import mails as reading
from posim_desktop.queries.sales import receipt_mails as queries
from posim_desktop.services.mails import outgoing
from posim_desktop.services.sales import receipt_mails
from seeding import Till, add_customer, add_employee, rewrite


def mails_receipt(till: Till, invoice_id: int, recipient: str = "lee@home.example") -> int:
    return till.run(
        receipt_mails.send_receipt,
        invoice_id=invoice_id,
        recipient=recipient,
        subject="Your receipt",
        body="",
        file_name="Invoice 1.pdf",
        content=b"%PDF",
    ).record_id


@pytest.fixture
def invoice_id(till: Till) -> int:
    """An invoice that Lee, who has a mail address, is about to pay."""
    till.stores("kettle", on_hand="5")
    with till.writing() as session:
        lee = add_customer(session)
        rewrite(session, Customer, lee, email="lee@home.example")
    return till.rings_up(("kettle", "1"), customer_id=lee)


def test_a_receipt_is_mailed_once_there_is_one(till: Till, invoice_id: int) -> None:
    with pytest.raises(RefusedError) as refused:
        mails_receipt(till, invoice_id)
    assert refused.value.refusal.why is Why.RECEIPT_MAILED_ONCE_POSTED
    till.posts(invoice_id)
    with pytest.raises(RefusedError) as refused:
        mails_receipt(till, invoice_id, "lee at home")
    assert (refused.value.refusal.why, refused.value.refusal.where) == (Why.NOT_A_MAIL_ADDRESS, Field("recipient"))
    mail_id = mails_receipt(till, invoice_id)
    with till.engine.connect() as connection:
        assert queries.address(connection, invoice_id) == "lee@home.example"
        (listed,) = reading.listed(connection)
        assert (listed.id, listed.number, listed.is_receipt, listed.state) == (mail_id, 1, True, MailState.WAITING)
        assert disagreements(connection) == ()


def test_a_cashier_mails_receipts_and_sends_them_again(till: Till, invoice_id: int) -> None:
    till.posts(invoice_id)
    with till.writing() as session:
        till.employee_id = add_employee(session, "cas", role=Role.CASHIER)
    mail_id = mails_receipt(till, invoice_id)
    till.run(outgoing.again, mail_id=mail_id)
    till.run(outgoing.to_other_address, mail_id=mail_id, recipient="kim@home.example")
    till.run(outgoing.delete, mail_id=mail_id)
    with till.engine.connect() as connection:
        assert reading.listed(connection) == ()

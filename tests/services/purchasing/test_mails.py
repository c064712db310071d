"""Guide: "Mail an order" — who sends it, what a crash leaves behind, and what is never sent twice by itself."""

import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.mails import (
    MOST_ATTEMPTS,
    MailEnd,
    MailSettings,
    MailState,
    Security,
    filled_in,
)
from posim_desktop.domain.why import Why
from posim_desktop.queries import mails as reading
from posim_desktop.services.mails import mail_settings, outgoing
from posim_desktop.services.purchasing import order_mails
from posim_desktop.services.transaction import Transactor
from receiving_seed import Shop, open_shop
from seeding import OPENING_DAY, Till


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that sends orders for mugs."""
    till.stores("mug", on_hand="0")
    return open_shop(till)


def mailed(shop: Shop, order_id: int | None = None, recipient: str = "orders@acme.example") -> int:
    """Have an order mailed; return the mail."""
    return shop.till.run(
        order_mails.send_order,
        purchase_order_id=order_id or shop.orders(("mug", "5")),
        recipient=recipient,
        subject="An order",
        body="Attached.",
        file_name="order.pdf",
        content=b"%PDF",
    ).record_id


def state(shop: Shop, mail_id: int) -> tuple[MailState, int]:
    with shop.till.engine.connect() as connection:
        return next((row.state, row.attempts) for row in reading.listed(connection) if row.id == mail_id)


def ends(shop: Shop, mail_id: int, attempt: int, end: MailEnd) -> tuple[MailState, int]:
    shop.till.run(outgoing.end, mail_id=mail_id, attempt=attempt, end=end, reason="")
    return state(shop, mail_id)


def test_of_two_programs_one_takes_a_mail_and_its_outcome_is_kept(shop: Shop) -> None:
    mail_id = mailed(shop)
    assert shop.till.run(outgoing.take, mail_id=mail_id).record_id == mail_id
    assert shop.till.run(outgoing.take, mail_id=mail_id).record_id == 0
    with shop.till.engine.connect() as connection:
        found = reading.taken(connection, mail_id)
    assert found is not None
    assert (found.attempt, found.recipient, found.content) == (1, "orders@acme.example", b"%PDF")
    assert ends(shop, mail_id, 1, MailEnd.TAKEN) == (MailState.SENT, 1)
    shop.holds()


def test_a_mail_whose_program_ended_is_unknown_and_waits_for_a_person(shop: Shop) -> None:
    mail_id = mailed(shop)
    shop.till.run(outgoing.take, mail_id=mail_id)
    long_after = OPENING_DAY + timedelta(days=300)
    with shop.till.engine.connect() as connection:
        assert reading.due(connection, "till 1", long_after).record_id == mail_id
        assert reading.due(connection, "another till", long_after).record_id is None
    later = Till(shop.till.engine, Transactor(shop.till.engine, lambda: long_after), shop.till.employee_id)
    assert later.run(outgoing.take, mail_id=mail_id).record_id == 0
    assert state(shop, mail_id) == (MailState.UNKNOWN, 1)
    # The answer of the attempt that was given up comes too late.
    assert ends(shop, mail_id, 1, MailEnd.TAKEN) == (MailState.UNKNOWN, 1)
    shop.till.run(outgoing.again, mail_id=mail_id)
    assert shop.till.run(outgoing.take, mail_id=mail_id).record_id == mail_id


@pytest.mark.parametrize(
    ("end", "then"),
    [
        (MailEnd.HALF_WAY, MailState.UNKNOWN),
        (MailEnd.REFUSED, MailState.FAILED),
        (MailEnd.NOT_REACHED, MailState.WAITING),
    ],
)
def test_only_what_reached_nobody_is_tried_again_by_itself(shop: Shop, end: MailEnd, then: MailState) -> None:
    mail_id = mailed(shop)
    shop.till.run(outgoing.take, mail_id=mail_id)
    assert ends(shop, mail_id, 1, end) == (then, 1)


def test_a_mail_that_never_reaches_a_server_fails_in_the_end(shop: Shop) -> None:
    mail_id = mailed(shop)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        shop.till.run(outgoing.take, mail_id=mail_id)
        ends(shop, mail_id, attempt, MailEnd.NOT_REACHED)
    assert state(shop, mail_id) == (MailState.FAILED, MOST_ATTEMPTS)


def test_only_posted_orders_go_to_one_address(shop: Shop) -> None:
    for wrong in ("", "two@a.example, b@a.example", "no address", "a@b.example\r\nBcc: c@d.example"):
        with pytest.raises(RefusedError):
            mailed(shop, recipient=wrong)
    mail_id = mailed(shop)
    shop.till.run(outgoing.delete, mail_id=mail_id)
    with pytest.raises(RefusedError) as refused:
        shop.till.run(outgoing.again, mail_id=mail_id)
    assert refused.value.refusal.why is Why.MAIL_GONE


def test_the_password_is_in_a_file_of_the_owner_alone_and_in_no_text(tmp_path: Path) -> None:
    file = tmp_path / "mail.json"
    settings = MailSettings("smtp.shop.example", 465, Security.TLS, "shop", "s3cret", "shop@books.example")
    mail_settings.save(settings, file)
    assert mail_settings.load(file) == settings
    assert "s3cret" not in repr(settings)
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("{", "utf-8")
    assert mail_settings.load(file) == MailSettings()


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (MailSettings("not a host"), Why.NO_SUCH_MAIL_SERVER),
        (MailSettings("a.example", 0), Why.NO_SUCH_PORT),
        (MailSettings("a.example", sender="nobody"), Why.NOT_A_MAIL_ADDRESS),
        (MailSettings("a.example", 25, Security.TLS, "", "x", "a@b.example"), Why.PASSWORD_OF_NOBODY),
        (
            MailSettings("a.example", 25, Security.NONE, "shop", "x", "a@b.example"),
            Why.PASSWORD_IN_THE_OPEN,
        ),
    ],
)
def test_settings_that_cannot_work_are_refused(tmp_path: Path, settings: MailSettings, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        mail_settings.save(settings, tmp_path / "mail.json")
    assert refused.value.refusal.why is why
    assert not (tmp_path / "mail.json").exists()


def test_a_template_is_filled_in_and_other_braces_stay() -> None:
    assert filled_in("Order {number} {x}", number="7", store="S") == "Order 7 {x}"


def test_a_mail_goes_to_another_address(shop: Shop) -> None:
    mail_id = mailed(shop, recipient="order@acme.example")
    with pytest.raises(RefusedError) as refused:
        shop.till.run(outgoing.to_other_address, mail_id=mail_id, recipient="nobody")
    assert refused.value.refusal.why is Why.NOT_A_MAIL_ADDRESS
    shop.till.run(outgoing.take, mail_id=mail_id)
    with pytest.raises(RefusedError) as refused:
        shop.till.run(outgoing.to_other_address, mail_id=mail_id, recipient="orders@acme.example")
    assert refused.value.refusal.why is Why.MAIL_BEING_SENT
    assert ends(shop, mail_id, 1, MailEnd.REFUSED) == (MailState.FAILED, 1)
    shop.till.run(outgoing.to_other_address, mail_id=mail_id, recipient="orders@acme.example")
    shop.till.run(outgoing.take, mail_id=mail_id)
    with shop.till.engine.connect() as connection:
        found = reading.taken(connection, mail_id)
    assert found is not None
    assert (found.recipient, found.attempt) == ("orders@acme.example", 1)

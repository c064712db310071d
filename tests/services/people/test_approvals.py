"""Approvals: what one person lets another do, once, for one action, on both databases."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from people_at_work import RIGHT, WRONG, PeopleAtWork
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.people.permissions import Role, needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import Approval, AuditEvent, InvoiceLine, LineApproval
from posim_desktop.services.database import for_writing
from posim_desktop.services.people import approvals, pins
from posim_desktop.services.records import approval_rows
from posim_desktop.services.sales import invoices, posting
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.session import Stamp
from posim_desktop.services.transaction import Transactor, action_of
from seeding import OPENING_DAY, stored

D = Decimal
A_FIFTH_OFF = LineEdit(discount_percent=D(20))


@pytest.fixture
def shop(database_url: str) -> Iterator[PeopleAtWork]:
    """Give the shop; whatever happened, its records agree."""
    shop = PeopleAtWork(database_url)
    yield shop
    with shop.sam.engine.connect() as connection:
        assert disagreements(connection) == ()
    shop.sam.engine.dispose()


def test_what_a_role_does_not_allow_is_done_once_somebody_approves(shop: PeopleAtWork) -> None:
    verb, key = shop.changing(A_FIFTH_OFF), uuid4()
    needs = needs_of(shop.refused(shop.kim, verb, key))
    assert needs == (Permit(Permission.DISCOUNT, D(20), D(5)),)
    shop.approves(verb, key, *needs, asks=shop.kim)
    shop.kim.do(verb, key)
    assert stored(shop.sam.engine, InvoiceLine).discount == D("24.00")
    assert stored(shop.sam.engine, Approval).used
    assert shop.allowed() == [("discount", D(20), D(5), shop.sam.employee_id)]


def test_the_audit_names_who_did_it_and_who_approved(shop: PeopleAtWork) -> None:
    shop.lets(shop.kim, shop.changing(A_FIFTH_OFF))
    approval, change = (
        stored(shop.sam.engine, AuditEvent, AuditEvent.action == action) for action in ("approve", "change discount")
    )
    assert approval.employee_id == shop.sam.employee_id
    assert json.loads(approval.after)["employee"] == shop.kim.employee_id
    assert (change.employee_id, json.loads(change.after)["approved_by"]) == (
        shop.kim.employee_id,
        shop.sam.employee_id,
    )


def test_an_approval_is_good_for_one_action(shop: PeopleAtWork) -> None:
    key = uuid4()
    shop.approves(shop.changing(A_FIFTH_OFF), key, Permit(Permission.DISCOUNT, D(50), D(5)), asks=shop.kim)
    shop.kim.do(shop.changing(A_FIFTH_OFF), key)
    other = shop.changing(LineEdit(discount_percent=D(25)))
    assert shop.refused(shop.kim, other, key).why is Why.DONE_WITH_OTHER_CONTENT
    assert shop.refused(shop.kim, other).why is Why.NOT_PERMITTED
    assert shop.refused(shop.kim, other, uuid4()).why is Why.NOT_PERMITTED


def test_an_approval_is_for_what_was_to_be_done(shop: PeopleAtWork) -> None:
    """What was refused is put right under the same key: another line, more of it, another reason, are not approved."""
    key, wanted = uuid4(), LineEdit(discount_percent=D(20), quantity=D(2))
    shop.approves(shop.changing(wanted), key, Permit(Permission.DISCOUNT, D(20), D(5)), asks=shop.kim)
    other_invoice = shop.kim.rings_up(("kettle", "5"))
    assert other_invoice != shop.invoice_id
    elsewhere = partial(invoices.change_line, line_id=shop.newest_line(), edit=wanted)
    more = shop.changing(LineEdit(discount_percent=D(20), quantity=D(3)))
    explained = shop.changing(LineEdit(discount_percent=D(20), quantity=D(2), discount_reason="Old stock"))
    for other in (elsewhere, more, explained):
        assert shop.refused(shop.kim, other, key).why is Why.NOT_PERMITTED
    shop.kim.do(shop.changing(wanted), key)


def test_the_same_action_told_again_uses_nothing_more(shop: PeopleAtWork) -> None:
    key, verb = uuid4(), shop.changing(A_FIFTH_OFF)
    shop.approves(shop.changing(A_FIFTH_OFF), key, Permit(Permission.DISCOUNT, D(20), D(5)), asks=shop.kim)
    shop.approves(shop.changing(A_FIFTH_OFF), key, Permit(Permission.DISCOUNT, D(20), D(5)), asks=shop.kim)
    assert shop.kim.do(verb, key) == shop.kim.do(verb, key)
    with shop.sam.engine.connect() as connection:
        used = list(connection.scalars(sa.select(Approval.used).order_by(Approval.id)))
    assert used == [True, False]


def test_an_approval_that_waits_is_for_no_other_action(shop: PeopleAtWork) -> None:
    shop.approves(shop.changing(A_FIFTH_OFF), uuid4(), Permit(Permission.DISCOUNT, D(20), D(5)), asks=shop.kim)
    assert shop.refused(shop.kim, shop.changing(A_FIFTH_OFF), uuid4()).why is Why.NOT_PERMITTED


def test_an_approval_is_for_one_person(shop: PeopleAtWork) -> None:
    key = uuid4()
    shop.approves(shop.changing(A_FIFTH_OFF), key, Permit(Permission.DISCOUNT, D(20), D(5)), asks=shop.kim)
    assert shop.refused(shop.pat, shop.changing(A_FIFTH_OFF), key).why is Why.NOT_PERMITTED


@pytest.mark.parametrize(
    "allowed",
    [
        Permit(Permission.DISCOUNT, D("19.99"), D(5)),
        Permit(Permission.DISCOUNT, D(20), D(4)),
        Permit(Permission.CHANGE_PRICE, D(0), D(5)),
    ],
)
def test_an_approval_goes_no_further_than_it_says(shop: PeopleAtWork, allowed: Permit) -> None:
    key = uuid4()
    shop.approves(shop.changing(A_FIFTH_OFF), key, allowed, asks=shop.kim)
    assert shop.refused(shop.kim, shop.changing(A_FIFTH_OFF), key).why is Why.NOT_PERMITTED


@pytest.mark.parametrize(("seconds", "good"), [(119, True), (121, False)])
def test_an_approval_waits_two_minutes(shop: PeopleAtWork, seconds: int, *, good: bool) -> None:
    key, verb = uuid4(), shop.changing(A_FIFTH_OFF)
    clock = Transactor(shop.sam.engine, lambda: OPENING_DAY)
    kim = replace(shop.kim, transactor=clock)
    with shop.sam.writing() as session:
        stamp = Stamp(OPENING_DAY - timedelta(seconds=seconds), kim.employee_id, "till 1")
        need = Permit(Permission.DISCOUNT, D(20), D(5))
        approval_rows.give(session, stamp, shop.sam.employee_id, action_of(verb, key), [need])
    if good:
        kim.do(verb, key)
    else:
        assert shop.refused(kim, verb, key).why is Why.NOT_PERMITTED


def test_a_till_whose_clock_is_wrong_changes_nothing_where_there_is_a_server(postgres_url: str) -> None:
    shop = PeopleAtWork(postgres_url)
    key = uuid4()
    late = Transactor(shop.sam.engine, own_clock=lambda: datetime.now(UTC) + timedelta(hours=9))
    early = Transactor(shop.sam.engine, own_clock=lambda: datetime.now(UTC) - timedelta(hours=9))
    needs = Permit(Permission.DISCOUNT, D(20), D(5))
    shop.approves(shop.changing(A_FIFTH_OFF), key, needs, asks=replace(shop.kim, transactor=late))
    replace(shop.kim, transactor=early).do(shop.changing(A_FIFTH_OFF), key)
    assert stored(shop.sam.engine, Approval).used
    shop.sam.engine.dispose()


def test_who_may_not_do_it_cannot_approve_it(shop: PeopleAtWork) -> None:
    need = Permit(Permission.DISCOUNT, D(20), D(5))
    with pytest.raises(RefusedError) as refused:
        shop.approves(shop.changing(A_FIFTH_OFF), uuid4(), need, asks=shop.kim, by=shop.pat)
    assert refused.value.refusal.why is Why.APPROVER_MAY_NOT
    assert refused.value.refusal.where == Field("approver")


def test_a_role_approves_as_far_as_it_goes(shop: PeopleAtWork) -> None:
    pat_may = Permit(Permission.DISCOUNT, D(10), D(5))
    assert (
        shop.approves(shop.changing(A_FIFTH_OFF), uuid4(), pat_may, asks=shop.kim, by=shop.pat).record_id
        == shop.pat.employee_id
    )
    with pytest.raises(RefusedError):
        shop.approves(shop.changing(A_FIFTH_OFF), uuid4(), replace_extent(pat_may, "10.01"), asks=shop.kim, by=shop.pat)


def replace_extent(need: Permit, extent: str) -> Permit:
    return need._replace(extent=D(extent))


def test_who_left_cannot_approve(shop: PeopleAtWork) -> None:
    max_ = shop.hires("max", Role.MANAGER)
    shop.fires(max_)
    with pytest.raises(RefusedError) as refused:
        shop.approves(
            shop.changing(A_FIFTH_OFF), uuid4(), Permit(Permission.DISCOUNT, D(20), D(5)), asks=shop.kim, by=max_
        )
    assert refused.value.refusal.why is Why.NO_LONGER_WORKS_HERE


@pytest.mark.parametrize("change", [{"archived": True}, {"role": Role.CASHIER}])
def test_who_may_no_longer_when_it_is_used_approved_nothing(shop: PeopleAtWork, change: dict[str, object]) -> None:
    max_, key = shop.hires("max", Role.MANAGER), uuid4()
    shop.approves(shop.changing(A_FIFTH_OFF), key, Permit(Permission.DISCOUNT, D(20), D(5)), asks=shop.kim, by=max_)
    shop.fires(max_, **change)  # type: ignore[arg-type]
    assert shop.refused(shop.kim, shop.changing(A_FIFTH_OFF), key).why is Why.NOT_PERMITTED


def test_a_wrong_pin_approves_nothing_and_five_lock_out(shop: PeopleAtWork) -> None:
    key, need = uuid4(), Permit(Permission.DISCOUNT, D(20), D(5))
    for _ in range(5):
        assert shop.approves(shop.changing(A_FIFTH_OFF), key, need, asks=shop.kim, tried=WRONG).record_id == pins.WRONG
    with pytest.raises(RefusedError) as refused:
        shop.approves(shop.changing(A_FIFTH_OFF), key, need, asks=shop.kim)
    assert refused.value.refusal.why is Why.PIN_LOCKED
    assert shop.refused(shop.kim, shop.changing(A_FIFTH_OFF), key).why is Why.NOT_PERMITTED


def test_nobody_approves_where_nobody_is_logged_in(shop: PeopleAtWork) -> None:
    nobody = partial(shop.sam.transactor.run, employee_id=None, workstation="till 1")
    verb = partial(
        approvals.approve,
        approver_id=shop.sam.employee_id,
        tried=RIGHT,
        action=action_of(shop.changing(A_FIFTH_OFF), uuid4()),
        needs=(Permit(Permission.DISCOUNT, D(20), D(5)),),
    )
    with pytest.raises(RefusedError) as refused:
        nobody(verb, key=uuid4())
    assert refused.value.refusal.why is Why.LOG_IN_FIRST


# ---- what is remembered on a line ----


def test_what_was_approved_on_a_line_is_not_asked_again_for_less(shop: PeopleAtWork) -> None:
    shop.lets(shop.kim, shop.changing(A_FIFTH_OFF))
    for less in (LineEdit(quantity=D(2)), LineEdit(discount_percent=D(15)), LineEdit(quantity=D(5))):
        shop.kim.do(shop.changing(less))


def test_more_than_was_approved_on_a_line_is_asked_again(shop: PeopleAtWork) -> None:
    shop.lets(shop.kim, shop.changing(A_FIFTH_OFF))
    more = shop.refused(shop.kim, shop.changing(LineEdit(quantity=D(15), sell_anyway=True)))
    assert Permit(Permission.DISCOUNT, D(20), D(15)) in needs_of(more)
    further = shop.refused(shop.kim, shop.changing(LineEdit(discount_percent=D("20.01"))))
    assert needs_of(further) == (Permit(Permission.DISCOUNT, D("20.01"), D(5)),)


def test_a_lower_price_than_was_approved_is_asked_again(shop: PeopleAtWork) -> None:
    shop.lets(shop.kim, shop.changing(LineEdit(unit_price=D("21.60"))))
    assert shop.allowed() == [("change price", D(90), D(5), shop.sam.employee_id)]
    shop.kim.do(shop.changing(LineEdit(unit_price=D("22.00"))))
    lower = shop.refused(shop.kim, shop.changing(LineEdit(unit_price=D("21.00"))))
    assert needs_of(lower) == (Permit(Permission.CHANGE_PRICE, D("87.50"), D(5)),)


def test_what_was_approved_on_a_line_holds_when_somebody_else_posts(shop: PeopleAtWork) -> None:
    shop.lets(shop.kim, shop.changing(A_FIFTH_OFF))
    shop.pat.posts(shop.invoice_id)
    assert len(shop.allowed()) == 1


def test_other_words_on_a_line_are_nobodys_to_approve(shop: PeopleAtWork) -> None:
    """What the Owner gave off stands; a cashier describes the goods, and takes fewer of them."""
    shop.sam.do(shop.changing(A_FIFTH_OFF))
    shop.kim.do(shop.changing(LineEdit(description="Kettle, the red one")))
    shop.kim.do(shop.changing(LineEdit(quantity=D(4))))
    assert shop.refused(shop.kim, shop.changing(LineEdit(quantity=D(6)))).why is Why.NOT_PERMITTED
    with for_writing(shop.sam.engine).begin() as connection:
        connection.execute(sa.delete(LineApproval.__table__))  # as of a line from before there were any
    shop.kim.do(shop.changing(LineEdit(description="Kettle, dented")))
    assert shop.refused(shop.kim, shop.changing(LineEdit(quantity=D(3)))).why is Why.NOT_PERMITTED


def test_a_change_reads_the_lines_once_as_they_are_and_once_to_add_them_up(shop: PeopleAtWork) -> None:
    seen: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(" ".join(statement.split()))

    sa.event.listen(shop.sam.engine, "before_cursor_execute", hear)
    shop.sam.do(shop.changing(LineEdit(quantity=D(3), discount_percent=D(20))))
    sa.event.remove(shop.sam.engine, "before_cursor_execute", hear)
    reads = [statement for statement in seen if "FROM invoice_lines WHERE invoice_lines.invoice_id" in statement]
    assert len(reads) == 2, reads


def test_two_lines_that_lack_the_same_are_approved_one_after_the_other(shop: PeopleAtWork) -> None:
    """Each is asked under the same key; what was given to the second is not used up by the first."""
    kettle = shop.sam.items["kettle"]
    with for_writing(shop.sam.engine).begin() as connection:
        connection.execute(sa.text("UPDATE items SET on_hand = 0"))
        connection.execute(sa.text("DELETE FROM invoice_lines"))
    lines = tuple(NewLine(kettle, D(quantity), sell_anyway=True) for quantity in (1, 2))
    verb = partial(invoices.add_items, invoice_id=shop.invoice_id, lines=lines)
    key, asked = uuid4(), []
    for _ in lines:
        needs = needs_of(shop.refused(shop.kim, verb, key))
        asked.append(needs)
        shop.approves(verb, key, *needs, asks=shop.kim)
    shop.kim.do(verb, key)
    assert [need.quantity for needs in asked for need in needs] == [D(1), D(3)]
    with for_writing(shop.sam.engine).begin() as connection:
        connection.execute(sa.text("UPDATE items SET on_hand = 9000"))


def test_money_goes_out_only_with_an_approval(shop: PeopleAtWork) -> None:
    kettle = shop.sam.items["kettle"]
    back = NewLine(kettle, D(1), TransCode.RETURN, return_reason="Did not fit")
    returned = shop.lets(shop.kim, partial(invoices.add_items, invoice_id=None, lines=(back,))).record_id
    asked = shop.refused(shop.kim, shop.kim.posting_of(returned))
    both = Permission.PAY_OUT, Permission.REFUND_OTHERWISE
    assert needs_of(asked) == tuple(Permit(each, D("24.00")) for each in both)
    shop.lets(shop.kim, partial(posting.allow_pay_out, invoice_id=returned))
    shop.pat.posts(returned)

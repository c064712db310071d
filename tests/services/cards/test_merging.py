"""Guide: "Customers": two cards of one customer become one."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa

from ordering_seed import assert_sound, owes
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Backorder, Customer, Invoice
from posim_desktop.orm.base import table_of
from posim_desktop.queries import deck as decks
from posim_desktop.queries.backorders.backorders import DECK as BACKORDERS
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.deck import DeckQuery, Found
from posim_desktop.queries.sales import till as lookups
from posim_desktop.queries.sales.decks import PROCESSED, WORKING
from posim_desktop.services.cards import customers, merging
from posim_desktop.services.sales import commitments, fills, invoices
from posim_desktop.services.sales.fills import Fill
from seeding import Till, add_customer, add_employee, open_till, stored

LEE = CustomerFields("LEE", "Lee Harper", phone="555-0142")
TWIN = CustomerFields("TWIN", "Leigh Harper", "Harbour Café", email="leigh@harbour.example", notes="Rings twice")


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    till = open_till(database_url)
    till.stores("kettle", on_hand="9")
    yield till
    till.engine.dispose()


def _on_file(till: Till, fields: CustomerFields) -> int:
    return till.run(customers.add, fields=fields).record_id


def _version(till: Till, customer_id: int) -> int:
    version: int = stored(till.engine, Customer, Customer.id == customer_id).version
    return version


def _merges(till: Till, goes: int, stays: int) -> None:
    versions = {"version": _version(till, goes), "into_version": _version(till, stays)}
    assert till.run(merging.merge, customer_id=goes, into_id=stays, **versions).record_id == stays
    assert_sound(till)


def _refusal(till: Till, goes: int, stays: int) -> Refusal:
    versions = {"version": _version(till, goes), "into_version": _version(till, stays)}
    return till.refusal(merging.merge, customer_id=goes, into_id=stays, **versions)


def _details(till: Till, customer_id: int) -> customer_queries.CustomerDetails:
    with till.engine.connect() as connection:
        details = customer_queries.details(connection, customer_id)
    assert details is not None
    return details


def _found(till: Till, deck: DeckQuery[decks.Row], found: Found) -> list[int]:
    with till.engine.connect() as connection:
        return [row.id for row in decks.page(connection, deck, found, deck.first_order).rows]


def test_what_is_open_goes_to_the_card_that_stays_and_what_is_posted_is_found_by_it(till: Till) -> None:
    lee, twin = _on_file(till, LEE), _on_file(till, TWIN)
    till.posts(sold := till.rings_up(("kettle", "1"), customer_id=twin))
    backorder = owes(till, "kettle", "2", twin)
    parked = till.rings_up(("kettle", "1"), customer_id=twin)
    set_aside = till.rings_up(("kettle", "1"), customer_id=twin)
    till.run(commitments.commit, invoice_id=set_aside)
    discarded = till.rings_up(("kettle", "1"), customer_id=twin)
    till.run(invoices.discard, invoice_id=discarded)
    others = till.rings_up(("kettle", "1"))

    _merges(till, twin, lee)

    card = stored(till.engine, Customer, Customer.id == twin)
    assert (card.merged_into, card.archived) == (lee, True)
    with till.engine.connect() as connection:
        whose = dict(connection.execute(sa.select(Invoice.id, Invoice.customer_id)).all())
    assert [whose[each] for each in (sold, parked, set_aside, discarded, others)] == [twin, lee, lee, twin, None]
    assert stored(till.engine, Backorder, Backorder.id == backorder).customer_id == lee
    assert set(_found(till, PROCESSED, Found(customer_id=lee))) == {sold, sold + 1}
    assert set(_found(till, PROCESSED, Found(text="lee harper"))) == {sold, sold + 1}
    assert set(_found(till, PROCESSED, Found(text="leigh"))) == {sold, sold + 1}
    assert set(_found(till, WORKING, Found(customer_id=lee))) == {parked, set_aside}
    assert _found(till, BACKORDERS, Found(customer_id=lee)) == [backorder]


def test_a_merged_customer_is_found_by_the_card_that_stays(till: Till) -> None:
    lee, twin = _on_file(till, LEE), _on_file(till, TWIN)
    till.posts(till.rings_up(("kettle", "1"), customer_id=twin))
    owes(till, "kettle", "2", twin)

    _merges(till, twin, lee)

    stays, goes = _details(till, lee), _details(till, twin)
    assert (stays.business.backorders, stays.business.bought, stays.used_instead) == (1, Decimal(24), None)
    assert goes.used_instead is not None
    assert goes.used_instead.code == "LEE"
    with till.engine.connect() as connection:
        assert [match.id for match in lookups.find_customers(connection, "leigh")] == [lee]
    assert _found(till, customer_queries.DECK, Found(text="twin")) == [lee]


def test_what_is_empty_on_the_card_that_stays_is_filled_in(till: Till) -> None:
    lee, twin = _on_file(till, LEE), _on_file(till, TWIN)

    _merges(till, twin, lee)

    assert _details(till, lee).fields == CustomerFields(
        "LEE", "Lee Harper", "Harbour Café", "555-0142", "", "leigh@harbour.example", "", "Rings twice"
    )
    event = stored(till.engine, AuditEvent, table_of(AuditEvent).c.action == "merge customers")
    assert event.record_id == lee
    assert f'"merged": {twin}' in event.after
    assert "Rings twice" not in event.after


@pytest.mark.parametrize(
    ("own", "left"),
    [(("", ""), ("X-2", "School")), (("X-1", ""), ("X-1", "")), (("X-1", "Church"), ("X-1", "Church"))],
)
def test_an_exemption_goes_over_whole_and_an_own_one_stays(
    till: Till, own: tuple[str, str], left: tuple[str, str]
) -> None:
    stays = _on_file(till, replace(LEE, exempt_number=own[0], exempt_reason=own[1]))
    goes = _on_file(till, replace(TWIN, exempt_number="X-2", exempt_reason="School"))
    _merges(till, goes, stays)
    fields = _details(till, stays).fields
    assert (fields.exempt_number, fields.exempt_reason) == left


def test_cards_that_were_merged_before_follow(till: Till) -> None:
    first, second, third = (_on_file(till, CustomerFields(code, "Lee")) for code in ("A", "B", "C"))
    till.posts(sold := till.rings_up(("kettle", "1"), customer_id=first))
    backorder = owes(till, "kettle", "1", first)

    _merges(till, first, second)
    _merges(till, second, third)

    assert stored(till.engine, Customer, Customer.id == first).merged_into == third
    assert stored(till.engine, Backorder, Backorder.id == backorder).customer_id == third
    assert sold in _found(till, PROCESSED, Found(customer_id=third))
    till.posts(till.rings_up(("kettle", "1", TransCode.BACKORDER), customer_id=third))
    assert_sound(till)


def test_goods_that_were_set_aside_are_picked_up_by_the_card_that_stays(till: Till) -> None:
    lee, twin = _on_file(till, LEE), _on_file(till, TWIN)
    backorder = owes(till, "kettle", "2", twin)
    source = _found(till, PROCESSED, Found(customer_id=twin))[0]
    fill = (Fill(backorder, Decimal(2)),)
    filled = till.run(fills.fill_backorders, invoice_id=source, fills=fill).record_id
    _merges(till, twin, lee)

    till.run(commitments.uncommit, invoice_id=filled)
    till.posts(filled)

    assert stored(till.engine, Invoice, Invoice.id == filled).customer_id == lee
    assert_sound(till)


def test_a_card_cannot_be_merged_where_it_would_be_lost(till: Till) -> None:
    lee, twin, third = _on_file(till, LEE), _on_file(till, TWIN), _on_file(till, CustomerFields("C", "Kim"))
    itself = _refusal(till, lee, lee)
    assert (itself.why, itself.where) == (Why.CUSTOMER_IS_ITSELF, Field("into"))
    _merges(till, twin, lee)
    again, into = _refusal(till, twin, third), _refusal(till, third, twin)
    assert (again.why, again.where) == (Why.CUSTOMER_MERGED, Field("customer"))
    assert (into.why, into.where) == (Why.CUSTOMER_MERGED, Field("into"))
    till.run(customers.archive, customer_id=third, version=1)
    archived = _refusal(till, lee, third)
    assert (archived.why, archived.where) == (Why.CARD_ARCHIVED_IN_USE, Field("into"))
    _merges(till, third, lee)


def test_a_card_that_somebody_changed_is_looked_at_again(till: Till) -> None:
    lee, twin = _on_file(till, LEE), _on_file(till, TWIN)
    till.run(customers.change, customer_id=lee, fields=LEE, version=1)
    till.run(customers.change, customer_id=twin, fields=CustomerFields("TWIN", "Other"), version=1)
    stale = till.refusal(merging.merge, customer_id=twin, version=1, into_id=lee, into_version=1)
    assert stale.why is Why.CARD_CHANGED_BY
    stale = till.refusal(merging.merge, customer_id=lee, version=1, into_id=twin, into_version=1)
    assert stale.why is Why.CARD_CHANGED_BY
    gone = till.refusal(merging.merge, customer_id=twin, version=2, into_id=99, into_version=1)
    assert gone.why is Why.CARD_DELETED


def test_a_merged_card_stays_as_it_is(till: Till) -> None:
    lee, twin = _on_file(till, LEE), _on_file(till, TWIN)
    _merges(till, twin, lee)
    refused = (
        till.refusal(customers.change, customer_id=twin, version=2, fields=TWIN),
        till.refusal(customers.archive, customer_id=twin, version=2),
        till.refusal(customers.bring_back, customer_id=twin, version=2),
        till.refusal(customers.delete, customer_id=twin, version=2),
    )
    assert [each.why for each in refused] == [Why.CUSTOMER_MERGED] * 4
    assert till.refusal(invoices.start, customer_id=twin).why is Why.CARD_ARCHIVED_IN_USE
    till.run(customers.delete, customer_id=lee, version=2)  # the other card needs it
    assert stored(till.engine, Customer, Customer.id == lee).archived


def test_a_cashier_merges_no_cards(till: Till) -> None:
    lee, twin = _on_file(till, LEE), _on_file(till, TWIN)
    with till.writing() as session:
        till.employee_id = add_employee(session, "ann", role=Role.CASHIER)
    assert _refusal(till, twin, lee).why is Why.NOT_PERMITTED


def test_backorders_follow_their_customer_only(till: Till) -> None:
    with till.writing() as session:
        lee, kim = add_customer(session, "lee"), add_customer(session, "kim")
    owes(till, "kettle", "1", lee)
    with pytest.raises(sa.exc.DBAPIError, match="backorders keep their customer"), till.writing() as session:
        session.connection().execute(sa.update(Backorder).values(customer_id=kim))

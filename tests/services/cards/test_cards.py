"""What all cards have in common: codes, versions, archiving, deleting, the audit; on both databases."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy as sa

from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    EmployeeFields,
    ItemFields,
    TaxCodeFields,
    VendorFields,
)
from posim_desktop.domain.errors import Field
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Customer
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.cards import departments as department_queries
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.cards import tax_codes as tax_code_queries
from posim_desktop.queries.cards import vendors as vendor_queries
from posim_desktop.queries.people import employees as employee_queries
from posim_desktop.services.cards import customers, departments, employees, items, tax_codes, vendors
from refusals import english
from seeding import Till, add_employee


@dataclass(frozen=True)
class CardKind:
    verbs: ModuleType
    key: str
    fields: Any
    named: str
    details: Callable[..., Any]
    everybody: bool = False


KINDS = {
    kind.key.removesuffix("_id"): kind
    for kind in (
        CardKind(items, "item_id", ItemFields("KETTLE", "Kettle"), "description", item_queries.details),
        CardKind(
            customers, "customer_id", CustomerFields("LEE", "Lee"), "name", customer_queries.details, everybody=True
        ),
        CardKind(vendors, "vendor_id", VendorFields("ACME", "Acme"), "name", vendor_queries.details),
        CardKind(employees, "employee_id", EmployeeFields("ANN", "Ann"), "name", employee_queries.details),
        CardKind(departments, "department_id", DepartmentFields("KIT", "Kitchen"), "name", department_queries.details),
        CardKind(
            tax_codes,
            "tax_code_id",
            TaxCodeFields("STD", "Standard", (Tax("STD", Decimal(8)),)),
            "name",
            tax_code_queries.details,
        ),
    )
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> CardKind:
    return KINDS[request.param]


def _add(till: Till, kind: CardKind) -> int:
    return till.run(kind.verbs.add, fields=kind.fields).record_id


def _details(till: Till, kind: CardKind, record_id: int) -> Any:  # noqa: ANN401 - six kinds of details
    with till.engine.connect() as connection:
        return kind.details(connection, record_id)


def test_an_added_card_is_read_back_as_it_was_written(till: Till, kind: CardKind) -> None:
    added = _details(till, kind, _add(till, kind))

    assert added.fields == kind.fields
    assert (added.version, added.archived) == (1, False)


def test_a_change_counts_the_version_and_is_accounted_for(till: Till, kind: CardKind) -> None:
    record_id = _add(till, kind)
    renamed = replace(kind.fields, **{kind.named: "Other"})

    till.run(kind.verbs.change, **{kind.key: record_id, "fields": renamed, "version": 1})

    assert _details(till, kind, record_id).fields == renamed
    assert _details(till, kind, record_id).version == 2
    with till.engine.connect() as connection:
        event = connection.execute(
            sa.select(AuditEvent.action, AuditEvent.before, AuditEvent.after).order_by(AuditEvent.id.desc()).limit(1)
        ).one()
    assert event.action.startswith("change ")
    if kind.verbs in {customers, employees}:  # people: the audit says that a name was changed, and no name
        assert (event.before, event.after) == ("{}", f'{{"changed": ["{kind.named}"]}}')
    else:
        assert event.before == f'{{"{kind.named}": "{getattr(kind.fields, kind.named)}"}}'
        assert event.after == f'{{"{kind.named}": "Other"}}'


def test_the_audit_of_people_names_nobody(till: Till) -> None:
    said = ("Lee Okafor", "555-0100", "Okafor Ltd", "lee@example.org", "Likes blue")
    fields = CustomerFields("C9", said[0], phone=said[1], company=said[2], email=said[3], notes=said[4])
    customer_id = till.run(customers.add, fields=fields).record_id
    blank = CustomerFields("C9", "X")
    till.run(customers.change, customer_id=customer_id, fields=blank, version=1)
    till.run(customers.change, customer_id=customer_id, fields=fields, version=2)
    till.run(customers.archive, customer_id=customer_id, version=3)
    till.run(customers.bring_back, customer_id=customer_id, version=4)
    till.run(customers.delete, customer_id=customer_id, version=5)
    with till.engine.connect() as connection:
        about_cards = sa.select(AuditEvent.action, AuditEvent.before, AuditEvent.after).where(
            AuditEvent.action.like("% customer")
        )
        events = list(connection.execute(about_cards))
    assert [event.action for event in events] == [
        "add customer",
        "change customer",
        "change customer",
        "archive customer",
        "bring back customer",
        "delete customer",
    ]
    written = " ".join(f"{event.before} {event.after}" for event in events)
    assert not any(name in written for name in said)
    assert "C9" not in written  # an ID that somebody typed may be a name
    assert '"changed": ["company", "email", "name", "notes", "phone"]' in events[1].after


def test_another_role_is_told_with_the_role_before(till: Till) -> None:
    employee_id = till.run(employees.add, fields=EmployeeFields("ANN", "Ann")).record_id
    till.run(employees.change, employee_id=employee_id, fields=EmployeeFields("ANN", "Ann", Role.CLERK), version=1)
    with till.engine.connect() as connection:
        about_ann = sa.select(AuditEvent.before, AuditEvent.after).where(AuditEvent.action.like("% employee"))
        added, changed = connection.execute(about_ann.order_by(AuditEvent.id))
    assert (added.before, added.after) == ("{}", '{"role": "cashier"}')
    assert (changed.before, changed.after) == ('{"role": "cashier"}', '{"role": "clerk"}')


def test_a_change_of_nothing_writes_nothing(till: Till, kind: CardKind) -> None:
    record_id = _add(till, kind)

    result = till.run(kind.verbs.change, **{kind.key: record_id, "fields": kind.fields, "version": 1})

    assert result.changes == frozenset()
    assert _details(till, kind, record_id).version == 1


def test_a_change_of_an_older_version_is_refused_and_names_who_changed_it(till: Till, kind: CardKind) -> None:
    record_id = _add(till, kind)
    content = {kind.key: record_id, "version": 1}
    till.run(kind.verbs.change, fields=replace(kind.fields, **{kind.named: "First"}), **content)

    refusal = till.refusal(kind.verbs.change, fields=replace(kind.fields, **{kind.named: "Second"}), **content)

    assert "by Sam at till 1" in english(refusal)
    assert getattr(_details(till, kind, record_id).fields, kind.named) == "First"
    assert till.refusal(kind.verbs.archive, **content) == refusal
    assert till.refusal(kind.verbs.delete, **content) == refusal


def test_a_code_in_use_is_refused_at_its_field_also_in_small_letters(till: Till, kind: CardKind) -> None:
    _add(till, kind)

    refusal = till.refusal(kind.verbs.add, fields=replace(kind.fields, code=kind.fields.code.lower()))

    assert refusal.where == Field("code")
    assert kind.fields.code in english(refusal)


def test_changing_to_a_code_in_use_is_refused(till: Till, kind: CardKind) -> None:
    _add(till, kind)
    other = till.run(kind.verbs.add, fields=replace(kind.fields, code="OTHER")).record_id

    refusal = till.refusal(kind.verbs.change, **{kind.key: other, "fields": kind.fields, "version": 1})

    assert refusal.where == Field("code")


def test_an_archived_card_comes_back(till: Till, kind: CardKind) -> None:
    record_id = _add(till, kind)

    till.run(kind.verbs.archive, **{kind.key: record_id, "version": 1})
    assert _details(till, kind, record_id).archived
    assert "archived" in english(till.refusal(kind.verbs.archive, **{kind.key: record_id, "version": 2}))

    till.run(kind.verbs.bring_back, **{kind.key: record_id, "version": 2})
    assert not _details(till, kind, record_id).archived


def test_a_card_that_nothing_names_is_deleted(till: Till, kind: CardKind) -> None:
    record_id = _add(till, kind)

    till.run(kind.verbs.delete, **{kind.key: record_id, "version": 1})

    assert _details(till, kind, record_id) is None
    refusal = till.refusal(kind.verbs.archive, **{kind.key: record_id, "version": 1})
    assert "was deleted by Sam" in english(refusal)


def test_a_cashier_writes_customers_only(till: Till, kind: CardKind) -> None:
    with till.writing() as session:
        till.employee_id = add_employee(session, "cas", role=Role.CASHIER)

    if kind.everybody:
        record_id = _add(till, kind)
        till.run(kind.verbs.change, **{kind.key: record_id, "fields": replace(kind.fields, name="X"), "version": 1})
        till.run(kind.verbs.archive, **{kind.key: record_id, "version": 2})
    else:
        content = {kind.key: 1, "version": 1}
        refusals = [
            till.refusal(kind.verbs.add, fields=kind.fields),
            till.refusal(kind.verbs.change, fields=kind.fields, **content),
            *(till.refusal(verb, **content) for verb in (kind.verbs.archive, kind.verbs.bring_back, kind.verbs.delete)),
        ]
        assert {refusal.why for refusal in refusals} == {Why.NOT_PERMITTED}


@pytest.mark.parametrize(("noun", "first"), [("item", "I00001"), ("customer", "C00001"), ("vendor", "V00001")])
def test_a_blank_code_becomes_an_automatic_id(till: Till, noun: str, first: str) -> None:
    kind = KINDS[noun]
    blank = replace(kind.fields, code="")

    ids = [till.run(kind.verbs.add, fields=blank).record_id for _ in range(2)]

    assert [_details(till, kind, record_id).fields.code for record_id in ids] == [first, first[:-1] + "2"]


def test_an_automatic_id_passes_over_one_that_somebody_typed(till: Till) -> None:
    till.run(customers.add, fields=CustomerFields("C00001", "Lee"))

    new = till.run(
        customers.add_many, customers=(CustomerFields(name="Kim"), CustomerFields("C00002", "Ola"))
    ).record_id

    assert _details(till, KINDS["customer"], new).fields.code == "C00003"


def test_a_blank_code_leaves_the_code_of_a_card(till: Till) -> None:
    lee = _add(till, KINDS["customer"])

    till.run(customers.change, customer_id=lee, fields=CustomerFields("", "Leo"), version=1)

    assert _details(till, KINDS["customer"], lee).fields == CustomerFields("LEE", "Leo")


def test_many_cards_are_added_in_one_go_or_not_at_all(till: Till) -> None:
    several = tuple(CustomerFields(f"C{n}", f"Customer {n}") for n in range(1200))
    refusal = till.refusal(customers.add_many, customers=(*several, CustomerFields("c7", "Again")))
    assert refusal.where == Field("code")
    assert "C7 " in english(refusal)

    till.run(customers.add_many, customers=several)

    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Customer)) == 1200
        events = sa.select(sa.func.count()).where(AuditEvent.action == "add customer")
        assert connection.scalar(events) == 1200

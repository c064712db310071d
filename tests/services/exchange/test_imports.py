"""Guide: "Import items and customers" — rows laid beside the cards on file, written whole or not at all."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.cards.cards import CustomerFields, DepartmentFields, ItemFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.csv_tables import read_table
from posim_desktop.domain.exchange.import_cards import draw_customers, draw_items
from posim_desktop.domain.exchange.import_columns import ImportKind, find_columns
from posim_desktop.domain.why import Why
from posim_desktop.orm import Barcode, Customer, Department, Item
from posim_desktop.services.cards import customers, departments, items
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.exchange import imports
from posim_desktop.services.exchange.imports import AlikeRows, Existing, Plan
from refusals import english
from seeding import Till

D = Decimal


def plan(till: Till, written: str, existing: Existing = Existing.SKIP) -> Plan[NewItem, ItemFields]:
    table = read_table(written.encode())
    drawn = draw_items(table, find_columns(ImportKind.ITEMS, table.header, {}))
    assert drawn.refusals == ()
    with till.engine.connect() as connection:
        return imports.plan_items(connection, drawn.cards, existing)


def write(till: Till, planned: Plan[NewItem, ItemFields]) -> Done:
    return till.do(partial(imports.write_items, new=planned.new, rewrites=planned.rewrites))


def stored(till: Till, *columns: sa.ColumnElement[Any]) -> list[tuple[object, ...]]:
    with till.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(*columns).order_by(Item.code))]


def test_new_items_are_written_with_stock_barcodes_and_department(till: Till) -> None:
    till.run(departments.add, fields=DepartmentFields("KITCHEN", "Kitchen"))

    write(till, plan(till, "code,description,price,on hand,barcode,department\nA1,Pot,5.00,3,123,kitchen\n"))

    assert stored(till, Item.code, Item.price, Item.on_hand) == [("A1", D("5.00"), D("3.000"))]
    with till.engine.connect() as connection:
        department = sa.select(Department.code).join(Item, Item.department_id == Department.id)
        assert connection.scalar(department) == "KITCHEN"
        assert connection.scalar(sa.select(Barcode.barcode)) == "123"
        assert disagreements(connection) == ()


def test_a_department_that_is_not_on_file_is_refused(till: Till) -> None:
    planned = plan(till, "code,description,department\nA1,Pot,GARDEN\nA2,Pan,\n")

    assert [(refusal.line, refusal.field, refusal.value) for refusal in planned.refusals] == [
        (2, "department", "GARDEN")
    ]
    assert [new.fields.code for new in planned.new] == ["A2"]


def test_cards_on_file_are_left_alone_unless_asked(till: Till) -> None:
    till.stores("A1", price="24.00")
    written = "code,description,price\nA1,Other,30.00\nA2,Pan,6.00\n"

    assert (plan(till, written).skipped, len(plan(till, written).new)) == (1, 1)
    assert [refusal.field for refusal in plan(till, written, Existing.REFUSE).refusals] == ["code"]


def test_an_update_changes_only_what_the_file_has(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", price=D("5.00"), notes="Heavy"), opening=D(4))

    planned = plan(till, "code,description,price,on hand\nA1,Pot,6.50,99\n", Existing.UPDATE)
    write(till, planned)

    assert stored(till, Item.price, Item.notes, Item.on_hand) == [(D("6.50"), "Heavy", D("4.000"))]
    again = plan(till, "code,description,price\nA1,Pot,6.50\n", Existing.UPDATE)
    assert (again.unchanged, again.rewrites) == (1, ())


def test_an_archived_card_is_not_changed(till: Till) -> None:
    done = till.run(items.add, fields=ItemFields(code="A1", description="Pot"))
    till.run(items.archive, item_id=done.record_id, version=1)

    assert len(plan(till, "code,description\nA1,Other\n", Existing.UPDATE).refusals) == 1


def test_a_barcode_of_another_item_is_refused(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", barcodes=("123",)))

    planned = plan(till, "code,description,barcode\nA2,Pan,123\n123,Lid,\nA3,Jar,A1\n")

    assert [(refusal.line, refusal.field) for refusal in planned.refusals] == [
        (2, "barcodes"),
        (3, "code"),
        (4, "barcodes"),
    ]
    assert planned.new == ()


def test_a_number_written_otherwise_is_refused_by_name(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", barcodes=("036000291452",)))

    planned = plan(till, "code,description,barcode\nA2,Pan,0036000291452\n0036000291452,Lid,\nA3,Jar,36000291453\n")

    assert [(refusal.line, english(refusal.refusal)) for refusal in planned.refusals] == [
        (2, "A1 already has this barcode."),
        (3, "This ID is a barcode of A1."),
    ]


def test_a_card_changed_since_the_plan_refuses_it_whole(till: Till) -> None:
    done = till.run(items.add, fields=ItemFields(code="A1", description="Pot"))
    planned = plan(till, "code,description\nA0,New\nA1,Imported\n", Existing.UPDATE)
    till.run(items.change, item_id=done.record_id, fields=ItemFields(code="A1", description="Typed"), version=1)

    with pytest.raises(RefusedError):
        write(till, planned)

    assert stored(till, Item.code, Item.description) == [("A1", "Typed")]


def test_customers_are_added_and_changed(till: Till) -> None:
    table = read_table(b"code,name,phone\nC1,Lee,555-0100\nC2,Kim,555-0101\n")
    drawn = draw_customers(table, find_columns(ImportKind.CUSTOMERS, table.header, {}))
    till.run(customers.add, fields=drawn.cards[0].fields)
    table = read_table(b"code,name,phone\nC1,Lee Okafor,555-0100\nC2,Kim,555-0101\n")
    drawn = draw_customers(table, find_columns(ImportKind.CUSTOMERS, table.header, {}))

    with till.engine.connect() as connection:
        planned = imports.plan_customers(connection, drawn.cards, Existing.UPDATE)
    till.do(partial(imports.write_customers, new=planned.new, rewrites=planned.rewrites))

    with till.engine.connect() as connection:
        rows = connection.execute(sa.select(Customer.code, Customer.name).order_by(Customer.code)).all()
    assert [tuple(row) for row in rows] == [("C1", "Lee Okafor"), ("C2", "Kim")]


def _planned_customers(
    till: Till, rows: str, alike: AlikeRows = AlikeRows.LEAVE
) -> Plan[CustomerFields, CustomerFields]:
    table = read_table(rows.encode())
    drawn = draw_customers(table, find_columns(ImportKind.CUSTOMERS, table.header, {}))
    with till.engine.connect() as connection:
        return imports.plan_customers(connection, drawn.cards, Existing.SKIP, alike)


def test_who_seems_to_be_on_file_is_not_added_unasked(till: Till) -> None:
    till.run(
        customers.add, fields=CustomerFields("C1", "Zoë O’Brien-Łuk", phone="+49 221 555 0142", email="z@x.example")
    )
    gone = till.run(customers.add, fields=CustomerFields("C2", "Kim Ode"))
    till.run(customers.archive, customer_id=gone.record_id, version=1)
    alike = "A1,ZOE OBRIEN LUK,,\nA2,Zo,0049 221 5550142,\nA3,Z,,Z@X.example\n"
    rows = f"code,name,phone,email\n{alike}A4,Kim Ode,,\nA5,kim ode,,\n"

    left = _planned_customers(till, rows)
    assert [(each.line, each.field, english(each.refusal)[:30]) for each in left.refusals] == [
        (2, "name", "C1 Zoë O’Brien-Łuk, who is on "),
        (3, "phone", "C1 Zoë O’Brien-Łuk, who is on "),
        (4, "email", "C1 Zoë O’Brien-Łuk, who is on "),
    ]
    assert [card.code for card in left.new] == ["A4", "A5"]
    assert [(each.line, english(each.refusal)) for each in left.notes] == [(6, "A4 Kim Ode in this file has the same.")]

    added = _planned_customers(till, rows, AlikeRows.ADD)
    assert (len(added.new), added.refusals) == (5, ())
    assert [each.line for each in added.notes] == [2, 3, 4, 6]


def test_who_imports_must_be_known_once_there_are_employees(till: Till) -> None:
    with till.engine.connect() as connection:
        with pytest.raises(RefusedError, match=Why.IMPORT_UNSIGNED):
            imports.employee_id(connection, None)
        with pytest.raises(RefusedError, match=Why.NO_SUCH_EMPLOYEE):
            imports.employee_id(connection, "nobody")

"""Guide: "Bring your shop over" — files laid beside the cards on file, written whole or not at all, and taken back."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa
from typing_extensions import override

from agreement import disagreements
from posim_desktop.domain.cards.cards import CustomerFields, DepartmentFields, ItemFields, TaxCodeFields, VendorFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.csv_tables import read_table
from posim_desktop.domain.exchange.import_columns import find_columns
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_partners import draw_customers
from posim_desktop.domain.exchange.import_questions import Answers, Ask, ImportAnswer
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Barcode, Customer, Department, FileImport, Item, StockEntry, TaxCode, Vendor
from posim_desktop.queries.shop import file_imports
from posim_desktop.services.cards import customers, departments, items, tax_codes, vendors
from posim_desktop.services.exchange import import_undo, imports
from posim_desktop.services.exchange.import_files import AlikeRows, Existing, ImportOptions, read_file
from posim_desktop.services.exchange.import_plans import Plan, plan_customers
from posim_desktop.services.exchange.imports import ImportCanceledError, ImportPlan, Watch, plan_import
from refusals import english
from seeding import Till

D = Decimal


def plan(
    till: Till,
    rows: str,
    existing: Existing = Existing.SKIP,
    *,
    kind: ImportKind = ImportKind.ITEMS,
    answers: Answers | None = None,
) -> ImportPlan:
    options = ImportOptions(existing=existing, answers=answers or {}, proposed=answers is None)
    reading = read_file(rows.encode(), "rows.csv", kind, options)
    with till.engine.connect() as connection:
        return plan_import(connection, reading, options)


def write(till: Till, planned: ImportPlan) -> Done:
    return till.do(partial(imports.bring_in, plan=planned))


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


NAMED = (
    "code,description,vendor,department,tax\nA1,Tea,Acme Trading Co.,Drinks,20%\nA2,Milk,acme trading co.,Drinks,No\n"
)


def test_vendors_departments_and_tax_codes_are_made_when_the_shop_agrees(till: Till) -> None:
    asked = plan(till, NAMED, answers={})
    assert [question.ask for question in asked.open_questions] == [Ask.DEPARTMENTS, Ask.TAX_CODES, Ask.VENDORS]
    with pytest.raises(RefusedError, match=Why.IMPORT_QUESTIONS_OPEN):
        write(till, asked)

    write(till, plan(till, NAMED))

    with till.engine.connect() as connection:
        told = (
            sa.select(Item.code, Vendor.name, Department.code, TaxCode.code)
            .join(Vendor, Vendor.id == Item.preferred_vendor_id)
            .join(Department, Department.id == Item.department_id)
            .outerjoin(TaxCode, TaxCode.id == Item.tax_code_id)
            .order_by(Item.code)
        )
        assert [tuple(row) for row in connection.execute(told)] == [
            ("A1", "Acme Trading Co.", "DRINKS", "TAX-20"),
            ("A2", "Acme Trading Co.", "DRINKS", None),
        ]
        assert disagreements(connection) == ()


def test_what_shall_not_be_made_is_left_blank_and_told(till: Till) -> None:
    blank = dict.fromkeys((Ask.VENDORS, Ask.DEPARTMENTS, Ask.TAX_CODES), ImportAnswer.LEAVE_BLANK)
    planned = plan(till, NAMED, answers=blank)

    assert [(note.line, note.field) for note in planned.notes if note.refusal.why is Why.NOT_ON_FILE_LEFT_BLANK] == [
        *((2, "department"), (2, "tax_code"), (2, "vendor")),
        *((3, "department"), (3, "vendor")),
    ]
    write(till, planned)
    assert stored(till, Item.code, Item.preferred_vendor_id) == [("A1", None), ("A2", None)]


def test_a_rate_is_the_tax_code_that_has_it_and_a_yes_the_stores_own(till: Till) -> None:
    std = till.run(tax_codes.add, fields=TaxCodeFields("STD", "Standard", (Tax("VAT", D(20)),))).record_id

    planned = plan(till, "code,description,tax\nA1,Tea,20 %\nA2,Jam,Yes\nA3,Milk,No\n", answers={Ask.TAXED: "STD"})
    write(till, planned)

    assert [question.ask for question in planned.questions] == [Ask.TAXED]
    assert stored(till, Item.code, Item.tax_code_id) == [("A1", std), ("A2", std), ("A3", None)]


def test_cards_on_file_are_left_alone_unless_asked(till: Till) -> None:
    till.stores("A1", price="24.00")
    written = "code,description,price\nA1,Other,30.00\nA2,Pan,6.00\n"

    assert (plan(till, written).plan.skipped, len(plan(till, written).plan.new)) == (1, 1)
    assert [refusal.field for refusal in plan(till, written, Existing.REFUSE).refusals] == ["code"]


def test_an_update_changes_only_what_a_row_says(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", price=D("5.00"), notes="Heavy"), opening=D(4))

    planned = plan(till, "code,description,price,notes,on hand\nA1,,6.50,,99\n", Existing.UPDATE)
    assert planned.refusals[0].refusal.why is Why.TEXT_MISSING  # a card of a list has a name
    planned = plan(till, "code,description,price,notes,on hand\nA1,Pot,6.50,,99\n", Existing.UPDATE)
    assert planned.plan.rewrites[0].changes == (("price", D("5.00"), D("6.50")),)
    write(till, planned)

    assert stored(till, Item.price, Item.notes, Item.on_hand) == [(D("6.50"), "Heavy", D("4.000"))]
    again = plan(till, "code,description,price\nA1,Pot,6.50\n", Existing.UPDATE)
    assert (again.plan.unchanged, again.is_empty) == (1, True)


def test_a_price_that_cannot_be_read_leaves_the_one_on_file(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", price=D("5.00")))

    planned = plan(till, "code,description,price\nA1,Pot,free\n", Existing.UPDATE)

    assert (planned.plan.unchanged, [note.value for note in planned.notes]) == (1, ["free"])


def test_an_archived_card_is_not_changed(till: Till) -> None:
    done = till.run(items.add, fields=ItemFields(code="A1", description="Pot"))
    till.run(items.archive, item_id=done.record_id, version=1)

    assert len(plan(till, "code,description\nA1,Other\n", Existing.UPDATE).refusals) == 1


def test_a_barcode_of_another_item_is_set_aside_by_name(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", barcodes=("036000291452",)))

    planned = plan(
        till, "code,description,price,barcode\nA2,Pan,1,0036000291452\n0036000291452,Lid,1,\nA3,Jar,1,36000291453\n"
    )

    assert [(note.line, english(note.refusal)) for note in planned.notes] == [(2, "A1 already has this barcode.")]
    assert [(refusal.line, english(refusal.refusal)) for refusal in planned.refusals] == [
        (3, "This ID is a barcode of A1.")
    ]
    assert [card.fields.code for card in planned.plan.new] == ["A2", "A3"]


def test_a_card_changed_since_the_plan_refuses_it_whole(till: Till) -> None:
    done = till.run(items.add, fields=ItemFields(code="A1", description="Pot"))
    planned = plan(till, "code,description\nA0,New\nA1,Imported\n", Existing.UPDATE)
    till.run(items.change, item_id=done.record_id, fields=ItemFields(code="A1", description="Typed"), version=1)

    with pytest.raises(RefusedError):
        write(till, planned)

    assert stored(till, Item.code, Item.description) == [("A1", "Typed")]


def test_customers_are_added_and_changed(till: Till) -> None:
    till.run(customers.add, fields=CustomerFields("C1", "Lee", phone="555-0100"))

    rows = "code,name,phone\nC1,Lee Okafor,555-0100\nC2,Kim,555-0101\n"
    write(till, plan(till, rows, Existing.UPDATE, kind=ImportKind.CUSTOMERS))

    with till.engine.connect() as connection:
        told = connection.execute(sa.select(Customer.code, Customer.name).order_by(Customer.code)).all()
        assert disagreements(connection) == ()
    assert [tuple(row) for row in told] == [("C1", "Lee Okafor"), ("C2", "Kim")]


def test_vendors_without_ids_are_known_by_their_names(till: Till) -> None:
    till.run(vendors.add, fields=VendorFields("V1", "Acme"))

    planned = plan(till, "name,phone\nACME,555\nBrightworks,556\n", Existing.UPDATE, kind=ImportKind.VENDORS)
    write(till, planned)

    with till.engine.connect() as connection:
        told = connection.execute(sa.select(Vendor.name, Vendor.phone).order_by(Vendor.phone)).all()
    assert [tuple(row) for row in told] == [("ACME", "555"), ("Brightworks", "556")]


def test_departments_and_tax_codes_come_in(till: Till) -> None:
    write(till, plan(till, "department\nHome & Garden\n", kind=ImportKind.DEPARTMENTS))
    write(till, plan(till, "name;rate\nReduced;8,25 %\nBroken;much\n", kind=ImportKind.TAX_CODES))

    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(Department.code)) == "HOME-GARDEN"
        assert connection.execute(sa.select(TaxCode.code, TaxCode.taxes)).one()[1][0].rate == D("8.25")


def test_stock_is_what_was_counted_and_begins_where_there_was_none(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", barcodes=("5012345678900",)), opening=D(4))
    till.run(items.add, fields=ItemFields(code="A2", description="Pan"))

    planned = plan(till, "barcode,sku,qty\n5012345678900,,6\n,A2,2.5\n,A9,1\n", kind=ImportKind.STOCK)
    write(till, planned)

    assert [refusal.refusal.why for refusal in planned.refusals] == [Why.ITEM_OF_ROW_UNKNOWN]
    assert stored(till, Item.code, Item.on_hand) == [("A1", D("6.000")), ("A2", D("2.500"))]
    with till.engine.connect() as connection:
        kinds = connection.scalars(sa.select(StockEntry.kind).order_by(StockEntry.id.desc()).limit(2)).all()
        assert sorted(kinds) == ["adjustment", "opening"]
        assert disagreements(connection) == ()


def test_prices_change_items_on_file_and_make_none(till: Till) -> None:
    till.run(items.add, fields=ItemFields(code="A1", description="Pot", price=D(5), cost=D(2)))

    write(till, plan(till, "sku,price,cost\nA1,6.25,\nA9,1,1\n", kind=ImportKind.PRICES))

    assert stored(till, Item.code, Item.price, Item.cost) == [("A1", D("6.25"), D("2.0000"))]


def _planned_customers(
    till: Till, rows: str, alike: AlikeRows = AlikeRows.LEAVE
) -> Plan[CustomerFields, CustomerFields]:
    table = read_table(rows.encode())
    drawn = draw_customers(table, find_columns(ImportKind.CUSTOMERS, table.header, {}))
    with till.engine.connect() as connection:
        return plan_customers(connection, drawn.cards, Existing.SKIP, alike)


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


def test_an_import_is_on_record(till: Till) -> None:
    done = write(till, plan(till, "code,description,price\nA1,Pot,1\nA2,Pan,free\n,,\n"))

    with till.engine.connect() as connection:
        [told] = file_imports.recent(connection)
        event = connection.scalars(sa.select(AuditEvent.action).order_by(AuditEvent.id.desc()).limit(1)).one()
    assert (told.id, told.kind, told.file_name) == (done.record_id, "items", "rows.csv")
    assert (told.made, told.changed, told.refused, told.undone_at) == (2, 0, 0, None)
    assert event == "import file"


class _Cancel(Watch):
    """Presses Cancel when something is written."""

    @override
    def __call__(self, done: int, of: int) -> None:
        raise ImportCanceledError(f"{done} of {of}")


def test_a_canceled_import_leaves_nothing(till: Till) -> None:
    planned = plan(till, "code,description,price\nA1,Pot,1\n")

    with pytest.raises(ImportCanceledError):
        till.do(partial(imports.bring_in, plan=planned, watch=_Cancel()))

    assert stored(till, Item.code) == []
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(FileImport.id)) is None


def undo(till: Till, done: Done, *, leave_used: bool = False) -> Done:
    return till.do(partial(import_undo.undo, import_id=done.record_id, leave_used=leave_used))


def test_an_import_is_undone_by_archiving_and_putting_back(till: Till) -> None:
    till.run(
        items.add,
        fields=ItemFields(code="A1", description="Pot", price=D(5), barcodes=("111",), notes="Old"),
        opening=D(4),
    )
    rows = "code,description,price,on hand,barcode,department\nA1,Pot,6,,222,Kitchen\nA2,Pan,3,7,,Kitchen\n"
    done = write(till, plan(till, rows, Existing.UPDATE))

    undo(till, done)

    assert stored(till, Item.code, Item.price, Item.on_hand, Item.archived) == [
        ("A1", D("5.00"), D("4.000"), False),
        ("A2", D("3.00"), D("0.000"), True),
    ]
    with till.engine.connect() as connection:
        assert list(connection.scalars(sa.select(Barcode.barcode))) == ["111"]
        assert connection.scalar(sa.select(Department.archived)) is True
        assert disagreements(connection) == ()
    with pytest.raises(RefusedError, match=Why.IMPORT_ALREADY_UNDONE):
        undo(till, done)


def test_what_was_used_since_holds_an_undoing_back(till: Till) -> None:
    done = write(till, plan(till, "code,description,price,on hand\nA1,Pot,5,3\nA2,Pan,3,1\n"))
    with till.engine.connect() as connection:
        item_id = connection.execute(sa.select(Item.id).where(Item.code == "A1")).scalar_one()
    till.run(items.adjust_stock, item_id=item_id, reason="Counted", counted=D(2))

    with pytest.raises(RefusedError, match=Why.IMPORT_USED_SINCE) as refused:
        undo(till, done)
    assert "A1" in english(refused.value.refusal)
    undo(till, done, leave_used=True)

    assert stored(till, Item.code, Item.on_hand, Item.archived) == [
        ("A1", D("2.000"), False),
        ("A2", D("0.000"), True),
    ]


def test_a_field_that_somebody_wrote_since_keeps_what_they_wrote(till: Till) -> None:
    till.run(customers.add, fields=CustomerFields("C1", "Lee", phone="555-0100"))
    done = write(till, plan(till, "code,name,phone\nC1,Lee,555-0199\n", Existing.UPDATE, kind=ImportKind.CUSTOMERS))
    with till.engine.connect() as connection:
        card = connection.execute(sa.select(Customer.id, Customer.version)).one()
    till.run(customers.change, customer_id=card.id, fields=CustomerFields("C1", "Lee", phone="1"), version=card.version)

    with pytest.raises(RefusedError, match=Why.IMPORT_USED_SINCE):
        undo(till, done)

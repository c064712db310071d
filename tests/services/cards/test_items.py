"""Item cards: barcodes, what they point at, opening stock and corrections; on both databases."""

from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.cards.barcodes import Pack
from posim_desktop.domain.cards.cards import DepartmentFields, ItemFields, TaxCodeFields, VendorFields
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.errors import Field
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.tax import Tax
from posim_desktop.orm import AuditEvent, Barcode, Item, StockEntry
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.cards.items import ItemDetails
from posim_desktop.queries.sales import till as lookups
from posim_desktop.services.cards import departments, items, tax_codes, vendors
from posim_desktop.services.cards.items import NewItem
from refusals import english
from seeding import Till, add_employee

KETTLE = ItemFields("KETTLE", "Kettle", barcodes=("111", "222"), price=Decimal("24.00"))


def _read(till: Till, item_id: int) -> ItemDetails:
    with till.engine.connect() as connection:
        details = item_queries.details(connection, item_id)
    assert details is not None
    return details


def _ledger(till: Till, item_id: int) -> list[tuple[str, Decimal, str]]:
    with till.engine.connect() as connection:
        rows = sa.select(StockEntry.kind, StockEntry.quantity, StockEntry.reason).where(StockEntry.item_id == item_id)
        return [(kind, moved, why) for kind, moved, why in connection.execute(rows.order_by(StockEntry.id))]


def test_opening_stock_is_the_first_row_of_the_ledger(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE, opening=Decimal("2.5")).record_id

    assert _read(till, kettle).stock.on_hand == Decimal("2.5")
    assert _ledger(till, kettle) == [(LedgerKind.OPENING, Decimal("2.5"), "")]


def test_no_opening_stock_leaves_no_row(till: Till) -> None:
    assert _ledger(till, till.run(items.add, fields=KETTLE).record_id) == []


@pytest.mark.parametrize("opening", ["-1", "1e9", "0.0001", "NaN"])
def test_opening_stock_out_of_range_is_refused(till: Till, opening: str) -> None:
    assert till.refusal(items.add, fields=KETTLE, opening=Decimal(opening)).where == Field("opening")


def test_a_barcode_in_use_is_refused_and_names_the_other_item(till: Till) -> None:
    till.run(items.add, fields=KETTLE)

    refusal = till.refusal(items.add, fields=ItemFields("MUG", "Mug", barcodes=("222",)))

    assert refusal.where == Field("barcodes")
    assert "Kettle (KETTLE)" in english(refusal)


def test_a_barcode_cannot_be_the_id_of_another_item_nor_the_other_way_round(till: Till) -> None:
    till.run(items.add, fields=KETTLE)

    assert till.refusal(items.add, fields=ItemFields("MUG", "Mug", barcodes=("kettle",))).where == Field("barcodes")
    assert till.refusal(items.add, fields=ItemFields("111", "Mug")).where == Field("code")


def test_two_new_items_cannot_share_a_barcode(till: Till) -> None:
    both = (NewItem(KETTLE), NewItem(ItemFields("MUG", "Mug", barcodes=("111",))))
    assert till.refusal(items.add_many, items=both).where == Field("barcodes")


@pytest.mark.parametrize("twin", ["0036000291452", "00036000291452"])
def test_a_number_written_otherwise_is_refused_as_barcode_and_as_id(till: Till, twin: str) -> None:
    till.run(items.add, fields=replace(KETTLE, barcodes=("036000291452",)))

    assert "Kettle (KETTLE)" in english(till.refusal(items.add, fields=ItemFields("MUG", "Mug", barcodes=(twin,))))
    assert till.refusal(items.add, fields=ItemFields(twin, "Mug")).where == Field("code")
    till.run(items.add, fields=ItemFields("0000096385074", "Pen"))
    assert till.refusal(items.add, fields=ItemFields("MUG", "Mug", barcodes=("96385074",))).where == Field("barcodes")
    both = (
        NewItem(ItemFields("A", "A", barcodes=("9783161484100",))),
        NewItem(ItemFields("B", "B", barcodes=("316148410X",))),
    )
    assert till.refusal(items.add_many, items=both).where == Field("barcodes")


def test_a_twin_of_before_the_upgrade_stays_and_is_free_once_the_other_is_gone(till: Till) -> None:
    kettle = till.run(items.add, fields=replace(KETTLE, barcodes=("036000291452",))).record_id
    mug = till.run(items.add, fields=ItemFields("MUG", "Mug", barcodes=("1",))).record_id
    with till.engine.begin() as connection:
        connection.execute(sa.update(Barcode).where(Barcode.item_id == mug).values(barcode="0036000291452", form=None))
    fields = ItemFields("MUG", "Mug, red", barcodes=("0036000291452", "7"))

    till.run(items.change, item_id=mug, fields=fields, version=1)
    with till.engine.connect() as connection:
        assert [item.code for item in lookups.find_by_code(connection, "036000291452")] == ["KETTLE"]
        assert len(lookups.find_by_code(connection, "0036000291452")) == 2, "somebody chooses"
    till.run(items.change, item_id=kettle, fields=replace(KETTLE, barcodes=()), version=1)
    till.run(items.change, item_id=mug, fields=replace(fields, barcodes=("0036000291452",)), version=2)

    with till.engine.connect() as connection:
        assert [item.code for item in lookups.find_by_code(connection, "036000291452")] == ["MUG"]
        assert disagreements(connection) == ()


def test_a_pack_has_a_barcode_of_its_own_that_no_other_item_has(till: Till) -> None:
    case = Pack("14006381333938", Decimal(12))
    kettle = till.run(items.add, fields=replace(KETTLE, packs=(case, Pack("box", Decimal("2.5"))))).record_id
    assert _read(till, kettle).fields.packs == (Pack("14006381333938", Decimal(12)), Pack("box", Decimal("2.5")))
    with till.engine.connect() as connection:
        for code, units in (("14006381333938", "12"), ("BOX", "2.5"), ("111", "1"), ("kettle", "1")):
            assert [item.units for item in lookups.find_by_code(connection, code)] == [Decimal(units)]
        told = connection.scalars(sa.select(AuditEvent.after).order_by(AuditEvent.id)).all()[-1]
    assert '"packs": ["12*14006381333938", "2.5*box"]' in told

    single = ItemFields("MUG", "Mug", barcodes=(case.barcode,))
    for field, fields in (("barcodes", single), ("packs", ItemFields("MUG", "Mug", packs=(case,)))):
        refusal = till.refusal(items.add, fields=fields)
        assert (refusal.where, refusal.facts["item"]) == (Field(field), "Kettle (KETTLE)")
    assert till.refusal(items.add, fields=ItemFields("BOX", "Box")).where == Field("code")

    swapped = replace(KETTLE, barcodes=("box",), packs=(Pack("111", Decimal(6)),))
    till.run(items.change, item_id=kettle, fields=swapped, version=1)
    assert _read(till, kettle).fields == swapped
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()


def test_barcodes_are_exchanged_between_items_step_by_step(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE).record_id
    mug = till.run(items.add, fields=ItemFields("MUG", "Mug")).record_id

    till.run(items.change, item_id=kettle, fields=replace(KETTLE, barcodes=("222", "333")), version=1)
    till.run(items.change, item_id=mug, fields=ItemFields("MUG", "Mug", barcodes=("111",)), version=1)

    assert _read(till, kettle).fields.barcodes == ("222", "333")
    assert _read(till, mug).fields.barcodes == ("111",)


def test_a_refused_change_leaves_the_barcodes(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE).record_id
    till.run(items.add, fields=ItemFields("MUG", "Mug"))

    till.refusal(items.change, item_id=kettle, fields=replace(KETTLE, code="MUG", barcodes=()), version=1)

    assert _read(till, kettle).fields == KETTLE


def test_deleting_an_item_frees_its_barcodes(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE).record_id

    till.run(items.delete, item_id=kettle, version=1)

    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Barcode)) == 0


def test_an_item_with_a_past_is_archived_instead_of_deleted(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE, opening=Decimal(1)).record_id

    till.run(items.delete, item_id=kettle, version=1)

    assert _read(till, kettle).archived


def test_an_item_points_at_cards_that_are_on_file_and_in_use(till: Till) -> None:
    department = till.run(departments.add, fields=DepartmentFields("KIT", "Kitchen")).record_id
    tax_code = till.run(tax_codes.add, fields=TaxCodeFields("STD", "Standard", (Tax("", Decimal("8.25")),))).record_id
    vendor = till.run(vendors.add, fields=VendorFields("ACME", "Acme")).record_id
    whole = replace(KETTLE, department_id=department, tax_code_id=tax_code, preferred_vendor_id=vendor)
    kettle = till.run(items.add, fields=whole).record_id
    assert _read(till, kettle).fields == whole

    till.run(vendors.archive, vendor_id=vendor, version=1)
    till.run(items.change, item_id=kettle, fields=replace(whole, description="Red kettle"), version=1)

    mug = ItemFields("MUG", "Mug", preferred_vendor_id=vendor)
    assert till.refusal(items.add, fields=mug).where == Field("preferred_vendor_id")
    assert till.refusal(items.add, fields=ItemFields("MUG", "Mug", department_id=99)).where == Field("department_id")
    assert till.refusal(items.add, fields=ItemFields("MUG", "Mug", tax_code_id=99)).where == Field("tax_code_id")


@pytest.mark.parametrize("verbs", [departments, tax_codes, vendors])
def test_a_card_that_an_item_names_is_archived_instead_of_deleted(till: Till, verbs: object) -> None:
    department = till.run(departments.add, fields=DepartmentFields("KIT", "Kitchen")).record_id
    tax_code = till.run(tax_codes.add, fields=TaxCodeFields("STD", "Standard", (Tax("", Decimal(8)),))).record_id
    vendor = till.run(vendors.add, fields=VendorFields("ACME", "Acme")).record_id
    till.run(
        items.add,
        fields=replace(KETTLE, department_id=department, tax_code_id=tax_code, preferred_vendor_id=vendor),
    )
    deletes = {
        departments: lambda: till.run(departments.delete, department_id=department, version=1),
        tax_codes: lambda: till.run(tax_codes.delete, tax_code_id=tax_code, version=1),
        vendors: lambda: till.run(vendors.delete, vendor_id=vendor, version=1),
    }
    deletes[verbs]()  # type: ignore[index]

    table = verbs.KIND.table  # type: ignore[attr-defined]
    with till.engine.connect() as connection:
        assert connection.scalars(sa.select(table.c.archived)).all() == [True]


def test_a_count_corrects_the_stock_and_says_why(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE, opening=Decimal(5)).record_id

    till.run(items.adjust_stock, item_id=kettle, counted=Decimal(3), reason="broken")
    till.run(items.adjust_stock, item_id=kettle, by=Decimal("0.5"), reason="found")

    assert _read(till, kettle).stock.on_hand == Decimal("3.5")
    assert _ledger(till, kettle)[1:] == [
        (LedgerKind.ADJUSTMENT, Decimal(-2), "broken"),
        (LedgerKind.ADJUSTMENT, Decimal("0.5"), "found"),
    ]
    assert _read(till, kettle).version == 1
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()


def test_a_count_that_agrees_is_accounted_for_without_a_ledger_row(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE, opening=Decimal(5)).record_id

    till.run(items.adjust_stock, item_id=kettle, counted=Decimal(5), reason="yearly count")

    assert len(_ledger(till, kettle)) == 1
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(AuditEvent.reason).order_by(AuditEvent.id.desc()).limit(1)) == "yearly count"


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ({"counted": Decimal(-1), "reason": "x"}, "counted"),
        ({"counted": Decimal("1e9"), "reason": "x"}, "counted"),
        ({"counted": Decimal("0.0001"), "reason": "x"}, "counted"),
        ({"by": Decimal(0), "reason": "x"}, "by"),
        ({"by": Decimal(-6), "reason": "x"}, "by"),
        ({"by": Decimal("999999.999"), "reason": "x"}, "by"),
        ({"reason": "x"}, "counted"),
        ({"counted": Decimal(3), "reason": " "}, "reason"),
        ({"counted": Decimal(3), "reason": "4111111111111111"}, "reason"),
        ({"counted": Decimal(3), "reason": "a\x00b"}, "reason"),
    ],
)
def test_a_correction_out_of_range_or_without_a_reason_is_refused(
    till: Till, content: dict[str, object], field: str
) -> None:
    kettle = till.run(items.add, fields=KETTLE, opening=Decimal(5)).record_id

    assert till.refusal(items.adjust_stock, item_id=kettle, **content).where == Field(field)  # type: ignore[arg-type]
    assert _read(till, kettle).stock.on_hand == Decimal(5)


def test_a_cashier_does_not_adjust_stock(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE, opening=Decimal(5)).record_id
    with till.writing() as session:
        till.employee_id = add_employee(session, "cas", role=Role.CASHIER)

    refusal = till.refusal(items.adjust_stock, item_id=kettle, counted=Decimal(4), reason="broken")

    assert "may not adjust stock" in english(refusal)


def test_losing_goods_that_are_set_aside_leaves_an_oversell_event(till: Till) -> None:
    kettle = till.run(items.add, fields=KETTLE, opening=Decimal(5)).record_id
    with till.writing() as session:
        session.connection().execute(sa.update(Item).values(committed=Decimal(4)))

    till.run(items.adjust_stock, item_id=kettle, counted=Decimal(1), reason="stolen")

    assert _read(till, kettle).stock.available == Decimal(-3)
    with till.engine.connect() as connection:
        events = connection.scalars(sa.select(AuditEvent.action).where(AuditEvent.record_id == kettle)).all()
    assert "oversell" in events

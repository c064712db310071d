"""The demo shop, created in one transaction by the same verbs that a real shop uses.

What it holds is written in resources/demo. Serves the guide's page "Try things on the demo shop".
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.cards.barcodes import Pack
from posim_desktop.domain.cards.cards import DepartmentFields, EmployeeFields, ItemFields, TaxCodeFields, VendorFields
from posim_desktop.domain.changes import Done, Record, done, some_new
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.exchange.csv_tables import Table, read_table
from posim_desktop.domain.exchange.import_cards import Drawn
from posim_desktop.domain.exchange.import_columns import find_columns
from posim_desktop.domain.exchange.import_items import draw_items
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_partners import draw_customers
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.tenders import TenderKind, TenderTypeFields
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why
from posim_desktop.orm import Counter, Drawer, Employee, Operation, ShopRole, TaxCode, TenderType
from posim_desktop.orm.base import Base, table_of
from posim_desktop.services.cards import customers, departments, employees, items, preferences, tax_codes, vendors
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.exchange import (
    demo_counter,
    demo_customers,
    demo_drawer,
    demo_special_orders,
    demo_stock_room,
    import_plans,
)
from posim_desktop.services.exchange.demo_names import ids
from posim_desktop.services.exchange.import_files import Existing
from posim_desktop.services.people import pin_hashes, pins
from posim_desktop.services.records.lock_order import alone
from posim_desktop.services.sales import tender_types
from posim_desktop.services.session import Session, Stamp
from posim_desktop.services.transaction import Transactor
from posim_desktop.settings import own_folder

WORKSTATION = "Counter 1"
_KEY = uuid5(NAMESPACE_URL, "posim-desktop/demo-shop")
_CARDS_MADE = time(8, 0)
_BEFORE_FIRST_EVENT = timedelta(days=14)
_operations = table_of(Operation)


@dataclass(frozen=True, slots=True)
class _Script:
    """What resources/demo holds."""

    shop: Mapping[str, Any]
    events: tuple[Mapping[str, Any], ...]
    item_table: Table
    customer_table: Table

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.shop["store"]["time_zone"])


def is_demo(connection: sa.Connection) -> bool:
    """Return whether a database holds the demo shop."""
    return connection.scalar(sa.select(_operations.c.id).where(_operations.c.key == str(_KEY))) is not None


def is_empty(connection: sa.Connection) -> bool:
    """Tell whether a shop has nothing in it at all, whoever wrote it, but for numbers, roles and tenders."""
    shipped = {table_of(each) for each in (Counter, Drawer, ShopRole, TenderType)}
    tables = [table for table in Base.metadata.sorted_tables if table not in shipped]
    return not connection.scalar(sa.select(sa.or_(*(sa.exists(sa.select(table)) for table in tables))))


def make(engine: sa.Engine, now: datetime) -> bool:
    """Make the demo shop in an empty database; leave one that is there as it is.

    Args:
        engine: Of a migrated database.
        now: The day that the shop's past is counted back from, with its time zone.

    Returns:
        Whether it was made, rather than there already.

    Raises:
        RefusedError: The database holds another shop; nothing was written.
    """
    with engine.connect() as connection:
        if is_demo(connection):
            return False
        if not is_empty(connection):
            raise refuse(Why.DATABASE_HOLDS_REAL_SHOP)
    script = _read()
    transactor = Transactor(engine, lambda: _opening(script, now))
    today = now.astimezone(script.zone).date().isoformat()
    verb = partial(_build, today=today, pin_hash=pin_hashes.make(script.shop["pin"]))
    transactor.run(verb, key=_KEY, employee_id=None, workstation=WORKSTATION)
    return True


def _build(session: Session, stamp: Stamp, *, today: str, pin_hash: str) -> Done:
    alone(session)
    script = _read()
    day = datetime.fromisoformat(today).replace(tzinfo=script.zone)
    staff = _hire(session, stamp, script.shop)
    owner = replace(stamp, employee_id=staff[script.shop["employees"][0]["code"]])
    pins.found(session, stamp, staff[script.shop["employees"][0]["code"]], pin_hash)
    for employee_id in staff.values():
        if employee_id != owner.employee_id:
            pins.give(session, owner, employee_id=employee_id, pin_hash=pin_hash)
    _write_cards(session, owner, script)
    for event in script.events:
        moment = datetime.combine(day - timedelta(days=event["days_ago"]), time.fromisoformat(event["at"]), script.zone)
        _happen(session, replace(stamp, at=moment, employee_id=staff[event["employee"]]), event)
    return done(0, *map(some_new, Record))


def _read() -> _Script:
    folder = own_folder("resources") / "demo"
    return _Script(
        shop=_toml(folder / "shop.toml"),
        events=tuple(_toml(folder / "events.toml")["events"]),
        item_table=read_table((folder / "items.csv").read_bytes()),
        customer_table=read_table((folder / "customers.csv").read_bytes()),
    )


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def _opening(script: _Script, now: datetime) -> datetime:
    """Return when the cards were written: some time before the first thing happened."""
    oldest = timedelta(days=max(event["days_ago"] for event in script.events))
    day = (now.astimezone(script.zone) - oldest - _BEFORE_FIRST_EVENT).date()
    return datetime.combine(day, _CARDS_MADE, script.zone)


def _hire(session: Session, stamp: Stamp, shop: Mapping[str, Any]) -> dict[str, int]:
    people = tuple(EmployeeFields(row["code"], row["name"], Role(row["role"])) for row in shop["employees"])
    employees.add_many(session, stamp, employees=people)
    return ids(session, Employee)


def _tax_code(row: Mapping[str, Any]) -> TaxCodeFields:
    taxes = (Tax(tax["name"], Decimal(tax["rate"]), tax.get("compound", False)) for tax in row["taxes"])
    return TaxCodeFields(row["code"], row["name"], tuple(taxes))


def _write_cards(session: Session, stamp: Stamp, script: _Script) -> None:
    shop, store = script.shop, script.shop["store"]
    rates = tuple(_tax_code(row) for row in shop["tax_codes"])
    tax_codes.add_many(session, stamp, tax_codes=rates)
    wanted = ShopPreferences(
        store_name=store["name"],
        store_address=store["address"].strip(),
        locale=store["locale"],
        time_zone=store["time_zone"],
        default_tax_code_id=ids(session, TaxCode)[store["default_tax_code"]],
        special_order_terms=store["special_order_terms"].strip(),
        backup_at_closing=False,  # nothing in it can be lost
        backup_warn_days=0,
    )
    preferences.change(session, stamp, preferences=wanted)
    departments.add_many(
        session,
        stamp,
        departments=tuple(
            DepartmentFields(row["code"], row["name"], row.get("questions", "")) for row in shop["departments"]
        ),
    )
    vendors.add_many(session, stamp, vendors=tuple(VendorFields(**row) for row in shop["vendors"]))
    connection = session.connection()
    drawn_items = draw_items(script.item_table, find_columns(ImportKind.ITEMS, script.item_table.header, {}))
    goods = import_plans.plan_items(connection, _whole(drawn_items).cards, Existing.REFUSE)
    items.add_many(session, stamp, items=(*_in_packs(goods.new, shop), *_services(session, shop)))
    columns = find_columns(ImportKind.CUSTOMERS, script.customer_table.header, {})
    people = import_plans.plan_customers(
        connection, _whole(draw_customers(script.customer_table, columns)).cards, Existing.REFUSE
    )
    customers.add_many(session, stamp, customers=people.new)
    _choose_tenders(session, stamp, shop)


def _in_packs(new: Sequence[NewItem], shop: Mapping[str, Any]) -> Iterator[NewItem]:
    """Put the barcodes of packs on the cards of goods that come in packs."""
    barcodes = {row["item"]: row["barcode"] for row in shop["packs"]}
    for item in new:
        fields = item.fields
        packs = (Pack(barcodes[fields.code], fields.pack_quantity),) if fields.code in barcodes else ()
        yield replace(item, fields=replace(fields, packs=packs))


def _choose_tenders(session: Session, stamp: Stamp, shop: Mapping[str, Any]) -> None:
    """Take the tenders that the shop names itself, and the usual ones but some."""
    for row in shop["tenders"]:
        tender_types.add(session, stamp, fields=TenderTypeFields(**row | {"kind": TenderKind(row["kind"])}))
    stored = ids(session, TenderType)
    for row in shop["tenders_not_taken"]:
        tender_types.archive(session, stamp, tender_type_id=stored[row["code"]], version=1)


def _services(session: Session, shop: Mapping[str, Any]) -> tuple[NewItem, ...]:
    """Make the cards of what is sold and never on a shelf; taxed like a new item."""
    taxed = ids(session, TaxCode)[shop["store"]["default_tax_code"]]
    return tuple(
        NewItem(
            ItemFields(row["code"], row["description"], price=Decimal(row["price"]), tax_code_id=taxed, stocked=False)
        )
        for row in shop["services"]
    )


_DEEDS: Mapping[str, Callable[[Session, Stamp, Mapping[str, Any]], None]] = {
    "special": demo_special_orders.order,
    "orders_for": demo_stock_room.order,
    "receives": demo_stock_room.receive,
    "asks": demo_customers.ask,
    "will_also_take": demo_customers.note,
    "wishes": demo_customers.wish,
    "drops_wish_of": demo_customers.drop,
    "cancels": demo_customers.cancel,
    "lets_owe": demo_customers.let_owe,
    "grants_wish_of": demo_counter.sell_wish,
    "picks_up": demo_counter.pick_up,
    "takes_back": demo_counter.take_back,
    "lines": demo_counter.ring_up,
    "opens_drawer_with": demo_drawer.open_drawer,
    "pays_out": demo_drawer.pay_out,
    "leaves_in_drawer": demo_drawer.close_drawer,
}
"""What happens, by the word in an event that says so; the first one counts."""


def _happen(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    deed = next(deed for word, deed in _DEEDS.items() if word in event)
    deed(session, stamp, event)


def _whole(drawn: Drawn[Any]) -> Drawn[Any]:
    """Check that the bundled demo tables have no bad rows."""
    if drawn.refusals:
        raise refuse(Why.DEMO_FILES_DAMAGED, line=drawn.refusals[0].line)
    return drawn

"""The ways to write cards, preferences and stock, and what each needs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from types import ModuleType
from typing import Any

from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    EmployeeFields,
    ItemFields,
    RoleFields,
    TaxCodeFields,
    VendorFields,
)
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.getting_ready import ReadyStep
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.tenders import TenderTypeFields
from posim_desktop.domain.tax import Tax
from posim_desktop.orm import Employee
from posim_desktop.queries.shop import preferences as preference_queries
from posim_desktop.services.cards import (
    credit_limits,
    customers,
    departments,
    employees,
    getting_ready,
    items,
    merging,
    personal_data,
    preferences,
    roles,
    tax_codes,
    vendors,
)
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.exchange import import_undo, imports, restored
from posim_desktop.services.exchange.import_choices import MadeOnTheWay
from posim_desktop.services.exchange.import_files import ImportOptions, read_file
from posim_desktop.services.exchange.import_plans import Move, Plan
from posim_desktop.services.exchange.imports import ImportPlan
from posim_desktop.services.people import pins
from posim_desktop.services.sales import tender_types
from seeding import NO_PIN_HASH
from services.permission_scene import NOTHING, Case, Content, D, Scene, case, given

_CARDS: tuple[tuple[ModuleType, str, Any, Permission], ...] = (
    (customers, "customer", CustomerFields("NEW", "New"), Permission.EDIT_CUSTOMERS),
    (departments, "department", DepartmentFields("NEW", "New"), Permission.EDIT_ITEMS),
    (employees, "employee", EmployeeFields("NEW", "New", NOTHING), Permission.EDIT_EMPLOYEES),
    (items, "item", ItemFields("NEW", "New"), Permission.EDIT_ITEMS),
    (roles, "role", RoleFields(name="New"), Permission.EDIT_EMPLOYEES),
    (tax_codes, "tax_code", TaxCodeFields("NEW", "New", (Tax("", Decimal(7)),)), Permission.CHANGE_PREFERENCES),
    (tender_types, "tender_type", TenderTypeFields(name="New"), Permission.CHANGE_PREFERENCES),
    (vendors, "vendor", VendorFields("NEW", "New"), Permission.EDIT_VENDORS),
)


def _card_cases() -> Iterator[Case]:
    for verbs, noun, fields, permission in _CARDS:
        yield case(verbs.add, (permission,), given(fields=fields), prepares=False)
        if noun == "item":
            yield case(items.add_many, (permission,), given(items=(NewItem(fields),)), prepares=False)
        elif noun not in {"role", "tender_type"}:
            yield case(verbs.add_many, (permission,), given(**{f"{noun}s": (fields,)}), prepares=False)
        for name in ("change", "archive", "bring_back", "delete"):
            yield case(getattr(verbs, name), (permission,), _of_card(verbs, noun, fields, name))


def _of_card(verbs: ModuleType, noun: str, fields: Any, name: str) -> Content:  # noqa: ANN401 - the fields of its kind
    def content(scene: Scene) -> Mapping[str, Any]:
        card, version = scene.owner(verbs.add, fields=fields), 1
        if name == "bring_back":
            scene.owner(verbs.archive, **{f"{noun}_id": card, "version": 1})
            version = 2
        renamed = replace(fields, **{"description" if noun == "item" else "name": "Other one"})
        changed = {"fields": renamed} if name == "change" else {}
        return {f"{noun}_id": card, "version": version, **changed}

    return content


def _rewritten(fields: ItemFields) -> Content:
    return lambda scene: {
        "item_id": scene.owner(items.add, fields=ItemFields("NEW", "New")),
        "version": 1,
        "fields": fields,
    }


def _preferences(scene: Scene) -> Mapping[str, Any]:
    return {"preferences": replace(preference_queries.load(scene.connection), store_name="Other")}


def _colleague(scene: Scene) -> Mapping[str, Any]:
    values = {"code": "pat", "name": "Pat", "role": NOTHING, "archived": False, "version": 1}
    return {"employee_id": scene.put(Employee, **values), "pin_hash": NO_PIN_HASH}


def _a_card(scene: Scene) -> Mapping[str, Any]:
    return {"customer_id": scene.owner(customers.add, fields=CustomerFields("NEW", "New")), "version": 1}


def _two_cards(scene: Scene) -> Mapping[str, Any]:
    goes, stays = (scene.owner(customers.add, fields=CustomerFields(code, "New")) for code in ("NEW", "OLD"))
    return {"customer_id": goes, "version": 1, "into_id": stays, "into_version": 1}


def _planned(kind: ImportKind, *new: NewItem | CustomerFields | VendorFields, **more: Any) -> ImportPlan:  # noqa: ANN401 - the rest of a plan
    reading = read_file(b"code,name,on hand\nNEW,New,1\n", "new.csv", kind, ImportOptions())
    return ImportPlan(reading.digest, reading, 1, 0, Plan(new, (), 0, 0, (), **more), (), (), ())


def _counted(scene: Scene) -> Mapping[str, Any]:
    move = Move(1, scene.ids.items["cup"], "cup", D(9), D(1), is_opening=False)
    return {"plan": _planned(ImportKind.STOCK, moves=(move,))}


def _imported(scene: Scene) -> Mapping[str, Any]:
    plan = _planned(ImportKind.ITEMS, NewItem(ItemFields("NEW", "New")))
    return {"import_id": scene.owner(imports.bring_in, plan=plan)}


_ON_THE_WAY = MadeOnTheWay((VendorFields("NEW", "New"),), (), (TaxCodeFields("NEW", "New", (Tax("VAT", D(5)),)),))
_PRICED, _COSTING = ItemFields("NEW", "New", price=D(3)), ItemFields("NEW", "New", cost=D(3))
ON_CARDS = (
    *_card_cases(),
    case(items.add, (Permission.EDIT_ITEMS, Permission.EDIT_PRICES), given(fields=_PRICED), "a price"),
    case(items.add, (Permission.EDIT_ITEMS, Permission.SEE_COSTS), given(fields=_COSTING), "a cost"),
    case(
        items.change,
        (Permission.EDIT_ITEMS, Permission.EDIT_PRICES),
        _rewritten(_PRICED),
        "another price",
    ),
    case(
        items.change,
        (Permission.EDIT_ITEMS, Permission.SEE_COSTS),
        _rewritten(_COSTING),
        "another cost",
    ),
    case(
        items.adjust_stock,
        (Permission.ADJUST_STOCK,),
        lambda scene: {"item_id": scene.ids.items["cup"], "reason": "Counted", "counted": D(3)},
        prepares=False,
    ),
    case(
        credit_limits.change,
        (Permission.SET_CREDIT_LIMIT,),
        lambda scene: {"customer_id": scene.ids.lee, "limit": D(100), "version": 1},
        prepares=False,
    ),
    case(merging.merge, (Permission.MERGE_CUSTOMERS,), _two_cards),
    case(personal_data.hand_over, (Permission.FORGET_CUSTOMERS,), lambda scene: {"customer_id": scene.ids.lee}),
    case(personal_data.forget, (Permission.FORGET_CUSTOMERS,), _a_card),
    case(preferences.change, (Permission.CHANGE_PREFERENCES,), _preferences, prepares=False),
    case(
        getting_ready.skip,
        (Permission.CHANGE_PREFERENCES,),
        given(step=ReadyStep.VENDORS, skipped=True),
        prepares=False,
    ),
    case(restored.replace, (Permission.RESTORE,), given(file="shop.sqlite"), prepares=False),
    case(pins.give, (Permission.EDIT_EMPLOYEES,), _colleague),
    case(
        imports.bring_in,
        (Permission.IMPORT, Permission.EDIT_CUSTOMERS),
        given(plan=_planned(ImportKind.CUSTOMERS, CustomerFields("NEW", "New"))),
        "customers",
        prepares=False,
    ),
    case(
        imports.bring_in,
        (Permission.IMPORT, Permission.EDIT_VENDORS),
        given(plan=_planned(ImportKind.VENDORS, VendorFields("NEW", "New"))),
        "vendors",
        prepares=False,
    ),
    case(
        imports.bring_in,
        (Permission.IMPORT, Permission.EDIT_ITEMS),
        given(plan=_planned(ImportKind.ITEMS, NewItem(ItemFields("NEW", "New")))),
        "items",
        prepares=False,
    ),
    case(
        imports.bring_in,
        (Permission.IMPORT, Permission.EDIT_ITEMS, Permission.EDIT_PRICES, Permission.SEE_COSTS),
        given(plan=_planned(ImportKind.ITEMS, NewItem(replace(_PRICED, cost=D(3))))),
        "prices and costs",
        prepares=False,
    ),
    case(imports.bring_in, (Permission.IMPORT, Permission.ADJUST_STOCK), _counted, "stock", prepares=False),
    case(
        imports.bring_in,
        (Permission.IMPORT, Permission.EDIT_ITEMS, Permission.EDIT_VENDORS, Permission.CHANGE_PREFERENCES),
        given(plan=_planned(ImportKind.ITEMS, NewItem(ItemFields("NEW", "New")), made=_ON_THE_WAY)),
        "items, and a vendor and a tax code on the way",
        prepares=False,
    ),
    case(import_undo.undo, (Permission.IMPORT, Permission.EDIT_ITEMS), _imported),
)

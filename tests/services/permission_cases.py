"""Each way to do a guarded verb, what it needs, and the scene in which it is done."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from ordering_seed import orders, stocks
from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    EmployeeFields,
    ItemFields,
    RoleFields,
    TaxCodeFields,
    VendorFields,
)
from posim_desktop.domain.changes import Done
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.domain.sales.invoice import Tender, TransCode
from posim_desktop.orm import Employee, Invoice, InvoiceLine, PurchaseOrderLine, ReceivingLine, ShopRole
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.shop import preferences as preference_queries
from posim_desktop.services.backorders import backorders
from posim_desktop.services.cards import (
    customers,
    departments,
    employees,
    items,
    preferences,
    roles,
    tax_codes,
    vendors,
)
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.exchange import imports
from posim_desktop.services.people import pins
from posim_desktop.services.purchasing import allocations, auto_backorder_po, auto_order
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.auto_order import ToOrder
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.receiving import logs
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.receiving.logs import Header
from posim_desktop.services.sales import fills, invoices, posting, removed_lines
from posim_desktop.services.sales.fills import Canceling
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from posim_desktop.services.session import Session, Stamp
from receiving_seed import TODAY, open_shop
from seeding import CASH, NO_PIN_HASH, OPENING_DAY, Till, inserted

D = Decimal
ONE = D(1)
NOTHING = "nothing"
LATER = OPENING_DAY + timedelta(days=1)


@dataclass(frozen=True)
class Ids:
    """What a case begins with in the shop that all share."""

    owner: int
    vendor: int
    lee: int
    kim: int
    items: Mapping[str, int]
    lamp_backorder: int
    order: int
    sent: int
    log: int
    sale: int
    fill_invoice: int


@dataclass
class Scene:
    """One try of a case: who tries it, in a transaction that is taken back."""

    connection: sa.Connection
    ids: Ids
    who: int

    def stamp(self, employee_id: int) -> Stamp:
        """Say by whom something is done."""
        return Stamp(LATER, employee_id, "till 1")

    def owner(self, verb: Callable[..., Done], **content: Any) -> int:  # noqa: ANN401 - what each verb is given
        """Let the Owner prepare something; return the record."""
        return verb(Session(self.connection), self.stamp(self.ids.owner), **content).record_id

    def find(self, entity: type[Base], *where: sa.ColumnElement[bool]) -> int:
        """Find the first row that fits."""
        table = table_of(entity)
        found: int = self.connection.scalars(sa.select(table.c.id).where(*where).order_by(table.c.id)).first() or 0
        return found

    def put(self, entity: type[Base], **values: object) -> int:
        """Insert a row."""
        return inserted(Session(self.connection), entity, **values)

    def line(self, invoice_id: int) -> int:
        """Find the first line of an invoice."""
        return self.find(InvoiceLine, InvoiceLine.invoice_id == invoice_id)

    def rings_up(
        self, code: str, quantity: str, trans_code: TransCode = TransCode.SALE, *, anyway: bool = False
    ) -> int:
        """Let the Owner put goods on a new invoice."""
        line = NewLine(self.ids.items[code], D(quantity), trans_code, sell_anyway=anyway)
        return self.owner(invoices.add_items, invoice_id=None, lines=(line,))

    def posting_of(self, invoice_id: int) -> dict[str, Any]:
        """Say how an invoice is posted at its total."""
        total = self.connection.execute(sa.select(Invoice.total).where(Invoice.id == invoice_id)).scalar_one()
        return {"invoice_id": invoice_id, "tenders": (Tender(CASH, total),), "expected_total": total}


Content = Callable[[Scene], Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """A way to do a verb, and what it needs.

    Attributes:
        name: The verb, and what is special about this way.
        verb: The verb.
        needs: What it needs.
        content: Makes what the verb is given; may let the Owner prepare something first.
        prepares: Whether it does, so that it cannot be tried twice in the shop that all share.
    """

    name: str
    verb: Callable[..., Done]
    needs: tuple[Permit, ...]
    content: Content
    prepares: bool = True


def open_case_shop(till: Till) -> Ids:
    """Let everything happen that the cases begin with, and hire nobody yet."""
    shop = open_shop(till)
    for code, on_hand in (("kettle", "50"), ("lamp", "0"), ("cup", "9"), ("bulb", "4")):
        stocks(till, code, vendor_id=shop.vendor_id, on_hand=on_hand, max_stock="60")
    with till.writing() as session:
        limits = dict.fromkeys(("most_discount", "price_floor", "most_paid_out"))
        role = {"code": NOTHING, "name": "Nothing", "permissions": frozenset(), "archived": False, "version": 1}
        inserted(session, ShopRole, **role, **limits)
    fill_invoice = shop.fill_invoice("bulb", "3", shop.kim)[1]  # 3 of 7 are set aside
    lamp_backorder = shop.owes("lamp", "3", shop.lee)
    sent = shop.orders(("lamp", "5"), allocations=(("lamp", lamp_backorder, "2"),))
    return Ids(
        owner=till.employee_id,
        vendor=shop.vendor_id,
        lee=shop.lee,
        kim=shop.kim,
        items=dict(till.items),
        lamp_backorder=lamp_backorder,
        order=orders(till, shop.vendor_id, ("lamp", "4"), ("cup", "1")),
        sent=sent,
        log=shop.unloads(sent, {"lamp": "2"}),
        sale=till.rings_up(("kettle", "4"), customer_id=shop.lee),
        fill_invoice=fill_invoice,
    )


# ---- cards ----

_CARDS: tuple[tuple[ModuleType, str, Any, Permission], ...] = (
    (customers, "customer", CustomerFields("NEW", "New"), Permission.EDIT_CUSTOMERS),
    (departments, "department", DepartmentFields("NEW", "New"), Permission.EDIT_ITEMS),
    (employees, "employee", EmployeeFields("NEW", "New", NOTHING), Permission.EDIT_EMPLOYEES),
    (items, "item", ItemFields("NEW", "New"), Permission.EDIT_ITEMS),
    (roles, "role", RoleFields(name="New"), Permission.EDIT_EMPLOYEES),
    (tax_codes, "tax_code", TaxCodeFields("NEW", "New"), Permission.CHANGE_PREFERENCES),
    (vendors, "vendor", VendorFields("NEW", "New"), Permission.EDIT_VENDORS),
)


def _case(
    verb: Callable[..., Done], needs: tuple[Permission | Permit, ...], content: Content, says: str = "", **how: bool
) -> Case:
    name = f"{verb.__module__.removeprefix('posim_desktop.services.')}.{verb.__name__}"
    permits = tuple(need if isinstance(need, Permit) else Permit(need) for need in needs)
    return Case(f"{name}: {says}" if says else name, verb, permits, content, **how)


def _given(**content: Any) -> Content:  # noqa: ANN401 - what each verb is given
    return lambda _scene: content


def _card_cases() -> Iterator[Case]:
    for verbs, noun, fields, permission in _CARDS:
        yield _case(verbs.add, (permission,), _given(fields=fields), prepares=False)
        if noun == "item":
            yield _case(items.add_many, (permission,), _given(items=(NewItem(fields),)), prepares=False)
        elif noun != "role":
            yield _case(verbs.add_many, (permission,), _given(**{f"{noun}s": (fields,)}), prepares=False)
        for name in ("change", "archive", "bring_back", "delete"):
            yield _case(getattr(verbs, name), (permission,), _of_card(verbs, noun, fields, name))


def _of_card(verbs: ModuleType, noun: str, fields: Any, name: str) -> Content:  # noqa: ANN401 - the fields of its kind
    def content(scene: Scene) -> Mapping[str, Any]:
        card, version = scene.owner(verbs.add, fields=fields), 1
        if name == "bring_back":
            scene.owner(verbs.archive, **{f"{noun}_id": card, "version": 1})
            version = 2
        renamed = replace(fields, **{"description" if noun == "item" else "name": "Other"})
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


_PRICED, _COSTING = ItemFields("NEW", "New", price=D(3)), ItemFields("NEW", "New", cost=D(3))
_ON_CARDS = (
    *_card_cases(),
    _case(items.add, (Permission.EDIT_ITEMS, Permission.EDIT_PRICES), _given(fields=_PRICED), "a price"),
    _case(items.add, (Permission.EDIT_ITEMS, Permission.SEE_COSTS), _given(fields=_COSTING), "a cost"),
    _case(
        items.change,
        (Permission.EDIT_ITEMS, Permission.EDIT_PRICES),
        _rewritten(_PRICED),
        "another price",
    ),
    _case(
        items.change,
        (Permission.EDIT_ITEMS, Permission.SEE_COSTS),
        _rewritten(_COSTING),
        "another cost",
    ),
    _case(
        items.adjust_stock,
        (Permission.ADJUST_STOCK,),
        lambda scene: {"item_id": scene.ids.items["cup"], "reason": "Counted", "counted": D(3)},
        prepares=False,
    ),
    _case(preferences.change, (Permission.CHANGE_PREFERENCES,), _preferences, prepares=False),
    _case(pins.give, (Permission.EDIT_EMPLOYEES,), _colleague),
    _case(
        imports.write_customers,
        (Permission.IMPORT, Permission.EDIT_CUSTOMERS),
        _given(new=(CustomerFields("NEW", "New"),), rewrites=()),
        prepares=False,
    ),
    _case(
        imports.write_items,
        (Permission.IMPORT, Permission.EDIT_ITEMS),
        _given(new=(NewItem(ItemFields("NEW", "New")),), rewrites=()),
        prepares=False,
    ),
    _case(
        imports.write_items,
        (Permission.IMPORT, Permission.EDIT_ITEMS, Permission.EDIT_PRICES, Permission.SEE_COSTS),
        _given(new=(NewItem(replace(_PRICED, cost=D(3))),), rewrites=()),
        "prices and costs",
    ),
)

# ---- ordering and receiving ----


def _order_line(scene: Scene) -> int:
    return scene.find(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == scene.ids.order)


def _sent_line(scene: Scene) -> int:
    return scene.find(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == scene.ids.sent)


def _log_line(scene: Scene) -> int:
    return scene.find(ReceivingLine, ReceivingLine.receiving_log_id == scene.ids.log)


def _header(scene: Scene) -> Mapping[str, Any]:
    header = Header("R-1", TODAY, TODAY, scene.ids.owner)
    return {"receiving_log_id": scene.ids.log, "header": header}


def _canceled_share(scene: Scene) -> Mapping[str, Any]:
    share = Share(_log_line(scene), scene.ids.lamp_backorder, ONE, ONE, "Wants fewer")
    return {"receiving_log_id": scene.ids.log, "shares": (share,)}


_WRITE, _POST, _RECEIVE = (Permission.WRITE_ORDERS,), (Permission.POST_ORDERS,), (Permission.RECEIVE,)
_ON_ORDERS = (
    _case(
        purchase_orders.add_lines,
        _WRITE,
        lambda scene: {
            "purchase_order_id": None,
            "vendor_id": scene.ids.vendor,
            "lines": (NewOrderLine(scene.ids.items["cup"], ONE),),
        },
        prepares=False,
    ),
    _case(
        purchase_orders.add_backorders,
        _WRITE,
        lambda scene: {
            "purchase_order_id": None,
            "vendor_id": scene.ids.vendor,
            "backorder_ids": (scene.ids.lamp_backorder,),
        },
        prepares=False,
    ),
    _case(
        purchase_orders.change_line,
        _WRITE,
        lambda scene: {"line_id": _order_line(scene), "edit": OrderLineEdit(quantity=D(2))},
        prepares=False,
    ),
    _case(
        purchase_orders.change_line,
        (Permission.WRITE_ORDERS, Permission.SEE_COSTS),
        lambda scene: {"line_id": _order_line(scene), "edit": OrderLineEdit(cost=D(2))},
        "a cost",
        prepares=False,
    ),
    _case(purchase_orders.remove_line, _WRITE, lambda scene: {"line_id": _order_line(scene)}, prepares=False),
    _case(
        purchase_orders.set_vendor,
        _WRITE,
        lambda scene: {"purchase_order_id": scene.ids.order, "vendor_id": scene.ids.vendor},
        prepares=False,
    ),
    _case(
        purchase_orders.set_header,
        _WRITE,
        lambda scene: {"purchase_order_id": scene.ids.order, "expected_on": TODAY, "note": "Soon"},
        prepares=False,
    ),
    _case(purchase_orders.discard, _WRITE, lambda scene: {"purchase_order_id": scene.ids.order}, prepares=False),
    _case(
        auto_order.apply,
        _WRITE,
        lambda scene: {
            "purchase_order_id": None,
            "vendor_id": scene.ids.vendor,
            "quantities": (ToOrder(scene.ids.items["cup"], ONE),),
        },
        prepares=False,
    ),
    _case(
        auto_backorder_po.create,
        _WRITE,
        lambda scene: {"before": LATER, "vendor_ids": (scene.ids.vendor,)},
        prepares=False,
    ),
    _case(order_posting.post, _POST, lambda scene: {"purchase_order_id": scene.ids.order}, prepares=False),
    _case(
        order_posting.post,
        _POST,
        lambda scene: {
            "purchase_order_id": scene.ids.order,
            "allocations": ((_order_line(scene), scene.ids.lamp_backorder, ONE),),
        },
        "for a customer",
        prepares=False,
    ),
    _case(order_posting.close_short, _POST, lambda scene: {"line_id": _sent_line(scene)}, prepares=False),
    _case(
        allocations.change,
        _POST,
        lambda scene: {
            "purchase_order_id": scene.ids.sent,
            "allocations": ((_sent_line(scene), scene.ids.lamp_backorder, ONE),),
        },
        prepares=False,
    ),
    _case(logs.start, _RECEIVE, lambda scene: {"purchase_order_id": scene.ids.sent}, prepares=False),
    _case(logs.set_header, _RECEIVE, _header, prepares=False),
    _case(logs.set_quantity, _RECEIVE, lambda scene: {"line_id": _log_line(scene), "quantity": ONE}, prepares=False),
    _case(
        logs.set_cost,
        (Permission.RECEIVE, Permission.SEE_COSTS),
        lambda scene: {"line_id": _log_line(scene), "cost": ONE},
        prepares=False,
    ),
    _case(logs.take_as_ordered, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    _case(logs.count_from_zero, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    _case(
        logs.count_up,
        _RECEIVE,
        lambda scene: {"receiving_log_id": scene.ids.log, "item_id": scene.ids.items["cup"]},
        prepares=False,
    ),
    _case(
        logs.add_item,
        _RECEIVE,
        lambda scene: {"receiving_log_id": scene.ids.log, "item_id": scene.ids.items["cup"]},
        prepares=False,
    ),
    _case(logs.remove_line, _RECEIVE, lambda scene: {"line_id": _log_line(scene)}, prepares=False),
    _case(logs.discard, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    _case(receiving_posting.post, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    _case(
        receiving_posting.post,
        (Permission.RECEIVE, Permission.CANCEL_BACKORDER),
        _canceled_share,
        "a backorder canceled",
        prepares=False,
    ),
)

# ---- the counter ----


def _canceling(scene: Scene) -> Canceling:
    return Canceling(scene.who, "Moved away")


def _add(code: str, quantity: str, trans_code: TransCode = TransCode.SALE) -> Content:
    return lambda scene: {
        "invoice_id": None,
        "lines": (NewLine(scene.ids.items[code], D(quantity), trans_code, sell_anyway=True),),
    }


def _edit(**edit: Any) -> Content:  # noqa: ANN401 - the fields of a LineEdit
    return lambda scene: {"line_id": scene.line(scene.ids.sale), "edit": LineEdit(**edit)}


def _put_back(code: str, **line: Any) -> Content:  # noqa: ANN401 - the fields of a RemovedLine
    def content(scene: Scene) -> Mapping[str, Any]:
        plain = {"trans_code": TransCode.SALE, "quantity": ONE, "unit_price": D(24), "discount": D(0)}
        rest = {
            "item_id": scene.ids.items[code],
            "description": "Kettle",
            "discount_percent": None,
            "sell_anyway": False,
        }
        return {"invoice_id": scene.ids.sale, "line": RemovedLine(**{**plain, **rest, **line})}

    return content


def _pays_out(scene: Scene) -> Mapping[str, Any]:
    return scene.posting_of(scene.rings_up("kettle", "1", TransCode.RETURN))


def _ran_out(scene: Scene) -> Mapping[str, Any]:
    invoice_id = scene.rings_up("cup", "4", anyway=True)
    scene.owner(items.adjust_stock, item_id=scene.ids.items["cup"], reason="Broken", counted=D(1))
    return scene.posting_of(invoice_id)


def _takes_of_others(scene: Scene) -> Mapping[str, Any]:
    invoice_id = scene.rings_up("bulb", "4", anyway=True)
    scene.owner(items.adjust_stock, item_id=scene.ids.items["bulb"], reason="Broken", counted=D(5))
    return scene.posting_of(invoice_id)


def _discount(percent: str, quantity: int = 4) -> Permit:
    return Permit(Permission.DISCOUNT, D(percent), D(quantity))


_AT_THE_COUNTER = (
    _case(
        backorders.cancel,
        (Permission.CANCEL_BACKORDER,),
        lambda scene: {
            "backorder_id": scene.ids.lamp_backorder,
            "quantity": ONE,
            "employee_id": scene.who,
            "reason": "Moved away",
        },
        prepares=False,
    ),
    _case(
        fills.discard,
        (Permission.CANCEL_BACKORDER,),
        lambda scene: {"invoice_id": scene.ids.fill_invoice, "canceling": _canceling(scene)},
        "canceling",
        prepares=False,
    ),
    _case(
        fills.reduce_line,
        (Permission.CANCEL_BACKORDER,),
        lambda scene: {
            "line_id": scene.line(scene.ids.fill_invoice),
            "quantity": ONE,
            "canceling": _canceling(scene),
        },
        "canceling",
        prepares=False,
    ),
    _case(invoices.add_items, (), _add("kettle", "1"), "a plain sale"),
    _case(invoices.add_items, (Permission.RETURN_GOODS,), _add("kettle", "1", TransCode.RETURN), "a return"),
    _case(invoices.add_items, (Permission.SELL_BELOW_ZERO,), _add("cup", "10"), "more than there is"),
    _case(invoices.add_items, (Permission.SELL_SET_ASIDE,), _add("bulb", "5"), "set aside for others"),
    _case(
        invoices.add_items,
        (Permission.SELL_SET_ASIDE, Permission.SELL_BELOW_ZERO),
        _add("bulb", "8"),
        "set aside for others and more than there is",
    ),
    _case(invoices.change_line, (_discount("10"),), _edit(discount_percent=D(10)), "10 percent off"),
    _case(invoices.change_line, (_discount("11"),), _edit(discount_percent=D(11)), "11 percent off"),
    _case(invoices.change_line, (Permission.CHANGE_PRICE,), _edit(unit_price=D(20)), "another price"),
    _case(
        invoices.change_line,
        (Permission.CHANGE_PRICE, Permission.SELL_BELOW_COST),
        _edit(unit_price=D("0.50")),
        "a price below cost",
    ),
    _case(
        invoices.change_line,
        (_discount("99"), Permission.SELL_BELOW_COST),
        _edit(discount_percent=D(99), discount_reason="Broken"),
        "a discount below cost",
    ),
    _case(invoices.change_line, (Permission.RETURN_GOODS,), _edit(trans_code=TransCode.RETURN), "a return"),
    _case(
        invoices.change_line,
        (Permission.SELL_BELOW_ZERO,),
        _edit(quantity=D(51), sell_anyway=True),
        "more than there is",
    ),
    _case(
        invoices.split_line, (), lambda scene: {"line_id": scene.line(scene.ids.sale), "sell": ONE}, "as it was allowed"
    ),
    _case(
        removed_lines.put_back,
        (_discount("50", 1),),
        _put_back("kettle", discount=D(12), discount_reason="Broken"),
        "half off",
    ),
    _case(
        removed_lines.put_back,
        (Permission.RETURN_GOODS,),
        _put_back("kettle", trans_code=TransCode.RETURN),
        "a return",
    ),
    _case(posting.post, (), lambda scene: scene.posting_of(scene.ids.sale), "a plain sale"),
    _case(posting.post, (Permission.PAY_OUT,), _pays_out, "money goes out"),
    _case(
        posting.allow_pay_out,
        (Permission.PAY_OUT,),
        lambda scene: {"invoice_id": scene.rings_up("kettle", "1", TransCode.RETURN)},
    ),
    _case(posting.post, (Permission.SELL_BELOW_ZERO,), _ran_out, "what ran out"),
    _case(posting.post, (Permission.SELL_SET_ASIDE,), _takes_of_others, "what was set aside since"),
    _case(posting.uncommit_and_process, (), lambda scene: scene.posting_of(scene.ids.fill_invoice), "a pick-up"),
)

CASES = {case.name: case for case in (*_ON_CARDS, *_ON_ORDERS, *_AT_THE_COUNTER)}
"""Every case by its name."""

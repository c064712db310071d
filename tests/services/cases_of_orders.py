"""The ways to order and to receive, and what each needs."""

from collections.abc import Mapping
from typing import Any

from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.orm import PurchaseOrderLine, ReceivingLine
from posim_desktop.services.purchasing import allocations, auto_backorder_po, auto_order
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.auto_order import ToOrder
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.receiving import logs, serials
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.receiving.logs import Header
from receiving_seed import TODAY
from services.permission_scene import LATER, ONE, D, Scene, case


def _order_line(scene: Scene) -> int:
    return scene.find(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == scene.ids.order)


def _sent_line(scene: Scene) -> int:
    return scene.find(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == scene.ids.sent)


def _numbers_what_came(scene: Scene) -> Mapping[str, Any]:
    line_id = _log_line(scene)
    scene.flags_all(Serials.RECEIVING)
    return {"line_id": line_id, "serials": ("A",)}


def _log_line(scene: Scene) -> int:
    return scene.find(ReceivingLine, ReceivingLine.receiving_log_id == scene.ids.log)


def _header(scene: Scene) -> Mapping[str, Any]:
    header = Header("R-1", TODAY, TODAY, scene.ids.owner)
    return {"receiving_log_id": scene.ids.log, "header": header}


def _canceled_share(scene: Scene) -> Mapping[str, Any]:
    share = Share(_log_line(scene), scene.ids.lamp_backorder, ONE, ONE, "Wants fewer")
    return {"receiving_log_id": scene.ids.log, "shares": (share,)}


_WRITE, _POST, _RECEIVE = (Permission.WRITE_ORDERS,), (Permission.POST_ORDERS,), (Permission.RECEIVE,)
ON_ORDERS = (
    case(
        purchase_orders.add_lines,
        _WRITE,
        lambda scene: {
            "purchase_order_id": None,
            "vendor_id": scene.ids.vendor,
            "lines": (NewOrderLine(scene.ids.items["cup"], ONE),),
        },
        prepares=False,
    ),
    case(
        purchase_orders.add_backorders,
        _WRITE,
        lambda scene: {
            "purchase_order_id": None,
            "vendor_id": scene.ids.vendor,
            "backorder_ids": (scene.ids.lamp_backorder,),
        },
        prepares=False,
    ),
    case(
        purchase_orders.change_line,
        _WRITE,
        lambda scene: {"line_id": _order_line(scene), "edit": OrderLineEdit(quantity=D(2))},
        prepares=False,
    ),
    case(
        purchase_orders.change_line,
        (Permission.WRITE_ORDERS, Permission.SEE_COSTS),
        lambda scene: {"line_id": _order_line(scene), "edit": OrderLineEdit(cost=D(2))},
        "a cost",
        prepares=False,
    ),
    case(purchase_orders.remove_line, _WRITE, lambda scene: {"line_id": _order_line(scene)}, prepares=False),
    case(
        purchase_orders.set_vendor,
        _WRITE,
        lambda scene: {"purchase_order_id": scene.ids.order, "vendor_id": scene.ids.vendor},
        prepares=False,
    ),
    case(
        purchase_orders.set_header,
        _WRITE,
        lambda scene: {"purchase_order_id": scene.ids.order, "expected_on": TODAY, "note": "Soon"},
        prepares=False,
    ),
    case(purchase_orders.discard, _WRITE, lambda scene: {"purchase_order_id": scene.ids.order}, prepares=False),
    case(
        auto_order.apply,
        _WRITE,
        lambda scene: {
            "purchase_order_id": None,
            "vendor_id": scene.ids.vendor,
            "quantities": (ToOrder(scene.ids.items["cup"], ONE),),
        },
        prepares=False,
    ),
    case(
        auto_backorder_po.create,
        _WRITE,
        lambda scene: {"before": LATER, "vendor_ids": (scene.ids.vendor,)},
        prepares=False,
    ),
    case(order_posting.post, _POST, lambda scene: {"purchase_order_id": scene.ids.order}, prepares=False),
    case(
        order_posting.post,
        _POST,
        lambda scene: {
            "purchase_order_id": scene.ids.order,
            "allocations": ((_order_line(scene), scene.ids.lamp_backorder, ONE),),
        },
        "for a customer",
        prepares=False,
    ),
    case(order_posting.close_short, _POST, lambda scene: {"line_id": _sent_line(scene)}, prepares=False),
    case(
        allocations.change,
        _POST,
        lambda scene: {
            "purchase_order_id": scene.ids.sent,
            "allocations": ((_sent_line(scene), scene.ids.lamp_backorder, ONE),),
        },
        prepares=False,
    ),
    case(logs.start, _RECEIVE, lambda scene: {"purchase_order_id": scene.ids.sent}, prepares=False),
    case(logs.set_header, _RECEIVE, _header, prepares=False),
    case(serials.enter, _RECEIVE, _numbers_what_came),
    case(logs.set_lot, _RECEIVE, lambda scene: {"line_id": _log_line(scene), "lot": "A12"}, prepares=False),
    case(logs.set_quantity, _RECEIVE, lambda scene: {"line_id": _log_line(scene), "quantity": ONE}, prepares=False),
    case(
        logs.set_cost,
        (Permission.RECEIVE, Permission.SEE_COSTS),
        lambda scene: {"line_id": _log_line(scene), "cost": ONE},
        prepares=False,
    ),
    case(logs.take_as_ordered, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    case(logs.count_from_zero, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    case(
        logs.count_up,
        _RECEIVE,
        lambda scene: {"receiving_log_id": scene.ids.log, "item_id": scene.ids.items["cup"]},
        prepares=False,
    ),
    case(
        logs.add_item,
        _RECEIVE,
        lambda scene: {"receiving_log_id": scene.ids.log, "item_id": scene.ids.items["cup"]},
        prepares=False,
    ),
    case(logs.remove_line, _RECEIVE, lambda scene: {"line_id": _log_line(scene)}, prepares=False),
    case(logs.discard, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    case(receiving_posting.post, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    case(
        receiving_posting.post,
        (Permission.RECEIVE, Permission.CANCEL_BACKORDER),
        _canceled_share,
        "a backorder canceled",
        prepares=False,
    ),
)

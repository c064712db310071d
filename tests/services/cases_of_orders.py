"""The ways to order and to receive, and what each needs."""

from collections.abc import Mapping
from typing import Any

from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.purchasing.changes import LineChange
from posim_desktop.domain.receiving import corrections as correction_rules
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.domain.receiving.corrections import TakenBack
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.domain.receiving.stock_counts import Extent
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.orm import Backorder, FreedGoods, PurchaseOrderLine, ReceivingLine, ReceivingLog, VendorReturnLine
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.services.backorders import backorders
from posim_desktop.services.mails import outgoing
from posim_desktop.services.purchasing import (
    allocations,
    auto_backorder_po,
    auto_order,
    changes,
    freed_goods,
    order_mails,
)
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.auto_order import ToOrder
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.receiving import corrections, logs, return_serials, serials, stock_counts, vendor_returns
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.receiving.logs import Header
from posim_desktop.services.receiving.vendor_returns import ReturnLineEdit
from posim_desktop.services.sales import commitments, invoices, posting, sale_discounts
from posim_desktop.services.sales.invoices import LineEdit
from receiving_seed import TODAY
from services.permission_scene import LATER, ONE, D, Scene, case


def _order_line(scene: Scene) -> int:
    return scene.find(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == scene.ids.order)


def _sent_line(scene: Scene) -> int:
    return scene.find(PurchaseOrderLine, PurchaseOrderLine.purchase_order_id == scene.ids.sent)


def _lamps_that_nothing_brings(scene: Scene) -> Mapping[str, Any]:
    scene.owner(order_posting.close_short, line_id=_sent_line(scene))
    scene.owner(purchase_orders.discard, purchase_order_id=scene.ids.order)
    backorders = (scene.ids.lamp_backorder,)
    return {"purchase_order_id": None, "vendor_id": scene.ids.vendor, "backorder_ids": backorders}


def _numbers_what_came(scene: Scene) -> Mapping[str, Any]:
    line_id = _log_line(scene)
    scene.flags_all(Serials.RECEIVING)
    return {"line_id": line_id, "serials": ("A",)}


def _freed_line(scene: Scene) -> int:
    """Let Lee no longer want lamps that are on order."""
    order = {"backorder_id": scene.ids.lamp_backorder, "quantity": D(3), "employee_id": scene.ids.owner}
    scene.owner(backorders.cancel, **order, reason="Found one")
    return _sent_line(scene)


def _next_one(scene: Scene) -> int:
    """Let Kim wait for a lamp."""
    sale = scene.rings_up("lamp", "1", TransCode.BACKORDER)
    scene.owner(invoices.set_customer, invoice_id=sale, customer_id=scene.ids.kim)
    scene.owner(posting.post, **scene.posting_of(sale))
    return scene.find(Backorder, Backorder.customer_id == scene.ids.kim, Backorder.outstanding > 0)


def _request(scene: Scene) -> int:
    scene.owner(freed_goods.ask_to_drop, line_id=_freed_line(scene), quantity=ONE)
    return scene.find(FreedGoods)


def _log_line(scene: Scene) -> int:
    return scene.find(ReceivingLine, ReceivingLine.receiving_log_id == scene.ids.log)


def _header(scene: Scene) -> Mapping[str, Any]:
    header = Header("R-1", TODAY, TODAY, scene.ids.owner)
    return {"receiving_log_id": scene.ids.log, "header": header}


def _counted(scene: Scene) -> Mapping[str, Any]:
    count_id = scene.owner(stock_counts.start, extent=Extent.SCANNED)
    scene.owner(stock_counts.count_up, stock_count_id=count_id, item_id=scene.ids.items["cup"])
    return {"stock_count_id": count_id}


def _canceled_share(scene: Scene) -> Mapping[str, Any]:
    share = Share(_log_line(scene), scene.ids.lamp_backorder, ONE, ONE, "Wants fewer")
    return {"receiving_log_id": scene.ids.log, "shares": (share,)}


def _wrongly_received(scene: Scene) -> Mapping[str, Any]:
    taken = (TakenBack(_log_line(scene), ONE),)
    scene.owner(receiving_posting.post, receiving_log_id=scene.ids.log)
    found = correction_queries.correctable(scene.connection, scene.ids.log)
    seen = correction_rules.plan(found.standing, taken) if found is not None else ()
    return {"receiving_log_id": scene.ids.log, "taken": taken, "reason": "Counted twice", "seen": seen}


def _wrongly_set_aside_with_a_discount(scene: Scene) -> Mapping[str, Any]:
    fill = scene.ids.fill_invoice
    scene.owner(commitments.uncommit, invoice_id=fill)
    scene.owner(invoices.change_line, line_id=scene.line(fill), edit=LineEdit(unit_price=D(20)))
    scene.owner(sale_discounts.give, invoice_id=fill, discount=SaleDiscount(D("30.00")), reason="Broken")
    log_id = scene.find(ReceivingLog, ReceivingLog.number == 1)
    line_id = scene.find(ReceivingLine, ReceivingLine.receiving_log_id == log_id)
    filling = scene.find(Backorder, Backorder.item_id == scene.ids.items["bulb"])
    taken = (TakenBack(line_id, D(2), chosen=((filling, fill, D(2)),)),)
    found = correction_queries.correctable(scene.connection, log_id)
    seen = correction_rules.plan(found.standing, taken) if found is not None else ()
    return {"receiving_log_id": log_id, "taken": taken, "reason": "Counted twice", "seen": seen}


def _corrected(scene: Scene) -> Mapping[str, Any]:
    return {"correction_id": scene.owner(corrections.correct, **_wrongly_received(scene))}


def _vendor_return(scene: Scene) -> int:
    return_id = scene.owner(vendor_returns.start, vendor_id=scene.ids.vendor)
    item_id = scene.ids.items["cup"]
    scene.owner(vendor_returns.add_item, vendor_return_id=return_id, item_id=item_id, reason="Chipped")
    return return_id


def _vendor_return_line(scene: Scene) -> int:
    return scene.find(VendorReturnLine, VendorReturnLine.vendor_return_id == _vendor_return(scene))


def _numbers_what_goes_back(scene: Scene) -> Mapping[str, Any]:
    line_id = _vendor_return_line(scene)
    scene.flags_all(Serials.RECEIVING)
    return {"line_id": line_id, "serials": ("A",)}


def _order_mail(scene: Scene) -> Mapping[str, Any]:
    return {
        "purchase_order_id": scene.ids.sent,
        "recipient": "orders@acme.example",
        "subject": "An order",
        "body": "",
        "file_name": "order.pdf",
        "content": b"%PDF",
    }


_WRITE, _POST, _RECEIVE = (Permission.WRITE_ORDERS,), (Permission.POST_ORDERS,), (Permission.RECEIVE,)
_BACK = (Permission.RETURN_TO_VENDOR,)
ON_ORDERS = (
    case(order_mails.send_order, (Permission.POST_ORDERS,), _order_mail, prepares=False),
    case(
        outgoing.again,
        (Permission.POST_ORDERS,),
        lambda scene: {"mail_id": scene.owner(order_mails.send_order, **_order_mail(scene))},
    ),
    case(
        outgoing.to_other_address,
        (Permission.POST_ORDERS,),
        lambda scene: {
            "mail_id": scene.owner(order_mails.send_order, **_order_mail(scene)),
            "recipient": "a@acme.example",
        },
    ),
    case(
        outgoing.delete,
        (Permission.POST_ORDERS,),
        lambda scene: {"mail_id": scene.owner(order_mails.send_order, **_order_mail(scene))},
    ),
    case(vendor_returns.start, _BACK, lambda scene: {"vendor_id": scene.ids.vendor}, prepares=False),
    case(
        vendor_returns.set_header,
        _BACK,
        lambda scene: {"vendor_return_id": _vendor_return(scene), "rma_number": "RA-1", "note": ""},
    ),
    case(
        vendor_returns.add_item,
        _BACK,
        lambda scene: {"vendor_return_id": _vendor_return(scene), "item_id": scene.ids.items["bulb"]},
    ),
    case(
        vendor_returns.add_item,
        (Permission.RETURN_TO_VENDOR, Permission.SEE_COSTS),
        lambda scene: {"vendor_return_id": _vendor_return(scene), "item_id": scene.ids.items["bulb"], "cost": D(2)},
        "a cost",
    ),
    case(
        vendor_returns.change_line,
        _BACK,
        lambda scene: {"line_id": _vendor_return_line(scene), "edit": ReturnLineEdit(quantity=D(2))},
    ),
    case(
        vendor_returns.change_line,
        (Permission.RETURN_TO_VENDOR, Permission.SEE_COSTS),
        lambda scene: {"line_id": _vendor_return_line(scene), "edit": ReturnLineEdit(cost=D(2))},
        "a cost",
    ),
    case(return_serials.enter, _BACK, _numbers_what_goes_back),
    case(vendor_returns.remove_line, _BACK, lambda scene: {"line_id": _vendor_return_line(scene)}),
    case(vendor_returns.discard, _BACK, lambda scene: {"vendor_return_id": _vendor_return(scene)}),
    case(vendor_returns.post, _BACK, lambda scene: {"vendor_return_id": _vendor_return(scene)}),
    case(
        vendor_returns.take_credit,
        (Permission.RETURN_TO_VENDOR, Permission.SEE_COSTS),
        lambda scene: {
            "vendor_return_id": scene.owner(vendor_returns.post, vendor_return_id=_vendor_return(scene)),
            "amount": D("1.00"),
            "reference": "C-1",
        },
    ),
    case(
        vendor_returns.take_refused_goods,
        (Permission.RETURN_TO_VENDOR, Permission.CANCEL_BACKORDER),
        lambda scene: {
            "backorder_id": scene.find(Backorder, Backorder.item_id == scene.ids.items["bulb"]),
            "quantity": ONE,
            "employee_id": scene.who,
            "reason": "Wrong color",
        },
        prepares=False,
    ),
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
        _lamps_that_nothing_brings,
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
    case(order_posting.post_as_written, _POST, lambda scene: {"purchase_order_id": scene.ids.order}, prepares=False),
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
        freed_goods.keep_for_shelf,
        _POST,
        lambda scene: {"line_id": _freed_line(scene), "quantity": ONE},
    ),
    case(
        freed_goods.ask_to_drop,
        _POST,
        lambda scene: {"line_id": _freed_line(scene), "quantity": ONE},
    ),
    case(
        freed_goods.give_next,
        _POST,
        lambda scene: {"line_id": _freed_line(scene), "quantity": ONE, "seen": ((_next_one(scene), ONE),)},
    ),
    case(freed_goods.answer, _POST, lambda scene: {"request_id": _request(scene), "agreed": ONE, "reason": "Canceled"}),
    case(
        changes.change,
        _POST,
        lambda scene: {
            "purchase_order_id": scene.ids.sent,
            "lines": (LineChange(_sent_line(scene), D(7)),),
            "reason": "More asked for",
        },
        prepares=False,
    ),
    case(
        changes.change,
        (Permission.POST_ORDERS, Permission.SEE_COSTS),
        lambda scene: {
            "purchase_order_id": scene.ids.sent,
            "lines": (LineChange(_sent_line(scene), cost=D(7)),),
            "reason": "Dearer now",
        },
        "a cost",
        prepares=False,
    ),
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
    case(
        logs.set_cost,
        (Permission.RECEIVE, Permission.SEE_COSTS),
        lambda scene: {"line_id": _log_line(scene), "cost": ONE},
        prepares=False,
    ),
    case(logs.set_free, _RECEIVE, lambda scene: {"line_id": _log_line(scene), "free": ONE}, prepares=False),
    case(
        logs.set_charges,
        (Permission.RECEIVE, Permission.SEE_COSTS),
        lambda scene: {
            "receiving_log_id": scene.ids.log,
            "freight": ONE,
            "other_charges": ONE,
            "spread": Spread.COST,
        },
        prepares=False,
    ),
    case(logs.discard, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    case(receiving_posting.post, _RECEIVE, lambda scene: {"receiving_log_id": scene.ids.log}, prepares=False),
    case(stock_counts.post, (Permission.ADJUST_STOCK,), _counted, prepares=False),
    case(
        stock_counts.discard,
        (Permission.ADJUST_STOCK,),
        lambda scene: {**_counted(scene), "reason": "Begun twice"},
        prepares=False,
    ),
    case(corrections.correct, (Permission.CORRECT_RECEIVING,), _wrongly_received),
    case(
        corrections.correct,
        (
            *(Permission.CORRECT_RECEIVING, Permission.CHANGE_PRICE, Permission.SELL_BELOW_COST),
            Permit(Permission.DISCOUNT, D(100), ONE),
        ),
        _wrongly_set_aside_with_a_discount,
        "with a discount on the sale",
    ),
    case(corrections.prepare, _RECEIVE, _corrected),
    case(
        receiving_posting.post,
        (Permission.RECEIVE, Permission.CANCEL_BACKORDER),
        _canceled_share,
        "a backorder canceled",
        prepares=False,
    ),
)

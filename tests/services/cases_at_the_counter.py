"""The ways to sell, give back and cancel at the counter, and what each needs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.days import CashMove, RowKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.orm import Backorder, Drawer, DrawerDay, DrawerUser, InvoiceLine, Item
from posim_desktop.orm import SpecialOrderLine as SpecialOrderLineRow
from posim_desktop.services.backorders import backorders, wants
from posim_desktop.services.cards import (
    items,
)
from posim_desktop.services.sales import (
    cancellations,
    commitments,
    credit,
    days,
    deposits,
    duplicates,
    exemptions,
    fills,
    invoices,
    layaways,
    line_taxes,
    posting,
    print_jobs,
    removed_lines,
    returns,
    reversals,
    sale_discounts,
    special_order_payments,
    special_order_posting,
    special_orders,
    tenders,
)
from posim_desktop.services.sales import wants as sold_wants
from posim_desktop.services.sales.cancellations import Unwanted
from posim_desktop.services.sales.fills import Canceling
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from posim_desktop.services.sales.returns import GoodsBack
from posim_desktop.services.sales.special_orders import WantedItem
from posim_desktop.services.session import Session
from seeding import CASH, prefer
from services.permission_scene import ONE, Content, D, Scene, case, given


def _day_of(scene: Scene) -> int:
    scene.owner(days.move_cash, move=CashMove(RowKind.PAID_IN, D(1), "Coins"))
    return scene.find(DrawerDay, DrawerDay.workstation == "till 1", DrawerDay.status != "closed")


def _counted(scene: Scene) -> int:
    day_id = _day_of(scene)
    scene.owner(days.count, day_id=day_id)
    return day_id


def _x_on(printing: Printing) -> Content:
    return lambda scene: {"of": PrintSubject(day_id=_day_of(scene)), "printing": printing, "printer": "printer"}


def _opens_drawer(scene: Scene) -> Mapping[str, Any]:
    scene.owner(days.close, day_id=_counted(scene), kept=D(0))
    return {"opened_with": D(0)}


def _shares_drawer(scene: Scene) -> Mapping[str, Any]:
    _day_of(scene)
    scene.put(DrawerUser, workstation="till 9", drawer_id=scene.find(Drawer, Drawer.name == "till 1"))
    return {"drawer_id": scene.find(Drawer, Drawer.is_office)}


def _canceling(scene: Scene) -> Canceling:
    return Canceling(scene.who, "Moved away")


def _cancels_for(wish: Disposition) -> Content:
    return lambda scene: {
        "backorder_id": scene.ids.held,
        "quantity": ONE,
        "employee_id": scene.who,
        "reason": "Moved away",
        "disposition": wish,
        "refund_by": Tender(CASH, D(0)),
    }


def _takes_off_for(wish: Disposition) -> Content:
    return lambda scene: _takes_off(scene, wish)


def _takes_off(scene: Scene, wish: Disposition) -> Mapping[str, Any]:
    filled = scene.find(InvoiceLine, InvoiceLine.invoice_id == scene.ids.fill_invoice)
    line = scene.connection.execute(sa.select(InvoiceLine.__table__).where(InvoiceLine.id == filled)).one()
    deposit = scene.owner(invoices.start, customer_id=scene.ids.kim)
    scene.owner(deposits.add, invoice_id=deposit, amount=D(3), backorder_id=line.fills_backorder_id)
    scene.owner(posting.post, **scene.posting_of(deposit))
    canceling = Canceling(scene.who, "Moved away", ((line.fills_backorder_id, wish),), Tender(CASH, D(0)))
    return {"line_id": line.id, "quantity": D(0), "canceling": canceling}


def _add(code: str, quantity: str, trans_code: TransCode = TransCode.SALE) -> Content:
    return lambda scene: {
        "invoice_id": None,
        "lines": (NewLine(scene.ids.items[code], D(quantity), trans_code, sell_anyway=True),),
    }


def _edit(**edit: Any) -> Content:  # noqa: ANN401 - the fields of a LineEdit
    return lambda scene: {"line_id": scene.line(scene.ids.sale), "edit": LineEdit(**edit)}


def _orders_new(cost: Decimal) -> Content:
    line = SpecialLine(description="Winter coat", unit_price=D(120), cost=cost)
    return given(special_order_id=None, line=line)


def _changes_cost(scene: Scene) -> Mapping[str, Any]:
    line = SpecialLine(description="Winter coat", unit_price=D(120), cost=D(60))
    scene.owner(special_orders.add_new_item, special_order_id=None, line=line)
    return {"line_id": scene.find(SpecialOrderLineRow), "line": replace(line, cost=D(61))}


def _posts_special(*, price: str = "24.00", deposit_percent: int = 0) -> Content:
    def content(scene: Scene) -> Mapping[str, Any]:
        wanted = (WantedItem(scene.ids.items["kettle"]),)
        order_id = scene.owner(special_orders.start, customer_id=scene.ids.lee)
        scene.owner(special_orders.add_items, special_order_id=order_id, items=wanted)
        line = SpecialLine(description="Kettle", unit_price=D(price), cost=D(1))
        scene.owner(special_orders.change_line, line_id=scene.find(SpecialOrderLineRow), line=line)
        if deposit_percent:
            prefer(Session(scene.connection), deposit_percent=deposit_percent)
        return {"special_order_id": order_id, "tenders": (), "expected_deposit": D("0.00")}

    return content


def _pays_special(scene: Scene) -> Mapping[str, Any]:
    order_id = _posts_special()(scene)["special_order_id"]
    return {"special_order_id": order_id, "deposit": D("5.00"), "note": "Deposit"}


def _give(percent: Decimal, reason: str = "") -> Content:
    return lambda scene: {
        "invoice_id": scene.ids.sale,
        "discount": SaleDiscount(percent=percent),
        "reason": reason,
    }


def _takes_a_line_off_a_discounted_sale(scene: Scene) -> Mapping[str, Any]:
    line_id = scene.line(scene.ids.sale)
    again = NewLine(scene.ids.items["lamp"], D(4), sell_anyway=True)
    scene.owner(invoices.add_items, invoice_id=scene.ids.sale, lines=(again,))
    scene.owner(sale_discounts.give, invoice_id=scene.ids.sale, discount=SaleDiscount(D("24.00")))
    return {"line_id": line_id}


def _reduces_a_discounted_fill(scene: Scene) -> Mapping[str, Any]:
    line_id = scene.line(scene.ids.fill_invoice)
    scene.owner(commitments.uncommit, invoice_id=scene.ids.fill_invoice)
    scene.owner(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D(20)))
    off = SaleDiscount(D("30.00"))
    scene.owner(sale_discounts.give, invoice_id=scene.ids.fill_invoice, discount=off, reason="Broken")
    return {"line_id": line_id, "quantity": ONE, "canceling": _canceling(scene)}


def _gives_on_another_price(scene: Scene) -> Mapping[str, Any]:
    line_id = scene.line(scene.ids.sale)
    scene.owner(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D(20)))
    return {"invoice_id": scene.ids.sale, "discount": SaleDiscount(percent=D(10))}


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


BARE = (Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT)
"""What goods need that come back without a receipt."""

PAYS_ANY_WAY = (Permission.PAY_OUT, Permission.REFUND_OTHERWISE)
"""What money needs that goes out for them."""


def _posted(scene: Scene) -> Mapping[str, Any]:
    scene.owner(posting.post, **scene.posting_of(scene.ids.sale))
    return {"invoice_id": scene.ids.sale}


def _of_a_sale(scene: Scene) -> Mapping[str, Any]:
    scene.owner(posting.post, **scene.posting_of(scene.ids.sale))
    sold = scene.line(scene.ids.sale)
    return {"sale_id": scene.ids.sale, "goods": (GoodsBack(sold, ONE, "Did not fit"),)}


def _reverses(scene: Scene) -> Mapping[str, Any]:
    return {**_of_a_sale(scene), "unwanted": (), "reason": "Reversal of invoice 1"}


def _reverses_promise(wish: Disposition) -> Content:
    def content(scene: Scene) -> Mapping[str, Any]:
        source = scene.connection.execute(
            sa.select(InvoiceLine.invoice_id)
            .join(Backorder, Backorder.source_line_id == InvoiceLine.id)
            .where(Backorder.id == scene.ids.held)
        ).scalar_one()
        unwanted = (Unwanted(scene.ids.held, ONE, wish if wish.leaves else None),)
        return {
            "sale_id": source,
            "goods": (),
            "unwanted": unwanted,
            "reason": "Reversal of an invoice",
            "refund_by": Tender(CASH, D(0)),
        }

    return content


def _refunds(scene: Scene) -> Mapping[str, Any]:
    return scene.posting_of(scene.owner(returns.take_back, **_of_a_sale(scene)))


def _pays_out(scene: Scene) -> Mapping[str, Any]:
    return scene.posting_of(scene.rings_up("kettle", "1", TransCode.RETURN))


def _hands_out(scene: Scene) -> Mapping[str, Any]:
    invoice_id = scene.rings_up("kettle", "1", TransCode.RETURN)
    return {"invoice_id": invoice_id, "tender": scene.posting_of(invoice_id)["tenders"][0]}


def _early(scene: Scene) -> int:
    kettle = scene.ids.items["kettle"]
    scene.connection.execute(sa.update(Item).where(Item.id == kettle).values(on_sale_on=date(2099, 1, 1)))
    return kettle


def _adds_early(scene: Scene) -> Mapping[str, Any]:
    return {"invoice_id": None, "lines": (NewLine(_early(scene), ONE),)}


def _posts_early(scene: Scene) -> Mapping[str, Any]:
    invoice_id = scene.rings_up("kettle", "1")
    _early(scene)
    return scene.posting_of(invoice_id)


def _ran_out(scene: Scene) -> Mapping[str, Any]:
    invoice_id = scene.rings_up("cup", "4", anyway=True)
    scene.owner(items.adjust_stock, item_id=scene.ids.items["cup"], reason="Broken", counted=D(1))
    return scene.posting_of(invoice_id)


def _takes_of_others(scene: Scene) -> Mapping[str, Any]:
    invoice_id = scene.rings_up("bulb", "4", anyway=True)
    scene.owner(items.adjust_stock, item_id=scene.ids.items["bulb"], reason="Broken", counted=D(5))
    return scene.posting_of(invoice_id)


def _wished(scene: Scene) -> Mapping[str, Any]:
    wish = {"customer_id": scene.ids.lee, "item_id": scene.ids.items["kettle"], "quantity": ONE}
    return {"want_id": scene.owner(wants.add, **wish), "trans_code": TransCode.BACKORDER}


def _discount(percent: str, quantity: int = 4) -> Permit:
    return Permit(Permission.DISCOUNT, D(percent), D(quantity))


AT_THE_COUNTER = (
    case(
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
    case(
        fills.discard,
        (Permission.CANCEL_BACKORDER,),
        lambda scene: {"invoice_id": scene.ids.fill_invoice, "canceling": _canceling(scene)},
        "canceling",
        prepares=False,
    ),
    case(
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
    case(invoices.add_items, (), _add("kettle", "1"), "a plain sale"),
    case(invoices.add_items, BARE, _add("kettle", "1", TransCode.RETURN), "a return"),
    case(invoices.add_items, (Permission.SELL_BELOW_ZERO,), _add("cup", "10"), "more than there is"),
    case(invoices.add_items, (Permission.SELL_SET_ASIDE,), _add("bulb", "5"), "set aside for others"),
    case(invoices.add_items, (Permission.SELL_EARLY,), _adds_early, "before its day", prepares=True),
    case(
        invoices.add_items,
        (Permission.SELL_SET_ASIDE, Permission.SELL_BELOW_ZERO),
        _add("bulb", "8"),
        "set aside for others and more than there is",
    ),
    case(invoices.change_line, (_discount("10"),), _edit(discount_percent=D(10)), "10 percent off"),
    case(invoices.change_line, (_discount("11"),), _edit(discount_percent=D(11)), "11 percent off"),
    case(invoices.change_line, (Permission.CHANGE_PRICE,), _edit(unit_price=D(20)), "another price"),
    case(
        invoices.change_line,
        (Permission.CHANGE_PRICE, Permission.SELL_BELOW_COST),
        _edit(unit_price=D("0.50")),
        "a price below cost",
    ),
    case(
        invoices.change_line,
        (_discount("99"), Permission.SELL_BELOW_COST),
        _edit(discount_percent=D(99), discount_reason="Broken"),
        "a discount below cost",
    ),
    case(invoices.change_line, BARE, _edit(trans_code=TransCode.RETURN), "a return"),
    case(
        invoices.change_line,
        (Permission.SELL_BELOW_ZERO,),
        _edit(quantity=D(51), sell_anyway=True),
        "more than there is",
    ),
    case(
        exemptions.tell,
        (Permission.CHANGE_TAX,),
        lambda scene: {"invoice_id": scene.ids.sale, "exemption": Exemption("12-345")},
    ),
    case(
        line_taxes.change,
        (Permission.CHANGE_TAX,),
        lambda scene: {"line_id": scene.line(scene.ids.sale), "tax_code_id": scene.ids.tax_code},
    ),
    case(sold_wants.put_on_invoice, (), _wished, "a wish that is promised"),
    case(invoices.add_comment, (), lambda scene: {"invoice_id": scene.ids.sale, "comment": "Call first"}),
    case(invoices.remove_line, (_discount("25"),), _takes_a_line_off_a_discounted_sale),
    case(
        fills.reduce_line,
        (Permission.CANCEL_BACKORDER, _discount("100", 1), Permission.CHANGE_PRICE, Permission.SELL_BELOW_COST),
        _reduces_a_discounted_fill,
        "with a discount on the sale",
    ),
    case(
        sale_discounts.give,
        (_discount("10"), Permission.CHANGE_PRICE),
        _gives_on_another_price,
        "10 percent off a sale with another price",
    ),
    case(sale_discounts.give, (_discount("10"),), _give(percent=D(10)), "10 percent off the sale"),
    case(
        sale_discounts.give,
        (_discount("99"), Permission.SELL_BELOW_COST),
        _give(percent=D(99), reason="Broken"),
        "below cost",
    ),
    case(
        invoices.split_line, (), lambda scene: {"line_id": scene.line(scene.ids.sale), "sell": ONE}, "as it was allowed"
    ),
    case(
        removed_lines.put_back,
        (_discount("50", 1),),
        _put_back("kettle", discount=D(12), discount_reason="Broken"),
        "half off",
    ),
    case(
        removed_lines.put_back,
        BARE,
        _put_back("kettle", trans_code=TransCode.RETURN),
        "a return",
    ),
    case(posting.post, (), lambda scene: scene.posting_of(scene.ids.sale), "a plain sale"),
    case(posting.post, PAYS_ANY_WAY, _pays_out, "money goes out"),
    case(tenders.take, PAYS_ANY_WAY, _hands_out, "money goes out"),
    case(
        posting.allow_pay_out,
        PAYS_ANY_WAY,
        lambda scene: {"invoice_id": scene.rings_up("kettle", "1", TransCode.RETURN)},
    ),
    case(duplicates.duplicate, (), _posted),
    case(returns.take_back, (Permission.RETURN_GOODS,), _of_a_sale, "goods of a sale"),
    case(reversals.reverse, (Permission.RETURN_GOODS,), _reverses, "goods of a sale"),
    case(reversals.reverse, (Permission.CANCEL_BACKORDER,), _reverses_promise(Disposition()), "what is still owed"),
    case(
        reversals.reverse,
        (Permission.CANCEL_BACKORDER, Permission.PAY_OUT),
        _reverses_promise(Disposition(refund=D(10))),
        "and a deposit is paid back",
    ),
    case(
        reversals.reverse,
        (Permission.CANCEL_BACKORDER, Permission.CANCEL_FEE),
        _reverses_promise(Disposition(fee=D(10))),
        "and a fee is kept",
    ),
    case(posting.post, (Permission.PAY_OUT,), _refunds, "money goes back the way it came"),
    case(posting.post, (Permission.SELL_BELOW_ZERO,), _ran_out, "what ran out"),
    case(posting.post, (Permission.SELL_EARLY,), _posts_early, "before its day"),
    case(posting.post, (Permission.SELL_SET_ASIDE,), _takes_of_others, "what was set aside since"),
    case(special_orders.add_new_item, (Permission.SEE_COSTS,), _orders_new(D(3)), "with its cost"),
    case(special_orders.add_new_item, (), _orders_new(D(0)), "without its cost"),
    case(special_orders.change_line, (Permission.SEE_COSTS,), _changes_cost),
    case(special_order_payments.begin, (), _pays_special),
    case(special_order_posting.post, (), _posts_special(), "as the shop asks"),
    case(
        special_order_posting.post,
        (Permit(Permission.LOWER_DEPOSIT, D(0)),),
        _posts_special(deposit_percent=25),
        "without the usual deposit",
    ),
    case(
        special_order_posting.post,
        (Permission.CHANGE_PRICE, Permission.SELL_BELOW_COST),
        _posts_special(price="0.50"),
        "below cost",
    ),
    case(
        cancellations.cancel,
        (Permission.CANCEL_BACKORDER,),
        _cancels_for(Disposition(credit=D(10))),
        "kept as credit",
        prepares=False,
    ),
    case(
        cancellations.cancel,
        (Permission.CANCEL_BACKORDER, Permission.CANCEL_FEE),
        _cancels_for(Disposition(fee=D(10))),
        "kept as a fee",
    ),
    case(
        cancellations.cancel,
        (Permission.CANCEL_BACKORDER, Permission.PAY_OUT),
        _cancels_for(Disposition(refund=D(10))),
        "paid back",
    ),
    case(
        fills.reduce_line,
        (Permission.CANCEL_BACKORDER, Permission.CANCEL_FEE),
        _takes_off_for(Disposition(fee=D(3))),
        "a fee is kept",
    ),
    case(
        fills.reduce_line,
        (Permission.CANCEL_BACKORDER, Permission.PAY_OUT),
        _takes_off_for(Disposition(refund=D(3))),
        "a deposit is paid back",
    ),
    case(
        credit.pay_back,
        (Permission.PAY_OUT,),
        lambda scene: {"customer_id": scene.ids.lee, "amount": D(5), "refund_by": Tender(CASH, D(0))},
    ),
    case(
        layaways.begin,
        (),
        lambda scene: {"invoice_id": scene.ids.sale, "amount": D(5)},
    ),
    case(
        deposits.add,
        (),
        lambda scene: {"invoice_id": scene.ids.sale, "amount": D(5)},
    ),
    case(days.open_day, (Permission.CLOSE_DRAWER,), _opens_drawer),
    case(days.count, (Permission.CLOSE_DRAWER,), lambda scene: {"day_id": _day_of(scene)}),
    case(days.count_again, (Permission.CLOSE_DRAWER,), lambda scene: {"day_id": _counted(scene)}),
    case(days.close, (Permission.CLOSE_DRAWER,), lambda scene: {"day_id": _counted(scene), "kept": D(0)}),
    case(
        days.move_cash,
        (Permission.PAY_FROM_DRAWER,),
        given(move=CashMove(RowKind.PAID_OUT, D(5), "Milk")),
    ),
    case(days.use_drawer, (Permission.CHANGE_PREFERENCES,), _shares_drawer),
    case(print_jobs.open_drawer, (Permission.OPEN_DRAWER,), given(printer="printer", reason="Change")),
    case(print_jobs.order, (Permission.SEE_EXPECTED,), _x_on(Printing.X_REPORT)),
    case(print_jobs.begin_paper, (Permission.SEE_EXPECTED,), _x_on(Printing.X_REPORT_PAPER)),
    case(posting.uncommit_and_process, (), lambda scene: scene.posting_of(scene.ids.fill_invoice), "a pick-up"),
)

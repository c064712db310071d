"""Which permissions each verb of the services asks for, or why none."""

from posim_desktop.domain.permits import Permission

SELLS = "everybody who works here sells, at the card's price what is there"
COUNTER = "everybody at the counter gives customers what they wait for"
ASKS = "everybody at the counter asks customers, and writes down what they say"
COUNTS = "everybody who works here counts; what was counted changes nothing until it is posted"
DOOR = "how somebody comes in: the PIN is asked, not a role"
BY_PIN = "asks whoever approves for the PIN, and their role for the permission that is approved"
PRINTS = "everybody who works here has papers printed"
WORKSTATION = "the workstation prints what people ordered, whoever works there by then"
SENDS = "the workstation sends what people asked for, whoever works there by then"
BACKS_UP = "everybody has the shop backed up, and a workstation does it when nobody is logged in"
DATABASE = "for who has the database itself; no till offers it"

CARD_VERBS = ("add", "add_many", "change", "archive", "bring_back", "delete")
CARDS = {
    "customers": {Permission.EDIT_CUSTOMERS},
    "departments": {Permission.EDIT_ITEMS},
    "employees": {Permission.EDIT_EMPLOYEES},
    "tax_codes": {Permission.CHANGE_PREFERENCES},
    "vendors": {Permission.EDIT_VENDORS},
}
WRITES_ITEM = {Permission.EDIT_ITEMS, Permission.EDIT_PRICES, Permission.SEE_COSTS}
WRITES_LINE = {
    *(Permission.CHANGE_PRICE, Permission.DISCOUNT, Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT),
    *(Permission.SELL_BELOW_COST, Permission.SELL_BELOW_ZERO, Permission.SELL_SET_ASIDE, Permission.SELL_EARLY),
}
IMPORTS = WRITES_ITEM | {
    *(Permission.IMPORT, Permission.ADJUST_STOCK, Permission.EDIT_CUSTOMERS, Permission.EDIT_VENDORS),
    Permission.CHANGE_PREFERENCES,
}
"""What a file holds decides which of them."""
CANCELS = {Permission.CANCEL_BACKORDER, Permission.CANCEL_FEE, Permission.PAY_OUT}
"""The last two where a fee is kept, or money paid back."""
REPRICES = {Permission.CHANGE_PRICE, Permission.DISCOUNT, Permission.SELL_BELOW_COST}
"""What the lines of a sale with a discount can need when something else on it changes."""
COUNT_VERBS = (
    *("start", "set_note", "count_up", "fill_in", "take_file", "take_off"),
    *("keep_unknown", "identify", "dismiss", "find_held"),
)
POSTS_SALE = {
    *(Permission.PAY_OUT, Permission.REFUND_OTHERWISE),
    *(Permission.SELL_BELOW_ZERO, Permission.SELL_SET_ASIDE, Permission.SELL_EARLY),
}

GUARDS: dict[str, set[Permission] | str] = {
    **{f"cards.{cards}.{verb}": asked for cards, asked in CARDS.items() for verb in CARD_VERBS},
    **{f"cards.roles.{verb}": {Permission.EDIT_EMPLOYEES} for verb in CARD_VERBS if verb != "add_many"},
    **{f"cards.items.{verb}": WRITES_ITEM for verb in ("add", "add_many", "change")},
    **{f"cards.items.{verb}": {Permission.EDIT_ITEMS} for verb in ("archive", "bring_back", "delete")},
    "cards.items.adjust_stock": {Permission.ADJUST_STOCK},
    "cards.merging.merge": {Permission.MERGE_CUSTOMERS},
    **{f"cards.personal_data.{verb}": {Permission.FORGET_CUSTOMERS} for verb in ("hand_over", "forget")},
    "cards.preferences.change": {Permission.CHANGE_PREFERENCES},
    "cards.getting_ready.note_receipt": PRINTS,
    "cards.getting_ready.skip": {Permission.CHANGE_PREFERENCES},
    "cards.practicing.note_scan": "in a practice shop only, where nothing is real",
    "cards.shop.choose_currency": DATABASE,
    "cards.shop.set_up": {Permission.EDIT_EMPLOYEES, Permission.CHANGE_PREFERENCES},
    **{f"backorders.questions.{verb}": ASKS for verb in ("answer", "answer_each", "ask", "note_will_also_take")},
    **{f"backorders.wants.{verb}": ASKS for verb in ("add", "change", "drop")},
    "sales.special_orders.answer_questions": ASKS,
    **{f"sales.attachments.{verb}": ASKS for verb in ("attach", "remove")},
    "sales.wants.put_on_invoice": WRITES_LINE,
    "backorders.backorders.cancel": {Permission.CANCEL_BACKORDER},
    "exchange.backups.begin": BACKS_UP,
    "exchange.backups.end": BACKS_UP,
    "exchange.restored.replace": {Permission.RESTORE},
    "exchange.restored.go_on": "written into a copy of which nobody knows; whoever may restore was asked before",
    "exchange.imports.bring_in": IMPORTS,
    "exchange.import_undo.undo": IMPORTS,
    "people.approvals.approve": BY_PIN,
    "people.pins.change_own": DOOR,
    "people.pins.lock": DOOR,
    "people.pins.give": {Permission.EDIT_EMPLOYEES},
    "people.pins.log_in": DOOR,
    "people.pins.make_first": DOOR,
    "people.pins.replace_forgotten": DATABASE,
    **{
        f"purchasing.freed_goods.{verb}": {Permission.POST_ORDERS}
        for verb in ("answer", "ask_to_drop", "give_next", "keep_for_shelf")
    },
    "purchasing.changes.change": {Permission.POST_ORDERS, Permission.SEE_COSTS},
    "purchasing.allocations.change": {Permission.POST_ORDERS},
    "purchasing.auto_backorder_po.create": {Permission.WRITE_ORDERS},
    "purchasing.auto_order.apply": {Permission.WRITE_ORDERS},
    **{
        f"purchasing.mails.{verb}": {Permission.POST_ORDERS}
        for verb in ("send_order", "again", "to_other_address", "delete")
    },
    **{f"purchasing.mails.{verb}": SENDS for verb in ("take", "end")},
    "purchasing.orders.add_backorders": {Permission.WRITE_ORDERS},
    "purchasing.orders.add_lines": {Permission.WRITE_ORDERS},
    "purchasing.orders.change_line": {Permission.WRITE_ORDERS, Permission.SEE_COSTS},
    "purchasing.orders.discard": {Permission.WRITE_ORDERS},
    "purchasing.orders.remove_line": {Permission.WRITE_ORDERS},
    "purchasing.orders.set_header": {Permission.WRITE_ORDERS},
    "purchasing.orders.set_vendor": {Permission.WRITE_ORDERS},
    "purchasing.posting.close_short": {Permission.POST_ORDERS},
    "purchasing.posting.post": {Permission.POST_ORDERS},
    "purchasing.posting.post_as_written": {Permission.POST_ORDERS},
    **{
        f"receiving.logs.{verb}": COUNTS
        for verb in ("add_item", "count_from_zero", "count_up", "remove_line", "set_quantity", "take_as_ordered")
    },
    "receiving.logs.discard": {Permission.RECEIVE},
    "receiving.logs.set_charges": {Permission.RECEIVE, Permission.SEE_COSTS},
    "receiving.logs.set_cost": {Permission.RECEIVE, Permission.SEE_COSTS},
    "receiving.logs.set_free": {Permission.RECEIVE},
    "receiving.logs.set_header": {Permission.RECEIVE},
    "receiving.logs.set_lot": {Permission.RECEIVE},
    "receiving.logs.start": {Permission.RECEIVE},
    **{f"receiving.stock_counts.{verb}": COUNTS for verb in COUNT_VERBS},
    "receiving.stock_counts.discard": {Permission.ADJUST_STOCK},
    "receiving.stock_counts.post": {Permission.ADJUST_STOCK},
    "receiving.serials.enter": {Permission.RECEIVE},
    "receiving.return_serials.enter": {Permission.RETURN_TO_VENDOR},
    "receiving.corrections.correct": {Permission.CORRECT_RECEIVING} | REPRICES,
    "receiving.corrections.prepare": {Permission.RECEIVE},
    **{
        f"receiving.vendor_returns.{verb}": {Permission.RETURN_TO_VENDOR}
        for verb in ("start", "set_header", "remove_line", "discard", "post")
    },
    **{
        f"receiving.vendor_returns.{verb}": {Permission.RETURN_TO_VENDOR, Permission.SEE_COSTS}
        for verb in ("add_item", "change_line", "take_credit")
    },
    "receiving.vendor_returns.take_refused_goods": CANCELS | REPRICES | {Permission.RETURN_TO_VENDOR},
    "receiving.posting.post": {Permission.RECEIVE, Permission.CANCEL_BACKORDER},
    "cards.credit_limits.change": {Permission.SET_CREDIT_LIMIT},
    "sales.cancellations.cancel": CANCELS,
    "sales.credit.pay_back": {Permission.PAY_OUT},
    "sales.credit.put_on": SELLS,
    "sales.deposits.add": REPRICES,
    **{f"sales.days.{verb}": {Permission.CLOSE_DRAWER} for verb in ("open_day", "count", "count_again", "close")},
    "sales.days.move_cash": {Permission.PAY_FROM_DRAWER},
    "sales.days.print_report": PRINTS,
    "sales.days.use_drawer": {Permission.CHANGE_PREFERENCES},
    "sales.commitments.commit": COUNTER,
    "sales.commitments.uncommit": COUNTER,
    "sales.exemptions.tell": {Permission.CHANGE_TAX},
    "sales.layaways.begin": REPRICES,
    "sales.line_taxes.change": {Permission.CHANGE_TAX},
    "sales.fills.discard": CANCELS,
    "sales.fills.fill_backorders": COUNTER,
    "sales.fills.reduce_line": CANCELS | REPRICES,
    "sales.invoices.add_comment": REPRICES,
    "sales.invoices.add_items": WRITES_LINE,
    "sales.invoices.change_line": WRITES_LINE,
    "sales.invoices.discard": SELLS,
    "sales.invoices.remove_line": REPRICES,
    "sales.duplicates.duplicate": WRITES_LINE,
    "sales.invoices.set_customer": SELLS,
    "sales.invoices.set_note": SELLS,
    "sales.invoices.set_reference": SELLS,
    "sales.invoices.split_line": WRITES_LINE,
    "sales.invoices.start": SELLS,
    "sales.parking.let_go": SELLS,
    "sales.parking.take_up": SELLS,
    "sales.parking.leave": "nothing is given up that somebody wrote",
    **{f"sales.picking.{verb}": COUNTER for verb in ("pick", "put_back", "store_at")},
    "sales.receipt_mails.send_receipt": PRINTS,
    "sales.print_jobs.again": PRINTS,
    "sales.print_jobs.begin_paper": PRINTS,
    "sales.print_jobs.delete": PRINTS,
    "sales.print_jobs.end": WORKSTATION,
    "sales.print_jobs.open_drawer": {Permission.OPEN_DRAWER},
    "sales.print_jobs.order": PRINTS,
    "sales.print_jobs.take": WORKSTATION,
    "sales.reversals.reverse": CANCELS | WRITES_LINE,
    "sales.posting.allow_pay_out": {Permission.PAY_OUT, Permission.REFUND_OTHERWISE},
    "sales.posting.post": POSTS_SALE,
    "sales.posting.uncommit_and_process": POSTS_SALE,
    **{f"sales.card_requests.{verb}": SELLS for verb in ("answer", "ask", "settle")},
    "sales.returns.take_back": WRITES_LINE,
    "sales.serials.enter": SELLS,
    "sales.awaited_orders.wait_for": SELLS,
    **{
        f"sales.special_orders.{verb}": SELLS
        for verb in ("add_items", "discard", "remove_line", "set_customer", "set_head", "start")
    },
    "sales.special_orders.add_new_item": {Permission.SEE_COSTS},
    "sales.special_orders.change_line": {Permission.SEE_COSTS},
    "sales.special_order_payments.begin": REPRICES | {Permission.PAY_OUT, Permission.REFUND_OTHERWISE},
    "sales.special_order_posting.post": WRITES_LINE | POSTS_SALE | {Permission.LOWER_DEPOSIT},
    **{f"sales.tender_types.{verb}": {Permission.CHANGE_PREFERENCES} for verb in CARD_VERBS if verb != "add_many"},
    "sales.tenders.give_back": SELLS,
    "sales.tenders.take": {Permission.PAY_OUT, Permission.REFUND_OTHERWISE},
    "sales.removed_lines.put_back": WRITES_LINE,
    "sales.sale_discounts.give": REPRICES,
}
"""Whatever is done with it: a plain sale asks for none of what a line can need."""

NEVER_NEEDED: dict[str, set[Permission]] = {
    "receiving.vendor_returns.take_refused_goods": REPRICES | (CANCELS - {Permission.CANCEL_BACKORDER}),
    "sales.reversals.reverse": WRITES_LINE - {Permission.RETURN_GOODS},
    "sales.special_order_payments.begin": REPRICES | {Permission.PAY_OUT, Permission.REFUND_OTHERWISE},
    "sales.special_order_posting.post": POSTS_SALE
    | {Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT, Permission.DISCOUNT},
}
"""What a verb shares with others that ask it, and never needs itself: a special order only promises goods
and takes money for them, a reversal gives back at the price that was paid."""

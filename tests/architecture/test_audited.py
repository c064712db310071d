"""Every verb says which events it writes into the audit, or why none."""

import pytest

from architecture.verbs import VERBS as FOUND_VERBS
from architecture.verbs import named_in
from guards import COUNT_VERBS

WORKING = "a working document answers for nothing until it is posted"
ITS_OWN_RECORD = "a print job says itself who ordered it and what came of it"
A_PROMISE = "says when goods are expected and what is noted; no goods and no money move"

A_WISH = "a wish promises nothing; its row says who took it down, and who dropped it"

A_FILE = "shows what is meant; no goods and no money move, and its row says who attached it"

ADD, CHANGE = {"card: ADD"}, {"card: CHANGE"}
AWAY = {"card: ARCHIVE", "card: BRING_BACK"}
CARD = {
    "add": ADD,
    "add_many": ADD,
    "change": CHANGE,
    "archive": AWAY,
    "bring_back": AWAY,
    "delete": AWAY | {"card: DELETE"},
}
POST = {
    *("POST_INVOICE", "RETURN_GOODS", "OVERSELL", "SELL_SET_ASIDE_GOODS", "DISCARD_INVOICE"),
    "UNCOMMIT_INVOICE",
}
TRIED = {"WRONG_PIN", "LOCK_OUT"}
CARDS = ("customers", "departments", "employees", "items", "tax_codes", "vendors")

VERBS: dict[str, set[str] | str] = {
    **{f"cards.{cards}.{verb}": events for cards in CARDS for verb, events in CARD.items()},
    **{f"cards.roles.{verb}": events for verb, events in CARD.items() if verb != "add_many"},
    "people.approvals.approve": {"APPROVE"} | TRIED,
    "backorders.backorders.cancel": {"CANCEL_BACKORDER"},
    **{f"backorders.wants.{verb}": A_WISH for verb in ("add", "change", "drop")},
    "sales.attachments.attach": A_FILE,
    "sales.attachments.remove": A_FILE,
    "sales.wants.put_on_invoice": WORKING,
    "backorders.questions.answer": {"ANSWER_QUESTION"},
    "backorders.questions.answer_each": {"ANSWER_QUESTION", "ASK_CUSTOMER"},
    "backorders.questions.ask": {"ASK_CUSTOMER"},
    "backorders.questions.note_will_also_take": {"CHANGE_WILL_ALSO_TAKE"},
    "cards.items.adjust_stock": {"ADJUST_STOCK", "OVERSELL"},
    "cards.credit_limits.change": {"SET_CREDIT_LIMIT"},
    "cards.merging.merge": {"MERGE_CUSTOMERS"},
    "cards.personal_data.hand_over": {"HAND_OVER_DATA"},
    "cards.personal_data.forget": {"FORGET_CUSTOMER"},
    "cards.preferences.change": {"CHANGE_PREFERENCES"},
    "cards.getting_ready.note_receipt": "says that a printer works; the row names the workstation",
    "cards.getting_ready.skip": "shows or hides a card of Getting Ready",
    "cards.practicing.note_scan": "in a practice shop only, where nothing is real",
    "cards.shop.choose_currency": {"CHANGE_PREFERENCES"},
    "cards.shop.set_up": ADD | {"CHANGE_PREFERENCES", "MAKE_PIN"},
    "exchange.backups.begin": "the row of a backup says itself who made it and what came of it",
    "exchange.backups.end": "the row of a backup says itself who made it and what came of it",
    "exchange.restored.replace": {"REPLACE_SHOP"},
    "exchange.restored.go_on": {"RESTORE_SHOP"},
    "exchange.imports.bring_in": ADD | CHANGE | {"IMPORT_FILE", "ADJUST_STOCK"},
    "exchange.import_undo.undo": CHANGE | {"UNDO_IMPORT", "ADJUST_STOCK", "card: ARCHIVE"},
    "people.pins.change_own": {"CHANGE_PIN"} | TRIED,
    "people.pins.give": {"GIVE_PIN"},
    "people.pins.lock": {"LOCK"},
    "people.pins.log_in": {"LOG_IN", "SWITCH_EMPLOYEE"} | TRIED,
    "people.pins.make_first": {"MAKE_PIN", "LOG_IN"},
    "people.pins.replace_forgotten": {"FORGOTTEN_PIN"},
    "purchasing.allocations.change": {"CHANGE_ALLOCATIONS"},
    "purchasing.freed_goods.answer": {"DECIDE_FREED_GOODS", "CHANGE_PURCHASE_ORDER"},
    **{
        f"purchasing.freed_goods.{verb}": {"DECIDE_FREED_GOODS"}
        for verb in ("ask_to_drop", "give_next", "keep_for_shelf")
    },
    "purchasing.changes.change": {"CHANGE_PURCHASE_ORDER"},
    "purchasing.auto_backorder_po.create": {"AUTO_BACKORDER_PO"},
    "purchasing.auto_order.apply": WORKING,
    "purchasing.mails.send_order": {"MAIL_PURCHASE_ORDER"},
    **{f"purchasing.mails.{verb}": ITS_OWN_RECORD for verb in ("take", "end", "again", "to_other_address", "delete")},
    "purchasing.orders.add_backorders": WORKING,
    "purchasing.orders.add_lines": WORKING,
    "purchasing.orders.change_line": WORKING,
    "purchasing.orders.discard": {"DISCARD_PURCHASE_ORDER"},
    "purchasing.orders.remove_line": {"REMOVE_LINE", "DISCARD_PURCHASE_ORDER"},
    "purchasing.orders.set_header": A_PROMISE,
    "purchasing.orders.set_vendor": WORKING,
    "purchasing.posting.close_short": {"CLOSE_SHORT"},
    "purchasing.posting.post": {"POST_PURCHASE_ORDER"},
    "purchasing.posting.post_as_written": {"POST_PURCHASE_ORDER"},
    "receiving.logs.add_item": WORKING,
    "receiving.logs.count_from_zero": WORKING,
    "receiving.logs.count_up": WORKING,
    "receiving.logs.discard": {"DISCARD_RECEIVING_LOG"},
    "receiving.logs.remove_line": WORKING,
    "receiving.logs.set_charges": WORKING,
    "receiving.logs.set_cost": WORKING,
    "receiving.logs.set_free": WORKING,
    "receiving.logs.set_header": WORKING,
    "receiving.logs.set_lot": WORKING,
    "receiving.logs.set_quantity": WORKING,
    "receiving.logs.start": WORKING,
    "receiving.logs.take_as_ordered": WORKING,
    **{f"receiving.stock_counts.{verb}": WORKING for verb in COUNT_VERBS},
    "receiving.stock_counts.discard": {"DISCARD_STOCK_COUNT"},
    "receiving.stock_counts.post": {"POST_STOCK_COUNT", "OVERSELL"},
    "receiving.corrections.correct": {"CORRECT_RECEIVING", "DISCARD_INVOICE", "RELEASE_GOODS", "UNCOMMIT_INVOICE"},
    "receiving.corrections.prepare": WORKING,
    **{
        f"receiving.vendor_returns.{verb}": WORKING
        for verb in ("start", "set_header", "add_item", "change_line", "remove_line")
    },
    "receiving.return_serials.enter": WORKING,
    "receiving.vendor_returns.discard": {"DISCARD_VENDOR_RETURN"},
    "receiving.vendor_returns.post": {"POST_VENDOR_RETURN"},
    "receiving.vendor_returns.take_credit": {"TAKE_VENDOR_CREDIT"},
    "receiving.vendor_returns.take_refused_goods": {
        *("CANCEL_BACKORDER", "POST_INVOICE", "DISCARD_INVOICE", "RELEASE_GOODS", "UNCOMMIT_INVOICE"),
    },
    "receiving.posting.post": {"POST_RECEIVING_LOG", "CANCEL_BACKORDER"},
    "sales.cancellations.cancel": {"CANCEL_BACKORDER", "POST_INVOICE"},
    "sales.credit.pay_back": {"POST_INVOICE"},
    "sales.credit.put_on": {"PUT_CREDIT"},
    "sales.deposits.add": WORKING,
    "sales.days.open_day": {"OPEN_DAY"},
    "sales.days.move_cash": {"PAY_IN", "PAY_OUT", "DROP_CASH"},
    "sales.days.count": {"COUNT_DRAWER"},
    "sales.days.count_again": {"COUNT_AGAIN"},
    "sales.days.close": {"CLOSE_DAY"},
    "sales.days.use_drawer": {"USE_DRAWER"},
    "sales.days.print_report": ITS_OWN_RECORD,
    "sales.commitments.commit": {"COMMIT_INVOICE"},
    "sales.commitments.uncommit": {"UNCOMMIT_INVOICE"},
    "sales.exemptions.tell": {"CHANGE_TAX"},
    "sales.layaways.begin": {"COMMIT_INVOICE"},
    "sales.line_taxes.change": {"CHANGE_TAX"},
    "sales.fills.discard": {"DISCARD_INVOICE", "RELEASE_GOODS", "CANCEL_BACKORDER", "POST_INVOICE"},
    "sales.fills.fill_backorders": {"FILL_BACKORDERS"},
    "sales.fills.reduce_line": {
        *("DISCARD_INVOICE", "UNCOMMIT_INVOICE", "RELEASE_GOODS", "CANCEL_BACKORDER", "POST_INVOICE"),
    },
    "sales.invoices.add_comment": WORKING,
    "sales.invoices.add_items": "goods at the card's price; a return is an event when it is posted",
    "sales.invoices.change_line": {"CHANGE_PRICE", "CHANGE_DISCOUNT"},
    "sales.invoices.discard": {"DISCARD_INVOICE"},
    "sales.invoices.remove_line": {"REMOVE_LINE"},
    "sales.invoices.set_customer": WORKING,
    "sales.returns.take_back": "a return is an event when it is posted",
    "sales.reversals.reverse": {
        "CANCEL_BACKORDER",
        "DISCARD_INVOICE",
        "POST_INVOICE",
        "RELEASE_GOODS",
        "UNCOMMIT_INVOICE",
    },
    "sales.duplicates.duplicate": "goods at the card's price, as they were sold before",
    "sales.sale_discounts.give": {"CHANGE_DISCOUNT"},
    "sales.invoices.set_note": WORKING,
    "sales.invoices.set_reference": WORKING,
    "sales.serials.enter": WORKING,
    "receiving.serials.enter": WORKING,
    **{
        f"sales.special_orders.{verb}": WORKING
        for verb in ("add_items", "add_new_item", "change_line", "remove_line", "set_customer", "set_head", "start")
    },
    "sales.awaited_orders.wait_for": WORKING,
    "sales.special_orders.answer_questions": WORKING,
    "sales.special_orders.discard": {"DISCARD_SPECIAL_ORDER"},
    "sales.special_order_payments.begin": "the tenders themselves say who took them and when",
    "sales.special_order_posting.post": POST | ADD | {"POST_SPECIAL_ORDER"},
    "sales.invoices.split_line": "price and discount stay as they were; the backorder is an event when it is posted",
    "sales.invoices.start": WORKING,
    "sales.parking.let_go": WORKING,
    "sales.parking.take_up": WORKING,
    "sales.parking.leave": "what is parked stays as it is, and what is discarded held nothing",
    **{f"sales.picking.{verb}": WORKING for verb in ("pick", "put_back")},
    "sales.picking.store_at": "says where goods lie; no goods and no money move",
    "sales.posting.allow_pay_out": "what it allows is an event when it is posted; an approval of it is one of its own",
    "sales.posting.post": POST,
    "sales.posting.uncommit_and_process": POST,
    **{
        f"sales.print_jobs.{verb}": ITS_OWN_RECORD
        for verb in ("again", "begin_paper", "delete", "end", "order", "take")
    },
    "sales.print_jobs.open_drawer": {"NO_SALE"},
    "sales.receipt_mails.send_receipt": {"MAIL_RECEIPT"},
    **{
        f"sales.card_requests.{verb}": "the request itself says who asked and what came of it"
        for verb in ("answer", "ask")
    },
    "sales.card_requests.settle": {"SETTLE_CARD"},
    **{f"sales.tender_types.{verb}": events for verb, events in CARD.items() if verb != "add_many"},
    "sales.tenders.give_back": {"GIVE_BACK_TENDER"},
    "sales.tenders.take": "the tender itself says who took it and when, and stays until it is given back",
    "sales.removed_lines.put_back": {"PUT_BACK_LINE"},
}
"""The events of each verb, or why there is none."""


def _events(verb: str) -> set[str]:
    """Collect the actions that a verb and what it calls can write."""
    deeds = {f"card: {deed}" for deed in named_in(verb, "CardDeed")}
    return deeds | named_in(verb, "AuditAction")


FOUND = {verb: _events(verb) for verb in FOUND_VERBS}


def test_every_verb_is_accounted_for() -> None:
    assert sorted(FOUND) == sorted(VERBS)


@pytest.mark.parametrize("verb", FOUND)
def test_a_verb_writes_the_events_that_it_says(verb: str) -> None:
    said = VERBS[verb]
    if isinstance(said, str):
        assert FOUND[verb] == set(), f"{verb} writes {FOUND[verb]} and says that it writes nothing"
    else:
        assert FOUND[verb] == said


def test_why_none_is_said_in_words() -> None:
    assert all(said for said in VERBS.values())

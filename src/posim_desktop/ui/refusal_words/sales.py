"""Selling, committing, backorders and filling."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.ABOVE_CREDIT_LIMIT: QT_TRANSLATE_NOOP(
        "Refusals", "This customer may owe at most {limit:money} on account, and now has {held:money}."
    ),
    Why.DEPOSIT_ABOVE_COST: QT_TRANSLATE_NOOP(
        "Refusals", "These goods still cost {cost:money}, and {held:money} is held for them already."
    ),
    Why.DEPOSIT_OF_OTHER_GOODS: QT_TRANSLATE_NOOP(
        "Refusals", "This deposit is for goods that are not on the invoice. Give it back first."
    ),
    Why.DEPOSIT_STAYS_WITH_CUSTOMER: QT_TRANSLATE_NOOP(
        "Refusals", "This invoice has deposits or credit of its customer. Take them off before you attach another one."
    ),
    Why.LIMIT_BELOW_OWED: QT_TRANSLATE_NOOP(
        "Refusals", "This customer owes {owed:money} already. The limit can be no less until it is paid."
    ),
    Why.LINE_HAS_DEPOSIT: QT_TRANSLATE_NOOP(
        "Refusals", "There is a deposit for this line. Take the deposit off first."
    ),
    Why.NOTHING_TO_PAY_BACK: QT_TRANSLATE_NOOP("Refusals", "Nothing is held for this line that could be paid back."),
    Why.DEPOSIT_MISSING: QT_TRANSLATE_NOOP("Refusals", "Enter the amount of the deposit."),
    Why.DEPOSIT_NEEDS_CUSTOMER: QT_TRANSLATE_NOOP("Refusals", "A deposit needs a customer. Attach one first."),
    Why.DEPOSIT_STAYS_DEPOSIT: QT_TRANSLATE_NOOP(
        "Refusals", "A deposit stays as it is. Take the line off and enter the deposit again."
    ),
    Why.DEPOSIT_WITHOUT_UNITS: QT_TRANSLATE_NOOP(
        "Refusals", "Say where the remaining {left:money} of the deposit goes: no units of this backorder are left."
    ),
    Why.MORE_CREDITED_THAN_OWED: QT_TRANSLATE_NOOP(
        "Refusals", "Only the {owed:money} that this invoice gives back can become credit."
    ),
    Why.MORE_THAN_FREED: QT_TRANSLATE_NOOP("Refusals", "Canceling this frees only {freed:money} of the deposit."),
    Why.MORE_THAN_GOODS: QT_TRANSLATE_NOOP(
        "Refusals", "Deposits and credit can pay at most the {goods:money} that the goods cost."
    ),
    Why.MORE_THAN_HELD: QT_TRANSLATE_NOOP("Refusals", "Only {held:money} is held for this customer."),
    Why.NOTHING_TO_DEPOSIT_FOR: QT_TRANSLATE_NOOP(
        "Refusals", "None of this backorder is outstanding or waiting, so it takes no deposit."
    ),
    Why.ALREADY_PAID: QT_TRANSLATE_NOOP(
        "Refusals", "This invoice is already paid. Post it, or give a tender back first."
    ),
    Why.BACKORDER_NEEDS_CUSTOMER: QT_TRANSLATE_NOOP("Refusals", "A backorder needs a customer. Attach one first."),
    Why.CHOOSE_A_BACKORDER: QT_TRANSLATE_NOOP("Refusals", "Choose the backorder that the money is held for."),
    Why.BACKORDER_OF_ANOTHER_CUSTOMER: QT_TRANSLATE_NOOP(
        "Refusals", "Backorder {number} is for another customer or another item."
    ),
    Why.BACKORDER_OF_ANOTHER_INVOICE: QT_TRANSLATE_NOOP("Refusals", "This backorder does not come from this invoice."),
    Why.GIVES_NO_CHANGE: QT_TRANSLATE_NOOP("Refusals", "This tender gives no change. Enter the exact amount for it."),
    Why.COMMENT_HAS_NO_FIGURES: QT_TRANSLATE_NOOP("Refusals", "A comment has no quantity, no price and no tax code."),
    Why.COMMENT_HAS_NO_ITEM: QT_TRANSLATE_NOOP("Refusals", "A comment line has no item."),
    Why.NOT_STOCKED_NOT_BACKORDERED: QT_TRANSLATE_NOOP(
        "Refusals", "{item} is not stocked and cannot be back-ordered. Sell it when it is done."
    ),
    Why.COMMENT_STAYS_COMMENT: QT_TRANSLATE_NOOP(
        "Refusals", "A comment line stays a comment line. Add the goods on a line of their own."
    ),
    Why.DISCOUNT_REASON_MISSING: QT_TRANSLATE_NOOP("Refusals", "A discount above {most:count} percent needs a reason."),
    Why.DISCOUNT_ABOVE_LINE: QT_TRANSLATE_NOOP("Refusals", "The discount is more than the line's {gross:money}."),
    Why.DISCOUNT_ABOVE_SALE: QT_TRANSLATE_NOOP(
        "Refusals", "The discount is more than the {gross:money} that this sale charges."
    ),
    Why.EXEMPT_NUMBER_MISSING: QT_TRANSLATE_NOOP("Refusals", "Enter the number under which the customer is exempt."),
    Why.ATTACHMENT_GONE: QT_TRANSLATE_NOOP("Refusals", "This file was removed meanwhile."),
    Why.FILE_NOT_KEPT_SO_LARGE: QT_TRANSLATE_NOOP(
        "Refusals", "This file is larger than {most:count} MB. Make it smaller, or attach a picture of it."
    ),
    Why.NOT_KEPT_BESIDE: QT_TRANSLATE_NOOP(
        "Refusals", "This is no whole JPEG or PNG picture and no PDF file. Choose one of these."
    ),
    Why.TOO_MANY_PIXELS: QT_TRANSLATE_NOOP(
        "Refusals", "This picture has too many pixels. Save it smaller, then choose it again."
    ),
    Why.TOO_MANY_ATTACHMENTS: QT_TRANSLATE_NOOP(
        "Refusals", "At most {most:count} files are kept here. Remove one first."
    ),
    Why.FILLED_FROM_WRONG_INVOICE: QT_TRANSLATE_NOOP(
        "Refusals", "Backorders are filled from the processed invoice that they come from."
    ),
    Why.INVOICE_ALREADY_COMMITTED: QT_TRANSLATE_NOOP("Refusals", "This invoice is already committed."),
    Why.INVOICE_COMMITTED: QT_TRANSLATE_NOOP(
        "Refusals", "This invoice is committed: its goods are set aside. Uncommit it first."
    ),
    Why.INVOICE_DISCARDED: QT_TRANSLATE_NOOP("Refusals", "This invoice was discarded."),
    Why.GOODS_NOT_SET_ASIDE: QT_TRANSLATE_NOOP("Refusals", "These goods are set aside no longer."),
    Why.PICK_UP_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals", "What is picked up here was changed elsewhere. Look at it once more."
    ),
    Why.PICK_UP_DISCOUNTED: QT_TRANSLATE_NOOP(
        "Refusals",
        "A discount on the whole sale and goods of other invoices do not go together. "
        "Discount single lines, or open the other invoice by itself.",
    ),
    Why.PICK_UP_IS_SET_ASIDE: QT_TRANSLATE_NOOP(
        "Refusals", "What is picked up here is set aside already, on its own invoices."
    ),
    Why.PICK_UP_NEEDS_CUSTOMER: QT_TRANSLATE_NOOP(
        "Refusals", "These goods are set aside for nobody by name. Open their invoice itself."
    ),
    Why.PICK_UP_OF_ANOTHER_CUSTOMER: QT_TRANSLATE_NOOP("Refusals", "These goods are set aside for another customer."),
    Why.PICK_UP_OF_NOTHING: QT_TRANSLATE_NOOP("Refusals", "Choose what is to be picked up."),
    Why.PICK_UP_OTHER_PRICES: QT_TRANSLATE_NOOP(
        "Refusals", "These goods are not taxed like the rest of the invoice. Open their own invoice itself."
    ),
    Why.PICK_UP_PAID_ON: QT_TRANSLATE_NOOP(
        "Refusals", "Money was taken for these goods on their invoice already. Open that invoice itself."
    ),
    Why.SEVERAL_CUSTOMERS_MATCH: QT_TRANSLATE_NOOP(
        "Refusals", "Several customers are called that. Type more of the name, or the phone number."
    ),
    Why.NO_NUMBER_OF_LABELS: QT_TRANSLATE_NOOP(
        "Refusals", "Type how many labels to print: whole numbers, and at most {most:count} labels at once."
    ),
    Why.NO_SUCH_LABEL_ON_SHEET: QT_TRANSLATE_NOOP(
        "Refusals", "Type the first free label of the sheet, counted row by row, from 1 to {most:count}."
    ),
    Why.NO_NUMBER_OF_BOXES: QT_TRANSLATE_NOOP("Refusals", "Type how many boxes there are, from 1 to {most:count}."),
    Why.INVOICE_LINE_GONE: QT_TRANSLATE_NOOP("Refusals", "This line is no longer on the invoice."),
    Why.INVOICE_NOT_COMMITTED: QT_TRANSLATE_NOOP("Refusals", "This invoice is not committed."),
    Why.INVOICE_NO_LONGER_OPEN: QT_TRANSLATE_NOOP("Refusals", "The invoice is no longer open."),
    Why.INVOICE_OPEN_ELSEWHERE: QT_TRANSLATE_NOOP(
        "Refusals", "This invoice is open at {workstation}. Recall it again."
    ),
    Why.PRINTED_FROM_ITS_DOCUMENT: QT_TRANSLATE_NOOP(
        "Refusals", "This went on large paper. Print it again from its document or card."
    ),
    Why.NOTHING_WAITS_ANY_MORE: QT_TRANSLATE_NOOP("Refusals", "These goods wait no more."),
    Why.PRINTED_ONCE_POSTED: QT_TRANSLATE_NOOP("Refusals", "This can be printed once it is posted."),
    Why.PRINT_JOB_BEING_SENT: QT_TRANSLATE_NOOP(
        "Refusals", "This job is just being sent to its printer. Wait a moment, then try again."
    ),
    Why.PRINT_JOB_GONE: QT_TRANSLATE_NOOP("Refusals", "This print job was deleted."),
    Why.INVOICE_PROCESSED: QT_TRANSLATE_NOOP("Refusals", "This invoice is processed and can no longer be changed."),
    Why.INVOICE_STAYS_WITH_CUSTOMER: QT_TRANSLATE_NOOP(
        "Refusals", "This invoice fills its customer's backorders and cannot go to another customer."
    ),
    Why.INVOICE_TOTAL_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusals", "An invoice can come to at most {most:money}. Start another one."
    ),
    Why.LESS_AVAILABLE: QT_TRANSLATE_NOOP(
        "Refusals", "Only {available:quantity} of {item} is available, not {wanted:quantity}."
    ),
    Why.LESS_AVAILABLE_NOW: QT_TRANSLATE_NOOP("Refusals", "Only {available:quantity} of {item} is available now."),
    Why.LESS_FREE_ON_ORDER: QT_TRANSLATE_NOOP(
        "Refusals",
        "Purchase order {number} has only {free:quantity} of {item} left that nobody waits for, not {wanted:quantity}. "
        "Tell the customer, and choose again what the line waits for.",
    ),
    Why.NOTHING_FREE_ON_ORDER: QT_TRANSLATE_NOOP(
        "Refusals", "No purchase order has goods for this line that nobody waits for."
    ),
    Why.ONLY_BACKORDERS_WAIT: QT_TRANSLATE_NOOP(
        "Refusals", "Only a line that is back-ordered (B) can wait for an order."
    ),
    Why.LINE_FILLS_BACKORDER: QT_TRANSLATE_NOOP(
        "Refusals",
        "This line fills a backorder. Take it off or reduce it, and say whether the customer is still owed the goods.",
    ),
    Why.LINE_FILLS_NO_BACKORDER: QT_TRANSLATE_NOOP(
        "Refusals", "This line does not fill a backorder. Change it on the invoice."
    ),
    Why.LINE_TOO_LARGE: QT_TRANSLATE_NOOP("Refusals", "Quantity × price comes to more than {most:money}."),
    Why.MORE_CANCELED_THAN_OUTSTANDING: QT_TRANSLATE_NOOP(
        "Refusals", "Only {outstanding:quantity} can be canceled: no more is outstanding."
    ),
    Why.MORE_THAN_AVAILABLE: QT_TRANSLATE_NOOP("Refusals", "Only {available:quantity} of this item is available."),
    Why.MORE_THAN_OUTSTANDING: QT_TRANSLATE_NOOP(
        "Refusals", "Only {outstanding:quantity} of this backorder is outstanding."
    ),
    Why.MORE_THAN_SET_ASIDE: QT_TRANSLATE_NOOP("Refusals", "Only {waiting:quantity} of this backorder is set aside."),
    Why.NEEDS_INFORMATION: QT_TRANSLATE_NOOP(
        "Refusals", "This backorder needs information first. Its customer has to answer: {question}"
    ),
    Why.NOTHING_TO_ASK: QT_TRANSLATE_NOOP(
        "Refusals", "None of this backorder is outstanding, so there is nothing to ask."
    ),
    Why.NO_QUESTION_OPEN: QT_TRANSLATE_NOOP("Refusals", "No question is open, so there is nothing to answer."),
    Why.QUESTION_OPEN: QT_TRANSLATE_NOOP(
        "Refusals", "A question is open already: {question} Write down its answer first."
    ),
    Why.WANT_CHANGED: QT_TRANSLATE_NOOP("Refusals", "Somebody changed this wish meanwhile. Look at it again."),
    Why.WANT_DROPPED: QT_TRANSLATE_NOOP("Refusals", "The customer no longer wants this."),
    Why.WANT_GONE: QT_TRANSLATE_NOOP("Refusals", "This is no longer on the Want List."),
    Why.WANT_GRANTED: QT_TRANSLATE_NOOP("Refusals", "The customer got this already."),
    Why.WANT_NEEDS_GOODS: QT_TRANSLATE_NOOP("Refusals", "Enter the item, or describe what the customer wants."),
    Why.WANT_NEEDS_ITEM: QT_TRANSLATE_NOOP(
        "Refusals", "This is not on file. Press Change and enter the item once there is a card of it."
    ),
    Why.WANT_ON_INVOICE: QT_TRANSLATE_NOOP("Refusals", "This is on an open invoice of the customer already."),
    Why.NOTHING_AVAILABLE: QT_TRANSLATE_NOOP("Refusals", "None of this item is available."),
    Why.NOTHING_OUTSTANDING: QT_TRANSLATE_NOOP("Refusals", "None of this backorder is outstanding."),
    Why.NOTHING_TO_CANCEL: QT_TRANSLATE_NOOP(
        "Refusals", "None of this backorder is outstanding, so there is nothing to cancel."
    ),
    Why.NOTHING_TO_FILL: QT_TRANSLATE_NOOP(
        "Refusals", "Enter how many to fill of at least one backorder, each only once."
    ),
    Why.NOTHING_TO_POST: QT_TRANSLATE_NOOP("Refusals", "There is nothing on this invoice to post."),
    Why.NOTHING_TO_SET_ASIDE: QT_TRANSLATE_NOOP("Refusals", "There is nothing on this invoice to set aside."),
    Why.NOT_A_TRANS_CODE: QT_TRANSLATE_NOOP(
        "Refusals", "A Trans Code is S (sale), B (backorder), R (return) or C (comment)."
    ),
    Why.NOT_LESS_THAN_ON_LINE: QT_TRANSLATE_NOOP(
        "Refusals", "Enter less than the {quantity:quantity} on the line, or 0 to take it off."
    ),
    Why.NOT_PART_OF_A_SALE_LINE: QT_TRANSLATE_NOOP("Refusals", "Only part of a sale line can be split off."),
    Why.NO_CANCELING_EMPLOYEE: QT_TRANSLATE_NOOP("Refusals", "Choose the employee who is canceling."),
    Why.NO_CUSTOMER_LIKE_THIS: QT_TRANSLATE_NOOP("Refusals", "No customer matches “{typed}”."),
    Why.NO_CUSTOMER_MATCHES: QT_TRANSLATE_NOOP("Refusals", "No customer matches. Press New Customer to add one."),
    Why.NO_INVOICE_TO_DISCARD: QT_TRANSLATE_NOOP("Refusals", "There is no invoice to discard."),
    Why.NO_SUCH_BACKORDER: QT_TRANSLATE_NOOP("Refusals", "This backorder does not exist."),
    Why.NO_SUCH_INVOICE: QT_TRANSLATE_NOOP("Refusals", "This invoice does not exist."),
    Why.NO_SUCH_COINS: QT_TRANSLATE_NOOP("Refusals", "This shop takes and gives cash in steps of {coin:money}."),
    Why.NO_TENDER: QT_TRANSLATE_NOOP("Refusals", "Choose how it is paid."),
    Why.PAYMENT_MISSING: QT_TRANSLATE_NOOP("Refusals", "Enter the amount of this payment."),
    Why.MORE_SERIALS_THAN_UNITS: QT_TRANSLATE_NOOP(
        "Refusals", "{item} has {given:count} serial numbers for a quantity of {units:quantity}. Remove those too many."
    ),
    Why.SERIALS_MISSING: QT_TRANSLATE_NOOP(
        "Refusals", "{item} needs a serial number for each unit: {given:count} of {units:quantity} are entered."
    ),
    Why.SERIALS_NOT_ASKED: QT_TRANSLATE_NOOP("Refusals", "This line needs no serial numbers."),
    Why.SERIALS_OF_WHOLE_UNITS: QT_TRANSLATE_NOOP(
        "Refusals", "Each {item} has a serial number, so the quantity is a whole number."
    ),
    Why.SERIAL_GIVEN_TWICE: QT_TRANSLATE_NOOP("Refusals", "Serial number {serial} is entered twice."),
    Why.SERIAL_IN_STOCK: QT_TRANSLATE_NOOP(
        "Refusals", "Serial number {serial} is in stock already and cannot be received again."
    ),
    Why.SERIAL_IS_A_BARCODE: QT_TRANSLATE_NOOP(
        "Refusals", "{serial} is a barcode of {item}, not a serial number. Scan the unit’s own number."
    ),
    Why.SERIAL_NEVER_SOLD: QT_TRANSLATE_NOOP("Refusals", "This shop has no record of selling serial number {serial}."),
    Why.SERIAL_NOT_ON_RECEIPT: QT_TRANSLATE_NOOP(
        "Refusals", "Serial number {serial} is not one of those that invoice {invoice} sold and that are still out."
    ),
    Why.SERIAL_NOT_OUT: QT_TRANSLATE_NOOP(
        "Refusals", "Serial number {serial} is in stock: it was not sold, or was brought back already."
    ),
    Why.SERIAL_SENT_BACK: QT_TRANSLATE_NOOP(
        "Refusals", "Serial number {serial} went back to its vendor and was not received again."
    ),
    Why.SERIAL_SOLD: QT_TRANSLATE_NOOP(
        "Refusals", "Serial number {serial} was already sold on invoice {invoice} and was not brought back."
    ),
    Why.SET_ASIDE_FOR_OTHERS: QT_TRANSLATE_NOOP(
        "Refusals",
        "{item} is set aside for {waiting:shares}. Your role ({role:role}) may not {permission:deeds}. "
        "Ask somebody who may.",
    ),
    Why.STILL_TO_PAY: QT_TRANSLATE_NOOP("Refusals", "{left:money} is still to be paid."),
    Why.TENDERS_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals",
        "Meanwhile a tender was taken or given back on another workstation. Check the tenders and post again.",
    ),
    Why.CARD_CANCELED: QT_TRANSLATE_NOOP("Refusals", "Nothing was taken: it was canceled at the card terminal."),
    Why.CARD_DECLINED: QT_TRANSLATE_NOOP("Refusals", "The card was declined. Nothing was taken."),
    Why.NO_TERMINAL_ADDRESS: QT_TRANSLATE_NOOP(
        "Refusals", "This is no address of a card terminal. It is a name or number, such as 127.0.0.1:7071."
    ),
    Why.TERMINAL_NOT_REACHED: QT_TRANSLATE_NOOP(
        "Refusals", "The card terminal cannot be reached. Nothing was taken. Switch it on, or take another tender."
    ),
    Why.CARD_REQUEST_GONE: QT_TRANSLATE_NOOP("Refusals", "The card terminal was not asked for this."),
    Why.NOT_BY_TERMINAL: QT_TRANSLATE_NOOP("Refusals", "The card terminal takes only cards."),
    Why.TERMINAL_ONLY_TAKES: QT_TRANSLATE_NOOP("Refusals", "Pay out on the card terminal itself."),
    Why.TERMINAL_STILL_ASKED: QT_TRANSLATE_NOOP(
        "Refusals", "Nobody knows yet whether the card terminal took the money for this invoice. Say so in Pay first."
    ),
    Why.TENDER_IS_ARCHIVED: QT_TRANSLATE_NOOP("Refusals", "The shop no longer takes this tender. Choose another one."),
    Why.TENDER_IS_GONE: QT_TRANSLATE_NOOP("Refusals", "This tender was already given back."),
    Why.TENDER_OF_CUSTOMER: QT_TRANSLATE_NOOP(
        "Refusals", "Deposits and credit are offered in Pay by themselves and have no card."
    ),
    Why.TENDER_STANDS: QT_TRANSLATE_NOOP(
        "Refusals",
        "{amount:money} was handed over for this invoice already. Give it back before you discard the invoice.",
    ),
    Why.TOO_MANY_INVOICE_LINES: QT_TRANSLATE_NOOP(
        "Refusals", "An invoice can have at most {most:count} lines. Pay this one and start another."
    ),
    Why.TOO_MUCH_PAID_OUT: QT_TRANSLATE_NOOP("Refusals", "This pays out more than the customer is owed."),
    Why.TOTAL_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals", "The total is now {total:money}, not {expected:money}. Check the lines again."
    ),
    Why.WRONG_SIGN: QT_TRANSLATE_NOOP("Refusals", "The amount has the wrong sign."),
}

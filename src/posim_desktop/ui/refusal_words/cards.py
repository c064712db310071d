"""Cards, people and permissions."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.TOO_MANY_QUESTIONS: QT_TRANSLATE_NOOP("Refusals", "A department asks at most {most:count} questions."),
    Why.ADJUSTMENT_UNSIGNED: QT_TRANSLATE_NOOP(
        "Refusals", "A stock adjustment has to be signed for: add an employee and log in first."
    ),
    Why.ALREADY_SET_UP: QT_TRANSLATE_NOOP("Refusals", "This shop has already been set up. Log in instead."),
    Why.APPROVAL_USED: QT_TRANSLATE_NOOP("Refusals", "This approval was used already. Ask for another one."),
    Why.APPROVER_MAY_NOT: QT_TRANSLATE_NOOP("Refusals", "{name:person} may not do this either. Ask somebody else."),
    Why.BADGE_TAKEN: QT_TRANSLATE_NOOP("Refusals", "{name:person} already has this badge."),
    Why.BARCODE_IS_AN_ID: QT_TRANSLATE_NOOP("Refusals", "{barcode} is the ID of {item} and cannot be a barcode."),
    Why.BARCODE_TAKEN: QT_TRANSLATE_NOOP("Refusals", "{item} already has the barcode {barcode}."),
    Why.BEYOND_OWN_ROLE: QT_TRANSLATE_NOOP(
        "Refusals", "This role may do more than yours. Only somebody who may do as much can give or change it."
    ),
    Why.CARD_ALREADY_ARCHIVED: QT_TRANSLATE_NOOP("Refusals", "This {card:word} is already archived."),
    Why.CARD_ARCHIVED_IN_USE: QT_TRANSLATE_NOOP(
        "Refusals", "{card:Word} {code} is archived. Bring it back before using it."
    ),
    Why.CARD_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals", "This {card:word} was changed while you had it open. Check it again, then make your change."
    ),
    Why.CARD_CHANGED_BY: QT_TRANSLATE_NOOP(
        "Refusals",
        "This {card:word} was changed by {by:person} at {workstation} while you had it open. Check it again, then "
        "make your change.",
    ),
    Why.CARD_DELETED: QT_TRANSLATE_NOOP("Refusals", "This {card:word} was deleted."),
    Why.CARD_DELETED_BY: QT_TRANSLATE_NOOP("Refusals", "This {card:word} was deleted by {by:person} at {workstation}."),
    Why.CARD_NOT_ARCHIVED: QT_TRANSLATE_NOOP("Refusals", "This {card:word} is not archived."),
    Why.CHOOSE_CURRENT_EMPLOYEE: QT_TRANSLATE_NOOP("Refusals", "Choose an employee who still works here."),
    Why.CHOOSE_USABLE_CARD: QT_TRANSLATE_NOOP("Refusals", "Choose a {card:word} that is on file and not archived."),
    Why.CODE_GIVEN_TWICE: QT_TRANSLATE_NOOP("Refusals", "{card:Word} ID {code} is given twice."),
    Why.CODE_HOLDS_ASTERISK: QT_TRANSLATE_NOOP(
        "Refusals", "{label:word} cannot contain a *, because 3*ID means three of an item."
    ),
    Why.CODE_ON_ARCHIVED_CARD: QT_TRANSLATE_NOOP(
        "Refusals", "{card:Word} ID {code} is on an archived card. Bring that card back or choose another ID."
    ),
    Why.CODE_TAKEN: QT_TRANSLATE_NOOP("Refusals", "{card:Word} ID {code} is taken."),
    Why.COUNT_MISSING: QT_TRANSLATE_NOOP("Refusals", "Enter the quantity counted."),
    Why.CUSTOMER_BEING_SERVED: QT_TRANSLATE_NOOP(
        "Refusals", "Goods were set aside for this customer just now. Merge the cards again."
    ),
    Why.CUSTOMER_FORGOTTEN: QT_TRANSLATE_NOOP(
        "Refusals", "Customer {code} asked to be forgotten: nothing more is kept about them."
    ),
    Why.CUSTOMER_HAS_MONEY: QT_TRANSLATE_NOOP(
        "Refusals", "The shop holds money for this customer, or is owed some. Settle that first."
    ),
    Why.CUSTOMER_HAS_WORKING_DOCUMENTS: QT_TRANSLATE_NOOP(
        "Refusals",
        "This customer has documents that are not posted yet: {count:count}. Post or discard them first.",
    ),
    Why.CUSTOMER_ID_TYPED_OTHERWISE: QT_TRANSLATE_NOOP("Refusals", "Type the customer's ID, {code}, to go on."),
    Why.CUSTOMER_IS_ITSELF: QT_TRANSLATE_NOOP("Refusals", "Choose another card than this one."),
    Why.CUSTOMER_IS_OWED_GOODS: QT_TRANSLATE_NOOP(
        "Refusals",
        "Backorders of this customer are still open: {count:count}. Fill or cancel them first.",
    ),
    Why.CUSTOMER_MERGED: QT_TRANSLATE_NOOP(
        "Refusals", "Customer {code} was merged into another card. Use that card instead."
    ),
    Why.CUSTOMER_NOT_ON_FILE: QT_TRANSLATE_NOOP("Refusals", "This customer is not on file."),
    Why.FIRST_EMPLOYEE_IS_OWNER: QT_TRANSLATE_NOOP(
        "Refusals", "The shop's first employee must be its Owner, who can add the others."
    ),
    Why.ID_IS_A_BARCODE: QT_TRANSLATE_NOOP("Refusals", "{barcode} is a barcode of {item} and cannot be an ID."),
    Why.ITEM_DELETED: QT_TRANSLATE_NOOP("Refusals", "This item was deleted."),
    Why.ITEM_NOT_ON_FILE: QT_TRANSLATE_NOOP("Refusals", "This item is not on file."),
    Why.LOG_IN_FIRST: QT_TRANSLATE_NOOP("Refusals", "Log in first."),
    Why.MIN_STOCK_ABOVE_MAX: QT_TRANSLATE_NOOP(
        "Refusals", "Min Stock ({least:quantity}) is more than Max Stock ({most:quantity})."
    ),
    Why.MORE_TAKEN_THAN_ON_HAND: QT_TRANSLATE_NOOP("Refusals", "Only {on_hand:quantity} on hand."),
    Why.NOT_STOCKED_NO_STOCK: QT_TRANSLATE_NOOP("Refusals", "This item is not stocked: there is never any on hand."),
    Why.NOT_PERMITTED: QT_TRANSLATE_NOOP(
        "Refusals", "Your role ({role:role}) may not {permission:deeds}. Ask somebody who may."
    ),
    Why.NO_EMAIL_ADDRESS: QT_TRANSLATE_NOOP("Refusals", "An email address looks like name@example.com."),
    Why.NO_LONGER_WORKS_HERE: QT_TRANSLATE_NOOP(
        "Refusals", "This employee no longer works here. Log in as somebody else."
    ),
    Why.ONLY_OWNER: QT_TRANSLATE_NOOP(
        "Refusals", "This is the only Owner with a PIN. Make another employee an Owner and give them a PIN first."
    ),
    Why.OPENING_STOCK_UNSIGNED: QT_TRANSLATE_NOOP(
        "Refusals", "Opening stock has to be signed for: add an employee and log in first."
    ),
    Why.OWN_PIN_NEEDS_OLD: QT_TRANSLATE_NOOP("Refusals", "To change your own PIN, type the one you have first."),
    Why.OTHER_NAME_NEEDS_PIN: QT_TRANSLATE_NOOP("Refusals", "To sign with another name, that person types their PIN."),
    Why.OWNER_ROLE_FIXED: QT_TRANSLATE_NOOP("Refusals", "An Owner may do everything; this role cannot be changed."),
    Why.PINS_DIFFER: QT_TRANSLATE_NOOP("Refusals", "This is another PIN than the first. Type the same PIN twice."),
    Why.PIN_ASKED: QT_TRANSLATE_NOOP("Refusals", "Log in with the PIN."),
    Why.PIN_CHANGED: QT_TRANSLATE_NOOP("Refusals", "This PIN was just changed. Type the new one."),
    Why.PIN_LENGTH: QT_TRANSLATE_NOOP("Refusals", "A PIN has {least:count} to {most:count} digits."),
    Why.PIN_LOCKED: QT_TRANSLATE_NOOP("Refusals", "Too many wrong PINs. Try again in {seconds:count} seconds."),
    Why.PIN_MISSING: QT_TRANSLATE_NOOP(
        "Refusals", "{name:person} has no PIN yet. Whoever may edit employees gives one on the Employee card."
    ),
    Why.PIN_NOT_DIGITS: QT_TRANSLATE_NOOP("Refusals", "A PIN is made of digits only."),
    Why.PIN_NOT_RIGHT: QT_TRANSLATE_NOOP("Refusals", "This is not the PIN."),
    Why.PIN_TOO_EASY: QT_TRANSLATE_NOOP(
        "Refusals", "This PIN is tried first by everybody. Choose one that is no run like 1234 and not all the same."
    ),
    Why.ROLE_IN_USE: QT_TRANSLATE_NOOP(
        "Refusals", "This role is still held by {names:list}. Give them another one first."
    ),
    Why.ROLE_NAME_TAKEN: QT_TRANSLATE_NOOP("Refusals", "Another role is called {name} already."),
    Why.TAXES_OF_CODE: QT_TRANSLATE_NOOP("Refusals", "A tax code is made of one to {most:count} taxes."),
    Why.TAX_NAMED_TWICE: QT_TRANSLATE_NOOP("Refusals", "Two taxes of this code are called {name}."),
    Why.TAX_CODE_IS_DEFAULT: QT_TRANSLATE_NOOP(
        "Refusals", "New items get this tax code. Choose another one in the preferences first."
    ),
    Why.SERIALS_NOT_RECEIVED: QT_TRANSLATE_NOOP(
        "Refusals", "This item is not stocked and never received: ask for its serial numbers at the sale only."
    ),
    Why.ONLY_CASH_ROUNDS: QT_TRANSLATE_NOOP("Refusals", "Only what is paid in cash is rounded."),
    Why.TENDER_KIND_FIXED: QT_TRANSLATE_NOOP(
        "Refusals", "A tender stays of its kind. Archive this one and add another."
    ),
    Why.TENDER_LAST: QT_TRANSLATE_NOOP(
        "Refusals", "The shop takes nothing else. Add or bring back another tender first."
    ),
    Why.TENDER_NAME_TAKEN: QT_TRANSLATE_NOOP("Refusals", "Another tender is called {name} already."),
    Why.TENDERS_TOO_MANY: QT_TRANSLATE_NOOP(
        "Refusals", "Pay has room for {most:count} tenders. Archive one that nobody uses first."
    ),
    Why.STOCKED_STAYS: QT_TRANSLATE_NOOP(
        "Refusals",
        "Whether an item is stocked can be changed only while none of it is on hand ({on_hand:quantity}), set aside "
        "({set_aside:quantity}), on order ({on_order:quantity}) or owed ({backordered:quantity}), and no working "
        "document names it ({documents:count}).",
    ),
    Why.PACK_NOT_READ: QT_TRANSLATE_NOOP(
        "Refusals", "“{typed}” is no pack. Type how many, then *, then the barcode: 12*5012345678900."
    ),
    Why.PACK_TWICE: QT_TRANSLATE_NOOP("Refusals", "The barcode {barcode} is listed with two different quantities."),
    Why.TOO_MANY_BARCODES: QT_TRANSLATE_NOOP("Refusals", "An item has at most {most:count} barcodes."),
    Why.TOO_MANY_VENDORS: QT_TRANSLATE_NOOP("Refusals", "An item has at most {most:count} other vendors."),
    Why.USUAL_DAYS_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusals", "Enter 0 to {most:count} days, or nothing."),
    Why.VENDOR_TWICE: QT_TRANSLATE_NOOP("Refusals", "A vendor is on this card twice."),
    Why.TOO_MUCH_ON_HAND: QT_TRANSLATE_NOOP("Refusals", "On Hand cannot be more than {most:limit}."),
    Why.VENDOR_NOT_ON_FILE: QT_TRANSLATE_NOOP("Refusals", "This vendor is not on file."),
}

"""Imports, the demo shop, printers and the command line."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.ACCOUNT_BEGINS_WITH_SIGN: QT_TRANSLATE_NOOP("Refusals", "An account begins with a letter or a digit."),
    Why.ACCOUNT_HAS_SIGN: QT_TRANSLATE_NOOP("Refusals", "An account has no semicolon, and no two spaces in a row."),
    Why.ACCOUNT_PART_EMPTY: QT_TRANSLATE_NOOP(
        "Refusals", "Something must stand before and after each colon of an account, without a space beside it."
    ),
    Why.JOURNAL_OUT_OF_BALANCE: QT_TRANSLATE_NOOP(
        "Refusals",
        "The records of {day:day} do not agree: debits and credits differ by {difference:money}. Nothing was written. "
        "Run “posim-desktop verify” and ask for help.",
    ),
    Why.BACKUP_AT_WORK: QT_TRANSLATE_NOOP("Refusals", "A backup is being made right now. Wait for it, then try again."),
    Why.HOUR_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusals", "The hour of the backup is 0 to 23."),
    Why.KEEP_DAYS_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusals", "Backups are kept for 1 to {most:count} days."),
    Why.WARN_DAYS_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Refusals", "It is told after 1 to {most:count} days without a backup, or with 0 never."
    ),
    Why.SECOND_FOLDER_IS_FIRST: QT_TRANSLATE_NOOP("Refusals", "The second folder must be another one than the first."),
    Why.PERIOD_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Refusals", "A journal covers at most {most:count} years, from {first} to {last}."
    ),
    Why.PERIOD_ENDS_BEFORE: QT_TRANSLATE_NOOP("Refusals", "The last day is before the first."),
    Why.BARCODE_OF_ANOTHER_ITEM: QT_TRANSLATE_NOOP("Refusals", "{item} already has this barcode."),
    Why.BARCODE_REPEATED_IN_FILE: QT_TRANSLATE_NOOP("Refusals", "Another item in the file already has this barcode."),
    Why.COLUMN_NOT_UNIQUE: QT_TRANSLATE_NOOP(
        "Refusals", "The file has {count:count} columns called “{name}”. Rename all but one."
    ),
    Why.CUSTOMER_UNKNOWN: QT_TRANSLATE_NOOP("Refusals", "No customer is known for this sale."),
    Why.DATABASE_HOLDS_REAL_SHOP: QT_TRANSLATE_NOOP(
        "Refusals", "This database holds a real shop. The demo shop needs a database of its own."
    ),
    Why.DEMO_FILES_DAMAGED: QT_TRANSLATE_NOOP(
        "Refusals", "The demo shop's files are damaged at line {line}. Install the program again."
    ),
    Why.DEMO_ON_A_SERVER: QT_TRANSLATE_NOOP(
        "Refusals", "On a server, drop the demo database and create it again; then make the demo shop."
    ),
    Why.DESCRIPTION_IS_A_NOTE: QT_TRANSLATE_NOOP("Refusals", "A note about the stock, not the name of an item."),
    Why.DESCRIPTION_OF_NO_GOODS: QT_TRANSLATE_NOOP("Refusals", "Not goods: a service, a voucher or a correction."),
    Why.DESCRIPTION_SAYS_NOTHING: QT_TRANSLATE_NOOP("Refusals", "The description says nothing about the goods."),
    Why.FIELD_MAPPED_TWICE: QT_TRANSLATE_NOOP("Refusals", "The field {field} is mapped twice."),
    Why.CUSTOMER_SEEMS_ON_FILE: QT_TRANSLATE_NOOP(
        "Refusals",
        "{code} {name}, who is on file, has the same. With --alike add the row becomes a card of its own.",
    ),
    Why.CUSTOMER_TWICE_IN_FILE: QT_TRANSLATE_NOOP("Refusals", "{code} {name} in this file has the same."),
    Why.FILE_EMPTY: QT_TRANSLATE_NOOP("Refusals", "The file is empty."),
    Why.FILE_HOLDS_REAL_SHOP: QT_TRANSLATE_NOOP("Refusals", "{file} holds a real shop and is left alone."),
    Why.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusals", "The file is larger than {megabytes:count} MB. Split it and import the parts."
    ),
    Why.FILE_UNREADABLE_AT_LINE: QT_TRANSLATE_NOOP(
        "Refusals",
        "Line {line}: a quotation mark is not closed or not doubled, or a cell is far too long. Nothing beyond it was "
        "read, so nothing is imported.",
    ),
    Why.ID_IS_BARCODE_OF_ANOTHER: QT_TRANSLATE_NOOP("Refusals", "This ID is a barcode of {item}."),
    Why.ID_OF_NO_GOODS: QT_TRANSLATE_NOOP(
        "Refusals", "Not goods: an ID without a digit stands for postage, a fee or a correction."
    ),
    Why.ID_ON_FILE: QT_TRANSLATE_NOOP("Refusals", "This ID is already on file."),
    Why.ID_REPEATED_IN_FILE: QT_TRANSLATE_NOOP(
        "Refusals", "This ID appears in the file more than once, with different content; the first row counts."
    ),
    Why.IMPORTED_CARD_ARCHIVED: QT_TRANSLATE_NOOP(
        "Refusals", "This card is archived; bring it back before changing it."
    ),
    Why.IMPORT_UNSIGNED: QT_TRANSLATE_NOOP("Refusals", "Say who imports: give the login name of an employee."),
    Why.NOTHING_IMPORTED: QT_TRANSLATE_NOOP("Refusals", "Nothing was imported. Rows refused: {rows:count}."),
    Why.NOT_A_MAPPING: QT_TRANSLATE_NOOP("Refusals", "Write a mapping as field=Column; “{part}” is not one."),
    Why.NOT_A_TEXT_TABLE: QT_TRANSLATE_NOOP(
        "Refusals", "This is not a text table. Save it as CSV (UTF-8) in the program it comes from, then import that."
    ),
    Why.WORKBOOK_UNREADABLE: QT_TRANSLATE_NOOP(
        "Refusals", "This workbook cannot be read. Save it as XLSX without a password, or as CSV, then take that."
    ),
    Why.NO_COLUMN_RECOGNIZED: QT_TRANSLATE_NOOP(
        "Refusals",
        "No column was recognized as any of these: {needed:list}. The file's columns are: {header:list}. Say which is "
        "which with --map {first}=…",
    ),
    Why.NO_PRINTER_NAMED: QT_TRANSLATE_NOOP(
        "Refusals",
        "Enter the printer's name or network address, such as 192.168.1.50 or till-printer:{port}, or the path of a "
        "device or of a shared printer.",
    ),
    Why.NOT_A_PICTURE: QT_TRANSLATE_NOOP("Refusals", "This is not a picture. Choose a PNG or JPEG file."),
    Why.PICTURE_BLANK: QT_TRANSLATE_NOOP(
        "Refusals", "Nothing of this picture would be seen on white paper. Choose a darker one."
    ),
    Why.PICTURE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusals", "This picture is too large. Save it smaller, 1200 dots wide or less, then choose it again."
    ),
    Why.NOT_ON_FILE_LEFT_BLANK: QT_TRANSLATE_NOOP("Refusals", "This is not on file; the field stays blank."),
    Why.NO_SUCH_COLUMN: QT_TRANSLATE_NOOP(
        "Refusals", "The file has no column “{name}”. Its columns are: {header:list}."
    ),
    Why.NO_SUCH_EMPLOYEE: QT_TRANSLATE_NOOP("Refusals", "No employee has the login name {code}."),
    Why.NO_SUCH_FIELD: QT_TRANSLATE_NOOP(
        "Refusals", "“{field}” is not a field of {cards:word}. The fields are: {known:list}."
    ),
    Why.ROUNDED_BY_SPREADSHEET: QT_TRANSLATE_NOOP(
        "Refusals", "A spreadsheet rounded this number; export the column as text."
    ),
    Why.ROW_WIDER_THAN_HEADER: QT_TRANSLATE_NOOP(
        "Refusals", "The row has {cells:count} cells, the header {header:count}."
    ),
    Why.ROW_WITHOUT_ID: QT_TRANSLATE_NOOP("Refusals", "The row has no ID."),
    Why.SALE_AT_ZERO: QT_TRANSLATE_NOOP(
        "Refusals", "Not a sale: with a price of zero the row is a note about the stock."
    ),
    Why.SALE_BELOW_ZERO: QT_TRANSLATE_NOOP("Refusals", "Not a sale: the price is below zero."),
    Why.SEPARATOR_NOT_ONE_CHARACTER: QT_TRANSLATE_NOOP(
        "Refusals", "Cells are separated by one character, such as a comma, a semicolon or a tab."
    ),
    Why.SERVER_TOO_OLD: QT_TRANSLATE_NOOP("Refusals", "The server is older than PostgreSQL 15."),
    Why.SEVERAL_COUNTRIES: QT_TRANSLATE_NOOP("Refusals", "Sold to several countries; the most frequent one is kept."),
    Why.SEVERAL_DESCRIPTIONS: QT_TRANSLATE_NOOP("Refusals", "Sold under several descriptions; “{kept}” is kept."),
    Why.SEVERAL_PRICES: QT_TRANSLATE_NOOP("Refusals", "Sold at several prices; the newest, {kept:money}, is kept."),
    Why.USER_MAY_ONLY_READ: QT_TRANSLATE_NOOP(
        "Refusals", "This user may read the shop's data but not change it. Use the user set up for the tills."
    ),
    Why.CODE_CHANGED_TO_FIT: QT_TRANSLATE_NOOP(
        "Refusals",
        "IDs have at most 30 characters and no asterisk; “{kept}” is used, and the whole is kept in the notes.",
    ),
    Why.CODE_MENDED: QT_TRANSLATE_NOOP(
        "Refusals", "A spreadsheet took the zeros in front of this number; it is {kept}."
    ),
    Why.CELL_MEANS_NONE: QT_TRANSLATE_NOOP("Refusals", "This says that there is none; the field stays blank."),
    Why.ID_MADE_AUTOMATICALLY: QT_TRANSLATE_NOOP("Refusals", "The row has no ID; it gets an automatic one."),
    Why.ID_SPELLED_TWICE: QT_TRANSLATE_NOOP(
        "Refusals",
        "This is the ID of line {line} (“{spelling}”) in another spelling, with other content; the first row counts.",
    ),
    Why.IMPORT_ALREADY_UNDONE: QT_TRANSLATE_NOOP("Refusals", "Import {number} was undone already."),
    Why.IMPORT_QUESTIONS_OPEN: QT_TRANSLATE_NOOP(
        "Refusals",
        "The file leaves something open: {questions:list}. Answer it, or take what is proposed, then import.",
    ),
    Why.IMPORT_USED_SINCE: QT_TRANSLATE_NOOP(
        "Refusals",
        "Since import {number} some of its cards were used or changed ({count:count}): {named:list}. Nothing "
        "was undone. Leave these as they are to undo the rest.",
    ),
    Why.ITEM_OF_ROW_UNKNOWN: QT_TRANSLATE_NOOP("Refusals", "No item on file has this ID or barcode."),
    Why.NAME_MADE_OF_ID: QT_TRANSLATE_NOOP("Refusals", "The row has no name; the customer is called “{kept}”."),
    Why.NEGATIVE_STOCK_KEPT: QT_TRANSLATE_NOOP("Refusals", "The stock is below zero, and comes in as it is."),
    Why.NEGATIVE_STOCK_TO_ZERO: QT_TRANSLATE_NOOP("Refusals", "The stock is below zero; 0 comes in."),
    Why.NOT_IN_THIS_ENCODING: QT_TRANSLATE_NOOP("Refusals", "The file is not written in {encoding}."),
    Why.NO_PRICE_IN_FILE: QT_TRANSLATE_NOOP(
        "Refusals", "No column holds prices: each new item comes in with a price of zero."
    ),
    Why.NO_SUCH_ENCODING: QT_TRANSLATE_NOOP(
        "Refusals", "There is no encoding called {encoding}. Common ones are utf-8, cp1252 and cp1250."
    ),
    Why.NO_SUCH_IMPORT: QT_TRANSLATE_NOOP("Refusals", "There is no import {number}."),
    Why.PRICE_OF_ZERO: QT_TRANSLATE_NOOP("Refusals", "The item comes in with a price of zero."),
    Why.ROUNDED_TO_FIT: QT_TRANSLATE_NOOP("Refusals", "This is finer than the field holds; {kept} is used."),
    Why.ROW_ONLY_A_PICTURE: QT_TRANSLATE_NOOP(
        "Refusals", "The row belongs to the item above and says nothing of its own but a picture."
    ),
    Why.SEVERAL_CARDS_OF_THIS_NAME: QT_TRANSLATE_NOOP(
        "Refusals", "Several cards on file fit this; the field stays blank. Write the ID instead."
    ),
    Why.SPACES_CUT_OFF: QT_TRANSLATE_NOOP("Refusals", "Spaces around this ID were cut off."),
    Why.TEXT_CUT_TO_FIT: QT_TRANSLATE_NOOP(
        "Refusals", "This is too long; “{kept}” is used, and the whole is kept in the notes."
    ),
    Why.TOTAL_ROW_LEFT_OUT: QT_TRANSLATE_NOOP("Refusals", "This row adds others up and is left out."),
}

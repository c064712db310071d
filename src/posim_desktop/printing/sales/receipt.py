"""A processed invoice as a receipt, in the bytes that receipt printers take (ESC/POS). Serves "Processed invoices".

The receipt of an invoice with backorders ends with a barcode: scanned when the goods are picked up, it names the
invoice. Text goes out in the code page WPC1252, which the printer is told first; letters it lacks lose their accents.
"""

import textwrap
import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.invoice import TenderKind, TransCode
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.printing.sales.invoice import InvoiceWriting, discount_on_sale, tender_word
from posim_desktop.queries.sales.invoices import ProcessedDetails, ProcessedLine

COLUMNS = 42
"""Characters per line of 80 mm paper on the narrowest common printer."""
CODE_PAGE = "cp1252"

_ESC, _GS = b"\x1b", b"\x1d"
_START = _ESC + b"@" + _ESC + b"t\x10"  # reset; character table 16 is WPC1252
_LEFT, _CENTRE = _ESC + b"a\x00", _ESC + b"a\x01"
_PLAIN, _TALL = _GS + b"!\x00", _GS + b"!\x01"
_CUT = _GS + b"VB\x00"  # feed to the knife and cut
_OPEN_DRAWER = _ESC + b"p\x00\x19\xfa"  # pin 2, 50 ms on, 500 ms off
_BAR_STYLE = _GS + b"h\x50" + _GS + b"w\x02" + _GS + b"H\x02"  # 80 dots high, 2 wide, text below
_CODE_128, _SET_B = b"k\x49", b"{B"
_DASHES = str.maketrans({"\u2212": "-", "\u2010": "-", "\u2011": "-"})


def receipt(
    invoice: ProcessedDetails, shop: ShopPreferences, writing: InvoiceWriting, *, columns: int = COLUMNS
) -> bytes:
    """Write an invoice for a receipt printer: text, barcode if something is owed, cut, and the drawer for cash.

    Args:
        invoice: What was posted.
        shop: Whose name stands at the head.
        writing: How the store writes amounts, quantities and moments.
        columns: Characters on a line.
    """
    owed = [line for line in invoice.lines if line.trans_code is TransCode.BACKORDER]
    paper = _Paper(columns)
    _head(paper, invoice, shop, writing)
    for line in invoice.lines:
        _line(paper, line, writing)
    _sums(paper, invoice, writing)
    if invoice.note:
        paper.text("")
        paper.text(invoice.note)
    if owed:
        _pick_up(paper, invoice, owed, writing)
    paper.put(_CUT)
    if any(tender.kind is TenderKind.CASH and (tender.amount or tender.change) for tender in invoice.tenders):
        paper.put(_OPEN_DRAWER)
    return paper.content


class _Paper:
    """The strip of paper, as bytes."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.content = _START

    def put(self, command: bytes) -> None:
        self.content += command

    def text(self, words: str, *, indent: str = "") -> None:
        """Print words, broken where a line ends."""
        for paragraph in words.split("\n"):
            for row in _rows(paragraph, self.columns, indent):
                self.content += _encoded(row) + b"\n"

    def both_sides(self, words: str, amount: str, *, indent: str = "") -> None:
        """Print words on the left and an amount on the right of the last of their lines."""
        *above, last = _rows(words, self.columns - len(amount) - 1, indent)
        for row in above:
            self.content += _encoded(row) + b"\n"
        self.content += _encoded(last + amount.rjust(self.columns - len(last))) + b"\n"

    def rule(self) -> None:
        self.text("-" * self.columns)


def _rows(words: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(words, width, initial_indent=indent, subsequent_indent=indent) or [""]


def _head(paper: _Paper, invoice: ProcessedDetails, shop: ShopPreferences, writing: InvoiceWriting) -> None:
    paper.put(_CENTRE + _TALL)
    paper.text(shop.store_name)
    paper.put(_PLAIN)
    if shop.store_address:
        paper.text(shop.store_address)
    paper.put(_LEFT)
    paper.text("")
    paper.both_sides(_tr("Invoice {number}").format(number=invoice.number), writing.date_time(invoice.processed_at))
    paper.text(_tr("Served by {name}").format(name=invoice.employee))
    if invoice.customer:
        paper.text(invoice.customer)
    paper.rule()


def _line(paper: _Paper, line: ProcessedLine, writing: InvoiceWriting) -> None:
    paper.text(line.description)
    if line.trans_code is TransCode.COMMENT:
        return
    counted = f"{writing.quantity(line.quantity)} × {writing.money(line.unit_price)}"
    if line.discount:
        counted += " − " + writing.money(line.discount)
    remark = {TransCode.BACKORDER: _tr("back-ordered"), TransCode.RETURN: _tr("returned")}.get(line.trans_code)
    paper.both_sides(
        f"{counted}, {remark}" if remark else counted, writing.money(line.before_sale_discount), indent="  "
    )


def _sums(paper: _Paper, invoice: ProcessedDetails, writing: InvoiceWriting) -> None:
    paper.rule()
    paper.both_sides(_tr("Subtotal"), writing.money(invoice.subtotal + invoice.off_sale))
    if invoice.discount:
        paper.both_sides(*discount_on_sale(invoice, writing))
    words = _tr("incl. tax {code} {rate}%") if invoice.tax_inclusive else _tr("Tax {code} {rate}%")
    for tax in invoice.taxes:
        paper.both_sides(words.format(code=tax.code, rate=writing.quantity(tax.rate)), writing.money(tax.tax))
    paper.put(_TALL)
    total = writing.amount(invoice.total)
    paper.both_sides(_tr("Total"), total if _is_in_code_page(total) else writing.money(invoice.total))
    paper.put(_PLAIN)
    for tender in invoice.tenders:
        paper.both_sides(tender_word(tender.kind), writing.money(tender.amount))
    if invoice.change:
        paper.both_sides(_tr("Change"), writing.money(invoice.change))


def _pick_up(paper: _Paper, invoice: ProcessedDetails, owed: Iterable[ProcessedLine], writing: InvoiceWriting) -> None:
    paper.rule()
    paper.text(_tr("On backorder for you; pay at pick-up:"))
    for line in owed:
        words = f"{writing.quantity(line.quantity)} × {line.description}".replace("\n", " ")
        number = "" if line.backorder_number is None else str(line.backorder_number)
        paper.both_sides(words, _tr("backorder {number}").format(number=number) if number else "", indent="  ")
    paper.text("")
    paper.text(_tr("Please bring this receipt."))
    code = _SET_B + invoice_code(invoice.id).encode("ascii")
    paper.put(_CENTRE + _BAR_STYLE + _GS + _CODE_128 + bytes((len(code),)) + code + b"\n" + _LEFT)


def _encoded(words: str) -> bytes:
    """Write text in the printer's code page, a letter at a time: 1 byte is 1 column."""
    return b"".join(_letter(letter) for letter in _plain(words) if letter.isprintable() or letter.isspace())


def _is_in_code_page(words: str) -> bool:
    """Return whether the printer has every letter; a currency sign that it lacks is better left out."""
    return all(letter.isspace() or _letter(letter) == letter.encode(CODE_PAGE, "ignore") for letter in _plain(words))


def _plain(words: str) -> str:
    return words.translate(_DASHES)


def _letter(letter: str) -> bytes:
    plain = " " if letter.isspace() else letter
    try:
        return plain.encode(CODE_PAGE)
    except UnicodeEncodeError:
        base = unicodedata.normalize("NFKD", plain)[0]
        return base.encode(CODE_PAGE, errors="replace")


def _tr(words: str) -> str:
    return QCoreApplication.translate("receipt", words)

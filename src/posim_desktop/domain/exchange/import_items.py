"""Item cards made from the rows of a price list. Serves the guide's page "Bring your shop over"."""

import re
from dataclasses import fields, replace
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.cards.barcodes import one_form
from posim_desktop.domain.cards.cards import ItemFields, clean_item
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.exchange.csv_tables import Table, TableRow
from posim_desktop.domain.exchange.figures import read_figure, rounded
from posim_desktop.domain.exchange.import_cards import (
    Drawn,
    ImportedItem,
    TableReading,
    Watch,
    clean_setting_aside,
    draw,
    in_file_order,
    one_spaced,
    spaces_cut_off,
)
from posim_desktop.domain.exchange.import_columns import Columns, cell
from posim_desktop.domain.exchange.import_questions import Ask, Asking, ImportAnswer
from posim_desktop.domain.exchange.plain_text import without_markup
from posim_desktop.domain.exchange.spoilt_codes import lost_zeros, means_none, unspoilt, with_zeros
from posim_desktop.domain.money import cost_places, money_places
from posim_desktop.domain.numbers import places
from posim_desktop.domain.quantity import MAX_QUANTITY, NO_UNITS, ONE, QUANTITY_PLACES
from posim_desktop.domain.why import Why

_BARCODE_BREAKS = re.compile(r"[\s;,|]+")
_NOT_STOCKED = frozenset(
    {
        *("no", "n", "false", "0", "nein", "notstocked", "nonstock", "nonstocked", "untracked"),
        *("noninventory", "noninventoryitem", "service", "services", "labor", "labour", "fee", "charge", "virtual"),
    }
)
_SERIALS = frozenset({"yes", "y", "true", "1", "x", "ja", "sale", "serialized", "serialised"})
_OPTIONS = ("option1", "option2", "option3")
_NO_OPTION = frozenset({"", "default title", "regular", "default"})
_KEPT = frozenset({"code", "description"})
_NAMED = ("department", "tax_code", "vendor")
_OF_CARD = (*(field.name for field in fields(ItemFields)), *_NAMED)
_FROM_ABOVE = ("description", "long_description", *_NAMED)
_NOISE = Decimal("0.000001")


def draw_items(
    table: Table,
    columns: Columns,
    *,
    decimal_point: str = ".",
    asking: Asking | None = None,
    watch: Watch | None = None,
) -> Drawn[ImportedItem]:
    """Make an Item card of each row of a price list.

    Args:
        table: The list.
        columns: Which column is which field.
        decimal_point: What stands before the decimals of its numbers.
        asking: Gives the answers to what rows leave open, and collects the questions.
        watch: Is told how far the reading is.
    """
    reading = TableReading(table, columns, asking, decimal_point)
    maker = _Maker(reading)
    drawn = draw(reading, maker.make, lambda card: card.fields.code, watch)
    return replace(drawn, notes=tuple(in_file_order([*drawn.notes, *spaces_cut_off(table, columns)])))


class _Maker:
    """Makes an Item card of each row."""

    def __init__(self, reading: TableReading) -> None:
        self._reading = reading
        self._mended = lost_zeros([cell(row, reading.columns, "barcode") for row in reading.table.rows])
        self._barcodes: dict[str, str] = {}
        self._above: dict[str, str] = {}
        self._codes = frozenset(reading.columns) & {"code"}
        self._card_columns = [name for name in _OF_CARD if reading.has("barcode" if name == "barcodes" else name)]

    def make(self, row: TableRow) -> ImportedItem:
        reading = self._reading
        words = self._words()
        code, old = self._code()
        notes = [reading.text("notes"), *([old] if old else [])]
        if words["long_description"]:
            notes.append(words["long_description"])
        named, long = self._description(words["description"])
        if long:
            notes.append(long)
        stocked = _is_stocked(reading.text("stocked"))
        least, most, filled = self._levels()
        card = ItemFields(
            code=code,
            description=named,
            barcodes=self._barcodes_of(code),
            vendor_item_number=reading.text("vendor_item_number"),
            price=self._money("price", money_places()),
            cost=self._money("cost", cost_places()),
            max_stock=most,
            min_stock=least,
            pack_quantity=self._quantity("pack_quantity") or ONE,
            stocked=stocked,
            serials=_serials(reading.text("serials")),
            notes="\n".join(filter(None, notes)),
            unit=reading.text("unit"),
            author=reading.text("author"),
            publisher=reading.text("publisher"),
            format=reading.text("format"),
            pack_unit=reading.text("pack_unit"),
            smallest_cut=self._quantity("smallest_cut"),
        )
        on_hand = self._on_hand(stocked=stocked)
        card = clean_setting_aside(reading, card, clean_item, _KEPT)
        given = set(reading.given(self._card_columns))
        if card.notes:
            given.add("notes")
        if named:
            given.add("description")
        if filled:
            given.add("max_stock")
        given.update(name for name in _NAMED if words[name])
        if card.barcodes:
            self._barcodes.update((one_form(barcode), code) for barcode in card.barcodes)
        return ImportedItem(
            row.line,
            card,
            frozenset(given),
            department=words["department"],
            tax_code=words["tax_code"],
            vendor=words["vendor"],
            on_hand=on_hand,
            fills_up=filled,
        )

    def _words(self) -> dict[str, str]:
        """Read what a row says in words; what a variant lacks it takes from the row above of the same group."""
        reading = self._reading
        words = {name: reading.text(name) for name in _FROM_ABOVE}
        words["description"] = one_spaced(without_markup(words["description"]))
        words["long_description"] = without_markup(words["long_description"])
        group = reading.text("group")
        if group:
            above = self._above if self._above.get("group") == group else {}
            says = any(reading.text(name) for name in ("code", "price", "barcode", *_OPTIONS))
            if above and not says:
                raise refuse(Why.ROW_ONLY_A_PICTURE, Field("group"))
            words = {name: value or above.get(name, "") for name, value in words.items()}
            self._above = words | {"group": group}
        options = [reading.text(name) for name in _OPTIONS]
        told = " / ".join(option for option in options if option.casefold() not in _NO_OPTION)
        if told and words["description"]:
            words = words | {"description": f"{words['description']}, {told}"}
        return words

    def _code(self) -> tuple[str, str]:
        """Read the id; return it and, where it could not be kept, what it was."""
        reading = self._reading
        if not self._codes:
            return "", ""
        code = reading.code()
        if not code:
            if reading.asking.about(Ask.MISSING_IDS, reading.text("description")) == ImportAnswer.LEAVE_OUT:
                raise refuse(Why.ROW_WITHOUT_ID, Field("code"))
            reading.note("", Refusal(Why.ID_MADE_AUTOMATICALLY, Field("code")))
            return "", ""
        code = code.upper()
        if "*" not in code and len(code) <= text.CODE:
            return code, ""
        if reading.asking.about(Ask.ODD_IDS, code) == ImportAnswer.LEAVE_OUT:
            if "*" in code:
                raise refuse(Why.CODE_HOLDS_ASTERISK, Field("code"), label=text.Label.ITEM_ID)
            length, label = len(code), text.Label.ITEM_ID
            raise refuse(Why.TEXT_TOO_LONG, Field("code"), label=label, most=text.CODE, length=length)
        kept = code.replace("*", "-")[: text.CODE].rstrip()
        reading.note(code, Refusal(Why.CODE_CHANGED_TO_FIT, Field("code"), kept=kept))
        return kept, f"{reading.title('code')}: {code}"

    def _description(self, words: str) -> tuple[str, str]:
        """Return what fits on the card, and the whole where that is more."""
        if len(words) <= text.DESCRIPTION:
            return words, ""
        kept = words[: text.DESCRIPTION].rsplit(" ", 1)[0] or words[: text.DESCRIPTION]
        self._reading.note(words, Refusal(Why.TEXT_CUT_TO_FIT, Field("description"), kept=kept))
        return kept, words

    def _money(self, field: str, most_places: int) -> Decimal:
        reading = self._reading
        amount = reading.figure(field)
        return NO_UNITS if amount is None else fitting(reading, field, amount, most_places)

    def _quantity(self, field: str) -> Decimal:
        reading = self._reading
        quantity = reading.figure(field)
        return NO_UNITS if quantity is None else fitting(reading, field, quantity, QUANTITY_PLACES)

    def _levels(self) -> tuple[Decimal, Decimal, bool]:
        """Read the least and the most stock; where only the least is said, ask once for all how much to fill up to."""
        reading = self._reading
        least, most = self._quantity("min_stock"), self._quantity("max_stock")
        if least <= most or least <= 0 or "min_stock" in reading.aside:
            return least, most, False
        if most > 0:
            reading.set_aside("min_stock", Refusal(Why.MIN_STOCK_ABOVE_MAX, least=least, most=most))
            return NO_UNITS, most, False
        answer = reading.asking.about(Ask.MAX_STOCK, f"{reading.text('code')} {reading.text('min_stock')}".strip())
        chosen = least if answer == ImportAnswer.AS_MIN else max(least, read_figure(answer, ".", "max_stock"))
        return least, min(chosen, MAX_QUANTITY), True

    def _on_hand(self, *, stocked: bool) -> Decimal:
        reading = self._reading
        units = reading.figure("on_hand")
        if not units:
            return NO_UNITS
        if not stocked:
            reading.note(reading.text("on_hand"), Refusal(Why.NOT_STOCKED_NO_STOCK, Field("on_hand")))
            return NO_UNITS
        return stock_of(reading, units)

    def _barcodes_of(self, code: str) -> tuple[str, ...]:
        reading = self._reading
        written = reading.text("barcode")
        if not written:
            return ()
        kept: list[str] = []
        for each in filter(None, _BARCODE_BREAKS.split(written)):
            if means_none(each):
                reading.note(written, Refusal(Why.CELL_MEANS_NONE, Field("barcodes")))
                continue
            try:
                barcode = unspoilt(each, "barcodes")
            except RefusedError as error:
                reading.set_aside("barcodes", error.refusal)
                continue
            if barcode in self._mended:
                barcode = with_zeros(barcode)
                reading.note(each, Refusal(Why.CODE_MENDED, Field("barcodes"), kept=barcode))
            if self._barcodes.get(one_form(barcode), code) != code or len(barcode) > text.SHORT or "*" in barcode:
                reading.set_aside("barcodes", Refusal(Why.BARCODE_REPEATED_IN_FILE))
                continue
            kept.append(barcode)
        return tuple(kept)


def stock_of(reading: TableReading, units: Decimal) -> Decimal:
    """Take what is on hand as the answer says where it is below zero, and to three places."""
    if units < 0:
        if reading.asking.about(Ask.NEGATIVE_STOCK, f"{reading.text('code')} {units}".strip()) == ImportAnswer.ZERO:
            reading.note(reading.text("on_hand"), Refusal(Why.NEGATIVE_STOCK_TO_ZERO, Field("on_hand")))
            return NO_UNITS
        reading.note(reading.text("on_hand"), Refusal(Why.NEGATIVE_STOCK_KEPT, Field("on_hand")))
    if abs(units) > MAX_QUANTITY:
        reading.set_aside("on_hand", Refusal(Why.QUANTITY_TOO_LARGE, most=MAX_QUANTITY))
        return NO_UNITS
    return fitting(reading, "on_hand", units, QUANTITY_PLACES)


def fitting(reading: TableReading, field: str, figure: Decimal, most_places: int) -> Decimal:
    """Round what is finer than a field can hold, and say so."""
    if places(figure) <= most_places:
        return figure
    kept = rounded(figure, most_places)
    if abs(kept - figure) > _NOISE:
        reading.note(reading.text(field), Refusal(Why.ROUNDED_TO_FIT, Field(field), kept=f"{kept:f}"))
    return kept


def _is_stocked(typed: str) -> bool:
    """Read whether goods are stocked; only a no, or the name of a service, means that they are not."""
    return not typed or "".join(filter(str.isalnum, typed.casefold())) not in _NOT_STOCKED


def _serials(typed: str) -> Serials:
    """Read when goods are asked for their serial numbers; only a yes or a moment means that they are."""
    if not typed:
        return Serials.NONE
    plain = "".join(filter(str.isalnum, typed.casefold()))
    return Serials.RECEIVING if "receiving" in plain else Serials.SALE if plain in _SERIALS else Serials.NONE

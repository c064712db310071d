"""Cards derived from invoice lines, where one item stands on many rows and half the notes are not about goods.

A row tells something about an item when goods were sold or taken back at a price. Rows at 0.00 are a shop's notes to
itself ("smashed", "check", "?"), codes without a digit are postage, fees and corrections.
Serves the guide's page "Import items and customers".
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from posim_desktop.domain.cards.cards import CustomerFields, ItemFields, clean_customer, clean_item
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.exchange.csv_tables import Table, TableRow
from posim_desktop.domain.exchange.figures import read_figure, rounded
from posim_desktop.domain.exchange.import_cards import (
    Drawn,
    ImportedCustomer,
    ImportedItem,
    RowRefusal,
    code_reader,
    customer_name,
    in_file_order,
    one_spaced,
    refusal_of,
    require_width,
)
from posim_desktop.domain.exchange.import_columns import Columns, cell
from posim_desktop.domain.money import money_places
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why

_NOT_GOODS = re.compile(
    r"(\w+ )*(postage|commission)|((next|same) day )?carriage|(bank|packing|amazon|handling) (charge|fee)s?|"
    r".*\bgift voucher\b.*|manual|discount|samples?|adjust bad debt",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\W*(check|(stock )?check|found|lost|missing|smashed|counted|test|display|showroom|amazon|dotcom|ebay|mailout|"
    r"(water |wet )?damage[sd]?|adjust(ment)?|wrong code|thrown away|samples?)\W*",
    re.IGNORECASE,
)
_NO_COUNTRY = frozenset({"", "unspecified", "unknown"})
_DATE_FORMATS = ("%m/%d/%Y %H:%M", "%m/%d/%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y")


@dataclass(frozen=True, slots=True)
class _Sold:
    line: int
    description: str
    price: Decimal
    at: datetime


def draw_items_from_sales(table: Table, columns: Columns, *, decimal_point: str = ".") -> Drawn[ImportedItem]:
    """Derive Item cards: the most frequent description of each code and its newest price.

    Of equally frequent descriptions the newest counts, as shops rename goods over time.
    """
    dates = _dates(table, columns)
    plain_code = code_reader(table, columns)
    sold: dict[str, list[_Sold]] = {}
    refusals: list[RowRefusal] = []
    for row in table.rows:
        try:
            require_width(row, table)
            code = _goods_code(plain_code(row))
            price = _price(cell(row, columns, "price"), decimal_point)
            description = _goods_description(one_spaced(cell(row, columns, "description")))
            clean_item(ItemFields(code=code, description=description, price=price))
        except RefusedError as error:
            refusals.append(refusal_of(row, columns, error))
            continue
        sold.setdefault(code, []).append(_Sold(row.line, description, price, dates[row.line]))
    given = frozenset({"code", "description", "price"})
    cards = [ImportedItem(rows[0].line, clean_item(_item(code, rows)), given) for code, rows in sold.items()]
    notes = [note for code, rows in sold.items() for note in _disagreements(code, rows)]
    repeated = len(table.rows) - len(refusals) - len(cards)
    return Drawn(tuple(cards), tuple(refusals), tuple(in_file_order(notes)), len(table.rows), repeated)


def draw_customers_from_sales(table: Table, columns: Columns) -> Drawn[ImportedCustomer]:
    """Derive Customer cards from the ids on invoices; who is not named is called by the id."""
    plain_code = code_reader(table, columns)
    bought: dict[str, list[tuple[TableRow, CustomerFields]]] = {}
    refusals: list[RowRefusal] = []
    for row in table.rows:
        try:
            require_width(row, table)
            fields = clean_customer(_customer(row, columns, plain_code(row).upper()))
        except RefusedError as error:
            refusals.append(refusal_of(row, columns, error))
            continue
        bought.setdefault(fields.code, []).append((row, fields))
    given = frozenset({"code", "name"} | ({"address"} if "country" in columns else set()))
    cards = [
        ImportedCustomer(rows[0][0].line, _commonest(fields for _, fields in rows), given) for rows in bought.values()
    ]
    notes = [
        RowRefusal(rows[0][0].line, code, Refusal(Why.SEVERAL_COUNTRIES, Field("country")))
        for code, rows in bought.items()
        if len({fields.address for _, fields in rows}) > 1
    ]
    repeated = len(table.rows) - len(refusals) - len(cards)
    return Drawn(tuple(cards), tuple(refusals), tuple(in_file_order(notes)), len(table.rows), repeated)


def _goods_code(code: str) -> str:
    if not code:
        raise refuse(Why.ROW_WITHOUT_ID, Field("code"))
    if not any(character.isdigit() for character in code):
        raise refuse(Why.ID_OF_NO_GOODS, Field("code"))
    return code.upper()


def _goods_description(description: str) -> str:
    if not any(character.isalpha() for character in description):
        raise refuse(Why.DESCRIPTION_SAYS_NOTHING, Field("description"))
    if _NOT_GOODS.fullmatch(description):
        raise refuse(Why.DESCRIPTION_OF_NO_GOODS, Field("description"))
    if _NOTE.fullmatch(description):
        raise refuse(Why.DESCRIPTION_IS_A_NOTE, Field("description"))
    return description


def _price(typed: str, decimal_point: str) -> Decimal:
    price = rounded(read_figure(typed, decimal_point, "price"), money_places()) if typed else NO_UNITS
    if price < 0:
        raise refuse(Why.SALE_BELOW_ZERO, Field("price"))
    if price == 0:
        raise refuse(Why.SALE_AT_ZERO, Field("price"))
    return price


def _item(code: str, rows: list[_Sold]) -> ItemFields:
    return ItemFields(code=code, description=_best_description(rows), price=_newest(rows).price)


def _best_description(rows: list[_Sold]) -> str:
    counted = Counter(row.description for row in rows)
    newest = {row.description: (row.at, row.line) for row in sorted(rows, key=lambda row: (row.at, row.line))}
    return max(counted, key=lambda description: (counted[description], newest[description]))


def _newest(rows: list[_Sold]) -> _Sold:
    return max(rows, key=lambda row: (row.at, row.line))


def _disagreements(code: str, rows: list[_Sold]) -> Iterable[RowRefusal]:
    first = rows[0].line
    if len({row.description for row in rows}) > 1:
        kept = _best_description(rows)
        yield RowRefusal(first, code, Refusal(Why.SEVERAL_DESCRIPTIONS, Field("description"), kept=kept))
    if len({row.price for row in rows}) > 1:
        newest = _newest(rows).price
        yield RowRefusal(first, code, Refusal(Why.SEVERAL_PRICES, Field("price"), kept=newest))


def _customer(row: TableRow, columns: Columns, code: str) -> CustomerFields:
    if code in {"", "0"}:
        raise refuse(Why.CUSTOMER_UNKNOWN, Field("code"))
    name = one_spaced(cell(row, columns, "name")) or customer_name(code)
    country = one_spaced(cell(row, columns, "country"))
    return CustomerFields(code=code, name=name, address="" if country.casefold() in _NO_COUNTRY else country)


def _commonest(fields: Iterable[CustomerFields]) -> CustomerFields:
    """Return the most frequent form of a customer; one with an address rather than one without."""
    counted = Counter(fields)
    return max(counted, key=lambda form: (bool(form.address), counted[form]))


def _dates(table: Table, columns: Columns) -> dict[int, datetime]:
    """Read each row's date; when one cannot be read, the order of the rows alone says what is newer."""
    unknown = datetime.min.replace(tzinfo=UTC)
    dates = {row.line: _date(cell(row, columns, "date")) for row in table.rows}
    if None in dates.values():
        return dict.fromkeys(dates, unknown)
    return {line: date or unknown for line, date in dates.items()}


def _date(typed: str) -> datetime | None:
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=UTC)
    except ValueError:
        pass
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(typed, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None

"""What a file calls departments, vendors and tax codes, found among those on file, or to be made on the way.

Serves the guide's page "Bring your shop over".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import (
    DepartmentFields,
    TaxCodeFields,
    VendorFields,
    clean_department,
    clean_tax_code,
    clean_vendor,
)
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.exchange.figures import read_figure
from posim_desktop.domain.exchange.import_partners import code_of
from posim_desktop.domain.exchange.import_questions import Ask, Asking, ImportAnswer
from posim_desktop.domain.folding import fold
from posim_desktop.domain.quantity import plain
from posim_desktop.domain.tax import Tax, rate_refusal, total_rate
from posim_desktop.domain.why import Why
from posim_desktop.orm import Department, TaxCode, Vendor
from posim_desktop.orm.base import table_of
from posim_desktop.services.records import card_rows
from posim_desktop.services.records.item_cards import tax_codes_today

_TAXED = frozenset({"yes", "y", "true", "1", "ja", "taxable", "taxed", "t", "x", "standard"})
_UNTAXED = frozenset({"no", "n", "false", "0", "nein", "none", "untaxed", "nontaxable", "exempt", "nontaxed", "-"})
_RATE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?", re.ASCII)

Made = VendorFields | DepartmentFields | TaxCodeFields


@dataclass(frozen=True, slots=True)
class MadeOnTheWay:
    """Cards that an import makes because items name them; items name the first by -1, the second by -2 and so on."""

    vendors: tuple[VendorFields, ...] = ()
    departments: tuple[DepartmentFields, ...] = ()
    tax_codes: tuple[TaxCodeFields, ...] = ()


class NamedCards:
    """The cards that items can name: those on file, and those that are made on the way."""

    def __init__(self, connection: sa.Connection, asking: Asking, default_tax_code_id: int | None) -> None:
        """Read what is on file."""
        self._asking = asking
        self._default = default_tax_code_id
        self._vendors = _Named(connection, table_of(Vendor), Record.VENDOR, Ask.VENDORS, _vendor, asking)
        self._departments = _Named(
            connection, table_of(Department), Record.DEPARTMENT, Ask.DEPARTMENTS, _department, asking
        )
        self._tax_codes = _Named(connection, table_of(TaxCode), Record.TAX_CODE, Ask.TAX_CODES, _tax_code, asking)
        self._rates: dict[Decimal, list[int]] = {}
        for tax_code_id, taxes in tax_codes_today(connection).items():
            self._rates.setdefault(total_rate(taxes), []).append(tax_code_id)

    @property
    def made(self) -> MadeOnTheWay:
        """The cards that are made on the way."""
        vendors, departments, tax_codes = self._vendors.made, self._departments.made, self._tax_codes.made
        return MadeOnTheWay(
            tuple(card for card in vendors if isinstance(card, VendorFields)),
            tuple(card for card in departments if isinstance(card, DepartmentFields)),
            tuple(card for card in tax_codes if isinstance(card, TaxCodeFields)),
        )

    def department(self, written: str) -> int:
        """Find a department.

        Raises:
            RefusedError: It is not on file and shall not be made, or several have this name.
        """
        return self._departments.find(written)

    def vendor(self, written: str) -> int:
        """Find a vendor.

        Raises:
            RefusedError: As :meth:`department`.
        """
        return self._vendors.find(written)

    def tax_code(self, written: str) -> int | None:
        """Find a tax code: by its id or name, the store's own for a yes, None for a no, the one with a rate for a rate.

        Raises:
            RefusedError: As :meth:`department`.
        """
        found = self._tax_codes.on_file(written)
        if found is not None:
            return found
        word = "".join(filter(str.isalnum, written.casefold())) or written
        if word in _UNTAXED:
            return None
        if word in _TAXED:
            return self._taxed(written)
        rate = _RATE.fullmatch(written)
        if rate is None:
            raise refuse(Why.NOT_ON_FILE_LEFT_BLANK, Field("tax_code"))
        percent = read_figure(rate[1].replace(",", "."), ".", "tax_code")
        same = [each for each in self._rates.get(percent, ()) if self._tax_codes.is_usable(each)]
        if len(same) > 1:
            raise refuse(Why.SEVERAL_CARDS_OF_THIS_NAME, Field("tax_code"))
        if rate_refusal(percent):
            raise refuse(Why.NOT_ON_FILE_LEFT_BLANK, Field("tax_code"))
        return same[0] if same else self._tax_codes.make(f"{plain(percent)}%")

    def _taxed(self, written: str) -> int | None:
        """Take the store's own tax code, or ask for one where it has none."""
        if self._default is not None:
            return self._default
        codes = self._tax_codes.codes
        if not codes:
            raise refuse(Why.NOT_ON_FILE_LEFT_BLANK, Field("tax_code"))
        answer = self._asking.about(Ask.TAXED, written, tuple(codes))
        return codes.get(answer.upper(), next(iter(codes.values())))


class _Named:
    """The cards of one kind by their ids and names."""

    def __init__(
        self,
        connection: sa.Connection,
        table: sa.Table,
        record: Record,
        ask: Ask,
        maker: Callable[[str, frozenset[str]], Made],
        asking: Asking,
    ) -> None:
        self.made: list[Made] = []
        self.codes: dict[str, int] = {}
        self._record, self._ask, self._maker, self._asking = record, ask, maker, asking
        self._names: dict[str, list[int]] = {}
        self._archived: set[str] = set()
        self._taken: set[str] = set()
        self._found: dict[str, int] = {}
        self._new: dict[str, int] = {}
        for card in card_rows.named(connection, table):
            self._taken.add(card.code)
            if card.archived:
                self._archived |= {card.code, fold(card.name)}
                continue
            self.codes[card.code] = card.id
            self._names.setdefault(fold(card.name), []).append(card.id)

    def is_usable(self, card_id: int) -> bool:
        """Return whether a card is not archived."""
        return card_id in self.codes.values()

    def on_file(self, written: str) -> int | None:
        """Find a card by its id, else by its name."""
        if written in self._found:
            return self._found[written]
        found = self.codes.get(written.upper())
        if found is None:
            same = self._names.get(fold(written), [])
            if len(same) > 1:
                raise refuse(Why.SEVERAL_CARDS_OF_THIS_NAME, Field(str(self._record)))
            found = same[0] if same else None
        if found is not None:
            self._found[written] = found
        return found

    def find(self, written: str) -> int:
        """Find a card, or make it on the way."""
        found = self.on_file(written)
        return self.make(written) if found is None else found

    def make(self, written: str) -> int:
        """Make a card of this name on the way, once, if the shop agrees."""
        where = Field(str(self._record))
        key = fold(written)
        if written.upper() in self._archived or key in self._archived:
            raise refuse(Why.IMPORTED_CARD_ARCHIVED, where)
        if self._asking.about(self._ask, written) != ImportAnswer.MAKE:
            raise refuse(Why.NOT_ON_FILE_LEFT_BLANK, where)
        if key not in self._new:
            try:
                card = self._maker(written, frozenset(self._taken))
            except RefusedError as error:
                raise RefusedError(error.refusal.at(where)) from None
            self.made.append(card)
            self._taken.add(card.code)
            self._new[key] = -len(self.made)
        return self._new[key]


def _vendor(written: str, _taken: frozenset[str]) -> VendorFields:
    return clean_vendor(VendorFields(name=written))


def _department(written: str, taken: frozenset[str]) -> DepartmentFields:
    return clean_department(DepartmentFields(_free(code_of(written) or "DEPT", taken), written))


def _tax_code(written: str, taken: frozenset[str]) -> TaxCodeFields:
    rate = Decimal(written.removesuffix("%"))
    code = _free(f"TAX-{written.removesuffix('%')}", taken)
    return clean_tax_code(TaxCodeFields(code, written, (Tax("", rate),)))


def _free(code: str, taken: frozenset[str]) -> str:
    """Put a number behind an id that another card has."""
    found, number = code, 2
    while found in taken:
        end = f"-{number}"
        found, number = f"{code[: text.CODE - len(end)]}{end}", number + 1
    return found


def renumbered(fields: Mapping[str, int | None], ids: Mapping[str, list[int]]) -> dict[str, int | None]:
    """Give the cards that were made on the way their ids, by field."""
    return {name: ids[name][-each - 1] if each is not None and each < 0 else each for name, each in fields.items()}

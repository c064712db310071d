"""The deck widget: arrows, Find, List All, leaving an edited card, changes from elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from posim_desktop.app import OpenShop, open_shop
from posim_desktop.domain import folding
from posim_desktop.domain.changes import Change, Done, Record, done, some_new
from posim_desktop.domain.errors import Field, Refusal, RefusedError, require
from posim_desktop.domain.folding import search_key
from posim_desktop.domain.text import Label
from posim_desktop.domain.why import Why
from posim_desktop.orm import Customer
from posim_desktop.queries import search
from posim_desktop.queries.deck import PAGE, DeckQuery, Found, Order, Step
from posim_desktop.services.session import Session, Stamp
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.models.list_all import Column, ListAll
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets import slide
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import show_refusal
from posim_desktop.ui.widgets.sheet import WIDEST
from posim_desktop.ui.widgets.slide import REPEAT_MS

_TABLE = Customer.__table__


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    version: int


QUERY: DeckQuery[Person] = DeckQuery(
    source=_TABLE,
    id=_TABLE.c.id,
    columns=(_TABLE.c.id, _TABLE.c.name, _TABLE.c.version),
    row=Person,
    orders={"name": _TABLE.c.name, "code": _TABLE.c.code},
    first_order=Order("name"),
    condition=lambda found, dialect: [
        _TABLE.c.id.in_(search.ids_with(dialect, Customer.search_text, word)) for word in folding.words(found.text)
    ],
)


def _read(connection: sa.Connection, record_id: int) -> Person | None:
    row = connection.execute(sa.select(*QUERY.columns).where(QUERY.id == record_id)).one_or_none()
    return None if row is None else Person(*row)


def _add(session: Session, stamp: Stamp, *, name: str) -> Done:
    require(Refusal(Why.TEXT_MISSING, Field("name"), label=Label.NAME) if not name else None)
    texts = dict.fromkeys(("company", "phone", "phone2", "email", "address", "notes"), "")
    number = (session.connection().scalar(sa.select(sa.func.max(Customer.id))) or 0) + 1
    row = texts | {
        "code": f"C{number:04d}",
        "name": name,
        "created_at": stamp.at,
        "archived": False,
        "version": 1,
        "search_text": search_key(name),
    }
    session.connection().execute(sa.insert(Customer), [row])
    return done(number, Change(Record.CUSTOMER, number), some_new(Record.CUSTOMER))


def _rename(session: Session, _stamp: Stamp, *, customer_id: int, name: str, version: int) -> Done:
    require(Refusal(Why.TEXT_MISSING, Field("name"), label=Label.NAME) if not name else None)
    changed = session.connection().scalar(
        sa.update(Customer)
        .where(Customer.id == customer_id, Customer.version == version)
        .values(name=name, search_text=search_key(name), version=version + 1)
        .returning(Customer.id)
    )
    require(Refusal(Why.CARD_CHANGED, card=Record.CUSTOMER) if changed is None else None)
    return done(customer_id, Change(Record.CUSTOMER, customer_id))


class PersonCard(Card[Person]):
    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.name_edit = QLineEdit()
        self.name_edit.setAccessibleName("Name")
        QVBoxLayout(self).addWidget(self.name_edit)
        self.track(self.name_edit)

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> Person | None:
        return _read(connection, record_id)

    @override
    def fill(self, details: Person | None) -> None:
        self.name_edit.setText(details.name if details else "")

    @override
    def heading(self) -> str:
        return f"Customer {self.record_id}" if self.record_id else "New Customer"

    @override
    def write(self) -> int | None:
        name = self.name_edit.text()
        verb = (
            partial(_add, name=name)
            if self.record_id is None
            else partial(_rename, customer_id=self.record_id, name=name, version=self.version)
        )
        result = self.operations.run(
            self, verb, on_refusal=lambda refusal: show_refusal({"name": self.name_edit}, refusal)
        )
        return result.record_id if isinstance(result, Done) else None


@pytest.fixture
def shop(sqlite_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenShop]:
    settings = Settings(sqlite_url, tmp_path_factory.mktemp("data"), "Till 1")
    opened = open_shop(settings, lambda: datetime(2026, 5, 4, 12, tzinfo=UTC))
    yield opened
    opened.close()


def _deck(qtbot: QtBot, shop: OpenShop, *names: str) -> Deck:
    for name in names:
        shop.operations.do(partial(_add, name=name))
    spec = DeckSpec(
        title="Customers",
        record=Record.CUSTOMER,
        query=QUERY,
        columns=[
            Column[Person]("Name", lambda person: person.name, order="name", width=20),
            Column[Person]("Version", lambda person: str(person.version), numeric=True),
        ],
        make_card=lambda: PersonCard(shop.operations),
        empty_text="No customers yet. Press Add to write the first card.",
        can_add=True,
        find_hint="Name",
        neighbor=lambda person: (person.name, f"version {person.version}"),
    )
    deck = Deck(spec, shop.operations)
    deck.resize(1100, 600)
    qtbot.addWidget(deck)
    with qtbot.waitExposed(deck):
        deck.show()
    deck.activateWindow()
    return deck


def _name(deck: Deck) -> str:
    assert isinstance(deck.card, PersonCard)
    return deck.card.name_edit.text()


def _position(deck: Deck, text: str) -> None:
    hands.wait_for(lambda: deck.head.position_label.text() == text, text)


def test_the_arrows_walk_by_name_and_stop_at_the_ends(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Kim", "Ada", "Lee")

    assert _name(deck) == "Ada"
    assert not hands.button(deck, "Previous").isEnabled()
    assert not hands.button(deck, "First").isEnabled()
    _position(deck, "1 of 3")
    hands.press(deck, "Next")
    assert (_name(deck), deck.head.title_label.text()) == ("Kim", "Customer 1")
    hands.press(deck, "Last")
    assert _name(deck) == "Lee"
    assert not hands.button(deck, "Next").isEnabled()
    _position(deck, "3 of 3")
    hands.press(deck, "Previous")
    assert _name(deck) == "Kim"


def test_the_keys_walk_even_from_inside_a_field(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim", "Lee")
    hands.field(deck, "Name").setFocus()

    hands.key(Qt.Key.Key_PageDown)
    assert _name(deck) == "Kim"
    hands.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert _name(deck) == "Lee"
    hands.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert _name(deck) == "Ada"


def test_an_empty_deck_says_what_to_do_next(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop)

    assert "No customers yet. Press Add to write the first card." in hands.words_on(deck)
    hands.press(deck, "Add")
    hands.fill(deck, "Name", "Ada")
    assert deck.leave()
    assert (_name(deck), deck.current_id) == ("Ada", 1)


def test_the_first_card_made_elsewhere_appears_in_an_empty_deck(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop)

    shop.operations.do(partial(_add, name="Ada"))

    assert _name(deck) == "Ada"


def test_view_lists_all_sorts_finds_and_opens(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada Lee", "Kim", "Zoe Lee")

    hands.press(deck, "View")
    table = hands.table(deck, "List All")
    assert hands.rows(table, "Name") == [("Ada Lee",), ("Kim",), ("Zoe Lee",)]
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert hands.rows(table, "Name") == [("Zoe Lee",), ("Kim",), ("Ada Lee",)]
    hands.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.keys("lee")
    hands.wait_for(lambda: len(hands.rows(table, "Name")) == 2, "the found rows")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    assert _name(deck) == "Ada Lee"
    _position(deck, "2 of 2")
    assert "Found: 2" in hands.words_on(deck)
    hands.press(deck, "Previous")
    assert _name(deck) == "Zoe Lee"
    hands.press(deck, "Back to All")
    _position(deck, "1 of 3")


def test_view_scrolls_to_the_card_one_comes_from(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, *(f"Person {number:02d}" for number in range(40)))
    hands.press(deck, "Last")

    hands.press(deck, "View")

    listed = deck.list_page.table
    place = listed.visualRect(listed.currentIndex())
    assert listed.currentIndex().row() == 39
    assert listed.viewport().rect().contains(place)


def test_find_on_a_card_opens_the_only_match(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim", "Lee")

    hands.fill(deck, "Find", "kim")
    hands.key(Qt.Key.Key_Return)

    assert (_name(deck), deck.is_listing) == ("Kim", False)
    hands.wait_for(lambda: "Found: 1" in hands.words_on(deck), "the chip")


def test_a_search_without_a_match_says_so_and_leads_back(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada")

    hands.fill(deck, "Find", "100%")
    hands.key(Qt.Key.Key_Return)

    assert "Nothing found for “100%”." in hands.words_on(deck)
    hands.press(deck, "Show All")
    assert hands.rows(hands.table(deck, "List All"), "Name") == [("Ada",)]


def test_leaving_an_edited_card_saves_it(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim")

    hands.fill(deck, "Name", "Ada L.")
    hands.press(deck, "Next")

    assert _name(deck) == "Kim"
    assert shop.operations.read(_read, 1) == Person(1, "Ada L.", 2)


def test_a_refused_card_stays_with_its_field_marked(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim")

    hands.fill(deck, "Name", "")
    hands.press(deck, "Next")

    name = hands.field(deck, "Name")
    assert deck.current_id == 1
    assert name.property("invalid") is True
    assert name.hasFocus()
    assert "The name must be filled in." in hands.words_on(deck)


def test_escape_undoes_the_field(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada")

    hands.fill(deck, "Name", "Bob")
    hands.key(Qt.Key.Key_Escape)

    assert _name(deck) == "Ada"
    assert not deck.card.is_edited()


def test_escape_gives_up_an_empty_new_card(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada")

    hands.press(deck, "Add")
    assert _name(deck) == ""
    hands.field(deck, "Name").setFocus()
    hands.key(Qt.Key.Key_Escape)

    assert _name(deck) == "Ada"


def test_an_untouched_card_refreshes_and_an_edited_one_asks(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada")
    rename = partial(_rename, customer_id=1)

    shop.operations.do(partial(rename, name="Ada B.", version=1))
    assert _name(deck) == "Ada B."
    hands.fill(deck, "Name", "Ada mine")
    shop.operations.do(partial(rename, name="Ada theirs", version=2))
    assert _name(deck) == "Ada mine"
    asked = "Somebody changed this card at Till 1 while you were editing it."
    assert f"{asked} Name: yours “Ada mine”, theirs “Ada theirs”." in hands.words_on(deck)
    hands.press(deck, "Keep Mine")
    assert deck.leave()
    assert shop.operations.read(_read, 1) == Person(1, "Ada mine", 4)


def test_taking_theirs_drops_what_was_typed(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada")

    hands.fill(deck, "Name", "Ada mine")
    shop.operations.do(partial(_rename, customer_id=1, name="Ada theirs", version=1))
    hands.press(deck, "Use Theirs")

    assert _name(deck) == "Ada theirs"
    assert not deck.conflict_banner.isVisible()


def test_saving_over_somebody_else_without_choosing_is_refused(shop: OpenShop) -> None:
    shop.operations.do(partial(_add, name="Ada"))
    shop.operations.do(partial(_rename, customer_id=1, name="Ada B.", version=1))

    with pytest.raises(RefusedError):
        shop.operations.do(partial(_rename, customer_id=1, name="Ada C.", version=1))


def test_a_linked_card_outside_the_found_set_opens_with_all_cards(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim", "Lee")

    deck.open_found(Found(text="ada"))
    assert deck.open_record(2)

    assert (_name(deck), deck.found) == ("Kim", Found())


@pytest.mark.usefixtures("qapp")
def test_the_list_passes_the_model_tester_and_keeps_few_pages(shop: OpenShop) -> None:
    many = 40 * PAGE + 5
    with shop.engine.begin() as connection:
        columns = (
            "code, name, company, phone, phone2, email, address, notes, created_at, archived, version, search_text"
        )
        connection.exec_driver_sql(
            f"INSERT INTO customers ({columns}) WITH RECURSIVE n(i) AS "  # noqa: S608 - a constant
            f"(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "
            "SELECT 'C' || i, printf('%06d', i), '', '', '', '', '', '', '2026-01-01', 0, 1, '' FROM n"
        )
    columns_shown = [Column[Person]("Name", lambda person: person.name, order="name")]
    model = ListAll(shop.operations, QUERY, columns_shown)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)  # the tester cannot bear rows that arrive while it looks at a change
    model.show_found(Found(), Order("name"))

    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))

    assert tester.model() is model
    assert model.rowCount() == many
    assert len(model._pages) < 40
    for row in (0, PAGE, many // 2, many - 1):
        assert model.index(row, 0).data() == f"{row + 1:06d}"


def test_holding_an_arrow_key_stays_in_step(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim", "Lee", "Zoe")

    shown: list[int] = []
    deck.shown.connect(shown.append)
    for _ in range(5):
        deck.go(Step.NEXT)

    assert shown == [2, 3, 4]
    _position(deck, "4 of 4")


def test_a_card_slides_away_over_the_next_one_which_has_the_keys_at_once(
    qtbot: QtBot, shop: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slide, "LATE_MS", 10_000)  # however busy the machine is
    deck = _deck(qtbot, shop, "Ada", "Kim", "Lee", "Zoe")
    hands.field(deck, "Name").setFocus()

    QTest.keyClick(hands.field(deck, "Name"), Qt.Key.Key_PageDown)
    assert deck.slide.is_moving
    hands.keys("!")
    assert (_name(deck), deck.card.is_edited()) == ("Kim!", True)
    hands.wait_for(lambda: not deck.slide.is_moving, "the end of the slide")
    assert not deck.slide.isVisible()


class _StillStyle(QProxyStyle):
    """The style of a desktop that moves nothing."""

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def test_a_card_that_comes_late_is_not_delayed_by_motion(
    qtbot: QtBot, shop: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim")
    monkeypatch.setattr(slide, "LATE_MS", -1)

    deck.go(Step.NEXT)

    assert (_name(deck), deck.slide.is_moving) == ("Kim", False)


def test_nothing_slides_while_a_key_repeats_or_less_motion_is_wanted(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim", "Lee", "Zoe")

    deck.go(Step.NEXT)
    deck.go(Step.NEXT)
    assert (_name(deck), deck.slide.is_moving) == ("Lee", False)

    qtbot.wait(REPEAT_MS)
    before = QApplication.style().name()
    QApplication.setStyle(_StillStyle("fusion"))
    try:
        deck.go(Step.NEXT)
    finally:
        QApplication.setStyle(before)
    assert (_name(deck), deck.slide.is_moving) == ("Zoe", False)


def test_the_edges_beneath_tell_how_many_cards_are_left_in_the_direction_one_walks(
    qtbot: QtBot, shop: OpenShop
) -> None:
    deck = _deck(qtbot, shop, *(f"Person {number:02d}" for number in range(12)))

    def left_after(*steps: Step) -> int:
        for step in steps:
            hands.press(deck, step.value.title())
        deck.surroundings._show_position()
        return deck.sheet.beneath

    assert left_after() == 3
    assert left_after(Step.NEXT, Step.NEXT) == 2
    assert left_after(Step.LAST) == 0
    assert left_after(Step.PREVIOUS) == 3
    assert left_after(Step.LAST, *[Step.PREVIOUS] * 10) == 1
    deck.toggle_list()
    assert left_after() == 0
    deck.toggle_list()
    assert _name(deck) == "Person 01"


@pytest.mark.parametrize("wide", [1000, 1800])
def test_nothing_on_a_card_moves_the_arrows(qtbot: QtBot, shop: OpenShop, wide: int) -> None:
    deck = _deck(qtbot, shop, "Ada", "Kim" * 60)
    deck.resize(wide, 600)
    hands.settle()
    places = [arrow.geometry() for arrow in deck.head.arrows.values()]

    hands.press(deck, "Next")

    deck.surroundings._show_position()
    assert [arrow.geometry() for arrow in deck.head.arrows.values()] == places
    assert {arrow.width() for arrow in deck.head.arrows.values()} == {40}
    assert deck.sheet.width() <= WIDEST


def _rail(deck: Deck) -> list[str]:
    deck.surroundings._show_position()
    return [card.name_label.text() for card in deck.rail.cards if card.isVisible()]


def test_a_wide_window_shows_the_neighbors_and_a_click_opens_one(qtbot: QtBot, shop: OpenShop) -> None:
    deck = _deck(qtbot, shop, *(f"Person {number:02d}" for number in range(20)))
    assert _rail(deck) == []
    deck.resize(1600, 700)
    hands.settle()
    assert _rail(deck) == [f"Person {number:02d}" for number in range(7)]

    hands.press(deck.rail, "Person 06: version 1")
    assert _name(deck) == "Person 06"
    assert _rail(deck) == [f"Person {number:02d}" for number in range(3, 10)]
    deck.go(Step.LAST)
    assert _rail(deck) == [f"Person {number:02d}" for number in range(13, 20)]
    shop.operations.do(partial(_rename, customer_id=19, name="Person 18b", version=1))
    assert "Person 18b" in _rail(deck)
    deck.toggle_list()
    assert not deck.rail.isVisible()
    deck.toggle_list()
    deck.resize(1500, 700)
    hands.settle()
    assert not deck.rail.isVisible()

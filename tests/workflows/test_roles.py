"""Guide: "Roles": the Role card, who has which role, and what changes at once at the tills, through the windows."""

from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QMessageBox

from posim_desktop.domain.cards.cards import EmployeeFields, RoleFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.people.permissions import SHIPPED, Role
from posim_desktop.domain.permits import Permission
from posim_desktop.orm import ShopRole
from posim_desktop.services.cards import employees, roles
from posim_desktop.services.transaction import Transactor, utc_now
from posim_desktop.tour import hands
from posim_desktop.ui.people.deeds import DEEDS, SENTENCES
from posim_desktop.ui.people.screen_lock import screen_lock
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import ClientDriver, Shop, hear_news

BEYOND = "This role may do more than yours."


def role_card(shop: Shop, name: str) -> DeckDriver:
    """Open a Role card from the Setup menu."""
    deck = shop.sales_client.open("Setup", "Roles")
    return deck.find(name).open_card()


def tick(deck: DeckDriver, label: str) -> QCheckBox:
    """Find a tick by its words."""
    found = hands.button(deck.deck, label)
    assert isinstance(found, QCheckBox)
    return found


def limit(deck: DeckDriver, label: str) -> str:
    """Read how far something goes."""
    return str(hands.field(deck.deck, label).property("text"))


def stored_permissions(shop: Shop, code: str) -> frozenset[Permission]:
    """Read what a role may do as it is stored."""
    with shop.opened.engine.connect() as connection:
        return connection.execute(sa.select(ShopRole.permissions).where(ShopRole.code == code)).scalar_one()


def test_eight_sentences_hold_every_permission_once() -> None:
    held = [deed for sentence in SENTENCES for deed in sentence.deeds]
    assert len(SENTENCES) == 8
    assert sorted(held) == sorted(Permission)
    assert set(DEEDS) == set(Permission)


def test_a_card_says_what_a_role_may_do_and_who_has_it(shop: Shop) -> None:
    shop.has_employee("Kim Novak")
    shop.has_employee("Lee Ito")
    deck = role_card(shop, "Cashier")

    assert deck.title == "Cashier"
    assert deck.words("Who Has It") == "Kim Novak, Lee Ito"
    states = {name: tick(deck, name).checkState() for name, _words, _deeds in SENTENCES}
    whole, partly = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked
    assert {name for name, state in states.items() if state is whole} == set()
    assert {name for name, state in states.items() if state is partly} == {
        *("Discounts and Prices", "Money", "Backorders", "Cards"),
    }
    assert limit(deck, "Largest discount %") == "10"
    assert not tick(deck, "Backorders").isEnabled()
    with pytest.raises(hands.NotOnScreenError):
        tick(deck, "Edit customer cards")
    deck.press("Customize")
    assert tick(deck, "Edit customer cards").isChecked()


def test_a_sentence_is_ticked_with_its_limit(shop: Shop) -> None:
    deck = role_card(shop, "Cashier").press("Edit")
    tick(deck, "Returns").click()
    tick(deck, "Money").click()
    hands.fill(deck.deck, "Most paid out for one invoice", "50")
    hands.fill(deck.deck, "Largest discount %", "15")
    deck.press("Save")

    added = stored_permissions(shop, Role.CASHIER)
    assert {Permission.RETURN_GOODS, Permission.PAY_OUT} <= added
    assert limit(deck, "Most paid out for one invoice") == "50.00"
    assert limit(deck, "Largest discount %") == "15"


def test_a_partly_ticked_sentence_is_ticked_whole_and_then_not(shop: Shop) -> None:
    deck = role_card(shop, "Cashier").press("Edit").press("Customize")
    cards = tick(deck, "Cards")
    cards.click()
    assert cards.checkState() is Qt.CheckState.Checked
    assert tick(deck, "Edit vendor cards").isChecked()
    tick(deck, "Edit vendor cards").click()
    assert cards.checkState() is Qt.CheckState.PartiallyChecked
    cards.click()
    cards.click()
    assert cards.checkState() is Qt.CheckState.Unchecked
    deck.press("Save")
    assert Permission.EDIT_CUSTOMERS not in stored_permissions(shop, Role.CASHIER)


def test_a_limit_that_cannot_be_is_said_at_its_field(shop: Shop) -> None:
    deck = role_card(shop, "Cashier").press("Edit")
    for typed in ("101", "ten"):
        hands.fill(deck.deck, "Largest discount %", typed)
        deck.press("Save")
        assert hands.field(deck.deck, "Largest discount %").property("invalid") is True
    hands.fill(deck.deck, "Largest discount %", "")
    deck.press("Save")
    with shop.opened.engine.connect() as connection:
        assert connection.scalar(sa.select(ShopRole.most_discount).where(ShopRole.code == Role.CASHIER)) is None


def test_a_shop_writes_a_role_of_its_own_and_gives_it(shop: Shop) -> None:
    kim = shop.has_employee("Kim Novak")
    deck = shop.sales_client.open("Setup", "Roles").press("Add")
    hands.fill(deck.deck, "Name", "Weekend Lead")
    tick(deck, "Returns").click()
    deck.press("Save")
    assert deck.words("Who Has It") == "Nobody"

    people = shop.sales_client.open("Setup", "Employees").find("Kim").open_card().press("Edit")
    hands.fill(people.deck, "Role", "Weekend Lead")
    people.press("Save")
    assert shop.sales_client.open("Setup", "Roles").words("Who Has It") == "Kim Novak"
    shop.is_worked_by("Kim Novak")
    assert shop.operations.lacking(Permission.RETURN_GOODS) is None
    assert shop.operations.logged_in is not None
    assert shop.operations.logged_in.employee_id == kim


def test_the_owners_card_says_why_it_stays(shop: Shop) -> None:
    deck = role_card(shop, "Owner")
    assert deck.says("An Owner may do everything; this role cannot be changed.")
    assert all(tick(deck, sentence.name).isChecked() for sentence in SENTENCES)
    for label in ("Edit", "Archive", "Delete"):
        assert not deck.is_enabled(label)


def test_who_may_not_edit_roles_sees_why(shop: Shop) -> None:
    shop.has_employee("Kim Novak")
    shop.is_worked_by("Kim Novak")
    deck = role_card(shop, "Clerk")
    assert deck.says("Your role (Cashier) may not edit employees and roles.")
    assert not deck.is_enabled("Edit")


def lead(shop: Shop) -> None:
    """Let Lee work here, who may edit employees and roles and give discounts, and nothing else."""
    fields = RoleFields(name="Lead", permissions=frozenset({Permission.EDIT_EMPLOYEES, Permission.DISCOUNT}))
    role_id = shop.operations.do(partial(roles.add, fields=fields)).record_id
    with shop.opened.engine.connect() as connection:
        code = connection.execute(sa.select(ShopRole.code).where(ShopRole.id == role_id)).scalar_one()
    shop.operations.do(partial(employees.add, fields=EmployeeFields("LEE", "Lee Ito", code)))
    shop.is_worked_by("Lee Ito")


def test_nobody_ticks_what_they_may_not_do(shop: Shop) -> None:
    lead(shop)
    deck = role_card(shop, "Lead").press("Edit").press("Customize")
    assert tick(deck, "Give discounts").isEnabled()
    beyond = tick(deck, "Sell below cost")
    assert not beyond.isEnabled()
    assert "Your role (Lead) may not sell below cost." in beyond.toolTip()
    assert not tick(deck, "Returns").isEnabled()
    assert role_card(shop, "Manager").says(BEYOND)


def test_an_employee_whose_role_reaches_further_is_not_edited(shop: Shop) -> None:
    shop.has_employee("Pat Moss", Role.MANAGER)
    lead(shop)
    deck = shop.sales_client.open("Setup", "Employees").find("Pat").open_card()
    assert deck.says(BEYOND)
    assert not deck.is_enabled("Edit")
    assert not deck.is_enabled("Set PIN")
    assert BEYOND in hands.button(deck.deck, "Set PIN").toolTip()

    own = shop.sales_client.open("Setup", "Employees").find("Lee").open_card().press("Edit")
    box = hands.field(own.deck, "Role")
    assert isinstance(box, QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["Lead"]


def test_a_manager_sets_no_owner_a_pin(shop: Shop) -> None:
    shop.has_employee("Pat Moss", Role.MANAGER)
    shop.is_worked_by("Pat Moss")
    deck = shop.sales_client.open("Setup", "Employees").find("Sam").open_card()
    assert not deck.is_enabled("Set PIN")
    assert not deck.is_enabled("Edit")
    assert BEYOND in hands.button(deck.deck, "Set PIN").toolTip()


def test_a_role_that_was_archived_is_offered_where_it_is_held_only(shop: Shop) -> None:
    kim = shop.has_employee("Kim Novak", Role.CLERK)
    shop.operations.do(partial(employees.archive, employee_id=kim, version=1))
    deck = role_card(shop, "Clerk")
    deck.press("Archive")
    people = shop.sales_client.open("Setup", "Employees").press("Add")
    box = hands.field(people.deck, "Role")
    assert isinstance(box, QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["Owner", "Manager", "Cashier"]
    assert box.currentText() == "Cashier"


def test_a_role_that_somebody_has_is_not_archived(shop: Shop) -> None:
    shop.has_employee("Kim Novak", Role.CLERK)
    deck = role_card(shop, "Clerk")
    deck.press("Archive")
    (message,) = (box for box in deck.deck.findChildren(QMessageBox) if box.isVisible())
    assert "Kim Novak" in message.text()


def change_elsewhere(shop: Shop, permissions: frozenset[Permission]) -> None:
    """Let Sam change the cashiers' role at another workstation."""
    with shop.opened.engine.connect() as connection:
        row = connection.execute(
            sa.select(ShopRole.id, ShopRole.version, ShopRole.name).where(ShopRole.code == Role.CASHIER)
        ).one()
    fields = RoleFields(name=row.name, permissions=permissions)
    elsewhere(shop, partial(roles.change, role_id=row.id, fields=fields, version=row.version))


def elsewhere(shop: Shop, verb: partial[Done]) -> None:
    """Let Sam do something at another workstation, and this one hear of it."""
    hear_news(shop.operations)
    Transactor(shop.opened.engine, utc_now).run(verb, key=uuid4(), employee_id=1, workstation="Office")
    hear_news(shop.operations)


@pytest.mark.both_databases
def test_a_role_that_is_changed_elsewhere_holds_at_once(shop: Shop) -> None:
    shop.has_employee("Kim Novak")
    shop.is_worked_by("Kim Novak")
    deck = role_card(shop, "Clerk")
    assert not deck.is_enabled("Edit")
    change_elsewhere(shop, frozenset(Permission))
    assert shop.operations.lacking(Permission.EDIT_EMPLOYEES) is None
    assert deck.is_enabled("Edit")
    change_elsewhere(shop, frozenset())
    assert shop.operations.lacking(Permission.EDIT_CUSTOMERS) is not None
    assert not deck.is_enabled("Edit")


def test_a_card_says_no_longer_what_holds_no_longer(shop: Shop) -> None:
    shop.has_employee("Kim Novak")
    shop.has_customer("Lee")
    shop.is_worked_by("Kim Novak")
    deck = shop.sales_client.open("Lists", "Customers")
    refused = "Your role (Cashier) may not edit customer cards."
    for permissions, said in ((frozenset[Permission](), True), (frozenset(Permission), False)):
        change_elsewhere(shop, permissions)
        assert deck.says(refused) is said
        assert deck.is_enabled("Edit") is not said


@pytest.mark.both_databases
def test_no_change_elsewhere_takes_the_place_of_a_pin(shop: Shop) -> None:
    shop.has_employee("Kim Novak")
    shop.is_worked_by("Kim Novak")
    client = shop.sales_client
    client.open("Lists", "Customers")
    hands.key(Qt.Key.Key_F9)
    change_elsewhere(shop, frozenset())
    assert hands.is_asked("Switch Employee")
    hands.key(Qt.Key.Key_Escape)

    lock = screen_lock(shop.operations)
    lock.lock()
    change_elsewhere(shop, frozenset(Permission))
    assert lock.is_locked
    assert shop.operations.lacking(Permission.EDIT_EMPLOYEES) is None


@pytest.mark.both_databases
def test_who_is_archived_elsewhere_leaves_a_locked_till_shut(shop: Shop) -> None:
    kim = shop.has_employee("Kim Novak")
    shop.is_worked_by("Kim Novak")
    client = shop.sales_client
    client.open("Lists", "Customers")
    screen_lock(shop.operations).lock()
    elsewhere(shop, partial(employees.archive, employee_id=kim, version=1))
    assert shop.operations.logged_in is None
    assert client.client.tabs.open_places() == []
    assert hands.dialog("Log In").isVisible()


@pytest.mark.both_databases
def test_two_who_change_one_role_keep_what_both_wrote(shop: Shop) -> None:
    deck = role_card(shop, "Cashier").press("Edit")
    tick(deck, "Returns").click()
    change_elsewhere(shop, SHIPPED[Role.CASHIER].permissions | {Permission.PAY_OUT})
    assert deck.says("Sam changed other fields of this card at Office. Keep Mine keeps both.")
    deck.press("Keep Mine")
    assert tick(deck, "Money").isChecked()
    deck.press("Save")
    returns = {Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT, Permission.REFUND_OTHERWISE}
    both = {Permission.PAY_OUT, *returns}
    assert stored_permissions(shop, Role.CASHIER) == SHIPPED[Role.CASHIER].permissions | both


@pytest.mark.both_databases
def test_a_role_that_is_added_elsewhere_is_offered_on_a_card_that_is_edited(shop: Shop) -> None:
    shop.has_employee("Kim Novak", Role.CLERK)
    deck = shop.sales_client.open("Setup", "Employees").find("Kim").open_card().press("Edit")
    elsewhere(shop, partial(roles.add, fields=RoleFields(name="Weekend Lead")))
    assert hands.field(deck.deck, "Role").property("currentText") == "Clerk"
    assert deck.has_button("Undo")
    assert not deck.is_enabled("Undo")
    hands.fill(deck.deck, "Role", "Weekend Lead")
    deck.press("Save")
    assert hands.field(deck.deck, "Role").property("currentText") == "Weekend Lead"


def test_f2_begins_and_esc_ends_editing(shop: Shop) -> None:
    deck = role_card(shop, "Cashier")
    hands.key(Qt.Key.Key_F2)
    assert deck.has_button("Save")
    hands.key(Qt.Key.Key_Escape)
    assert deck.has_button("Edit")


@pytest.mark.both_databases
def test_who_is_archived_elsewhere_is_logged_out(shop: Shop) -> None:
    kim = shop.has_employee("Kim Novak")
    shop.is_worked_by("Kim Novak")
    client: ClientDriver = shop.sales_client
    client.open("Lists", "Customers")
    elsewhere(shop, partial(employees.archive, employee_id=kim, version=1))
    assert shop.operations.logged_in is None
    assert client.client.tabs.open_places() == []
    assert hands.dialog("Log In").isVisible()

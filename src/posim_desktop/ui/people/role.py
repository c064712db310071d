"""The Role card and its deck. Serves the guide's page on roles."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import RoleFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.domain.people.permissions import Role, permission_refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import roles as role_queries
from posim_desktop.queries.people.roles import RoleDetails, RoleRow
from posim_desktop.services.cards import roles
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.people.deed_boxes import DeedBoxes, with_words
from posim_desktop.ui.people.role_names import role_name
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import MoneyEdit, NumberEdit, TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing

_LIMIT_WIDTH = 32 * SPACE


class _PercentEdit(NumberEdit):
    """A percentage; whether it is one that can be, the verb says."""

    @override
    def _parse(self, text: str) -> Decimal:
        return parse_decimal(text, field=self._field, decimal_point=formatting.store_format().decimal_point)

    @override
    def _write(self, number: Decimal) -> str:
        return formatting.quantity(number)


class _RoleNameEdit(TextEdit):
    """The name of a role; the first four are called in the screen's language until the shop renames them."""

    def __init__(self) -> None:
        super().__init__(text.NAME)
        self.code = ""
        self._stored = ""

    @override
    def value(self) -> str:
        typed = super().value()
        return self._stored if typed == role_name(self.code, self._stored) else typed

    @override
    def set_value(self, text: str | None) -> None:
        self._stored = text or ""
        super().set_value(role_name(self.code, self._stored))


class RoleCard(FiledCard[RoleDetails]):
    """What the people of a role may do, how far, and who they are."""

    filing = Filing(
        "role_id",
        RoleFields,
        role_queries.details,
        roles.add,
        roles.change,
        roles.archive,
        roles.bring_back,
        roles.delete,
        Permission.EDIT_EMPLOYEES,
    )

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section(self.tr("Role"))
        self.name_edit = section.add("name", self.tr("Name"), _RoleNameEdit())
        self.people_label = section.show_text(self.tr("Who Has It"), "people")
        body.addWidget(section)
        code = TextEdit(text.CODE, self)  # a role's code is automatic: it goes along unseen
        code.hide()
        self.form.inputs["code"] = code
        self.boxes = DeedBoxes(self._build_limits())
        self.form.inputs["permissions"] = self.boxes
        self.customize_button = named_button("customize_button", self.tr("Customize"), "chevron-down")
        self.customize_button.setCheckable(True)
        self.customize_button.setToolTip(self.tr("Show each single permission"))
        self.customize_button.toggled.connect(self._on_customize_button_toggled)
        body.addWidget(self._build_heading(self.customize_button))
        body.addWidget(self.boxes)
        self.boxes.changed.connect(self._show_limits)

    def _on_customize_button_toggled(self, shown: bool) -> None:  # noqa: FBT001 - as the signal gives it
        self.boxes.show_single(shown=shown)
        self.customize_button.setIcon(icon("chevron-up" if shown else "chevron-down"))

    def _build_heading(self, button: QPushButton) -> QWidget:
        heading = QLabel(self.tr("Everybody who works here sells at full price. This role may also:"))
        heading.setWordWrap(True)
        mark(heading, role="muted")
        rows = QWidget()
        columns = QHBoxLayout(rows)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.addWidget(heading, 1)
        columns.addWidget(button)
        return rows

    def _build_limits(self) -> dict[Permission, QWidget]:
        """Make the fields that say how far a deed goes; blank is any way."""
        self._limits: dict[Permission, NumberEdit] = {
            Permission.DISCOUNT: _PercentEdit("most_discount", blank=True),
            Permission.CHANGE_PRICE: _PercentEdit("price_floor", blank=True),
            Permission.PAY_OUT: MoneyEdit("most_paid_out", blank=True),
            Permission.LOWER_DEPOSIT: _PercentEdit("least_deposit", blank=True),
        }
        words = {
            Permission.DISCOUNT: ("most_discount", self.tr("Largest discount %")),
            Permission.CHANGE_PRICE: ("price_floor", self.tr("What must be left of the price %")),
            Permission.PAY_OUT: ("most_paid_out", self.tr("Most paid out for one invoice")),
            Permission.LOWER_DEPOSIT: ("least_deposit", self.tr("Smallest deposit %")),
        }
        self._limit_lines: dict[Permission, QWidget] = {}
        for deed, (field, label) in words.items():
            edit = self._limits[deed]
            edit.setObjectName(f"{field}_edit")
            edit.setAccessibleName(label)
            edit.setFixedWidth(_LIMIT_WIDTH)
            self.form.inputs[field] = edit
            edit.setPlaceholderText(self.tr("no limit"))
            self._limit_lines[deed] = with_words(label, edit)
        return self._limit_lines

    @override
    def inputs(self) -> Iterable[QWidget]:
        whole = [widget for widget in self.form.inputs.values() if widget is not self.boxes]
        return [*whole, *self.boxes.boxes()]

    @override
    def show_rest(self, details: RoleDetails | None) -> None:
        self.name_edit.code = "" if details is None else details.fields.code
        nobody = self.tr("Nobody") if details is not None else ""
        self.people_label.setText(", ".join(details.people) if details is not None and details.people else nobody)

    @override
    def refusal(self) -> Refusal | None:
        refused, own = super().refusal(), self.operations.logged_in
        if refused is not None or self.details is None:
            return refused
        if self.details.fields.code == Role.OWNER:
            return Refusal(Why.OWNER_ROLE_FIXED)
        if own is not None and not own.rights.reach(self.details.fields.rights):
            return Refusal(Why.BEYOND_OWN_ROLE)
        return None

    @override
    def update_buttons(self) -> None:
        super().update_buttons()
        own, free = self.operations.logged_in, self.is_editing and self.refusal() is None
        self.boxes.let_be_ticked(
            lambda deed: free and (own is None or own.rights.may(deed)),
            lambda deed: "" if own is None else words_of(permission_refusal(own.role, own.rights, deed)),
        )
        for box in (*self.boxes.boxes(), *self.boxes.sentences):
            mark(box, reading=not self.is_editing)
        for edit in self._limits.values():
            edit.setPlaceholderText(self.tr("no limit"))  # also while it is read, where other blank fields show a dash

    def _show_limits(self) -> None:
        """Ask how far goes what the role may do at all."""
        for deed, line in self._limit_lines.items():
            line.setVisible(self.boxes.is_ticked(deed))

    @override
    def heading(self) -> str:
        if self.details is None:
            return self.tr("New Role")
        return role_name(self.details.fields.code, self.details.fields.name)


def role_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the deck of Role cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("RoleDeck", words)

    columns: tuple[Column[RoleRow], ...] = (
        Column(tr("Name"), lambda row: role_name(row.code, row.name), "name", width=36),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Roles"),
        record=Record.ROLE,
        query=role_queries.DECK,
        columns=columns,
        make_card=lambda: RoleCard(operations),
        neighbor=lambda row: (role_name(row.code, row.name),),
        empty_text=tr("There are no roles. Press Add to create a Role card."),
        can_add=True,
        find_hint=tr("Name"),
        also=frozenset({Record.EMPLOYEE}),
        has_archive=True,
    )
    return Deck(spec, operations)

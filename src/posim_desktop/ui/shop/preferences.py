"""File › Preferences: what the shop decided, and how this workstation looks. Serves the guide's page on preferences."""

from dataclasses import replace
from functools import partial
from zoneinfo import available_timezones

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Refusal, RefusedError
from posim_desktop.domain.money import ROUNDINGS, of_cents
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.preferences import (
    MAX_CUSTOMER_ABOVE,
    MAX_LOCK_MINUTES,
    MAX_OLD_DAYS,
    MAX_PERCENT,
    LogInAsked,
)
from posim_desktop.printing.strip import StripPaper
from posim_desktop.private_files import UnprotectedError
from posim_desktop.queries import journal as journal_queries
from posim_desktop.queries.shop import backups as backup_queries
from posim_desktop.queries.shop import preferences as preferences_queries
from posim_desktop.services.cards import preferences
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.language import LANGUAGES, choose_language, chosen_language
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.shop.accounts_page import ACCOUNT, AccountsPage
from posim_desktop.ui.shop.backup_page import BackupPage
from posim_desktop.ui.shop.deposits_page import DepositsPage
from posim_desktop.ui.shop.mail_page import MailPage
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_page, heading, named_box
from posim_desktop.ui.shop.printing_page import PrintingPage
from posim_desktop.ui.shop.receipt_page import ReceiptPage
from posim_desktop.ui.shop.receipt_test import ReceiptTest
from posim_desktop.ui.shop.scans_page import ScansPage
from posim_desktop.ui.shop.special_orders_page import SpecialOrdersPage
from posim_desktop.ui.shop.terminal_page import TerminalPage
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import DARK_LOOK, SPACE, apply_style, wants_dark
from posim_desktop.ui.widgets.allowed import allow
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.currency_box import CurrencyBox
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.line_list import LineList
from posim_desktop.ui.widgets.region_box import RegionBox
from posim_desktop.ui.widgets.return_reasons import known_reasons
from posim_desktop.ui.widgets.table_dialog import small_button

_ADDRESS_HEIGHT = 25 * SPACE


class PreferencesDialog(FormDialog):
    """Pages of preferences; OK writes those of the shop to the database and the look to this user's settings."""

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent, "", accept="", cancel="", width=800)
        self.operations = operations
        self._attempt = Attempt(one_action=True)
        self._before = operations.read(preferences_queries.load)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self._fill()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _build_page_list(self) -> None:
        self.page_list = QListWidget()
        self.page_list.setObjectName("page_list")
        self.page_list.setAccessibleName(self.tr("Pages"))
        self.page_list.setFixedWidth(45 * SPACE)
        self.page_list.ensurePolished()  # otherwise its rows are measured before the style sheet is known
        self.first_focus = self.page_list

    def _build(self) -> None:
        self._build_page_list()
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self.pages.setMinimumHeight(360)
        store, invoice = self._build_store(), self._build_invoice()
        ordering, people = self._build_ordering(), self._build_people()
        self.scans_page = ScansPage(self._before)
        self.accounts_page = AccountsPage(self.operations.read(journal_queries.accounts))
        self.deposits_page = DepositsPage(self._before)
        self.receipt_page = ReceiptPage(self._before, self.operations.read(preferences_queries.logo))
        self.receipt_page.refused.connect(self._show_refusal_on_its_page)
        self.printing_page = PrintingPage()
        self.printing_page.test_requested.connect(self._on_test_requested)
        self.terminal_page = TerminalPage()
        self.mail_page = MailPage()
        self.special_orders_page = SpecialOrdersPage(self._before)
        self.backup_page = BackupPage(self._before, self.operations.read(backup_queries.safety))
        for each in (
            *(self.deposits_page, self.receipt_page, self.printing_page, self.terminal_page),
            *(self.special_orders_page, self.mail_page, self.backup_page),
        ):
            self.inputs |= each.inputs
        self._shop_pages = (
            *(store, invoice, self.special_orders_page, self.scans_page, ordering, self.deposits_page, people),
            *(self.receipt_page, self.accounts_page, self.backup_page),
        )
        for title, page in (
            (self.tr("Store"), store),
            (self.tr("Invoice"), invoice),
            (self.tr("Scans"), self.scans_page),
            (self.tr("Special Orders"), self.special_orders_page),
            (self.tr("Ordering"), ordering),
            (self.tr("Deposits"), self.deposits_page),
            (self.tr("People"), people),
            (self.tr("Accounts"), self.accounts_page),
            (self.tr("Receipt"), self.receipt_page),
            (self.tr("Printing"), self.printing_page),
            (self.tr("Card Terminal"), self.terminal_page),
            (self.tr("Mail"), self.mail_page),
            (self.tr("Backup"), self.backup_page),
            (self.tr("Sounds"), self._build_sounds()),
            (self.tr("Appearance"), self._build_appearance()),
        ):
            self.page_list.addItem(title)
            self.pages.addWidget(page)
        self._guard_shop()
        self.page_list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.pages.currentChanged.connect(self._on_page_turned)
        self.page_list.setCurrentRow(0)
        columns = QHBoxLayout()
        columns.setSpacing(4 * SPACE)
        columns.addWidget(self.page_list)
        columns.addWidget(self.pages, 1)
        self.body.addLayout(columns)

    def turn_to(self, name: str) -> None:
        """Go to a page: ``"store"``, ``"printing"`` or ``"backup"``."""
        named: dict[str, QWidget] = {"printing": self.printing_page, "backup": self.backup_page}
        page = named.get(name, self._shop_pages[0])
        self.page_list.setCurrentRow(self.pages.indexOf(page))

    def _guard_shop(self) -> None:
        """Let what is the shop's only be looked at by who may not change it; what is their own is theirs to choose."""
        refusal = self.operations.lacking(Permission.CHANGE_PREFERENCES)
        self.shop_banner = Banner(self)
        self.shop_banner.setObjectName("shop_banner")
        self.body.addWidget(self.shop_banner)
        if refusal is None:
            return
        words = self.tr("{why} What applies only to you on this computer, you can change.")
        self.shop_banner.show_message("info", words.format(why=words_of(refusal)))
        for page in self._shop_pages:
            allow(page, refusal)

    def _build_store(self) -> QWidget:
        self.store_name_edit = TextEdit(text.NAME)
        self.store_address_edit = QPlainTextEdit()
        self.store_address_edit.setTabChangesFocus(True)
        self.store_address_edit.setFixedHeight(_ADDRESS_HEIGHT)
        self.locale_edit = RegionBox()
        self.currency_edit = CurrencyBox(region=True)
        self.time_zone_edit = QComboBox()
        self.time_zone_edit.addItems(sorted(available_timezones()))
        self.tax_inclusive_box = named_box("tax_inclusive_box", self.tr("Prices include tax"))
        page, form = form_page()
        add_row(self.inputs, form, "store_name", self.tr("Store Name"), self.store_name_edit)
        add_row(self.inputs, form, "store_address", self.tr("Address"), self.store_address_edit)
        add_row(self.inputs, form, "locale", self.tr("Region"), self.locale_edit)
        add_row(self.inputs, form, "currency", self.tr("Currency"), self.currency_edit)
        add_row(self.inputs, form, "time_zone", self.tr("Time Zone"), self.time_zone_edit)
        form.addRow("", self.tax_inclusive_box)
        return page

    def _build_invoice(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(heading(self.tr("Warnings")))
        self.warn_out_of_stock_box = named_box("warn_out_of_stock_box", self.tr("Warn when an item is out of stock"))
        meaning = explanation(
            self.tr(
                "When you sell more than is available, the till asks: back-order it, split the line, sell anyway, or "
                "cancel. With the warning off, the line is sold without asking."
            )
        )
        rows.addWidget(self.warn_out_of_stock_box, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(meaning)
        self.reason_above_percent_edit = QSpinBox(minimum=0, maximum=MAX_PERCENT)
        self.reason_above_percent_edit.setSuffix(self.tr(" percent"))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * SPACE)
        asked = self.tr("Ask for a reason for a discount above")
        add_row(self.inputs, form, "reason_above_percent", asked, self.reason_above_percent_edit)
        rows.addSpacing(3 * SPACE)
        rows.addWidget(heading(self.tr("Discounts")))
        rows.addLayout(form)
        self._add_cash(rows)
        self._add_returns(rows)
        rows.addStretch(1)
        return page

    def _add_cash(self, rows: QVBoxLayout) -> None:
        """Ask for the smallest coin, in countries that no longer have a one-cent coin."""
        self.cash_rounding_edit = QComboBox()
        for cents in ROUNDINGS:
            coin = formatting.money(of_cents(cents))
            self.cash_rounding_edit.addItem(coin if cents else self.tr("Not at all"), cents)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * SPACE)
        add_row(self.inputs, form, "cash_rounding", self.tr("Round what is paid in cash to"), self.cash_rounding_edit)
        rows.addSpacing(3 * SPACE)
        rows.addWidget(heading(self.tr("Cash")))
        rows.addLayout(form)
        self.float_counted_box = named_box("float_counted_box", self.tr("A drawer opens only with a counted float"))
        rows.addWidget(self.float_counted_box)

    def _add_returns(self, rows: QVBoxLayout) -> None:
        """Ask why goods come back in this shop, and from what on without a receipt only from a customer."""
        self.return_reasons_edit = LineList(text.REASON)
        self.return_customer_above_edit = QSpinBox(minimum=0, maximum=MAX_CUSTOMER_ABOVE)
        self.return_customer_above_edit.setSpecialValueText(self.tr("Never"))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * SPACE)
        told = self.tr("Why goods come back")
        add_row(self.inputs, form, "return_reasons", told, self.return_reasons_edit)
        asked = self.tr("Without a receipt, a customer above")
        add_row(self.inputs, form, "return_customer_above", asked, self.return_customer_above_edit)
        rows.addSpacing(3 * SPACE)
        rows.addWidget(heading(self.tr("Returns")))
        rows.addLayout(form)

    def _build_ordering(self) -> QWidget:
        page, form = form_page()
        self.old_backorder_days_edit = QSpinBox(minimum=1, maximum=MAX_OLD_DAYS)
        self.old_backorder_days_edit.setSuffix(self.tr(" days"))
        add_row(
            self.inputs, form, "old_backorder_days", self.tr("Backorders are old after"), self.old_backorder_days_edit
        )
        why = explanation(
            self.tr(
                "Auto Order lists old backorders: as long as one is neither filled nor canceled, every order "
                "includes it."
            )
        )
        form.addRow("", why)
        return page

    def _build_people(self) -> QWidget:
        page, form = form_page()
        self.lock_minutes_edit = QSpinBox(minimum=0, maximum=MAX_LOCK_MINUTES)
        self.lock_minutes_edit.setSuffix(self.tr(" minutes"))
        self.lock_minutes_edit.setSpecialValueText(self.tr("Never"))
        add_row(self.inputs, form, "lock_minutes", self.tr("Lock After"), self.lock_minutes_edit)
        meaning = explanation(
            self.tr(
                "After so many minutes without a key or click all windows are hidden until somebody types their PIN. "
                "Not in a shop where one person works."
            )
        )
        form.addRow("", meaning)
        self.log_in_asked_edit = QComboBox()
        for asked, label in (
            (LogInAsked.ONCE, self.tr("Once")),
            (LogInAsked.BEFORE_POST, self.tr("Before each sale is posted")),
            (LogInAsked.AFTER_POST, self.tr("After each sale is posted")),
        ):
            self.log_in_asked_edit.addItem(label, asked)
        add_row(self.inputs, form, "log_in_asked", self.tr("Ask for the PIN"), self.log_in_asked_edit)
        shared = explanation(self.tr("Before or after each sale is for a till that several people share."))
        form.addRow("", shared)
        return page

    def _build_sounds(self) -> QWidget:
        page, form = form_page()
        self.sounds_box = named_box("sounds_box", self.tr("Play sounds"))
        form.addRow(self.sounds_box)
        for sound, label, meaning in (
            (Sound.GOOD, self.tr("Play Taken"), self.tr("A scan was taken.")),
            (Sound.NOT_TAKEN, self.tr("Play Not Taken"), self.tr("A scan was not taken; it is in the list.")),
            (Sound.REFUSED, self.tr("Play Refused"), self.tr("What you entered was not taken.")),
            (Sound.ATTENTION, self.tr("Play Question"), self.tr("Something is asked.")),
        ):
            button = small_button(label)
            button.setObjectName(f"play_{sound}_button")
            button.setEnabled(sounds.can_be_played())
            button.clicked.connect(partial(sounds.play_anyway, sound))
            form.addRow(button, QLabel(meaning))
        whose = explanation(
            self.tr("Applies only to you on this computer.")
            if sounds.can_be_played()
            else self.tr("This computer has none of the programs that play sounds: paplay, pw-play, aplay.")
        )
        form.addRow(whose)
        return page

    def _build_appearance(self) -> QWidget:
        page, form = form_page()
        self.look_edit = QComboBox()
        self.look_edit.addItem(self.tr("Light"), userData=False)
        self.look_edit.addItem(self.tr("Dark"), userData=True)
        add_row(self.inputs, form, "look", self.tr("Colors"), self.look_edit)
        self.language_edit = QComboBox()
        self.language_edit.addItem(self.tr("As in the region"), "")
        for language, name in LANGUAGES.items():
            self.language_edit.addItem(name, language)
        add_row(self.inputs, form, "language", self.tr("Language"), self.language_edit)
        whose = explanation(
            self.tr("Applies only to you on this computer; the language, when you start the program again.")
        )
        form.addRow("", whose)
        return page

    def _fill(self) -> None:
        self.store_name_edit.set_value(self._before.store_name)
        self.store_address_edit.setPlainText(self._before.store_address)
        self.locale_edit.set_value(self._before.locale)
        self.currency_edit.set_value(self._before.currency)
        _choose(self.time_zone_edit, self._before.time_zone)
        self.tax_inclusive_box.setChecked(self._before.tax_inclusive)
        self.warn_out_of_stock_box.setChecked(self._before.warn_out_of_stock)
        self.reason_above_percent_edit.setValue(self._before.reason_above_percent)
        self.cash_rounding_edit.setCurrentIndex(self.cash_rounding_edit.findData(self._before.cash_rounding))
        self.float_counted_box.setChecked(self._before.float_counted)
        self.return_reasons_edit.show_lines(self._before.return_reasons.splitlines() or known_reasons())
        self.return_customer_above_edit.setValue(self._before.return_customer_above)
        self.old_backorder_days_edit.setValue(self._before.old_backorder_days)
        self.lock_minutes_edit.setValue(self._before.lock_minutes)
        self.log_in_asked_edit.setCurrentIndex(self.log_in_asked_edit.findData(self._before.log_in_asked))
        self.sounds_box.setChecked(sounds.are_on())
        self.look_edit.setCurrentIndex(self.look_edit.findData(wants_dark()))
        self.language_edit.setCurrentIndex(self.language_edit.findData(chosen_language()))

    def show_page(self, title: str) -> None:
        """Turn to a page by its title."""
        for found in self.page_list.findItems(title, Qt.MatchFlag.MatchExactly):
            self.page_list.setCurrentItem(found)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        refusal = self.printing_page.refusal() or self.terminal_page.refusal() or self.mail_page.refusal()
        if refusal is not None:
            self._show_refusal_on_its_page(refusal)
            return
        try:
            of_pages = self.special_orders_page.on(self.scans_page.on(self.receipt_page.on(self._before)))
            of_pages = self.accounts_page.on(of_pages)
        except RefusedError as refused:
            self._show_refusal_on_its_page(refused.refusal)
            return
        chosen = replace(
            self.backup_page.on(self.deposits_page.on(of_pages)),
            store_name=self.store_name_edit.value(),
            store_address=self.store_address_edit.toPlainText().strip(),
            locale=self.locale_edit.value(),
            currency=self.currency_edit.value(),
            time_zone=self.time_zone_edit.currentText(),
            tax_inclusive=self.tax_inclusive_box.isChecked(),
            warn_out_of_stock=self.warn_out_of_stock_box.isChecked(),
            reason_above_percent=self.reason_above_percent_edit.value(),
            cash_rounding=int(self.cash_rounding_edit.currentData()),
            float_counted=self.float_counted_box.isChecked(),
            return_reasons=self._return_reasons(),
            return_customer_above=self.return_customer_above_edit.value(),
            old_backorder_days=self.old_backorder_days_edit.value(),
            lock_minutes=self.lock_minutes_edit.value(),
            log_in_asked=LogInAsked(self.log_in_asked_edit.currentData()),
        )
        logo = self.receipt_page.new_logo
        if chosen != self._before or logo is not None:
            verb = partial(preferences.change, preferences=chosen, logo=logo)
            outcome = self.operations.run(self, verb, self._attempt, self._show_refusal_on_its_page)
            if not isinstance(outcome, Done):
                return
        self.printing_page.use()
        self.terminal_page.use()
        if not self._keep_mail_settings():
            return
        choose_language(self.language_edit.currentData())
        sounds.switch(on=self.sounds_box.isChecked())
        self._change_look(dark=bool(self.look_edit.currentData()))
        self.accept()

    def _keep_mail_settings(self) -> bool:
        """Keep how mail is sent from here; False after saying why that cannot be."""
        try:
            self.mail_page.use()
        except (OSError, UnprotectedError):
            say(self, self.tr("The mail settings cannot be kept in a file that nobody else on this computer can read."))
            return False
        return True

    def _on_test_requested(self, printer: str, paper: StripPaper) -> None:
        ReceiptTest(self, self.operations).send(self.store_name_edit.value(), printer, paper)

    def _return_reasons(self) -> str:
        """Return the shop's own reasons, or nothing while they are those that the program knows."""
        reasons = self.return_reasons_edit.lines()
        return "" if reasons == known_reasons() else "\n".join(reasons)

    def _on_page_turned(self) -> None:
        if self.pages.currentWidget() is self.receipt_page:
            self.receipt_page.show_example()

    def _show_refusal_on_its_page(self, refusal: Refusal) -> bool:
        if isinstance(refusal.where, Cell):
            return self._show_refused_row(refusal, refusal.where)
        shown = self.show_refusal(refusal)
        self.page_list.setCurrentRow(self.pages.currentIndex())
        return shown

    def _show_refused_row(self, refusal: Refusal, cell: Cell) -> bool:
        """Say which row of a table is wrong, and go there."""
        page = self.accounts_page if cell.column == ACCOUNT else self.scans_page
        row = formatting.count(page.row_of(cell) + 1)
        self.show_refusal(refusal)
        self.trouble_label.setText(self.tr("Row {row}: {why}").format(row=row, why=words_of(refusal)))
        self.page_list.setCurrentRow(self.pages.indexOf(page))
        page.go_to(cell)
        return True

    def _change_look(self, *, dark: bool) -> None:
        app = QApplication.instance()
        if dark != wants_dark() and isinstance(app, QApplication):
            QSettings().setValue(DARK_LOOK, dark)
            apply_style(app, dark=dark)


def _choose(box: QComboBox, words: str) -> None:
    if box.findText(words) < 0:
        box.addItem(words)
    box.setCurrentText(words)

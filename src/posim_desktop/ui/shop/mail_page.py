"""The preferences of outgoing mail: of this user, on this computer. Serves the guide's page "Mail an order"."""

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.mails import MailSettings, Security, clean_settings
from posim_desktop.services.mails import mail_settings
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_of
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.inputs import LinesEdit, OptionBox

_MOST_PORT = 65_535


class MailPage(QWidget):
    """By which server this computer sends orders to vendors, and what the mails say."""

    def __init__(self) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        self._before = mail_settings.load()
        form = form_of(self)
        self.server_edit, self.user_edit = TextEdit(text.NAME), TextEdit(text.EMAIL)
        self.sender_edit, self.subject_edit = TextEdit(text.EMAIL), TextEdit(text.DESCRIPTION)
        self.port_edit = QSpinBox()
        self.port_edit.setRange(1, _MOST_PORT)
        self.security_edit = OptionBox(
            (
                (Security.STARTTLS, self.tr("STARTTLS (usual, port 587)")),
                (Security.TLS, self.tr("TLS (port 465)")),
                (Security.NONE, self.tr("unprotected")),
            )
        )
        self.password_edit = QLineEdit()
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.body_edit = LinesEdit(3)
        for field, label, widget in (
            ("server", self.tr("Mail Server"), self.server_edit),
            ("port", self.tr("Port"), self.port_edit),
            ("security", self.tr("Protection"), self.security_edit),
            ("user", self.tr("User"), self.user_edit),
            ("password", self.tr("Password"), self.password_edit),
            ("sender", self.tr("Mails Come From"), self.sender_edit),
            ("mail_subject", self.tr("Subject"), self.subject_edit),
            ("mail_body", self.tr("Text"), self.body_edit),
        ):
            add_row(self.inputs, form, field, label, widget)
        meaning = self.tr(
            "{number}, {store} and {vendor} are filled in. The password is kept on this computer, in a file that "
            "nobody else can read."
        )
        form.addRow("", explanation(meaning))
        self._show(self._before)

    def _show(self, settings: MailSettings) -> None:
        self.server_edit.set_value(settings.server)
        self.port_edit.setValue(settings.port)
        self.security_edit.set_value(settings.security)
        self.user_edit.set_value(settings.user)
        self.password_edit.setText(settings.password)
        self.sender_edit.set_value(settings.sender)
        self.subject_edit.set_value(settings.subject)
        self.body_edit.set_value(settings.body)

    def _chosen(self) -> MailSettings:
        security = self.security_edit.value()
        return MailSettings(
            self.server_edit.value(),
            self.port_edit.value(),
            security if isinstance(security, Security) else Security.STARTTLS,
            self.user_edit.value(),
            self.password_edit.text(),
            self.sender_edit.value(),
            self.subject_edit.value(),
            self.body_edit.value(),
        )

    def refusal(self) -> Refusal | None:
        """Return what is wrong with what is typed, or None."""
        try:
            clean_settings(self._chosen())
        except RefusedError as refused:
            return refused.refusal
        return None

    def use(self) -> None:
        """Keep what is typed, if it is other than before.

        Raises:
            OSError: It cannot be written.
            UnprotectedError: It cannot be kept from other users of this computer.
        """
        chosen = self._chosen()
        if chosen != self._before:
            mail_settings.save(chosen)

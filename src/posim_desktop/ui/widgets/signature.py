"""Who cancels and why: the two inputs that sign a cancellation.

Serves the guide's pages "Cancel part of a backorder", "Pick up" and "Set backorders to customers".
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain import text
from posim_desktop.queries.backorders import backorders
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.drop_down import DropDown


def name_box(operations: Operations) -> DropDown:
    """Make the choice of the employee who cancels; who is logged in is proposed."""
    names = DropDown()
    for employee in operations.read(backorders.employees):
        names.addItem(employee.name, employee.id)
    own = operations.logged_in
    names.setCurrentIndex(-1 if own is None else names.findData(own.employee_id))
    names.setPlaceholderText(QCoreApplication.translate("signature", "Canceled by"))
    return names


def reason_box(operations: Operations) -> DropDown:
    """Make the input of the reason, the reasons used before as suggestions."""
    why = QCoreApplication.translate("signature", "Why the customer no longer wants it")
    return box_of_reasons(operations.read(backorders.reasons), why)


def box_of_reasons(used_before: Sequence[str], placeholder: str) -> DropDown:
    """Make the input of a reason, with suggestions."""
    reasons = DropDown()
    reasons.setEditable(True)
    reasons.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
    reasons.addItems(list(used_before))
    reasons.setCurrentIndex(-1)
    reasons.clearEditText()
    line = reasons.lineEdit()
    if line is not None:
        line.setMaxLength(text.REASON)
        line.setPlaceholderText(placeholder)
    return reasons

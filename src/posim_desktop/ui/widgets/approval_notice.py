"""Saying before the work begins that it will need somebody's approval. Serves the guide's page on roles."""

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.permits import Permission
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.widgets.chips import Banner


class ApprovalNotice(Banner):
    """A banner over what somebody may fill in and somebody else must approve; hidden from who may do it alone."""

    def __init__(self, operations: Operations, permission: Permission, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("approval_notice")
        refusal = operations.lacking(permission)
        if refusal is not None:
            words = self.tr("{why} When you go on, they are asked for their PIN.")
            self.show_message("info", words.format(why=words_of(refusal)))

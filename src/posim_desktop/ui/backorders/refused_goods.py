"""Goods that a customer refuses go back to their vendor. Serves the guide's page "Return to vendor"."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.backorders.backorders import BackorderDetails
from posim_desktop.services.receiving import vendor_returns
from posim_desktop.ui.backorders.manual_backorder_cancel import ManualBackorderCancelDialog
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice


class RefusedGoodsDialog(ManualBackorderCancelDialog):
    """Asks how many units the customer refuses; they are canceled and put on the return to their vendor."""

    verb: Callable[..., Done] = staticmethod(vendor_returns.take_refused_goods)

    def __init__(self, parent: QWidget, operations: Operations, details: BackorderDetails) -> None:
        super().__init__(parent, operations, details)
        self.setObjectName("refused_goods")
        self.setWindowTitle(self.tr("Return to Vendor"))
        self.body.insertWidget(0, ApprovalNotice(operations, Permission.RETURN_TO_VENDOR, self))
        self.say_first(
            self.tr(
                "What the customer refuses is canceled and put on the working return to the vendor it came from. "
                "It leaves the stock when that return is posted."
            )
        )
        self.quantity_edit.set_value(self._most())

    @override
    def _most(self) -> Decimal:
        return self._details.figures.waiting

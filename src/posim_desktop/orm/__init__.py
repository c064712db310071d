"""The tables: columns, keys, constraints and triggers. Rules live in ``domain``."""

from posim_desktop.orm import triggers as triggers
from posim_desktop.orm.approval import Approval, LineApproval
from posim_desktop.orm.attachment import Attachment
from posim_desktop.orm.backorder import Backorder, BackorderEvent
from posim_desktop.orm.backup import Backup, SkippedNumbers
from posim_desktop.orm.base import Base
from posim_desktop.orm.card_request import CardRequest
from posim_desktop.orm.customer import Customer
from posim_desktop.orm.customer_money import CustomerAccount, CustomerMoney
from posim_desktop.orm.drawer import Drawer, DrawerDay, DrawerRow, DrawerUser
from posim_desktop.orm.employee import Employee
from posim_desktop.orm.file_import import FileImport, ImportedCard
from posim_desktop.orm.invoice import (
    AwaitedOrder,
    Invoice,
    InvoiceLine,
    InvoiceSerial,
    InvoiceTax,
    PickedLine,
    TenderPaid,
)
from posim_desktop.orm.item import Barcode, Department, Item, ItemVendor
from posim_desktop.orm.operation import AuditEvent, Operation
from posim_desktop.orm.outgoing_mail import OutgoingMail
from posim_desktop.orm.pin import Pin
from posim_desktop.orm.preference import Counter, Preference
from posim_desktop.orm.price_word import PriceWord
from posim_desktop.orm.print_job import PrintJob
from posim_desktop.orm.purchase_order import (
    Allocation,
    AllocationEvent,
    FreedGoods,
    OrderChange,
    PurchaseOrder,
    PurchaseOrderLine,
)
from posim_desktop.orm.receiving_correction import (
    CorrectionBack,
    CorrectionLine,
    CorrectionSerial,
    ReceivingCorrection,
)
from posim_desktop.orm.receiving_log import ReceivingLine, ReceivingLog, ReceivingSerial, ReceivingShare
from posim_desktop.orm.role import ShopRole
from posim_desktop.orm.special_order import SpecialOrder, SpecialOrderAnswer, SpecialOrderLine
from posim_desktop.orm.stock import ItemCost, StockEntry
from posim_desktop.orm.stock_count import (
    StockCount,
    StockCountHeld,
    StockCountItem,
    StockCountPart,
    StockCountStray,
)
from posim_desktop.orm.tax_code import TaxCode
from posim_desktop.orm.tender_type import TenderType
from posim_desktop.orm.vendor import Vendor
from posim_desktop.orm.vendor_return import VendorCredit, VendorReturn, VendorReturnLine, VendorReturnSerial
from posim_desktop.orm.want import Want

__all__ = [
    "Allocation",
    "AllocationEvent",
    "Approval",
    "Attachment",
    "AuditEvent",
    "AwaitedOrder",
    "Backorder",
    "BackorderEvent",
    "Backup",
    "Barcode",
    "Base",
    "CardRequest",
    "CorrectionBack",
    "CorrectionLine",
    "CorrectionSerial",
    "Counter",
    "Customer",
    "CustomerAccount",
    "CustomerMoney",
    "Department",
    "Drawer",
    "DrawerDay",
    "DrawerRow",
    "DrawerUser",
    "Employee",
    "FileImport",
    "FreedGoods",
    "ImportedCard",
    "Invoice",
    "InvoiceLine",
    "InvoiceSerial",
    "InvoiceTax",
    "Item",
    "ItemCost",
    "ItemVendor",
    "LineApproval",
    "Operation",
    "OrderChange",
    "OutgoingMail",
    "PickedLine",
    "Pin",
    "Preference",
    "PriceWord",
    "PrintJob",
    "PurchaseOrder",
    "PurchaseOrderLine",
    "ReceivingCorrection",
    "ReceivingLine",
    "ReceivingLog",
    "ReceivingSerial",
    "ReceivingShare",
    "ShopRole",
    "SkippedNumbers",
    "SpecialOrder",
    "SpecialOrderAnswer",
    "SpecialOrderLine",
    "StockCount",
    "StockCountHeld",
    "StockCountItem",
    "StockCountPart",
    "StockCountStray",
    "StockEntry",
    "TaxCode",
    "TenderPaid",
    "TenderType",
    "Vendor",
    "VendorCredit",
    "VendorReturn",
    "VendorReturnLine",
    "VendorReturnSerial",
    "Want",
]

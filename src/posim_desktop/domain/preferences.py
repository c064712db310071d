"""What a shop decides once for all its workstations."""

from dataclasses import dataclass, replace
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from posim_desktop.domain import text
from posim_desktop.domain.accounts import NamedAccount, clean_accounts
from posim_desktop.domain.currencies import CURRENCIES
from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.label_formats import LabelFormat, clean_formats
from posim_desktop.domain.money import DECIMALS, ROUNDINGS, USUAL_DECIMALS, money_refusal, of_cents
from posim_desktop.domain.why import Why

MAX_OLD_DAYS = 999
MAX_PERCENT = 100
MAX_LOCK_MINUTES = 999
MAX_LOGO_BYTES = 200_000
MAX_CUSTOMER_ABOVE = 9_999_999
NO_HOUR, LAST_HOUR = -1, 23
"""The hour of a shop that backs up at none, and the last hour of a day."""
MAX_BACKUP_DAYS = 999
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


CERTIFIED_TILLS = frozenset(
    {
        *("AT", "BE", "BG", "DE", "DK", "ES", "FR", "GR", "HR", "HU", "IT", "LT", "LV"),
        *("ME", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "TR"),
    }
)
"""Countries whose laws make at least some shops use certified tills, or report each sale to the tax office."""


def is_certified_till_asked(locale: str) -> bool:
    """Tell whether the country of a locale (``"de_DE"``) asks for certified tills."""
    return locale.rpartition("_")[2] in CERTIFIED_TILLS


class LogInAsked(StrEnum):
    """When a till asks who works at it, besides the first time."""

    ONCE = "once"
    BEFORE_POST = "before post"
    AFTER_POST = "after post"


@dataclass(frozen=True, slots=True)
class ShopPreferences:
    """The shop's preferences with the values a new shop starts with.

    Attributes:
        store_name: Printed at the head of documents.
        store_address: Printed below it, lines as typed.
        store_phone: Printed on receipts below the address.
        tax_number: The number under which the shop pays its taxes, printed on receipts and invoices.
        receipt_head: What else a receipt begins with, lines as typed.
        receipt_foot: What a receipt ends with, such as how goods come back; lines as typed.
        locale: Name of the locale that money, numbers and dates follow (``"en_US"``).
        time_zone: IANA name of the time zone that times are shown in.
        currency: Three letters of the currency (``"EUR"``); ``""`` for that of the locale's country.
        decimals: How many decimal places money has; decided when the shop is set up, and never changed.
        tax_inclusive: Whether prices include tax.
        default_tax_code_id: Tax code of a new item.
        scan_vendor_numbers: A scan may also be a vendor's number for an item.
        label_formats: What codes of scales mean, by their first digits.
        warn_out_of_stock: Ask before selling more than is available.
        reason_above_percent: A larger discount of a line, in percent, needs a reason.
        return_reasons: Why goods come back, one reason a line; empty for those that the program knows.
        return_customer_above: Above how many whole units of money goods without a receipt need a customer; 0 never.
        cash_rounding: The smallest coin, in cents, to which what is paid in cash is rounded; 0 rounds nothing.
        cancel_fee_percent: How much of a deposit everybody who cancels may keep as a fee, in percent.
        old_backorder_days: From how many days on Auto Order points at a backorder that nobody filled or canceled.
        deposit_percent: The deposit that a new special order asks, in percent of what will be paid.
        deposit_amount: What it asks in place of a percentage, in cents; 0 where it is one.
        special_order_terms: What a customer signs on a special order, lines as typed.
        lock_minutes: After how many minutes without a key or click the program locks; 0 for never.
        log_in_asked: When a till asks for a PIN.
        accounts: What the shop calls accounts of the journal other than usual.
        float_counted: Whether a drawer opens only with a float that somebody counted.
        backup_folder: Where backups go; ``""`` for the program's own folder on each computer.
        backup_second_folder: Where a copy of each goes besides, as on a drive that is carried away; ``""`` for nowhere.
        backup_at_closing: Whether a backup is made when the last window of a workstation is closed.
        backup_hour: At which hour of the day one is made; :data:`NO_HOUR` for none.
        backup_keep_days: How many days back all backups are kept; of older ones the last of each month is.
        backup_warn_days: After how many days without a good backup the windows say so; 0 for never.
        logo: A picture at the head of receipts, invoices and orders; empty for none, and where it is not asked for,
            as it is larger than all the rest.
    """

    store_name: str = "My Shop"
    store_address: str = ""
    store_phone: str = ""
    tax_number: str = ""
    receipt_head: str = ""
    receipt_foot: str = ""
    locale: str = "en_US"
    time_zone: str = "UTC"
    currency: str = ""
    decimals: int = USUAL_DECIMALS
    tax_inclusive: bool = False
    default_tax_code_id: int | None = None
    scan_vendor_numbers: bool = False
    label_formats: tuple[LabelFormat, ...] = ()
    warn_out_of_stock: bool = True
    reason_above_percent: int = 25
    return_reasons: str = ""
    return_customer_above: int = 100
    cash_rounding: int = 0
    deposit_percent: int = 0
    deposit_amount: int = 0
    special_order_terms: str = ""
    cancel_fee_percent: int = 0
    old_backorder_days: int = 30
    lock_minutes: int = 10
    log_in_asked: LogInAsked = LogInAsked.ONCE
    accounts: tuple[NamedAccount, ...] = ()
    float_counted: bool = False
    backup_folder: str = ""
    backup_second_folder: str = ""
    backup_at_closing: bool = True
    backup_hour: int = NO_HOUR
    backup_keep_days: int = 30
    backup_warn_days: int = 3
    logo: bytes = b""


_USUAL_DEPOSIT = "usual_deposit"
_PERCENTS = {
    "reason_above_percent": "reason_above_percent",
    "deposit_percent": _USUAL_DEPOSIT,
    "cancel_fee_percent": "cancel_fee_percent",
}
"""The percentages by the inputs that they are typed in."""


def currency_refusal(currency: str, decimals: int) -> Refusal | None:
    """Return why a shop cannot count in a currency, or None."""
    if currency and currency not in CURRENCIES:
        return Refusal(Why.NO_SUCH_CURRENCY, Field("currency"), typed=currency[: text.SHORT])
    if decimals not in DECIMALS:
        return Refusal(Why.NO_SUCH_DECIMALS, Field("decimals"))
    return None


def clean_preferences(preferences: ShopPreferences) -> ShopPreferences:
    """Bring the preferences into the form that is stored.

    Raises:
        RefusedError: Names the field: the store has no name, a text is too long, there is no such time zone
            or currency, or the days, the minutes or the percent are out of range.
    """
    try:
        ZoneInfo(preferences.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise refuse(Why.NO_SUCH_TIME_ZONE, Field("time_zone"), typed=preferences.time_zone[: text.SHORT]) from error
    require(currency_refusal(preferences.currency, preferences.decimals))
    if preferences.cash_rounding not in ROUNDINGS:
        raise refuse(Why.NO_SUCH_ROUNDING, Field("cash_rounding"))
    if not 1 <= preferences.old_backorder_days <= MAX_OLD_DAYS:
        raise refuse(Why.OLD_DAYS_OUT_OF_RANGE, Field("old_backorder_days"), most=MAX_OLD_DAYS)
    for name, field in _PERCENTS.items():
        if not 0 <= getattr(preferences, name) <= MAX_PERCENT:
            raise refuse(Why.PERCENT_OUT_OF_RANGE, Field(field))
    require(money_refusal(of_cents(preferences.deposit_amount), field=_USUAL_DEPOSIT))
    if not 0 <= preferences.return_customer_above <= MAX_CUSTOMER_ABOVE:
        raise refuse(Why.RETURN_AMOUNT_OUT_OF_RANGE, Field("return_customer_above"), most=MAX_CUSTOMER_ABOVE)
    if not 0 <= preferences.lock_minutes <= MAX_LOCK_MINUTES:
        raise refuse(Why.LOCK_MINUTES_OUT_OF_RANGE, Field("lock_minutes"), most=MAX_LOCK_MINUTES)
    require(_backup_refusal(preferences))
    return replace(
        preferences,
        label_formats=clean_formats(preferences.label_formats),
        accounts=clean_accounts(preferences.accounts),
        store_name=text.clean(
            preferences.store_name, field="store_name", limit=text.NAME, label=text.Label.STORE_NAME, blank=False
        ),
        store_address=text.clean(
            preferences.store_address, field="store_address", limit=text.NOTE, label=text.Label.ADDRESS, lines=True
        ),
        store_phone=text.clean(preferences.store_phone, field="store_phone", limit=text.SHORT, label=text.Label.PHONE),
        tax_number=text.clean(
            preferences.tax_number,
            field="tax_number",
            limit=text.SHORT,
            label=text.Label.TAX_NUMBER,
        ),
        receipt_head=text.clean(
            preferences.receipt_head, field="receipt_head", limit=text.NOTE, label=text.Label.RECEIPT_HEAD, lines=True
        ),
        return_reasons=text.clean(
            preferences.return_reasons, field="return_reasons", limit=text.NOTE, label=text.Label.REASONS, lines=True
        ),
        receipt_foot=text.clean(
            preferences.receipt_foot, field="receipt_foot", limit=text.NOTE, label=text.Label.RECEIPT_FOOT, lines=True
        ),
        special_order_terms=text.clean(
            preferences.special_order_terms,
            field="special_order_terms",
            limit=text.NOTE,
            label=text.Label.TERMS,
            lines=True,
        ),
        backup_folder=_clean_folder(preferences.backup_folder, "backup_folder"),
        backup_second_folder=_clean_folder(preferences.backup_second_folder, "backup_second_folder"),
        locale=text.clean(preferences.locale, field="locale", limit=text.SHORT, label=text.Label.REGION, blank=False),
    )


def _backup_refusal(preferences: ShopPreferences) -> Refusal | None:
    if not NO_HOUR <= preferences.backup_hour <= LAST_HOUR:
        return Refusal(Why.HOUR_OUT_OF_RANGE, Field("backup_hour"))
    if not 1 <= preferences.backup_keep_days <= MAX_BACKUP_DAYS:
        return Refusal(Why.KEEP_DAYS_OUT_OF_RANGE, Field("backup_keep_days"), most=MAX_BACKUP_DAYS)
    if not 0 <= preferences.backup_warn_days <= MAX_BACKUP_DAYS:
        return Refusal(Why.WARN_DAYS_OUT_OF_RANGE, Field("backup_warn_days"), most=MAX_BACKUP_DAYS)
    second = preferences.backup_second_folder.strip()
    if second and second == preferences.backup_folder.strip():
        return Refusal(Why.SECOND_FOLDER_IS_FIRST, Field("backup_second_folder"))
    return None


def _clean_folder(folder: str, field: str) -> str:
    return text.clean(folder, field=field, limit=text.NOTE, label=text.Label.FOLDER)


def logo_refusal(logo: bytes) -> Refusal | None:
    """Return why a logo cannot be kept, or None: it is empty, or a picture as the program makes them of files."""
    if logo and not logo.startswith((_PNG, _JPEG)):
        return Refusal(Why.NOT_A_PICTURE, Field("logo"))
    return Refusal(Why.PICTURE_TOO_LARGE, Field("logo")) if len(logo) > MAX_LOGO_BYTES else None

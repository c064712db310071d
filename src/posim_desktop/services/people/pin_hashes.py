"""Hashing PINs: takes a while on purpose, so call it outside of transactions and off the window's thread."""

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from posim_desktop.domain.errors import require
from posim_desktop.domain.people.pins import TriedPin, pin_refusal

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # Argon2id as OWASP advises: 19 MiB


def make(pin: str) -> str:
    """Hash a new PIN.

    Raises:
        RefusedError: It may not be a PIN.
    """
    require(pin_refusal(pin))
    return _hasher.hash(pin)


def held_against(pin_hash: str, pin: str) -> TriedPin:
    """Find out whether a typed PIN is the one that was hashed."""
    try:
        fits: bool = _hasher.verify(pin_hash, pin)
    except VerifyMismatchError:
        fits = False
    return TriedPin(pin_hash, fits)

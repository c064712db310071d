"""Hashing PINs: takes a while on purpose, so call it outside of transactions and off the window's thread."""

from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from posim_desktop.domain.errors import require
from posim_desktop.domain.people.pins import TriedPin, pin_refusal

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # Argon2id as OWASP advises: 19 MiB


class PinHashingError(Exception):
    """Hashing failed; says by what kind of error, and nothing of the PIN."""


def make(pin: str) -> str:
    """Hash a new PIN.

    Raises:
        RefusedError: It may not be a PIN.
        PinHashingError: The computer cannot hash it.
    """
    require(pin_refusal(pin))
    with _untold():
        return _hasher.hash(pin)


def held_against(pin_hash: str, pin: str) -> TriedPin:
    """Find out whether a typed PIN is the one that was hashed.

    Raises:
        PinHashingError: The computer cannot hash it, or what is stored is no hash.
    """
    with _untold():
        try:
            fits: bool = _hasher.verify(pin_hash, pin)
        except VerifyMismatchError:
            fits = False
    return TriedPin(pin_hash, fits)


@contextmanager
def _untold() -> Iterator[None]:
    """Keep what an error says of itself out of reports: it may be the very thing that it could not deal with."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - raised again, without its words
        kind = type(error)
        raise PinHashingError(f"{kind.__module__}.{kind.__qualname__}") from None

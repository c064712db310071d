"""The PIN of everybody in the shops of the tests, hashed once: hashing takes a while on purpose."""

from functools import cache

from posim_desktop.services.people import pin_hashes

PIN = "2580"
OTHER_PIN = "8520"


@cache
def pin_hash(pin: str = PIN) -> str:
    """Hash a PIN, each once."""
    return pin_hashes.make(pin)

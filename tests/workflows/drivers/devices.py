"""Printers for workflow tests."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def stuck_device() -> Iterator[str]:
    """Make a device that is there and takes nothing; yields its path."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as among_devices:
        device = f"{among_devices}/lp0"
        os.mkfifo(device)
        reading = os.open(device, os.O_RDWR | os.O_NONBLOCK)
        with suppress(BlockingIOError):
            while True:
                os.write(reading, b"full")
        yield device
        os.close(reading)

"""A card terminal in the network, asked in one line of JSON each way. Serves the guide's page "Card terminals".

No real terminal speaks so: this is the port, and what the stand-in beside it answers.
"""

import json
import re
import socket
from contextlib import suppress
from decimal import Decimal

from posim_desktop.domain.sales.card_requests import RequestState, TerminalAnswer

PORT = 7071
REACH_SECONDS = 5.0
ANSWER_SECONDS = 120.0
_MOST_BYTES = 4096
_WHERE = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
_UNKNOWN = TerminalAnswer(RequestState.UNKNOWN)
_ENDS = frozenset({RequestState.APPROVED, RequestState.DECLINED, RequestState.CANCELED})


def is_terminal(where: str) -> bool:
    """Tell whether a text can be the address of a terminal: a host, with its port unless that is the usual one."""
    found = _WHERE.fullmatch(where)
    return found is not None and 0 < int(found["port"] or PORT) < 1 << 16


class NetworkTerminal:
    """Speaks with a terminal at an address; each question has a connection of its own."""

    def __init__(self, where: str, *, answer_seconds: float = ANSWER_SECONDS) -> None:
        """Know where it is.

        Args:
            where: Its host, with its port unless that is the usual one.
            answer_seconds: How long a customer may take at it.
        """
        self._where = where
        self._answer_seconds = answer_seconds

    def authorize(self, key: str, amount: Decimal) -> TerminalAnswer:
        """Have an amount taken, and wait for what comes of it; asked again, say what came of it."""
        try:
            connection = self._reach()
        except OSError:
            return TerminalAnswer(RequestState.UNKNOWN, heard=False)
        with connection:
            try:
                connection.settimeout(self._answer_seconds)
                _send(connection, {"authorize": key, "amount": str(amount)})
                return _understood(_line(connection))
            except (OSError, ValueError):
                return _UNKNOWN

    def cancel(self, key: str) -> None:
        """Ask the terminal to stop; what came of it is still the answer of :meth:`authorize`."""
        with suppress(OSError), self._reach() as connection:
            _send(connection, {"cancel": key})

    def _reach(self) -> socket.socket:
        found = _WHERE.fullmatch(self._where)
        if found is None:
            raise OSError(f"{self._where} is no terminal")
        address = (found["host"].strip("[]"), int(found["port"] or PORT))
        return socket.create_connection(address, timeout=REACH_SECONDS)


def _send(connection: socket.socket, message: dict[str, str]) -> None:
    connection.sendall(json.dumps(message).encode() + b"\n")


def _line(connection: socket.socket) -> bytes:
    received = b""
    while not received.endswith(b"\n"):
        piece = connection.recv(_MOST_BYTES)
        if not piece or len(received) > _MOST_BYTES:
            raise OSError("the terminal stopped in the middle of its answer")
        received += piece
    return received


def _understood(line: bytes) -> TerminalAnswer:
    """Read an answer; what is none is not known.

    Raises:
        ValueError: It is no JSON, or no end that there is.
    """
    said: object = json.loads(line)
    if not isinstance(said, dict):
        return _UNKNOWN
    state = RequestState(str(said.get("result")))
    return TerminalAnswer(state, str(said.get("reference", ""))) if state in _ENDS else _UNKNOWN

"""A card terminal to practice with: a program of its own that answers by the cents of the amount. It takes no money.

Serves the guide's page "Card terminals".
"""

import json
import socketserver
import threading

from typing_extensions import override

DECLINES, CANCELS, KEEPS_SILENT, WAITS = "01", "02", "03", "04"
"""The cents by which it declines, is canceled, answers only when asked again, or waits until it is canceled."""
_WAIT_SECONDS = 60.0


class StandIn(socketserver.ThreadingTCPServer):
    """Answers on a port of this computer; the same key has the same answer for as long as it runs.

    Attributes:
        taken: The reference of each payment that it approved, by its key.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Talk)
        self.taken: dict[str, str] = {}
        self._answers: dict[str, dict[str, str]] = {}
        self._canceled: dict[str, threading.Event] = {}
        self._lock = threading.Lock()

    @property
    def where(self) -> str:
        """Its address, as a workstation is told it."""
        return f"127.0.0.1:{self.server_address[1]}"

    def cancel(self, key: str) -> None:
        """Stop waiting for a card."""
        self._event(key).set()

    def authorize(self, key: str, amount: str) -> dict[str, str] | None:
        """Answer by the cents of an amount; None is silence."""
        cents = amount.partition(".")[2].ljust(2, "0")
        if cents == WAITS and self._event(key).wait(_WAIT_SECONDS):
            cents = CANCELS
        with self._lock:
            is_new = key not in self._answers
            if is_new:
                self._answers[key] = self._decide(key, cents)
            return None if is_new and cents == KEEPS_SILENT else self._answers[key]

    def _decide(self, key: str, cents: str) -> dict[str, str]:
        if cents in {DECLINES, CANCELS}:
            return {"result": "declined" if cents == DECLINES else "canceled"}
        self.taken[key] = f"STAND-IN {len(self.taken) + 1:04}"
        return {"result": "approved", "reference": self.taken[key]}

    def _event(self, key: str) -> threading.Event:
        with self._lock:
            return self._canceled.setdefault(key, threading.Event())


class _Talk(socketserver.StreamRequestHandler):
    """One question and its answer."""

    server: StandIn

    @override
    def handle(self) -> None:
        asked: dict[str, str] = json.loads(self.rfile.readline() or b"{}")
        if "cancel" in asked:
            self.server.cancel(asked["cancel"])
            return
        answer = self.server.authorize(asked["authorize"], asked["amount"]) if "authorize" in asked else None
        if answer is not None:
            self.wfile.write(json.dumps(answer).encode() + b"\n")

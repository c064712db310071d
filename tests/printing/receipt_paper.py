"""A receipt printer for tests: it takes bytes, as a printer does, and knows what came out."""

from dataclasses import dataclass, field

from PySide6.QtGui import QImage

TABLES = {0: "cp437", 2: "cp850", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
_LENGTHS = {b"\x1ba": 1, b"\x1dh": 1, b"\x1dw": 1, b"\x1dH": 1, b"\x1d!": 1, b"\x1bR": 1, b"\x10\x04": 1}
_COMMANDS = frozenset({b"\x10", b"\x1b", b"\x1c", b"\x1d"})


@dataclass
class Printer:
    """A receipt printer.

    Attributes:
        paper: The letters that were printed.
        pictures: The pictures that were printed, in the order of the paper, on which each is a line of its own.
    """

    paper: str = ""
    pictures: list[QImage] = field(default_factory=list)
    barcodes: list[str] = field(default_factory=list)
    cuts: int = 0
    drawer_kicks: list[bytes] = field(default_factory=list)
    table: str = "cp437"
    is_chinese: bool = True  # as cheap printers are when they are switched on
    country: int = 3  # where # is a pound
    _rest: bytes = b""

    def take(self, job: bytes) -> "Printer":
        self._rest = job
        while self._rest:
            if self._rest[:1] in _COMMANDS:
                self._obey(self._next(2))
            else:
                self._print(self._next(1))
        return self

    @property
    def squeezed(self) -> list[str]:
        return [" ".join(row.split()) for row in self.paper.splitlines()]

    def _print(self, letter: bytes) -> None:
        assert letter == b"\n" or letter >= b" ", f"the command {letter!r} stands among the letters"
        assert self.country == 0, "some letters are other signs in this country"
        assert not self.is_chinese or letter < b"\x80", "two bytes are one letter"
        self.paper += letter.decode(self.table)

    def _obey(self, command: bytes) -> None:
        if command == b"\x1b@":
            self.table = "cp437"
        elif command == b"\x1c.":
            self.is_chinese = False
        elif command == b"\x1bR":
            self.country = self._next(1)[0]
        elif command == b"\x1bt":
            self.table = TABLES[self._next(1)[0]]
        elif command == b"\x1bp":
            self.drawer_kicks.append(self._next(3))
        elif command == b"\x1dV":
            assert self._next(2) == b"B\x00"
            self.cuts += 1
        elif command == b"\x1dv":
            self._draw()
        elif command == b"\x1dk":
            kind, length = self._next(2)
            assert kind == 73, "CODE128 in the form that says how long it is"
            data = self._next(length)
            assert data.startswith(b"{B"), "a printer prints nothing without the character set"
            self.barcodes.append(data[2:].decode("ascii"))
        else:
            self._next(_LENGTHS[command])

    def _draw(self) -> None:
        assert self._next(2) == b"0\x00"
        wide, high = (int.from_bytes(self._next(2), "little") for _ in range(2))
        dots = self._next(wide * high)
        picture = QImage(dots, wide * 8, high, wide, QImage.Format.Format_Mono).copy()
        picture.setColorTable([0xFFFFFFFF, 0xFF000000])
        self.pictures.append(picture)

    def _next(self, count: int) -> bytes:
        taken, self._rest = self._rest[:count], self._rest[count:]
        assert len(taken) == count, "the job ends in the middle of a command"
        return taken


def ink(picture: QImage) -> tuple[int, int, int, int] | None:
    """Tell where a picture is black: left, top, right, bottom; None where it is nowhere."""
    black = [(x, y) for y in range(picture.height()) for x in range(picture.width()) if picture.pixelIndex(x, y) == 1]
    if not black:
        return None
    across, down = [x for x, _ in black], [y for _, y in black]
    return min(across), min(down), max(across), max(down)

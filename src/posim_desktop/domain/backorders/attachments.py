"""A picture or a file beside what a customer ordered: which kinds are kept, and how much of them.

Serves the guide's page "Pictures and files".
"""

from enum import StrEnum

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why

MAX_BYTES = 2_000_000
"""The most that is kept of one file, in the database and in every backup of it."""

MOST = 6
"""The most files beside one thing."""

_END_OF_PDF = 1024


class AttachmentKind(StrEnum):
    """What is kept."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"


_BEGINS = {
    AttachmentKind.JPEG: b"\xff\xd8\xff",
    AttachmentKind.PNG: b"\x89PNG\r\n\x1a\n",
    AttachmentKind.PDF: b"%PDF-",
}


def kind_of(content: bytes) -> AttachmentKind | None:
    """Tell the kind of a file by what is in it, whatever it is called; None for what is not kept."""
    found = next((kind for kind, begin in _BEGINS.items() if content.startswith(begin)), None)
    if found is AttachmentKind.PDF and b"%%EOF" not in content[-_END_OF_PDF:]:
        return None
    return found


def attach_refusal(content: bytes, already: int) -> Refusal | None:
    """Return why a file cannot be kept beside so many others, or None."""
    if kind_of(content) is None:
        return Refusal(Why.NOT_KEPT_BESIDE, Field("file"))
    if len(content) > MAX_BYTES:
        return Refusal(Why.FILE_NOT_KEPT_SO_LARGE, Field("file"), most=MAX_BYTES // 1_000_000)
    return Refusal(Why.TOO_MANY_ATTACHMENTS, Field("file"), most=MOST) if already >= MOST else None

"""Guide: "Pictures and files" — what is kept, by what is in a file."""

import pytest

from posim_desktop.domain.backorders.attachments import MAX_BYTES, MOST, AttachmentKind, attach_refusal, kind_of
from posim_desktop.domain.why import Why

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n...."
JPEG = b"\xff\xd8\xff\xe0...."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, AttachmentKind.PDF),
        (PNG, AttachmentKind.PNG),
        (JPEG, AttachmentKind.JPEG),
        (PDF[:20], None),
        (b"", None),
        (b"GIF89a", None),
        (b"MZ\x90", None),
        (b"<svg></svg>", None),
    ],
)
def test_a_file_is_what_is_in_it(content: bytes, kind: AttachmentKind | None) -> None:
    assert kind_of(content) is kind
    assert (attach_refusal(content, 0) is None) is (kind is not None)


def test_so_much_is_kept_and_no_more() -> None:
    padding = b" " * (MAX_BYTES - len(PDF))
    assert attach_refusal(PDF[:9] + padding + PDF[9:], 0) is None
    too_large = attach_refusal(PDF[:9] + padding + b" " + PDF[9:], 0)
    assert too_large is not None
    assert (too_large.why, too_large.facts["most"]) == (Why.FILE_NOT_KEPT_SO_LARGE, 2)
    assert attach_refusal(PDF, MOST - 1) is None
    too_many = attach_refusal(PDF, MOST)
    assert too_many is not None
    assert too_many.why is Why.TOO_MANY_ATTACHMENTS

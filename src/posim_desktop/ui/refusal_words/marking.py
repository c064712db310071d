"""How words are marked for translators."""

CONTEXT = "Refusals"
"""What translators find the words under."""


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:  # noqa: N802 - the name that pyside6-lupdate looks for
    """Mark words as to be translated; Qt's own says that it returns any object."""
    return words

"""What a department asks of everything that is ordered for a customer: size, color, which side the door opens.

Serves the guide's page "Needs Information".
"""

from collections.abc import Iterable, Mapping, Sequence

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why

MOST = 6
"""The most questions of a department."""


def questions_of(written: str) -> tuple[str, ...]:
    """Read the questions as they are written on the card, one to a line."""
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def clean_questions(typed: str) -> str:
    """Bring the questions of a department into the form that is stored: one to a line, each once.

    Raises:
        RefusedError: At ``questions``: too many, too long, or with what cannot be printed.
    """
    cleaned = [
        text.clean(each, field="questions", limit=text.NAME, label=text.Label.QUESTION) for each in questions_of(typed)
    ]
    asked = tuple(dict.fromkeys(cleaned))
    if len(asked) > MOST:
        raise refuse(Why.TOO_MANY_QUESTIONS, Field("questions"), most=MOST)
    return "\n".join(asked)


def unanswered(questions: Sequence[str], answers: Mapping[str, str]) -> tuple[str, ...]:
    """List the questions that have no answer."""
    return tuple(each for each in questions if not answers.get(each))


def joined(questions: Iterable[str], limit: int = text.REASON) -> str:
    """Write open questions as one, as many of them whole as there is room for."""
    asked = ""
    for each in questions:
        longer = f"{asked} {each}".strip()
        if len(longer) <= limit:
            asked = longer
    return asked

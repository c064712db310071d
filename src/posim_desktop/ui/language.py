"""The language of the screens: the shop's, and the computer's before a shop is open, unless this person chose another.

What is built after :func:`speak` speaks it. The program is written in English, its other languages are in
``resources/translations``; English has a file too, because a count takes one form for 1 and another for the rest.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from posim_desktop.settings import own_folder

LANGUAGES = {"de": "Deutsch", "en": "English"}
"""What can be spoken, each in its own words."""
ENGLISH = "en"
_CHOSEN = "language"


def chosen_language() -> str:
    """Return the language that this person chose on this computer; ``""`` for the shop's."""
    chosen = str(QSettings().value(_CHOSEN, ""))
    return chosen if chosen in LANGUAGES else ""


def choose_language(language: str) -> None:
    """Keep a choice for the next start; ``""`` for the shop's language."""
    QSettings().setValue(_CHOSEN, language)


def speak(locale_name: str) -> None:
    """Speak the language of a place from now on, or the chosen one; English where nobody translated it."""
    language = chosen_language() or locale_name.partition("_")[0]
    _install(language if language in LANGUAGES else ENGLISH)


def speak_as_computer() -> None:
    """Speak this computer's language, as long as no shop is known."""
    speak(QLocale.system().name())


def files_of(language: str) -> list[str]:
    """Return where the words of a language are: the program's, and Qt's own where they are not English."""
    files = [str(own_folder("resources") / "translations" / f"posim_{language}.qm")]
    if language != ENGLISH:
        files.append(f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm")
    return files


def _install(language: str) -> None:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("a language is spoken by an application")
    for before in app.findChildren(QTranslator, _CHOSEN):
        app.removeTranslator(before)
        before.deleteLater()
    for file in files_of(language):
        translator = QTranslator(app)
        translator.setObjectName(_CHOSEN)
        if translator.load(file):
            app.installTranslator(translator)

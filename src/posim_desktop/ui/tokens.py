"""The colors of the program by meaning: one frozen set for light, one for dark.

Every pair of text and background keeps a contrast of at least 4.5 to 1; borders of inputs and focus rings keep 3 to 1.
"""

from typing import NamedTuple

SPACE = 4
RADIUS = 6
BODY_SIZE = 14
TILL_SIZE = 16
AMOUNT_DUE_SIZE = 32


class Tokens(NamedTuple):
    """Colours as ``#RRGGBB``, named after what they are for.

    Attributes:
        name: ``"light"`` or ``"dark"``.
        window: Behind everything.
        surface: Cards, inputs, tables, menus.
        band: Title bands, table headers, the navigation bar.
        stripe: Every other table row.
        hover: Under the mouse.
        pressed: Held down.
        border: Quiet lines between things.
        edge: Border of an input or button: visible on its own.
        text: Everything that is read.
        muted: Secondary text.
        disabled: Text of what cannot be used now.
        accent: The primary action, links, the focus ring.
        accent_hover: The primary action under the mouse.
        accent_pressed: The primary action held down.
        on_accent: Text on the accent.
        selection: Selected rows and text, the view has the focus.
        selection_idle: Selected rows, the focus is elsewhere.
        good: Done, received, enough.
        good_surface: Background of good news.
        attention: Look at this.
        attention_surface: Background of a warning.
        bad: Refused, missing, destructive.
        bad_hover: A destructive button under the mouse.
        bad_surface: Background of a refusal.
        on_bad: Text on bad.
        info: Worth knowing.
        info_surface: Background of a note.
        violet: Returns.
        violet_surface: Background of the return chip.
        teal: Deposits.
        teal_surface: Background of the deposit chip.
        grey_surface: Background of quiet chips.
        practice: Background of the band over a practice shop.
        on_practice: Text on it.
        tooltip: Background of tooltips.
        on_tooltip: Text of tooltips.
    """

    name: str
    window: str
    surface: str
    band: str
    stripe: str
    hover: str
    pressed: str
    border: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    selection_idle: str
    good: str
    good_surface: str
    attention: str
    attention_surface: str
    bad: str
    bad_hover: str
    bad_surface: str
    on_bad: str
    info: str
    info_surface: str
    violet: str
    violet_surface: str
    teal: str
    teal_surface: str
    grey_surface: str
    practice: str
    on_practice: str
    tooltip: str
    on_tooltip: str


LIGHT = Tokens(
    name="light",
    window="#F4F6F8",
    surface="#FFFFFF",
    band="#EDF0F4",
    stripe="#F8FAFC",
    hover="#E6EBF1",
    pressed="#D9E0E8",
    border="#D5DAE1",
    edge="#868F9B",
    text="#16202C",
    muted="#55606E",
    disabled="#949CA7",
    accent="#1F5FBF",
    accent_hover="#1A52A6",
    accent_pressed="#15458C",
    on_accent="#FFFFFF",
    selection="#CFE0F8",
    selection_idle="#E1E7EF",
    good="#1B7A43",
    good_surface="#E9F6EE",
    attention="#855600",
    attention_surface="#FDF1D8",
    bad="#B3261E",
    bad_hover="#941E17",
    bad_surface="#FCEBEA",
    on_bad="#FFFFFF",
    info="#1F5FBF",
    info_surface="#E8F0FC",
    violet="#6439AE",
    violet_surface="#EFE8FB",
    teal="#0B6767",
    teal_surface="#DDF2F1",
    grey_surface="#E9EDF1",
    practice="#F28C28",
    on_practice="#1F1400",
    tooltip="#16202C",
    on_tooltip="#F4F6F8",
)

DARK = Tokens(
    name="dark",
    window="#12171E",
    surface="#1B222B",
    band="#222A35",
    stripe="#1F2731",
    hover="#2A3440",
    pressed="#35414F",
    border="#343E4A",
    edge="#76828F",
    text="#E8EDF3",
    muted="#A3AFBC",
    disabled="#6B7682",
    accent="#7FB1FF",
    accent_hover="#9CC3FF",
    accent_pressed="#6BA2F5",
    on_accent="#0C1420",
    selection="#27405F",
    selection_idle="#313C49",
    good="#6FD19A",
    good_surface="#17301F",
    attention="#F0B95A",
    attention_surface="#352810",
    bad="#FF8A80",
    bad_hover="#FFA29A",
    bad_surface="#3B1D1C",
    on_bad="#240705",
    info="#7FB1FF",
    info_surface="#1A2B45",
    violet="#C6ABFF",
    violet_surface="#2F2449",
    teal="#70D4CF",
    teal_surface="#123231",
    grey_surface="#2A333E",
    practice="#F28C28",
    on_practice="#1F1400",
    tooltip="#E8EDF3",
    on_tooltip="#16202C",
)


class _Current:
    """The set in use; swapped by :func:`use_tokens` only."""

    tokens: Tokens = LIGHT


def tokens() -> Tokens:
    """Return the colors in use now."""
    return _Current.tokens


def use_tokens(chosen: Tokens) -> None:
    """Make a set the one in use; widgets are restyled by :func:`posim_desktop.ui.style.apply_style`."""
    _Current.tokens = chosen

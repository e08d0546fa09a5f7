"""Both sets of colours can be read: each text colour against each ground that it stands on."""

from dataclasses import fields

import pytest

from tracker.gui.dark import DARK
from tracker.gui.theme import LIGHT, Theme, Tone

LEAST = 4.5  # WCAG 2.2, 1.4.3, text of any size
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize("tone", list(Tone))
def test_words_can_be_read_on_every_ground(theme: Theme, tone: Tone) -> None:
    for ground in (theme.window, theme.side, theme.hover, theme.selection, theme.ground_of(tone)):
        assert contrast(theme.text_of(tone), ground) >= LEAST, (tone, ground)


@THEMES
def test_words_on_the_accent_can_be_read(theme: Theme) -> None:
    assert contrast(theme.accent_text, theme.accent) >= LEAST
    assert contrast(theme.accent_text, theme.accent_dark) >= LEAST
    assert contrast(theme.accent, theme.accent_ground) >= LEAST


@THEMES
def test_grounds_that_carry_plain_words_let_them_be_read(theme: Theme) -> None:
    grounds = [field.name for field in fields(Theme) if field.name.endswith("_ground")]
    for name in grounds:
        assert contrast(theme.text, getattr(theme, name)) >= LEAST, name


def test_the_dark_set_is_dark_in_every_ground() -> None:
    for field in fields(Theme):
        if field.name.endswith("_ground") or field.name in {"window", "side", "hover", "selection", "track", "line"}:
            assert luminance(getattr(DARK, field.name)) < 0.2, field.name

"""The dark set of colours; loaded only where it is chosen."""

from dataclasses import replace

from tracker.gui.theme import LIGHT

DARK = replace(
    LIGHT,
    name="dark",
    window="#1b1e24",
    side="#15181d",
    line="#2d323b",
    border="#454c58",
    hover="#282d36",
    text="#e6e9ee",
    muted="#a5aebb",
    faint="#7d8795",
    accent="#84b6f4",
    accent_dark="#a8ccf8",
    accent_text="#10141b",
    selection="#263246",
    track="#353b46",
    good="#7fd0a1",
    warn="#f0b865",
    alert="#ff9b92",
    standing="#c3aef6",
    accent_ground="#22344f",
    good_ground="#1c3a2a",
    warn_ground="#43331a",
    alert_ground="#4a2524",
    standing_ground="#352c52",
    muted_ground="#2d323b",
    mark_ground="#4a4210",
)

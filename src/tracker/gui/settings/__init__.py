"""The few choices of a person on this computer."""

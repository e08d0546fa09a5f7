"""法治整改台账: keeps what a law-based-government report admits and promises, until each item is closed."""

__version__ = "0.1.0"

"""A briefing you can walk through, in the terminal."""

__version__ = "0.1.0"

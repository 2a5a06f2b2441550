"""What a briefing is: frozen dataclasses over the standard library, no input and no output."""

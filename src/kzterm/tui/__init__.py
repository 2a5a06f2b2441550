"""The full-screen front end, on Textual: it turns keys and clicks into lines, and draws replies."""

import os

# Textual asks once, when it is imported. A change that comes right after another is drawn at the next frame, and a lone
# Esc waits these milliseconds for the rest of a sequence.
os.environ.setdefault("TEXTUAL_FPS", "120")
os.environ.setdefault("ESCDELAY", "25")

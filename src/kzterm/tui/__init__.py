"""The full-screen front end, on Textual: it turns keys and clicks into lines, and draws replies."""

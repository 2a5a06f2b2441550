"""Text as a terminal needs it: what may pass, how wide it is, where it may break."""

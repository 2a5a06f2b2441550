"""The line-by-line front end: for pipes, dumb terminals, screen readers and transcripts."""

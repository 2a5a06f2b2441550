"""One reader at work: a session, what it keeps on disk, and the files it writes."""

"""The adventure: a typed line in, a reply out. No screen, no printing, no waiting."""

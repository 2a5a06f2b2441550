"""What a reader has settled beforehand: the configuration file, its keys, and the names of themes."""

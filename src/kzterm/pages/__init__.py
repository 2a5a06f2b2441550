"""What a reader sees at one moment, as data: pages made of blocks, and their layout into lines."""

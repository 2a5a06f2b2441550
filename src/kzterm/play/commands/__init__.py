"""The verbs, by what they are for; `table` gathers them."""

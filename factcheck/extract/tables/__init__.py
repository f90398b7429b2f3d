"""Tables and labelled lists: each cell by the labels that bear on it."""

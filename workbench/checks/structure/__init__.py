"""Rules about what belongs to what (codes STR)."""

"""Rules about the cognitive demand of indicators (codes DOK)."""

"""Rules about scoring criteria and scales (codes RUB)."""

"""Rules about how statements are chosen and worded (codes STM)."""

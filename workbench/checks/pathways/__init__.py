"""Rules about the pathways that students take (codes PTH)."""

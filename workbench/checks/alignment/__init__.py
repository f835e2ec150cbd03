"""Rules about common standards met by learning experiences and pathways (codes ALN)."""

"""How rules read a text: its sentences and words, the verbs that lead it, and word lists to hold it against.

English only. The tagger is a statistical one and errs; each rule that rests on it says so under Limits.
"""

"""Which standards a text of ours may meet: ranked, with reasons, and learning from what was accepted."""

from workbench.measures.suggestions.candidates import Candidate, candidates_of
from workbench.measures.suggestions.grades import grade_set
from workbench.measures.suggestions.index import Index, Suggestion
from workbench.measures.suggestions.memory import Decision, Memory
from workbench.measures.suggestions.subjects import decisions_of, grades_of, near_standards, text_of
from workbench.measures.suggestions.weights import Weights, load_weights

__all__ = [
    "Candidate",
    "Decision",
    "Index",
    "Memory",
    "Suggestion",
    "Weights",
    "candidates_of",
    "decisions_of",
    "grade_set",
    "grades_of",
    "load_weights",
    "near_standards",
    "text_of",
]

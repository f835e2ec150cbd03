"""What the methods of verification need: a threshold, a rounding, indicators to count."""

from workbench.model.values import VerificationMethod as Method

CALCULATED = frozenset({Method.MOST_RECENT, Method.HIGHEST, Method.MODE, Method.MEAN, Method.DECAYING, Method.TREND})
"""Methods whose result is a number that is compared with a threshold."""
ROUNDED = frozenset({Method.MEAN, Method.DECAYING, Method.TREND})
"""Those whose result can lie between two levels."""
COUNTED = frozenset({Method.ALL, Method.K_OF_N})
"""Methods that count how many indicators are met."""

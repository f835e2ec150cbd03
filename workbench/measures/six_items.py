"""Why Webb asks for six items: a reading of his rule that runs.

Webb (1997, 1999, 2002) calls the concurrence of a standard acceptable from six items. His reason: a cut at the
mean, a reliability of .1 for one item, and an agreement of at least .63 on who has mastered the standard when
two such tests are given, after Subkoviak (1988, Journal of Educational Measurement 25, 47-55).

Six items lengthen the reliability to .4, and this gives the agreement:

>>> round(lengthened(0.1, 6), 3)
0.4
>>> [(items, f"{mastery_agreement(lengthened(0.1, items)):.4f}") for items in range(3, 9)]
[(3, '0.5804'), (4, '0.5996'), (5, '0.6162'), (6, '0.6310'), (7, '0.6441'), (8, '0.6560')]

So six is the first number that reaches .63. The step is small on both sides: six is a convention, and five items
are not worthless.
"""

from __future__ import annotations

import math


def lengthened(reliability: float, times: float) -> float:
    """Return the reliability (0 to 1) of a test ``times`` as long, by the formula of Spearman and Brown (1910).

    >>> lengthened(0.5, 1)
    0.5
    """
    return times * reliability / (1 + (times - 1) * reliability)


def mastery_agreement(reliability: float) -> float:
    """Return the share (0.5 to 1) of students whom two such tests sort alike when the cut is at the mean.

    Scores are taken as bivariate normal with ``reliability`` (0 to 1) as their correlation: the share that lies on
    one side of both means is ``1/2 + asin(reliability) / pi``. Subkoviak (1988) tabulates it.

    >>> mastery_agreement(0), mastery_agreement(1)
    (0.5, 1.0)
    """
    return 0.5 + math.asin(reliability) / math.pi

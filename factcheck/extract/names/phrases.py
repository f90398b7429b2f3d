"""The little words that stand between names and figures."""

from __future__ import annotations

# What may stand between a name and its figure without anything else being meant: "X scored a total of 52".
LINKS = frozenset(
    """
    of at is was are were be with to a an the just only score scores scored scoring rating rate accuracy index points point
    came comes coming in by now still its their had has have reach reached reaches reaching
    get achieve post earn hit hits hitting achieving achieves
    achieved achieve got gets posted posts posting recorded records registered registers landed lands landing earned earns
    delivered delivers managed manages clocked logged pulled reported reports measured tracked about around roughly nearly
    almost over under up benchmark currently also even which result results total s stands stood sits sat mark marks down
    level value equals showing shows showed receives received obtains obtained attained attains notched notches costs cost
    priced charges charge charged runs running supports supporting support offers offering features featuring boasts boasting
    comprises uses using used took takes taking per set sets as it that grew rose climbed climbs jumped fell dropped improved
    improves from hefty steep mere modest whopping paltry measly meagre staggering impressive respectable solid strong weak poor decent
    cool full bargain
    """.split()
)
PREPOSITIONS = frozenset("on in at for across over through under within".split())
# What may stand between a figure and the test it was reached on: "57 points on the new Index".
ON = frozenset(
    """
    on in at for across the a an its of this that our points point score scores accuracy full new popular challenging
    difficult with
    """.split()
)
# What may follow a bare number that is a score; any other lower-case word would be what it counts.
FOLLOWERS = frozenset(
    """
    on in at for to with without and or but while versus vs v compared against from by than across as after before which who
    that this up down overall points point score elo respectively under over behind ahead out percent when where if making
    placing putting beating trailing surpassing outperforming edging just well far now is was the it its pass in-house thanks used
    due according marking leaving above below followed both only still though although there here again so today yesterday tonight
    last next once despite because even per using among amid since until then too either such unless except whereas yet via
    each apiece
    """.split()
)
# What one side has in or from another: the name before it is not whose it is ("OpenAI's $3 billion S contract").
RELATIONAL = frozenset("investment stake contract deal order bet agreement partnership".split())

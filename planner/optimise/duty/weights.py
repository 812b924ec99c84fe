"""What each shortfall of a duty month costs, in their order; each outbids what one of it can cost below."""

SEAT = 2_000_000  # one too few on duty
SWORN = 200_000  # nobody sworn
WOMAN = 100_000
TOO_SOON = 20_000  # a duty too soon after the one before, where spacing gives way
FIELD = 100  # an hour of field time
LEADER = 100  # a day without a unit head on duty
STANDBY = 50
BEYOND = 3  # one on duty whom nobody needs
HOUR = 2  # an hour of duty beyond the month's
EVEN = 1  # a duty more or fewer than the even share

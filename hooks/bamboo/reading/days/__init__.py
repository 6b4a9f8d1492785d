"""Dates and periods as newspapers print them; what is not printed (often the year) stays open.

`read` is the interface; how a language prints dates is a module of that language. `says` answers whether a
date can be read in what the passages of one claim print.
"""

from bamboo.reading.days.day import Day, Printed, meets, of_edtf
from bamboo.reading.days.read import read
from bamboo.reading.days.said import says

__all__ = ["Day", "Printed", "meets", "of_edtf", "read", "says"]

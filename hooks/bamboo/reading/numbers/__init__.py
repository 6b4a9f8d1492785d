"""Numbers as newspapers print them: value, kind, qualifier, direction and place of each.

`read` is the interface; how a language prints numbers is a module of that language.
"""

from bamboo.reading.numbers.figure import Figure, opposite
from bamboo.reading.numbers.read import read, said_in
from bamboo.reading.numbers.units import currency_of, scale_of

__all__ = ["Figure", "currency_of", "opposite", "read", "said_in", "scale_of"]

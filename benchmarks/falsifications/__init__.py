"""How many falsifications of the data the checks notice, and how many true records they refuse."""

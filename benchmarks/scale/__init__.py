"""How building, checking and reading fare as the data grows: `make bench-scale SIZE=…`."""

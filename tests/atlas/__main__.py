"""Writes the map's data: `make atlas`."""

import project
from bamboo.site.worldmap import shapes

import atlas

shapes.WORLD.write_bytes(atlas.world())
print(f"Made: {shapes.WORLD.relative_to(project.ROOT)}")

"""What `bamboo` can be told to do: one command a file, all of one shape, in the order help shows them."""

from bamboo.commands import add, build, check, fix, pages, schema
from bamboo.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    fix.COMMAND,
    add.COMMAND,
    pages.COMMAND,
    build.COMMAND,
    schema.COMMAND,
)

"""What `bamboo` can do: one command a file, all of one shape, in the order help shows them."""

from bamboo.commands import add, build, check, diff, draft, fix, merge, pages, rename, schema
from bamboo.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    fix.COMMAND,
    add.COMMAND,
    draft.COMMAND,
    rename.COMMAND,
    merge.COMMAND,
    diff.COMMAND,
    pages.COMMAND,
    build.COMMAND,
    schema.COMMAND,
)

"""What adding a source costs an editor: by files, as before, and with `bamboo review`."""

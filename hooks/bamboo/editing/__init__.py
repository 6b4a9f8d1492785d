"""What helps editors: new files, drafts, fixes, differences between two versions."""

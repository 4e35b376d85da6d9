"""Text that was not written here: copy as filed, and the archives of other systems, become issues in the authoring format."""

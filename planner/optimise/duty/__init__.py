"""A unit's duty month: what must be decided goes to the engine, and comes back as cells of the grid."""

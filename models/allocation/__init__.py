"""Who works where: the fewest changes that meet levelled requirements, proven level by level (design 4.1)."""

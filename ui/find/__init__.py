"""Find (Ctrl+F): people and units by name or badge number."""

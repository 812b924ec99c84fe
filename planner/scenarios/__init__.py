"""What if: named branches of dated changes on the county or on another scenario, applied to a document."""

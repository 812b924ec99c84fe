"""Tables like Excel over declared columns: one model and one view for every page."""

"""One module per constraint of a plan (design 4.1); `translate.py` gathers them all."""

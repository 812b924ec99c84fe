"""Tables: what is shown in rows and columns, declared once for the window and the Excel twins."""

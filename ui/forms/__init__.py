"""Small forms: declared fields, checked on OK, one edit."""

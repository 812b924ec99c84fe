"""The Secondments page (抽调借调)."""

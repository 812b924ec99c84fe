"""Why a plan is as it is, and what would better it; every answer is a plain solve of the grouped model."""

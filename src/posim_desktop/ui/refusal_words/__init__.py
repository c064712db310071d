"""The words of every refusal, as translators get them, area by area."""

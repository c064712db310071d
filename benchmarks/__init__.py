"""Speed tables: each row measures the program against hand-written SQL in the same run."""

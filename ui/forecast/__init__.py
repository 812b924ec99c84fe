"""预测: the county month by month, what breaks when and by whom, with what chance, and what prevents it."""

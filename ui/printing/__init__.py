"""The print preview (打印预览): choose a paper, look at it, print or save it."""

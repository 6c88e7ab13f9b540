"""The shop on FastAPI: the same declarations as `shop.responses`, and a document that says what is sent."""

"""One module or package per page; `registry` lists them."""

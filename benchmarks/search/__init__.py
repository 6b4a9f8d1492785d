"""How well, how fast and how light the search is, beside Material's own and Pagefind."""

"""Building blocks shared by all pages: tables, forms, fields, cards, badges."""

"""From single records to linked tables: stable ids, and the rows of `events` and `actors`.

In: article rows. Out: the same rows with `article_id`, `event_id` and `actor_id`s, and one row an event and an
actor. This first version links by exact agreement of normalized keys: it may split what is one, and never merges
what two pages tell differently.
"""

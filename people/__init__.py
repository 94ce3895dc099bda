"""Who is who: organisations, persons and their credentials, users, devices."""

"""The pages of awards, titles and certificates, for office, public and winner."""

"""Prints fresh secrets for the environment of a production machine.

Keep a copy apart from the backups of the database: without these keys identity
numbers cannot be read again.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from yuejiang.environment import fresh_secrets


def main() -> int:
    """Print the three secrets as lines of an environment file."""
    made = fresh_secrets()
    print(f"SECRET_KEY={made.secret_key}")
    print(f"IDENTITY_KEYS={','.join(made.identity_keys)}")
    print(f"IDENTITY_INDEX_KEY={made.identity_index_key}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

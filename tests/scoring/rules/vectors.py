"""The WorldSkills test vectors, read once."""

import json
from pathlib import Path

PATH = Path(__file__).parents[2] / "data" / "worldskills_test_vectors.json"
VECTORS = json.loads(PATH.read_text(encoding="utf-8"))

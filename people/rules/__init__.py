"""How people and organisations are identified and named: pure rules."""

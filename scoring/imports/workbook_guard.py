"""What is raised where a file is no marking scheme."""

from people.rules.sentence import RuleBroken


class NotAScheme(RuleBroken):
    """The file is no marking scheme; its sentence says why and what would be."""

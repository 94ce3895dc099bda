"""The composition root: settings, addresses, templates and the design system."""

"""Collects static files and stores them under the hash of their content."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedFilesConfig(StaticFilesConfig):
    """Django's static files, less the second copy of htmx in django_htmx."""

    # Its comments name modules that do not exist, which hashing refuses.
    ignore_patterns = (*StaticFilesConfig.ignore_patterns, "django_htmx")


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between our own JavaScript modules."""

    support_js_module_import_aggregation = True

"""Stores static files under the hash of their content, compressed."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between our own JavaScript modules."""

    support_js_module_import_aggregation = True

"""Makes a view a public page: open to everyone, cacheable, answered by its ETag."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import patch_cache_control
from django.utils.decorators import decorator_from_middleware
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponseBase]

answer_unchanged = decorator_from_middleware(ConditionalGetMiddleware)


def public_page(view: View) -> View:
    """Open a view to everyone; a page that did not change is answered with 304.

    The address carries the language, so that a shared cache needs to know no cookie.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response

    opened: View = login_not_required(require_safe(answer_unchanged(page)))
    return opened

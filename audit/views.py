"""The page of what happened, for those who may see it."""

from collections.abc import Callable

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View
from django_tables2 import RequestConfig

from audit import queries
from audit.filters import AuditFilter
from audit.naming import Naming, Unnamed
from audit.tables import AuditTable

PAGE_SIZE = 50

AnyUser = AbstractBaseUser | AnonymousUser


def _nobody(user: AnyUser) -> bool:
    return False


class EventListView(View):
    """Events of all streams, the latest first.

    Roles and names live above this app: whoever gives the page its address says who
    may open it and how actors and streams are named.
    """

    allowed: Callable[[AnyUser], bool] = staticmethod(_nobody)
    naming: Naming = Unnamed()

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of events."""
        if not self.allowed(request.user):
            raise Http404
        found = AuditFilter(
            request.GET,
            queryset=queries.history(),
            request=request,
            naming=self.naming,
        )
        table = AuditTable(found.qs, naming=self.naming)
        RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
        context = {"table": table, "form": found.form, "stream": found.stream_name()}
        return render(request, "audit/event_list.html", context)

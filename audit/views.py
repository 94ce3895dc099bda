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
from audit.tables import AuditTable, NamesOf

PAGE_SIZE = 50

AnyUser = AbstractBaseUser | AnonymousUser


def _nobody(user: AnyUser) -> bool:
    return False


class EventListView(View):
    """Events of all streams, the latest first.

    Roles and names live above this app: whoever gives the page its address says who
    may open it and how actors are named.
    """

    allowed: Callable[[AnyUser], bool] = staticmethod(_nobody)
    names_of: NamesOf = staticmethod(lambda actors: {})

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of events."""
        if not self.allowed(request.user):
            raise Http404
        found = AuditFilter(request.GET, queryset=queries.history(), request=request)
        table = AuditTable(found.qs, names_of=self.names_of)
        RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
        context = {"table": table, "form": found.form}
        return render(request, "audit/event_list.html", context)

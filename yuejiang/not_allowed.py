"""Gives people who open the address of a button a page instead of a bare 405."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponseBase]


class NotAllowedMiddleware:
    """Renders what browsers would show as an error of their own."""

    def __init__(self, get_response: Answer) -> None:
        """Remember what answers."""
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Put a page in the place of an empty 405 to somebody who reads."""
        response = self._answer(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        if request.method != "GET" or not request.accepts("text/html"):
            return response
        page = render(request, "405.html", status=HTTPStatus.METHOD_NOT_ALLOWED)
        page.headers["Allow"] = response.headers["Allow"]
        return page

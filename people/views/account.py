"""One's own account: the password."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import timezone

from people.services import change_password


class OwnPasswordView(PasswordChangeView):
    """Changes the password of whoever is signed in, and keeps this session open."""

    success_url = reverse_lazy("people:password-changed")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        """Keep the new password, written down in the register."""
        user = change_password(
            user=form.user,
            password=form.cleaned_data["new_password1"],
            at=timezone.now(),
        )
        update_session_auth_hash(self.request, user)
        return redirect(self.get_success_url())

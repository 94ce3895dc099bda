/* Whose page this is. Another judge who signs in beside it never sends these marks. */

const cookie = (name) =>
  document.cookie
    .split("; ")
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);

export class Session {
  constructor(judge) {
    this.judge = judge;
    // A sign-in changes the token, so an old one is refused and asks who is there.
    this.token = cookie("csrftoken");
  }

  /* Return whether the judge of this page is signed in again. */
  async renew() {
    const response = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("[data-judge]")?.dataset.judge;
    if (found !== this.judge) {
      return false;
    }
    this.token = cookie("csrftoken");
    return true;
  }
}

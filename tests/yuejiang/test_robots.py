"""Search engines find the public pages and nothing of a person."""


def test_search_engines_stay_out_of_what_is_personal(client):
    answer = client.get("/robots.txt")

    assert answer.headers["content-type"] == "text/plain"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /office/",
        "Disallow: /judge/",
        "Disallow: /me/",
        "Disallow: /account/",
        "Disallow: /v/",
        "Disallow: /admin/",
        "Disallow: /api/",
    ]

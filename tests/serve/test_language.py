"""In which language the pages speak, how it is chosen, and that all they say is in the catalogue."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from tests.serve.served import Served, serving
from workbench.localize import ACCENTED, LANGUAGES, MIRRORED
from workbench.model import Role
from workbench.project import Project
from workbench.serve.cookies import LANGUAGE
from workbench.serve.tls import own_certificate
from workbench.ui.rooms import ROOMS

MARKED = re.compile("⟦[^⟦⟧]*⟧")
LETTERS = re.compile(r"[^\W\d_]{2,}")
PRODUCT = "Curriculum workbench"
SPOKEN = ("aria-label", "alt", "placeholder", "title")
"""Attributes that people read or hear."""


class Told(HTMLParser):
    """What a page tells people: its texts and its spoken attributes, without the languages' own names."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.texts: list[str] = []
        self._own = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in what is spoken of an element."""
        self._own = tag == "option" and "lang" in dict(attrs)
        self.texts += [value or "" for name, value in attrs if name in SPOKEN]

    def handle_data(self, data: str) -> None:
        """Take in a text."""
        if not self._own:
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Leave the name of a language."""
        self._own = self._own and tag != "option"


def unmarked(page: str, *but: str) -> str:
    """Return what of a page's words is in no brackets, without some words that people wrote."""
    text = "".join(Told(page).texts)
    while (less := MARKED.sub(" ", text)) != text:
        text = less
    for one in (PRODUCT, *but):
        text = text.replace(one, " ")
    return " ".join(text.split())


def choose(peer: httpx.Client, language: str, back: str = "/join", **headers: str) -> httpx.Response:
    """Choose a language as the form does."""
    return peer.post("/language", data={"language": language, "back": back}, headers=headers)


def spoken(answer: httpx.Response) -> str:
    """Return what a page says of its language."""
    return answer.text.partition("<html ")[2].partition(">")[0]


@pytest.mark.parametrize(
    ("asked", "language"), [("es-MX,es;q=0.9", "es"), ("pt", "pt-BR"), ("de, fr;q=0.5", "en"), ("", "en"), (";;", "en")]
)
def test_the_browser_says_the_language(served: Served, asked: str, language: str) -> None:
    """Of a page, of a refusal, and of what there is not."""
    stranger = served.stranger()
    for path in ("/join", "/", "/static/none"):
        assert spoken(stranger.get(path, headers={"Accept-Language": asked})) == f'lang="{language}" dir="ltr"'


def test_of_two_that_were_chosen_the_nearer_wins(served: Served) -> None:
    """Above this project another one may be served, whose cookie a browser sends behind ours."""
    answer = served.stranger().get("/join", headers={"Cookie": f"{LANGUAGE}=pt-BR; {LANGUAGE}=es"})
    assert spoken(answer) == 'lang="pt-BR" dir="ltr"'


def test_what_was_chosen_wins(served: Served) -> None:
    """Whatever the browser asks for, for strangers and for who is in; the list says which language it is."""
    for peer in (served.stranger(), served.peer("Ben")):
        peer.headers["Accept-Language"] = "es"
        answer = choose(peer, "pt-BR")
        assert (answer.status_code, answer.headers["Location"]) == (303, "/join")
        page = peer.get("/join")
        assert spoken(page) == 'lang="pt-BR" dir="ltr"'
        assert re.findall(r'<option value="([^"]+)" lang="\1"( selected)?>([^<]+)<', page.text) == [
            (tag, " selected" if tag == "pt-BR" else "", own) for tag, own in LANGUAGES.items()
        ]


def test_the_title_and_the_direction_follow(served: Served) -> None:
    """Also of the page around the rooms."""
    ben = served.peer("Ben")
    choose(ben, MIRRORED)
    for path in ("/join", "/"):
        assert spoken(ben.get(path)) == f'lang="{MIRRORED}" dir="rtl"'
    assert "<title>⟦Join your committee⟧</title>" in ben.get("/join").text


@pytest.mark.parametrize(("root", "encrypted"), [("", False), ("/workbench", False), ("", True)])
def test_the_cookie(project: Project, tmp_path: Path, root: str, encrypted: bool) -> None:  # noqa: FBT001  # a case
    """A year, for our path only; the script of the rooms may set it too."""
    certificate = own_certificate(tmp_path / "c", ["127.0.0.1"])[:2] if encrypted else None
    with serving(project, root=root, certificate=certificate) as served:
        stranger = served.stranger()
        page = stranger.get("/join")
        answer = choose(stranger, "es")
        after = stranger.get("/join")
    assert f'action="{root}/language"' in page.text
    assert 'name="back" value="/join"' in page.text
    assert answer.headers["Location"] == f"{root}/join"
    assert spoken(after) == 'lang="es" dir="ltr"'
    value, *said = answer.headers["Set-Cookie"].split("; ")
    told = {one.casefold() for one in said}
    assert value == f"{LANGUAGE}=es"
    assert told >= {"max-age=31536000", "samesite=lax", f"path={root}/"}
    assert "httponly" not in told
    assert ("secure" in told) is encrypted


@pytest.mark.parametrize("language", ["", "de", "EN", "es ", "es\r\nSet-Cookie: a=b", "../es", "x" * 5000])
def test_an_unknown_language_is_refused(served: Served, language: str) -> None:
    """In a sentence, and nothing is kept."""
    answer = choose(served.stranger(), language)
    assert answer.status_code == 400
    assert "The pages are not written in this language" in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "back",
    [
        "",
        "join",
        "//elsewhere.example",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "\\/elsewhere.example",
        "/\t/elsewhere.example",
        "/join//elsewhere.example",
        "https://elsewhere.example/",
        "javascript:alert(1)",
        "/../elsewhere",
        "/%2e%2e/elsewhere",
        "/join\r\nSet-Cookie: a=b",
        "/join\n",
    ],
)
@pytest.mark.parametrize("root", ["", "/workbench"])
def test_back_leads_to_our_pages_only(project: Project, root: str, back: str) -> None:
    """Anything else leads to the start."""
    with serving(project, root=root) as served:
        answer = choose(served.stranger(), "es", back)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{root}/")


@pytest.mark.parametrize("back", ["/", "/join", "/people", "/people/", "/rooms/graduate-profile"])
def test_back_leads_to_the_page(served: Served, back: str) -> None:
    """From where the language was chosen."""
    assert choose(served.stranger(), "es", back).headers["Location"] == back


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://127.0.0.1"])
def test_pages_of_other_sites_choose_nothing(served: Served, origin: str) -> None:
    """The same rule as for every form."""
    answer = choose(served.stranger(), "es", Origin=origin)
    assert answer.status_code == 403
    assert "by a page of another site" in answer.text
    assert "set-cookie" not in answer.headers
    assert served.stranger().get("/language").status_code == 405


def test_a_refusal_leads_back_to_where_there_is_a_page(served: Served) -> None:
    """A form that was refused has none; a form that is shown again does. Links that are shown once stay."""
    ana = served.peer("Ana", Role.FACILITATOR)
    assert 'name="back" value="/"' in choose(ana, "none").text
    assert 'name="back" value="/nothing"' in ana.get("/nothing").text
    assert 'name="back" value="/people"' in ana.post("/people", data={"do": "invite", "role": "reader"}).text
    sheet = ana.post("/people", data={"do": "invite", "names": "Ben", "role": "reader"})
    assert "Links for the people invited" in sheet.text
    assert "/language" not in sheet.text


def test_the_page_to_join_and_refusals_are_in_the_catalogue(served: Served) -> None:
    """Nothing is said outside the brackets of the pseudo-language but the product's name."""
    stranger = served.stranger()
    choose(stranger, ACCENTED)
    _, late = served.project.members.invite("Late", Role.DRAFTER, days=0)
    elsewhere = {"Origin": "https://elsewhere.example"}
    answers = [
        stranger.get("/join"),
        stranger.join("2345-2345-2345"),
        stranger.join(late),
        stranger.get("/"),
        stranger.post("/join", headers=elsewhere),
        stranger.put("/join"),
        stranger.get("/static/none"),
        choose(stranger, "none"),
    ]
    assert [one.status_code for one in answers] == [200, 403, 403, 401, 403, 405, 404, 400]
    for answer in answers:
        assert spoken(answer) == f'lang="{ACCENTED}" dir="ltr"'
        assert "⟦" in answer.text
        assert not LETTERS.search(unmarked(answer.text)), answer.url


def test_the_pages_of_who_leads_are_in_the_catalogue(served: Served) -> None:
    """Names, codes and titles stand outside the brackets, and what is refused stands inside."""
    district = served.project.framework.district.title
    ana, ben = served.peer("Ana", Role.FACILITATOR), served.peer("Ben")
    choose(ana, ACCENTED)
    choose(ben, ACCENTED)
    sheet = ana.post("/people", data={"do": "invite", "names": "Eve", "role": "reader"})
    code = sheet.text.partition('wb-code-word">')[2].partition("<")[0]
    answers = [
        sheet,
        ana.get("/people"),
        ana.get("/reach"),
        ana.get("/rooms/beliefs"),
        ana.post("/people", data={"do": "invite", "names": "Eve", "role": "reader"}),
        ana.post("/people", data={"do": "invite", "role": "reader", "names": "\n".join(map(str, range(201)))}),
        ana.post("/people", data={"do": "renew", "id": "none"}),
        ben.get("/people"),
    ]
    assert [one.status_code for one in answers] == [200, 200, 200, 200, 400, 400, 400, 403]
    for answer in answers:
        rest = unmarked(answer.text, "Ana", "Ben", "Eve", code, ROOMS["beliefs"].title, district)
        assert not LETTERS.search(rest), (answer.url, rest)
    assert "⟦Only facilitators invite people. Ask one of them.⟧" in answers[-1].text


def test_what_is_refused_in_a_room_is_told_in_its_language(served: Served) -> None:
    """In a thread of its own, by the language of the page; whatever others speak."""
    reader, other = served.peer("Ben", Role.READER).line().shown(), served.peer("Eve", Role.READER).line().shown()
    reader.say("header", language=ACCENTED)
    for line, begins in ((reader, "⟦You are here as a reader, so you cannot ⟦change"), (other, "You are here as a")):
        line.edit("b1", "title", "Obey", old="Belief 1")
        assert line.settled()["refused"].startswith(begins)
    reader.say("header", visit=5)
    assert reader.shows("⟦Something failed here,")

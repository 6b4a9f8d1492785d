"""iCalendar (RFC 5545) of what is dated to the day without doubt, as all-day events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from icalendar import Calendar, Event, vDDDTypes

from bamboo.cite.work import absolute, quoted
from bamboo.data import dates, english
from bamboo.exports.format import File, Format, Given
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph

# Every event must say when it was written down. No clock is read here, so that the same data makes the same
# file: where no history is known, each says the same.
STAMP = "20240101T000000Z"


def events(graph: Graph) -> tuple[Claim, ...]:
    """The facts dated to a day or to an interval of days, the earliest first."""
    dated = [
        claim
        for claim in graph.claims.values()
        if not claim.indicator
        and dates.precision(claim.when) in ("day", "days")
        and dates.is_certain(claim.when)
    ]
    return tuple(sorted(dated, key=lambda claim: (dates.bounds(claim.when), claim.id)))


def _content(graph: Graph, site_url: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Bamboo//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("name", "Bamboo: Vietnam's foreign relations")
    calendar.add("x-wr-calname", "Bamboo: Vietnam's foreign relations")

    def event(ident: str) -> bytes:
        return bytes(_event(graph, graph.claims[ident], site_url).to_ical())

    inside = b"".join(graph.part("event", claim.id, event) for claim in events(graph))
    begin, end, rest = calendar.to_ical().rpartition(b"END:VCALENDAR")
    return bytes(begin + inside + end + rest)


def _event(graph: Graph, claim: Claim, site_url: str) -> Event:
    first, last = dates.bounds(claim.when)
    event = Event()
    changed, times = _changed(graph, claim)
    event.add("uid", f"{graph.key(claim)}@bamboo")
    stamp = vDDDTypes.from_ical(changed or STAMP)  # type: ignore[no-untyped-call]
    event.add("dtstamp", stamp)
    if changed:
        event.add("last-modified", stamp)
        event.add("sequence", times - 1)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", claim.sentence)
    event.add("description", _description(graph, claim))
    event.add("categories", [claim.kind])
    event.add("transp", "TRANSPARENT")  # it keeps nobody busy
    if site_url:
        event.add("url", absolute(site_url, claim.url))
    return event


def _changed(graph: Graph, claim: Claim) -> tuple[str, int]:
    """When a claim's file was last changed ("" if not known), and how often, under all the names it had."""
    files = (claim.location.file, *graph.former_files(claim.location.file))
    known = graph.history.files if graph.history else {}
    found = [known[file] for file in files if file in known]
    return max((changed.utc for changed in found), default=""), sum(changed.times for changed in found)


def _description(graph: Graph, claim: Claim) -> str:
    """Each quote with its source."""
    return "\n".join(
        f"{quoted(graph, cited)} ({graph.name('sources', cited.source)})" for cited in claim.evidence
    )


def _files(given: Given) -> Iterator[File]:
    yield File(
        addresses.EVENTS,
        "iCalendar of every fact dated to a day or days",
        _content(given.graph, given.site_url),
        english.counted(len(events(given.graph)), "event"),
    )


FORMAT = Format(
    name="iCalendar",
    ending="ics",
    media_type="text/calendar",
    explanation="Every fact dated to a day or to an interval of days without doubt, as an all-day event (RFC "
    "5545). `UID` is the first id of the fact followed by `@bamboo`; `DTEND` is the day after the last. "
    "`LAST-MODIFIED`, `DTSTAMP` and `SEQUENCE` (how often it was changed) are from the history of the data; "
    "where that is not known, `DTSTAMP` is the same in all and means nothing.",
    files=_files,
)

"""What a candidate has set besides the tests: imports, cost, memory; one entry each."""

from __future__ import annotations

from .pristine import __builtins__

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import imports, judging, verdict
from .discovery import Case
from .frames import SOLUTION
from .gauge import Gauge, Passed, Reading, Spot, sizes_of
from .text import plural, rounded
from .verdict import Verdict

# Differences that are not told from noise: steps, bytes.
_SLACK = 10_000
_FLOOR = 4096
_SHOWN = 5
Announce = Callable[[dict[str, Any]], None]
Report = dict[str, Any]
Wanted = Mapping[str, Any]


@dataclass(frozen=True)
class Compared:
    """One measurement beside what is allowed; `value` and `reference` are steps or bytes."""

    passed: Passed
    value: float
    reference: float
    where: str = ""

    @property
    def ratio(self) -> float:
        """How many times the reference it is."""
        return float(judging.significant(self.value / max(1.0, self.reference)))


@dataclass
class Finding:
    """A verdict with what it rests on."""

    verdict: Verdict
    evidence: list[dict[str, Any]]
    peak: int | None = None


def entries(
    wanted: Wanted,
    skip: Collection[str],
    gauge: Gauge,
    all_passed: Sequence[Passed],
    announce: Announce,
) -> Iterator[Report]:
    """The report's entries about constraints, each announced as a test is."""
    # The examples in the learner's own docstrings are not in the model's.
    passed = [one for one in all_passed if one.case.owner != SOLUTION]
    judges: list[tuple[str, str, str, Callable[[Callable[[], None]], Finding]]] = []
    if "imports" in wanted:
        allowed = wanted["imports"]
        title = f"Imports nothing but {_listed(allowed)}" if allowed else "Imports nothing"
        judges.append(("imports", title, "style", lambda _beat: _imports(gauge, allowed)))
    if "cost" in wanted and gauge.model is not None:
        most = float(wanted["cost"])
        title = f"Costs at most {most:g} times the model's steps, in each test"
        judges.append(("cost", title, "growth", lambda beat: _cost(gauge, passed, most, beat)))
    if "memory" in wanted and (gauge.model is not None or "bytes" in wanted["memory"]):
        limit = wanted["memory"]
        is_size = "bytes" in limit
        size = judging.size(limit["bytes"]) if is_size else f"{limit['times']:g} times the model's"
        title = f"Holds at most {size} at its peak, in each test"
        judges.append(("memory", title, "memory", lambda beat: _memory(gauge, passed, limit, beat)))
    for name, title, aspect, judge in judges:
        identity = f"constraint:{name}"
        if identity in skip:
            continue
        case = Case(identity, title, aspect, "constraint", "", name)
        start = {"start": {"id": case.id, "title": case.title, "aspect": case.aspect}}
        announce(start)
        # Each announcement gives the worker its time again; the measurements take many tests' time.
        found = judge(lambda: announce(start))
        report = verdict.report(case, found.verdict, "", 0, found.peak, found.evidence)
        announce({"end": report})
        yield report


def _imports(gauge: Gauge, allowed: Sequence[str]) -> Finding:
    found = sorted(dict.fromkeys(imports.unwanted(gauge.mine.text, allowed)))
    if not found:
        return Finding(Verdict("pass"), [])
    line, name = found[0]
    what = "a module that is only named while it runs" if name == "?" else name
    but = f"nothing but {_listed(allowed)}" if allowed else "nothing"
    message = f"You chose to import {but}; {judging.quoted(line)} imports {what}."
    others = sorted({other for other, _ in found} - {line})
    if others:
        message += f" So do{'es' if len(others) == 1 else ''} line{_numbers(others)}."
    wanted = f"{but} imported"
    told = Verdict("fail", line, message, wanted, f"{what} on line {line}")
    return Finding(told, [])


def _cost(
    gauge: Gauge, passed: Sequence[Passed], most: float, beat: Callable[[], None]
) -> Finding:
    compared: list[Compared] = []
    for mine in passed:
        beat()
        model = gauge.read(gauge.model, mine.case, mine.sizes) if gauge.model else None
        if model is None:
            continue
        pairs = _costs(gauge, mine, model)
        if mine.has_imported and any(_is_dear(pair, most) for pair in pairs):
            beat()
            again = gauge.read(gauge.mine, mine.case, mine.sizes)
            if again is not None:
                second = _costs(gauge, Passed(mine.case, again.cost, again.evidence), model, True)
                pairs = [min(two, key=lambda one: one.value) for two in zip(pairs, second)]
        compared += pairs
    if not compared:
        return _unmeasured()
    worst = max(compared, key=lambda one: (_is_dear(one, most), one.ratio))
    dear = [one for one in compared if _is_dear(one, most)]
    evidence = {
        "kind": "cost",
        "text": f"The dearest is “{worst.passed.case.title}”: {_told_cost(worst)}.",
        "cost": rounded(int(worst.value)),
        "reference": rounded(int(worst.reference)),
        "ratio": worst.ratio,
        "allowed": most,
    }
    if not dear:
        return Finding(Verdict("pass"), [evidence])
    beat()
    spot = gauge.find(worst.passed, judging.hottest)
    allowed = f"at most {most:g} times the model's steps"
    told = _over(dear, worst, f"{most:g} times are allowed", _told_cost, spot)
    told.expected, told.actual = allowed, f"{worst.ratio:g} times"
    return Finding(told, [evidence])


def _costs(
    gauge: Gauge, mine: Passed, model: Reading, is_held: bool = False
) -> list[Compared]:
    """Pairs of what the test itself measured; else of its whole work.

    What a test measures is compared at its largest size. A test of memory takes as many sizes as it
    can afford, so the learner's is held to the course that the model's took.
    """
    pairs: list[Compared] = []
    for one, other in zip(_of_work(mine.evidence), _of_work(model.evidence)):
        if one["kind"] == "cost":
            pairs.append(Compared(mine, one["cost"], other["cost"]))
        else:
            known = {point["n"]: point["cost"] for point in other["points"]}
            point = one["points"][-1]
            if point["n"] in known:
                where = f", with {plural(point['n'], 'item')}"
                pairs.append(Compared(mine, point["cost"], known[point["n"]], where))
    if pairs:
        return pairs
    cost = mine.cost
    if sizes_of(mine.evidence) and not is_held:
        held = gauge.read(gauge.mine, mine.case, mine.sizes)
        cost = held.cost if held is not None else cost
    return [Compared(mine, cost, model.cost)]


def _of_work(evidence: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The measurements of work; the growth of memory is told by its text alone."""
    return [
        one
        for one in evidence
        if one["kind"] == "cost" or (one["kind"] == "growth" and one["text"].startswith("The work"))
    ]


def _is_dear(one: Compared, most: float) -> bool:
    return one.value > most * one.reference and one.value - one.reference > _SLACK


def _told_cost(one: Compared) -> str:
    times = f"{one.ratio:g} times the model's {judging.steps(one.reference)}"
    return f"{judging.steps(one.value)}{one.where}, {times}"


def _memory(
    gauge: Gauge, passed: Sequence[Passed], limit: Mapping[str, float], beat: Callable[[], None]
) -> Finding:
    compared: list[Compared] = []
    for mine in passed:
        beat()
        reading = gauge.read_peak(gauge.mine, mine.case, mine.sizes)
        if reading is None:
            continue
        if reading.peak is None:
            message = "Your program switches `tracemalloc` off: what it holds cannot be measured."
            return Finding(Verdict("error", message=message), [])
        if "bytes" in limit:
            compared.append(Compared(mine, reading.peak, limit["bytes"]))
            continue
        beat()
        model = gauge.read_peak(gauge.model, mine.case, mine.sizes) if gauge.model else None
        if model is not None and model.peak is not None:
            compared.append(Compared(mine, reading.peak, model.peak))
    if not compared:
        return _unmeasured()
    times = limit.get("times")

    def allowed(one: Compared) -> float:
        most = one.reference if times is None else times * one.reference
        return most if times is None else max(most, one.reference + _FLOOR)

    def told_peak(one: Compared) -> str:
        held = judging.size(int(one.value))
        if times is None:
            return held
        return f"{held}, {one.ratio:g} times the model's {judging.size(int(one.reference))}"

    worst = max(compared, key=lambda one: one.value / max(1.0, allowed(one)))
    fat = [one for one in compared if one.value > allowed(one)]
    held = int(judging.significant(worst.value))
    evidence = {
        "kind": "memory",
        "text": f"The most is held in “{worst.passed.case.title}”: {told_peak(worst)}.",
        "peakBytes": held,
        "allowedBytes": int(judging.significant(allowed(worst))),
    }
    if not fat:
        return Finding(Verdict("pass"), [evidence], held)
    beat()
    spot = gauge.find(worst.passed, judging.fattest)
    size = judging.size(int(worst.reference))
    most = f"{size} are allowed" if times is None else f"{times:g} times are allowed"
    told = _over(fat, worst, most, told_peak, spot)
    told.expected = f"at most {size if times is None else f'{times:g} times what the model holds'}"
    told.actual = judging.size(int(worst.value)) if times is None else f"{worst.ratio:g} times"
    return Finding(told, [evidence], held)


def _over(
    over: Sequence[Compared],
    worst: Compared,
    allowed: str,
    tell: Callable[[Compared], str],
    spot: Spot | None,
) -> Verdict:
    """A failure that names the tests, the worst of them first."""
    line, where = spot or (None, "")
    told = f"“{worst.passed.case.title}” takes {tell(worst)}; {allowed}.{where}"
    others = [one for one in over if one is not worst]
    if others:
        shown = [f"- “{one.passed.case.title}”: {tell(one)}" for one in others[:_SHOWN]]
        if len(others) > _SHOWN:
            shown.append(f"- … and {len(others) - _SHOWN} more")
        told += "\nToo much as well:\n" + "\n".join(shown)
    return Verdict("fail", line, told)


def _unmeasured() -> Finding:
    message = "Not measured: only tests that pass are compared, and there is none yet."
    return Finding(Verdict("error", message=message), [])


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _numbers(lines: Sequence[int]) -> str:
    return f"{'' if len(lines) == 1 else 's'} {_listed([str(line) for line in lines])}"

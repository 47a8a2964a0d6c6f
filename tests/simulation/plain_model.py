"""The transition model written plainly: one draw, one quarter, one cohort at a time.

It follows the text of the equations and uses none of the code of the product, so that it can serve
as an oracle in the tests and as the slow twin in the bench. A draw is a plain mapping of numbers:
``d`` holds the quantities, ``luck`` a chance from 0 to 1 for each effect and for falling back.
"""

import math
from dataclasses import dataclass, field
from types import SimpleNamespace


def amount(given, whole):
    """An amount in its unit, or a share of the whole."""
    return given.value * whole if given.relative else given.value


def in_effect(begin_share, begin, takes, t):
    """E1: the share of a change that is in place in quarter t."""
    if t <= 0:
        return 0.0
    first = begin_share if begin > 0 else 0.0
    if t <= begin:
        return first
    if takes == 0:
        return 1.0
    return first + (1 - first) * min(1.0, (t - begin) / takes)


def way_in_place(way, t):
    """E1 for a way of working: u."""
    return in_effect(way.start_share, way.start_quarters, way.rollout_quarters, t)


def mix_in_place(mix, t):
    """E1 for a mix: from quarter 0."""
    return in_effect(0.0, 0, mix.rollout_quarters, t)


def cohort(shares, t):
    """What comes in quarter t."""
    return shares(t) - shares(t - 1)


def weakest_first(values, weight):
    """E2: the weakest weighs most."""
    return weight * min(values) + (1 - weight) * sum(values) / len(values)


def drawn(effect, luck, condition):
    """E8: a triangle whose mode moves from bad through central to good."""
    if condition < 0.5:
        mode = effect.bad + 2 * condition * (effect.central - effect.bad)
    else:
        mode = effect.central + (2 * condition - 1) * (effect.good - effect.central)
    width = effect.good - effect.bad
    if width == 0:
        return effect.bad
    top = (mode - effect.bad) / width
    share = math.sqrt(luck * top) if luck < top else 1 - math.sqrt((1 - luck) * (1 - top))
    return effect.bad + share * width


@dataclass
class Twin:
    """One plan in one draw."""

    plan: object
    d: dict
    luck: dict
    effects: dict
    quarters: int
    inhabitants: float
    due: int
    target: float
    rows: dict = field(default_factory=dict)

    def __post_init__(self):
        """Work out what does not change over time."""
        self.way, self.mix = self.plan.way, self.plan.mix
        self.positions()
        self.conditions()
        self.fall()

    def u(self, t):
        """The way's roll-out."""
        return way_in_place(self.way, t)

    def v(self, t):
        """The mix's roll-out."""
        return mix_in_place(self.mix, t)

    def positions(self):
        """Groups, what way and mix remove of them within the bounds, and what they cost."""
        d, way, mix, m = self.d, self.way, self.mix, self.plan.factor
        fte, cost = d["fte"], d["cost_per_fte"]
        managers, support = fte * d["manager_share"], fte * d["support_share"]
        primary = fte - managers - support
        budget = fte * cost * d["hire_share"] / (1 - d["hire_share"])
        each = cost * d["hire_premium"]
        staff = (fte * cost - managers * cost * d["manager_cost_ratio"]) / (fte - managers)
        times = max(m - 1, 0) if mix.hired_first else m
        hired_times = min(m, 1) if mix.hired_first else m
        self.groups = {}
        for name, today, change, price, share, bound in (
            ("g", managers, amount(way.managers_after, managers) - managers,
             cost * d["manager_cost_ratio"], mix.managers * times, 1.0),
            ("s", support, amount(way.support_after, support) - support, staff,
             mix.support * times, d["support_bound"]),
            ("p", primary, amount(way.primary_fte_change, primary), staff,
             mix.primary * times, d["primary_bound"]),
            ("h", budget / each, amount(way.hire_change, budget) / each, each,
             mix.hired * hired_times, 1.0),
        ):  # fmt: skip
            out = min(max(-change, 0.0), today)
            self.groups[name] = SimpleNamespace(
                today=today, way=out, added=max(change, 0.0), cost=price,
                mix=min(share * today, max(bound * today - out, 0.0)),
            )  # fmt: skip
        self.tasks_way = way.tasks_dropped
        self.tasks_mix = min(mix.tasks * times, max(d["tasks_bound"] - way.tasks_dropped, 0.0))

    def conditions(self):
        """E2, E3, E4 and the conditions of E8."""
        d, way = self.d, self.way
        self.kappa = weakest_first(
            [
                max(way.work_redesign, d["work_redesign_today"]),
                way.interdependence,
                way.frames,
                d["readiness"],
            ],
            d["weakest_condition_weight"],
        )
        levels = [
            way.autonomy.goals, way.autonomy.methods, way.autonomy.contributions,
            way.autonomy.staffing, way.autonomy.budget, way.autonomy.accountability,
        ]  # fmt: skip
        wider = d["dose_level_full"] - d["dose_level_today"]
        dose = (sum(levels) / 6 - d["dose_level_today"]) / wider if wider > 0 else 0.0
        self.a = min(max(dose, 0.0), 1.0)
        teams = amount(way.team_count, d["team_count"]) * way.scope
        need = max(teams, d["fte"] * way.scope / d["coached_team_size"]) / d["teams_per_coach"]
        self.coaches = amount(way.coaches, need)
        if way.coaches.relative:
            self.coached = min(1.0, way.coaches.value)
        elif need == 0:
            self.coached = 1.0 if way.coaches.value > 0 else 0.0
        else:
            self.coached = min(1.0, way.coaches.value / need)
        slow = 1 + d["imposed_delay"] * way.imposed + d["uncoached_delay"] * (1 - self.coached)
        ready = 1 + 0.5 * d["readiness_pace"] - d["readiness_pace"] * d["readiness"]
        self.maturity_age = 4 * d["transition_years"] * slow * ready
        g, s, p, h = (self.groups[name] for name in "gsph")
        beta = d["hired_primary_share"]
        by_way = g.way + s.way + p.way + beta * h.way
        by_mix = g.mix + s.mix + p.mix + beta * h.mix
        self.part = by_way / (by_way + by_mix) if by_way + by_mix > 0 else 0.0
        imposed = self.part * way.imposed + (1 - self.part) * self.mix.imposed
        read = d["cut_imposed_in_evidence"]
        self.cut_condition = 0.5 + 0.5 * max(0.0, read - imposed) / read
        self.r = drawn(self.effects["savings_realisation"], self.luck["savings_realisation"],
                       way.control)  # fmt: skip
        self.y = g.way / g.today if g.today > 0 else 0.0
        reach = min(1.0, way.scope / self.y) if self.y > 0 else 1.0
        self.relief = self.a * reach

    def fall(self):
        """E12: the quarter in which it falls back, or never."""
        d, way = self.d, self.way
        condition = weakest_first(
            [self.kappa, self.coached, way.control, 1 - way.imposed],
            d["weakest_condition_weight"],
        )
        if condition <= 0.5:
            factor = d["falls_back_times_weak"] ** (1 - 2 * condition)
        else:
            factor = d["falls_back_times_strong"] ** (2 * condition - 1)
        bears = -math.log(1 - self.luck["falls_back"])
        suffered, self.falls = 0.0, math.inf
        for t in range(self.quarters + 1):
            suffered += d["falls_back_rate"] * factor * self.a * way.scope * self.u(t) / 4
            if suffered >= bears and way.scope > 0:
                self.falls = t
                break

    def phi(self, t):
        """E12: how far it has fallen back."""
        if t <= self.falls:
            return 0.0
        return min(1.0, (t - self.falls) / self.d["falls_back_quarters"])

    def ripeness(self, t):
        """E4 without scope: the mature part of the change."""
        return sum(
            cohort(self.u, begin)
            * (1.1 / (1 + 10 * 100 ** (-(t - begin) / self.maturity_age)) - 0.1)
            for begin in range(1, t + 1)
        )

    def dip(self, t):
        """E4: a triangle per cohort, at the dose."""
        d = self.d
        depth = d["dip_depth"] * (1 + d["dip_condition_slope"] * (0.5 - self.kappa))
        depth *= d["greenfield_dip_ratio"] if self.way.greenfield else 1.0
        length = d["dip_duration_months"] / 3
        top = length * d["dip_peak_moment"]
        total = 0.0
        for begin in range(1, t + 1):
            age = t - begin
            up, down = depth * age / top, depth * (length - age) / (length - top)
            total += cohort(self.u, begin) * max(min(up, down), 0.0)
        return total * self.way.scope * self.a * (1 - self.phi(t))

    def effect(self, key, condition, bad, at_once, t):
        """E8: what the way of working does; ``bad`` is the share that a bad effect reaches."""
        worth = drawn(self.effects[key], self.luck[key], condition) * self.a
        rises = self.effects[key].good > self.effects[key].bad
        if (worth > 0) == rises and worth != 0:
            started = self.way.scope * self.u(t)
            mature = self.way.scope * self.ripeness(t)
            part = at_once * started + (1 - at_once) * mature
        else:
            part = bad
        return worth * part * (1 - self.phi(t))

    def cut_effect(self, key):
        """E8: an effect of the cut where it is there in full."""
        return drawn(self.effects[key], self.luck[key], self.cut_condition)

    def faded(self, shares, t):
        """The part of a roll-out that has faded by quarter t."""
        after, during = round(self.d["cut_effect_quarters"]), round(self.d["cut_fade_quarters"])
        return sum(
            cohort(shares, begin) * min(max((t - begin - after) / during, 0.0), 1.0)
            for begin in range(1, t + 1)
        )

    def left(self, t):
        """H."""
        faded = self.part * self.faded(self.u, t) + (1 - self.part) * self.faded(self.v, t)
        return 1 - (1 - self.d["cut_effect_stays"]) * faded

    def window(self, t):
        """The part of the removals that landed in the last quarters."""
        k = round(self.d["cut_effect_quarters"])
        way, mix = self.u(t) - self.u(t - k), self.v(t) - self.v(t - k)
        return self.part * way + (1 - self.part) * mix

    def gone_before_return(self, name, t):
        """E5 and natural leave of E13: (by the way, by the mix) without anyone coming back."""
        group = self.groups[name]
        way, mix = self.r * group.way * self.u(t), self.r * group.mix * self.v(t)
        if self.way.how == "redundancy" or name == "h":
            return way, mix
        gone = 0.0
        for quarter in range(1, t + 1):
            planned = self.r * (group.way * self.u(quarter) + group.mix * self.v(quarter))
            room = self.d["leave_usable_share"] * self.d["turnover"] / 4 * (group.today - gone)
            gone = min(planned, gone + room)
        if way + mix == 0:
            return 0.0, 0.0
        return gone * way / (way + mix), gone * mix / (way + mix)

    def can_go(self, name):
        """E13: planned posts that can go by the end of the term."""
        group = self.groups[name]
        if self.way.how == "redundancy":
            return group.way + group.mix
        stay = (1 - self.d["leave_usable_share"] * self.d["turnover"] / 4) ** self.quarters
        return min(group.way + group.mix, group.today * (1 - stay))

    def state(self, t):
        """Everything of one quarter, worked out once."""
        if t not in self.rows:
            self.rows[t] = self.at(t)
        return self.rows[t]

    def at(self, t):
        """E5 to E11 in quarter t."""
        s = SimpleNamespace(phi=self.phi(t), u=self.u(t), v=self.v(t))
        self.removals(s, t)
        self.doses(s, t)
        self.absence(s, t)
        self.work(s, t)
        self.staff(s, t)
        self.money(s, t)
        return s

    def removals(self, s, t):
        """E5: who is gone, and which managers work in the primary process."""
        g = self.groups["g"]
        s.stays = 1 - self.d["managers_return_share"] * s.phi
        way, s.g_mix = self.gone_before_return("g", t)
        s.g_way = way * s.stays
        s.away_way, s.away_mix = g.way * s.u * s.stays, g.mix * s.v
        s.in_teams = s.away_way + s.away_mix - s.g_way - s.g_mix
        s.s_gone = sum(self.gone_before_return("s", t))
        s.p_gone = sum(self.gone_before_return("p", t))
        s.h_gone = sum(self.gone_before_return("h", t))
        s.tasks = self.r * (self.tasks_way * s.u + self.tasks_mix * s.v)
        s.g_gone = s.g_way + s.g_mix
        s.posts = s.g_gone + s.s_gone + s.p_gone
        s.added = {name: group.added * s.u for name, group in self.groups.items()}
        s.employed = self.d["fte"] - s.posts + s.added["g"] + s.added["s"] + s.added["p"]

    def doses(self, s, t):
        """E8: x_plan and x_real."""
        d, g, h = self.d, self.groups["g"], self.groups["h"]
        s.loss = 1 - self.relief * (1 - s.phi)
        all_managers = self.can_go("g")
        way = all_managers * g.way / (g.way + g.mix) if g.way + g.mix > 0 else 0.0
        rest = all_managers - way + self.can_go("s") + self.can_go("p")
        x_plan = (rest + way * s.loss * s.stays) / d["fte"]
        s.attitude = min(1.0, x_plan / d["cut_full_share_attitudes"])
        beta = d["hired_primary_share"]
        x_real = s.s_gone + s.p_gone + s.g_mix + s.g_way * s.loss + beta * s.h_gone
        x_real /= d["fte"] + beta * h.today
        s.doing = min(1.0, x_real / d["deep_cut_full_share"]) * self.left(t)

    def absence(self, s, t):
        """E8 on absence."""
        ratio = self.cut_effect("deep_cut_absence_ratio")
        s.absence = self.d["absence"] * (1 + s.doing * (ratio - 1))
        s.absence += self.effect("absence_effect", self.kappa, self.way.scope * s.u,
                                 self.d["good_effect_at_once"], t)  # fmt: skip
        s.absence = min(max(s.absence, 0.0), 1.0)

    def work(self, s, t):
        """E6 and E7."""
        d, g = self.d, self.groups["g"]
        beta = d["hired_primary_share"]
        wide = max(self.way.scope, self.y)
        s.mature = self.way.scope * self.ripeness(t) * (1 - s.phi)
        eased = d["mutual_adjustment"] * self.a * s.mature / wide if wide > 0 else 0.0
        absorbed = (
            d["coordination_absorbed"] * (g.way * s.stays * (s.u - eased) + s.away_mix)
            + d["support_absorbed"] * s.s_gone
        )
        primary = self.groups["p"].today - s.p_gone + s.added["p"]
        hired = self.groups["h"].today - s.h_gone + s.added["h"]
        output = self.effect(
            "productivity_effect", self.kappa, self.way.scope * self.ripeness(t),
            d["good_effect_at_once"], t,
        ) + s.doing * self.cut_effect("cut_productivity_effect")  # fmt: skip
        done = (primary + s.in_teams + beta * hired - absorbed) * (1 - self.dip(t)) * (1 + output)
        done = max(done * (1 - s.absence) / (1 - d["absence"]), 0.0)
        today = self.groups["p"].today + beta * self.groups["h"].today
        wanted = today * (1 - s.tasks)
        s.hired_back = d["savings_leakage_to_hire"] * max(0.0, wanted - done)
        s.capacity = 100 * (done + s.hired_back) / wanted
        if s.capacity > 100:
            s.capacity = min(s.capacity, max(100.0, 100 * done / today))
        s.hands = s.employed + hired + s.hired_back

    def staff(self, s, t):
        """E8 on satisfaction and turnover, and E10."""
        d, g = self.d, self.groups["g"]
        at_once, scope = d["good_effect_at_once"], self.way.scope
        told = 1.0 if t >= 1 else 0.0
        s.satisfaction = d["satisfaction_base"]
        s.satisfaction += (
            told * s.attitude * self.left(t) * self.cut_effect("cut_satisfaction_effect")
        )
        s.satisfaction += self.effect("satisfaction_effect", self.kappa, scope * s.u, at_once, t)
        s.satisfaction = min(max(s.satisfaction, 0.0), 1.0)
        k = round(d["turnover_effect_quarters"])
        new = scope * (s.u - self.u(t - k))
        without = self.y * s.loss * s.stays + (g.mix / g.today if g.today > 0 else 0.0)
        s.turnover = d["turnover"] + self.window(t) * (
            s.attitude * self.cut_effect("cut_turnover_effect")
            + d["manager_loss_turnover"] * without
        )
        s.turnover += self.effect("turnover_effect", self.kappa, new, at_once, t)
        s.turnover = min(max(s.turnover, 0.0), 1.0)
        support = self.groups["s"].today
        leaderless = (s.away_way * s.loss + s.away_mix) / g.today if g.today > 0 else 0.0
        s.steerability = d["steerability_base"]
        s.steerability += s.s_gone / support * self.cut_effect("cut_steerability_support_effect")
        s.steerability += leaderless * self.cut_effect("cut_steerability_managers_effect")
        s.steerability += self.effect(
            "steerability_effect", min(self.way.frames, self.way.control), scope * s.u, 0.0, t
        )
        s.steerability = max(s.steerability, 0.0)

    def money(self, s, t):
        """E13 without one-off cost."""
        d, way = self.d, self.way
        s.gross = sum(
            group.cost * (group.way * s.u + group.mix * s.v) for group in self.groups.values()
        )
        gone = {"g": s.g_gone, "s": s.s_gone, "p": s.p_gone, "h": s.h_gone}
        s.realised = sum(gone[name] * group.cost for name, group in self.groups.items())
        s.leaked = s.hired_back * d["cost_per_fte"] * d["hire_premium"]
        base = d["control_baseline"]
        tighter = max(0.0, way.control - base) / (1 - base)
        controllers = d["control_cost_fte"] / 100 * d["fte"] * tighter * s.u * d["cost_per_fte"]
        spared = max(0.0, 1 - d["teams_per_coach"] / d["teams_per_coach_mature"])
        here = (s.u - spared * self.ripeness(t)) * (1 - s.phi)
        coaching = self.coaches * here * d["coach_cost_ratio"] * d["cost_per_fte"]
        s.running = (
            controllers
            + coaching
            + sum(s.added[name] * group.cost for name, group in self.groups.items())
        )
        s.net = s.realised - s.leaked - s.running

    def one_off(self, t):
        """E13: (cost in euros, people who lost their post) in quarter t."""
        if t == 0:
            return 0.0, 0.0
        d, now, before = self.d, self.state(t), self.state(t - 1)
        cost = people = 0.0
        for name, dear in (("g", "manager"), ("s", "staff"), ("p", "staff")):
            group, key = self.groups[name], f"{name}_gone"
            step = getattr(now, key) - getattr(before, key)
            there = group.today - getattr(before, key)
            leave = d["turnover"] / 4 * there
            lost = max(0.0, step - d["leave_usable_share"] * leave)
            if self.way.how == "natural_leave":
                lost = 0.0
            cost += lost * group.cost * d[f"displaced_{dear}_friction"]
            people += lost
        new = self.way.scope * (now.u - before.u) * (1 - now.phi)
        cost += new * self.way.training * d["fte"]
        repair = d["repair_cost_if_fail"] * self.inhabitants * self.way.scope
        return cost + repair * (now.phi - before.phi), people

    def uncovered(self):
        """E11 at the end."""
        d, way, s = self.d, self.way, self.state(self.quarters)
        functions = (
            d["functions_reference"]
            * (d["fte"] / d["functions_reference_fte"]) ** d["functions_growth"]
        )
        spread = 1.0
        if way.team_basis != "function":
            doublings = math.log2(amount(way.team_count, d["team_count"]) / d["team_count"])
            started = way.scope * s.u * (1 - s.phi)
            spread = max(1.0, (1 + d[f"spread_{way.team_basis}"]) ** (doublings * started))
        away = d["unavailability"]
        n = s.hands * d["function_breadth"] / functions
        if "vulnerability_today" in d:
            chance, now = d["vulnerability_today"], d["fte"] + self.groups["h"].today
            there = 1 - away
            people = (1 - chance) / there if chance > away else 1 - math.log(chance / away) / there
            n = people * s.hands / now
        n = n / spread
        return 1 - n * (1 - away) if n < 1 else away * math.exp(-(n - 1) * (1 - away))

    def outcomes(self):
        """All outcomes of this plan in this draw."""
        term = [self.state(t) for t in range(1, self.quarters + 1)]
        end, due = term[-1], self.state(self.due)
        one_off = [self.one_off(t) for t in range(self.quarters + 1)]
        purse, balance = 0.0, []
        for t in range(self.quarters + 1):
            purse += self.state(t).net / 4 - one_off[t][0]
            balance.append(purse)
        below = [t for t, value in enumerate(balance) if value <= -0.01]
        back = below[-1] + 1 if below else 0
        found = {
            "net_saving_eur": end.net,
            "gross_saving_eur": end.gross,
            "realised_saving_eur": end.realised,
            "leaked_eur": end.leaked,
            "running_cost_eur": end.running,
            "transition_cost_eur": sum(cost for cost, _people in one_off),
            "payback_quarter": math.inf if back > self.quarters else back,
            "gap_eur": self.target - due.net,
            "vulnerability_end": self.uncovered(),
            "net_saving_due_eur": due.net,
            "gap_closed": min(1.0, due.net / self.target) if self.target > 0 else 0.0,
            "net_term_eur": purse,
            "one_off_peak_eur": max(0.0, -min(balance)),
            "absence_person_years": sum(
                (s.absence - self.d["absence"]) * s.employed / 4 for s in term
            ),
            "falls_back": 1.0 if self.falls <= self.quarters else 0.0,
            "posts_removed_fte": end.posts,
            "hired_removed_fte": end.h_gone,
            "tasks_dropped": end.tasks,
            "displaced_fte": sum(people for _cost, people in one_off),
            "deep_share": sum(self.groups[n].way + self.groups[n].mix for n in "gsp")
            / self.d["fte"],
        }
        for key, worst in (("satisfaction", min), ("absence", max), ("turnover", max)):
            values = [getattr(s, key) for s in term]
            found[f"{key}_mean"] = sum(values) / len(values)
            found[f"{key}_worst"] = worst(values)
            found[f"{key}_end"] = values[-1]
        for key in ("capacity", "steerability"):
            values = [getattr(s, key) for s in term]
            found[f"{key}_low"], found[f"{key}_end"] = min(values), values[-1]
        return found


def plain_draws(inputs, chance):
    """The draws of a block as plain mappings, one for each draw: quantities and luck."""
    named = {key: getattr(chance.draw, key) for key in inputs.ranges}
    for place in range(chance.draw.fte.size):
        yield (
            {key: float(values[place]) for key, values in named.items()},
            {key: float(values[place]) for key, values in chance.uniform.items()},
        )


def plain_outcomes(plan, inputs, chance, *, quarters, due, target):  # noqa: PLR0913
    """All outcomes of a plan: for each key a list over draws.

    ``target`` is given per draw.
    """
    found = {}
    for (d, luck), wanted in zip(plain_draws(inputs, chance), target, strict=True):
        twin = Twin(plan, d, luck, inputs.effects, quarters, inputs.inhabitants, due, float(wanted))
        for key, value in twin.outcomes().items():
            found.setdefault(key, []).append(value)
    return found

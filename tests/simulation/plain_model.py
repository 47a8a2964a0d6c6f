"""The transition model written plainly: one quarter after another, each cohort by itself.

It follows the text of the equations and none of the code of the product, so that it can serve as
an oracle in the tests and as the slow twin in the benches.
"""

import numpy as np


def plain_rollout(design, quarter):
    """Equation 1 without the scope."""
    if quarter == 0:
        return 0.0
    begin = design.start_share if design.start_quarters else 0.0
    if quarter <= design.start_quarters:
        return begin
    if design.rollout_quarters == 0:
        return 1.0
    return begin + (1 - begin) * min(1, (quarter - design.start_quarters) / design.rollout_quarters)


def plain_effect(effect, uniform, kappa):
    """Equation 8: a triangle whose mode moves from bad through central to good."""
    drawn = np.empty_like(uniform)
    for i, (u, k) in enumerate(zip(uniform, kappa, strict=True)):
        if k < 0.5:
            mode = effect.bad + 2 * k * (effect.central - effect.bad)
        else:
            mode = effect.central + (2 * k - 1) * (effect.good - effect.central)
        place = (mode - effect.bad) / (effect.good - effect.bad)
        share = np.sqrt(u * place) if u < place else 1 - np.sqrt((1 - u) * (1 - place))
        drawn[i] = effect.bad + share * (effect.good - effect.bad)
    return drawn


def plain_conditions(design, d):
    """Equation 2."""
    levers = min(design.work_redesign, design.interdependence, design.frames)
    return np.minimum(levers, d["readiness"])


def plain_ripening(design, d):
    """Equation 3: quarters to maturity."""
    teams = design.team_count.of(d["team_count"]) * design.scope
    coaches = design.coaches.of(teams / d["teams_per_coach"])
    enough = np.minimum(1, coaches * d["teams_per_coach"] / teams) if design.scope else 1.0
    slow = 1 + d["imposed_delay"] * design.imposed + d["uncoached_delay"] * (1 - enough)
    ready = 1 + d["readiness_pace"] / 2 - d["readiness_pace"] * d["readiness"]
    return 4 * d["transition_years"] * slow * ready, coaches


def plain_dip(design, d, kappa, age):
    """Equation 4: a triangle in age."""
    depth = d["dip_depth"] * (1 + d["dip_condition_slope"] * (0.5 - kappa))
    if design.greenfield:
        depth = depth * d["greenfield_dip_ratio"]
    length = d["dip_duration_months"] / 3
    top = length * d["dip_peak_moment"]
    up, down = depth * age / top, depth * (length - age) / (length - top)
    return np.where(age <= top, up, np.maximum(down, 0))


def plain_transition(design, chance, quarters):  # noqa: PLR0915  it follows the text
    """All equations, quarter by quarter; arrays of shape (quarters + 1, draws)."""
    d, u01 = chance.draw, chance.uniform
    kappa = plain_conditions(design, d)
    ripe, coaches = plain_ripening(design, d)
    effects = {key: plain_effect(e, u01[key], kappa) for key, e in chance.effects.items()}
    fte, cost = d["fte"], d["cost_per_fte"]
    managers, support = fte * d["manager_share"], fte * d["support_share"]
    primary = fte - managers - support
    manager_cost = cost * d["manager_cost_ratio"]
    staff_cost = (fte * cost - managers * manager_cost) / (fte - managers)
    go = [
        np.minimum(np.maximum(managers - design.managers_after.of(managers), 0), managers),
        np.minimum(np.maximum(support - design.support_after.of(support), 0), support),
        np.minimum(np.maximum(-design.primary_fte_change.of(primary), 0), primary),
    ]
    come = [
        np.maximum(design.managers_after.of(managers) - managers, 0),
        np.maximum(design.support_after.of(support) - support, 0),
        np.maximum(design.primary_fte_change.of(primary), 0),
    ]
    prices = [manager_cost, staff_cost, staff_cost]
    frictions = [d["displaced_manager_friction"]] + 2 * [d["displaced_staff_friction"]]
    real, leak = d["savings_realisation"], d["savings_leakage_to_hire"]
    rows = {key: [] for key in ("gross", "realised", "leaked", "running", "net", "one_off")}
    rows |= {key: [] for key in ("cumulative", "capacity", "absence", "fte", "mature")}
    cash = np.zeros_like(fte)
    for t in range(quarters + 1):
        share = plain_rollout(design, t)
        earlier = plain_rollout(design, t - 1) if t else 0.0
        started = share * design.scope
        mature, dip = np.zeros_like(fte), np.zeros_like(fte)
        for begin in range(1, t + 1):
            cohort = design.scope * (
                plain_rollout(design, begin) - plain_rollout(design, begin - 1)
            )
            age = t - begin
            mature = mature + cohort * (1.1 / (1 + 10 * 100 ** (-age / ripe)) - 0.1)
            dip = dip + cohort * plain_dip(design, d, kappa, age)
        gross = share * sum(g * p for g, p in zip(go, prices, strict=True))
        realised = real * gross
        leaked = realised * leak * d["hire_premium"]
        controllers = d["control_cost_fte"] / 100 * fte * design.control * design.scope
        ripe_part = mature / started if started else 0.0
        fewer = np.maximum(1 - d["teams_per_coach"] / d["teams_per_coach_mature"], 0)
        coaching = coaches * (1 - ripe_part * fewer) * d["coach_cost_ratio"]
        running = share * (
            (coaching + controllers) * cost + sum(c * p for c, p in zip(come, prices, strict=True))
        )
        net = realised - leaked - running
        one_off = (share - earlier) * design.scope * design.training * fte
        for g, p, f, now in zip(go, prices, frictions, (managers, support, primary), strict=True):
            leaving = d["turnover"] / 4 * (now - earlier * real * g)
            one_off = one_off + f * p * np.maximum((share - earlier) * real * g - leaving, 0) * (
                share > earlier
            )
        cash = cash + net / 4 - one_off
        gone = [share * real * g for g in go]
        missing = [g * (1 - leak) for g in gone]
        ripeness = mature / started if started else 0.0
        absorbed = (
            d["coordination_absorbed"] * missing[0] * (1 - d["mutual_adjustment"] * ripeness)
            + d["support_absorbed"] * missing[1]
        )
        deep = np.minimum(sum(gone) / fte / d["deep_cut_full_share"], 1)
        absence = d["absence"] * (1 + deep * (d["deep_cut_absence_ratio"] - 1))
        e = effects["absence_effect"]
        absence = np.maximum(absence + np.where(e < 0, e * mature, e * started), 0)
        e = effects["productivity_effect"]
        productivity = np.where(e > 0, e * mature, e * started)
        work = primary - missing[2] + share * come[2] - absorbed
        work = work * (1 - dip) * (1 + productivity) * (1 - absence)
        rows["gross"].append(gross)
        rows["realised"].append(realised)
        rows["leaked"].append(leaked)
        rows["running"].append(running)
        rows["net"].append(net)
        rows["one_off"].append(one_off)
        rows["cumulative"].append(cash)
        rows["capacity"].append(100 * np.maximum(work, 0) / (primary * (1 - d["absence"])))
        rows["absence"].append(absence)
        rows["fte"].append(fte - sum(gone) + share * sum(come))
        rows["mature"].append(mature)
    return {key: np.array(value) for key, value in rows.items()}

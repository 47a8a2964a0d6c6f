// @ts-check
// What the explorer is drawn of and whom it asks: types only, the contract of its two hosts.

/**
 * A range of an outcome: 8 in 10 possible futures lie between its ends.
 * @typedef {{p10: number, p50: number, p90: number}} Band
 *
 * What never changes while the explorer is on the page.
 * @typedef {object} Page
 * @property {string} language "nl" or "en".
 * @property {Record<string, string>} words Every word by its key; `{name}` is filled in here.
 * @property {{title: string, levers: Lever[]}[]} groups The levers, in groups.
 * @property {string[]} charts The pictures to start with, four keys of `CHARTS` in `charts.js`.
 * @property {{key: string, title: string, about: string}[]} [questions] Further questions.
 * @property {Record<string, string>} kinds Outcome to how its figures are written: "money", "index",
 *   "points", "share" or "fte".
 * @property {string[]} months The month of each quarter in words, the start first.
 * @property {string[]} less Outcomes of which less is better.
 *
 * One lever. A choice has `choices`; all others are sliders from `low` to `high`.
 * @typedef {object} Lever
 * @property {string} path Its name; with "question." or "autonomy." before it.
 * @property {string} title
 * @property {string} help What it means, what is allowed, and what it rests on.
 * @property {[string, string][]} choices Value and words.
 * @property {number} low
 * @property {number} high
 * @property {number} step
 * @property {string} suffix "%" when the slider counts in per cents.
 * @property {[number, string][]} levels Word levels: up to which value of the slider a word holds.
 *
 * All that can be drawn at a moment.
 * @typedef {object} State
 * @property {string[]} shown Keys of the options in the three columns; empty where there is none.
 * @property {number} place The column that the levers move, 0 to 2.
 * @property {string[]} [charts] The pictures that are chosen, keys of `CHARTS`.
 * @property {{key: string, label: string, adapted: boolean, within: boolean}[]} options All that can
 *   be shown; `within` those of the comparison, the others are only looked at.
 * @property {string} label Name of the option in hand, for the field.
 * @property {{key: string, label: string}[]} ways Ways of working to choose from.
 * @property {{key: string, label: string}[]} mixes Saving mixes to choose from.
 * @property {Record<string, Position>} positions Lever to where it stands, for the option in hand.
 * @property {Results} results
 * @property {boolean} whole Whether this is computed with all draws; false while a hand moves.
 * @property {boolean} fitted Whether options are sized to the target.
 * @property {boolean} undo Whether a step can be taken back; `redo` likewise.
 * @property {boolean} redo
 * @property {string} [note] What was done, in a sentence.
 * @property {{lever: string, words: string, fields?: Record<string, string>} | null} fault What is
 *   wrong, at which lever ("" for none); the rest of the state is then the last good one.
 * @property {import("./received.d.ts").FigureRow[]} [figures] Every figure of the calculation.
 * @property {Record<string, string>} [answers] Question to what was found, as HTML of our own.
 *
 * Where a lever stands: the text in its field, the place on its slider, what it comes to.
 * @typedef {{text: string, at: number | null, words: string}} Position
 *
 * The document of `compare --json`, of the options shown and `do_nothing`.
 * @typedef {object} Results
 * @property {number} horizon_quarters
 * @property {number} due_quarter
 * @property {Band} saving_target_eur
 * @property {{low: number, central: number, high: number}} readiness
 * @property {Record<string, Result>} options
 *
 * What one option gives: its facts, and each outcome by its key as a `Band`.
 * @typedef {ResultFacts & Record<string, any>} Result
 *
 * What each option has beside its outcomes.
 * @typedef {object} ResultFacts
 * @property {string} label
 * @property {string} way Key of its way of working; "none" for today's.
 * @property {string} mix Key of its saving mix; "none" without one.
 * @property {Band} gap_eur EUR per year that is left of the target when it is due.
 * @property {number} m How many times the mix.
 * @property {number} reach Share of the target that it gets to.
 * @property {number} target_met_probability
 * @property {number} falls_back
 * @property {Record<string, {p10: number[], p50: number[], p90: number[]}>} paths
 * @property {{together: Record<string, Band>} | null} price_of_way
 * @property {{m: number, reach: number, capacity_low: Band}[]} [frontier] What happens as its mix grows; may be
 *   left out while a hand moves.
 * @property {Record<string, Band>} structure Teams and FTE around them.
 * @property {Record<string, number>} [conditions]
 * @property {Record<string, number | null>} [assumption_share]
 * @property {string[]} [size_lines] Sentences about its size; `beside` and `changed` likewise.
 *
 * Who computes. Each ends in `draw(state)`, at once or later; those with `?` may be left out.
 * @typedef {object} Host
 * @property {(lever: string, value: string, gesture: number) => void} move Move a lever of the option
 *   in hand; moves of one `gesture` are one step to undo.
 * @property {(place: number, choice: {way?: string, mix?: string}) => void} choose
 * @property {(place: number, option: string) => void} show Another option in a column; "" for none.
 * @property {(slot: number, chart: string) => void} [chart] Another picture in a place.
 * @property {(place: number) => void} hold Take the option of a column in hand.
 * @property {(place: number, within: boolean) => void} include Into the comparison, or out of it.
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {(fitted: boolean) => void} fit Size the options to the target, or as described.
 * @property {() => void} [copy] Copy the option in hand.
 * @property {() => void} [only] Compare the options in view, and no others.
 * @property {() => void} [reset] Take back what was changed of it.
 * @property {(name: string) => void} [rename]
 * @property {(figure: string, value: string, reason: string) => void} [assume]
 * @property {(figure: string) => void} [restore]
 * @property {() => void} [shares] Find `assumption_share` of the options shown.
 * @property {(question: string) => void} [ask]
 * @property {() => Promise<string>} [share] Share what is on the page; says in words what was done.
 * @property {() => boolean} [busy] Whether an answer is still to come.
 */

export {};

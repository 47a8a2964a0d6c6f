// Made by tests/javascript/types_of_pages.py from the types of Python: what pages receive.

export interface AddedKey {
  key: string;
  label: string;
}

export interface Advice {
  field: string;
  title: string;
  words: string;
}

export interface Anchor {
  points: string;
  words: string;
}

export interface Aspect {
  label: string;
  stages: string[];
}

export interface Bar {
  low: number;
  middle: number;
  high: number;
  words: string;
}

export interface BaselineState {
  draws: number;
  members: string[];
  who: string[];
  notes: string[];
  fields: Record<string, OwnFigure>;
  filled: string;
  effect: EffectOfOwn | null;
  benchmark: BenchmarkOnPage | null;
}

export interface Believed {
  sentences: string[];
  caption: string;
  heads: string[];
  rows: string[][];
}

export interface BenchmarkOnPage {
  sentences: string[];
  figures: PictureOnPage[];
}

export interface Choice {
  value: string;
  label: string;
}

export interface ColumnOnPage {
  kind: string;
  help: string;
  allowed: string;
  choices: string[][];
  only: string[];
  key: string;
  label: string;
}

export interface CriterionField {
  key: string;
  title: string;
  help: string;
  choices: string[][];
}

export interface CriterionRow {
  worst: string;
  best: string;
  unit: string;
  key: string;
  label: string;
  help: string;
  on: boolean;
  counted: boolean;
}

export interface Divides {
  sentence: string;
  rows: string[][];
}

export interface Editor {
  kind: string;
  help: string;
  allowed: string;
  choices: string[][];
  only: string[];
}

export interface EffectOfOwn {
  sentences: string[];
  options: OptionBars[];
  first_sentence: string;
  first: Advice[];
}

export interface Everyone {
  options: string[];
  rows: RoleRow[];
}

export interface FigureRow {
  figure: string;
  middle: string;
  range: string;
  unit: string;
  grade: string;
  status: string;
  source: string;
  note: string;
  key?: string;
  own?: boolean;
  standard?: string;
  text?: string;
  reason?: string;
}

export interface FileOnPage {
  name: string;
  content: string;
}

export interface FormState {
  seq: unknown;
  undo: boolean;
  redo: boolean;
  faults: Record<string, string>;
  alarm: string;
}

export interface Gain {
  sentences: string[];
  tables: TableOnPage[];
}

export interface InstrumentOnPage {
  title: string;
  purpose: string;
  who: string;
  row_name: string;
  model: string;
  add_row: string;
  add_column: string;
  add_body: string;
  own_row_columns: string[];
  levels: string[];
  rows: RowOnPage[];
  columns: ColumnOnPage[];
  own_column: Editor | null;
  adds: string[];
  bounds: Record<string, number[]>;
  cautions: string[];
}

export interface JudgedOption {
  key: string;
  label: string;
  text: string;
}

export interface Judgement {
  key: string;
  label: string;
  own: Record<string, string> | null;
  anchors: Anchor[];
  options: JudgedOption[];
  count: number;
  all: number;
}

export interface OptionBars {
  label: string;
  own: Bar | null;
  public: Bar;
}

export interface OrderRow {
  label: string;
  rank: number;
  tied: boolean;
  mean: number;
  low: number;
  high: number;
  chance: string;
}

export interface OwnFigure {
  text: string;
  read: string;
  own: number[] | null;
  remark: string;
  expected: string;
  source: string;
  low?: number;
  middle?: number;
  high?: number;
}

export interface Part {
  key: string;
  title: string;
  sentences: string[];
  tables: TableOnPage[];
}

export interface PictureOnPage {
  source: string;
  title: string;
  alt: string;
  table: TableOnPage;
}

export interface PracticeOnPage {
  draws: number;
  instrument: string;
  body: string;
  bodies: Record<string, string>;
  cells: Record<string, string>;
  rows: AddedKey[];
  columns: AddedKey[];
  differ: string[];
  answered: string[];
  found: string[];
  alike: number;
  earlier: string[];
  levers: string[];
  cover: string[];
  options: Record<string, string>;
  option: string;
  figure: PictureOnPage | null;
  download: FileOnPage | null;
}

export interface Question {
  kind: string;
  field: string;
  label: string;
  help: string;
  value?: string;
  choices?: Choice[];
}

export interface RankCell {
  rank: number;
  chance: string;
}

export interface ReadinessOnPage {
  draws: number;
  effect: Gain | null;
  fields: Record<string, ScoreOnPage>;
  by_survey: boolean;
  known: string[];
  weakest: string[];
  holds: string;
  survey: SurveyOnPage | null;
  figures: Record<string, PictureOnPage[]> | null;
  download: FileOnPage | null;
}

export interface Reason {
  first: string;
  second: string;
  parts: ReasonPart[];
  total: number;
  total_words: string;
}

export interface ReasonPart {
  label: string;
  value: number;
}

export interface Respondents {
  sentences: string[];
  table: TableOnPage | null;
}

export interface Result {
  stale: boolean;
  verdict: string;
  contradicts: boolean;
  weights: Weight[];
}

export interface RoleRow {
  key: string;
  label: string;
  example: boolean;
  cells: RankCell[];
}

export interface RowOnPage {
  key: string;
  label: string;
  help: string;
  group: string;
  law: string[];
  columns: string[];
  choices: string[];
}

export interface ScoreOnPage {
  text: string;
  used: string;
  low: number;
  high: number;
  own: number[] | null;
}

export interface Standing {
  sentences: string[];
  cautions: string[];
  rows: OrderRow[];
  why: Reason | null;
}

export interface SurveyOnPage {
  made_up: boolean;
  parts: Part[];
  kept: boolean;
}

export interface TableOnPage {
  caption: string;
  heads: string[];
  rows: string[][];
}

export interface WeighState {
  draws: number;
  role: string;
  letter: string;
  letters: string[];
  method: string;
  question: string;
  criteria: CriterionRow[];
  questions: Question[];
  to_go: number;
  placed: boolean;
  judgements: Judgement[];
  result: Result | null;
  respondents: Respondents;
  standing: Standing;
  believe: Believed;
  everyone: Everyone;
  divides: Divides;
  agreement: string[];
  picture: PictureOnPage | null;
  conclusion: string;
}

export interface Weight {
  key: string;
  label: string;
  share: string;
  at: number;
  counted: boolean;
}

export interface YardstickOnPage {
  purpose: string;
  steps: string[];
  cautions: string[];
  aspects: Aspect[];
}

// Made by tests/javascript/types_of_pages.py from the types of Python: what pages receive.

export interface BallotOnPage {
  key: string;
  title: string;
  intro: string;
  by: string;
  questions: QuestionOnPage[];
}

export interface CountOnPage {
  question: string;
  label: string;
  low: number;
  counts: number[];
  quartiles: number[];
}

export interface ExperimentOnPage {
  model: Record<string, unknown>;
  explain: string;
  unit: string;
  tables: Record<string, number>[];
}

export interface QuestionOnPage {
  key: string;
  label: string;
  note: string;
  low: number;
  high: number;
  steps: string[];
  ends: string[];
}

export interface ResultOnPage {
  people: number | null;
  counts: CountOnPage[];
  before: CountOnPage[];
  hidden: string[];
  bodies: Record<string, CountOnPage[]>;
  experiment: ExperimentOnPage | null;
}

export interface RoomState {
  session: string;
  phase: string;
  nonce: string;
  round: number;
  people: number;
  answered: number;
  floor: number;
  tables: number;
  ballot: BallotOnPage | null;
  result: ResultOnPage | null;
}

// Made by tests/javascript/types_of_pages.py from the types of Python: what pages receive.

export interface BarPage {
  page: string;
  next: string;
  language: string;
  may_save: boolean;
  pages: PageName[];
  municipalities: string[];
  words: Record<string, string>;
}

export interface BarState {
  word: string;
  wordless: string;
  seq: unknown;
  name: string;
  kept: string;
  is_kept: boolean;
  file_name: string;
  back: string;
  note: string;
  faults: string[];
  ask: string;
  report: ReportOnPage;
}

export interface Former {
  name: string;
  until: number;
  now: Successor[];
}

export interface OnMap {
  code: string;
  name: string;
  names: string[];
  path: string;
}

export interface PageName {
  key: string;
  label: string;
}

export interface ReportOnPage {
  phase: string;
  done: number;
  words: string;
}

export interface StartState {
  busy: boolean;
  page_one: string;
  fault: string;
  name: string;
  members: string[];
  who: string[];
  known: string;
  conclusion: string;
}

export interface StartWords {
  language: string;
  width: number;
  height: number;
  municipalities: OnMap[];
  former: Former[];
  words: Record<string, string>;
  style: string;
}

export interface Successor {
  code: string;
  name: string;
}

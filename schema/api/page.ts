// What the Worker gives the renderer of residents' pages: one model a page, data only, no HTML.
import type { AnswerProblem } from '../fields/field.ts';
import type { Answers, End, LiveCounts, Outcome } from '../form/compile.ts';
import type { Definition, Question } from '../form/definition.ts';
import type { Language } from '../words/language.ts';
import type { Tongue } from '../words/tongues.ts';
import type { BuildingPage, Facts, FillUnit, PublicResult, Receipt, ReceiptView } from './fill.ts';

/** The fields of a plain form by name, as a post carries them: what was typed, before any check. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** A part of the page's script and style that only some forms load. */
export interface Chunk {
  js: string;
  css: string;
  preload: readonly string[];
}

/** What stands around every page. */
export interface Frame {
  /** of the interface */
  language: Language;
  /** of the form, and those that it can be read in; absent where there is but one */
  tongue?: Tongue;
  tongues?: readonly Tongue[];
  care: boolean;
  demo: boolean;
  /** milliseconds since 1970: days are said relative to it */
  now: number;
  origin: string;
  /** path and query of this page, for its switches of language and size; absent when it answers a post */
  here?: string | undefined;
  assets: { js: string; css: string; chunks: Readonly<Record<string, Chunk>> };
  footer: { icp: string; police: string };
  /** title and picture address of a link that is passed on */
  share: { title: string; picture: string };
}

/** A refusal on a page that keeps what was filled in. */
export interface Stop {
  /** the sentence of schema/words/problems */
  title: string;
  /** the same may be sent again later */
  again: boolean;
  /** where to go instead */
  to?: 'choose' | 'receipt' | undefined;
}

/** Answers that replace stored ones: by the holder of their receipt, or by staff, who say why. */
export interface Correction {
  rev: number;
  /** where the form posts to */
  action: string;
  receipt?: string | undefined;
  staff?: { reason: string; missing: boolean; back: string } | undefined;
}

interface Filling {
  facts: Facts;
  definition: Definition;
  unit: { id: string; name: string; above: string };
  /** the id that the answers will be sent under; '' for a correction */
  response: string;
  /** id of the response, new or corrected: what is drawn by lot is drawn from it */
  seed: string;
  values: Values;
  /** the building code that the resident came by: its page is the way back */
  code?: string | undefined;
  correction?: Correction | undefined;
}

export interface FillPage extends Filling {
  live?: LiveCounts | undefined;
  page: 'fill';
  /** staff look at a draft: nothing is kept on the device and nothing is sent */
  preview?: boolean | undefined;
  problems: Readonly<Record<string, AnswerProblem>>;
  /** answers of a receipt that is corrected: the controls begin with them instead of `values` */
  stored?: Answers | undefined;
}

/** What the page's script starts from: without what only the document says, or only a form without a script sends. */
export type ScriptedFill = Omit<FillPage, 'response' | 'stored' | 'facts'> & { facts: ScriptedFacts };
export type ScriptedFacts = Omit<Facts, 'kind' | 'phase' | 'care' | 'place' | 'demo'>;

export interface CheckPage extends Filling {
  page: 'check';
  outcome: Outcome;
  stop?: Stop | undefined;
  /** the code of a letter as it was typed */
  letter?: string | undefined;
}

export interface ChoosePage {
  page: 'choose';
  facts: Facts;
  units: readonly FillUnit[];
  search: string;
  /** the unit whose children are listed */
  parent?: FillUnit | undefined;
  /** the choice remembered from last time */
  last?: FillUnit | undefined;
  /** the code that was scanned is not part of this campaign */
  codeUnknown?: boolean | undefined;
}

export interface SentPage {
  page: 'sent';
  facts: Facts;
  definition: Definition;
  end: End;
  /** the questions as they were met, and what was answered */
  asked: readonly Question[];
  answers: Answers;
  receipt: Receipt;
  code?: string | undefined;
}

export interface FindReceiptPage {
  page: 'find-receipt';
  typed: string;
  /** as many characters were given, which is not the length of a number */
  given?: number | undefined;
  stop?: string | undefined;
}

export interface ReceiptPage {
  page: 'receipt';
  view: ReceiptView;
  /** the answered questions as they were met */
  asked: readonly Question[];
  /** what was just done, or what is asked before it is done */
  step?: 'corrected' | 'withdrawn' | 'ask-withdraw' | undefined;
  dropped?: readonly string[] | undefined;
  stop?: string | undefined;
}

export interface BuildingCodePage {
  page: 'building';
  code: string;
  building: BuildingPage;
}

export interface StoppedPage {
  page: 'stopped';
  facts: Facts;
  /** one per device, and this one has sent its one */
  taken?: boolean | undefined;
  code?: string | undefined;
}

export interface ResultPage {
  page: 'result';
  facts: Facts;
  /** null below the number of answers from which a result is shown */
  result: PublicResult | null;
}

export interface PrivacyPage {
  page: 'privacy';
  facts: Facts;
  /** types of questions that may hold personal words, in the order of the form */
  personal: readonly string[];
  /** what the organiser adds */
  words: string;
}

export interface LandingPage {
  page: 'landing';
}

export interface ProblemPage {
  page: 'problem';
  status: number;
  title: string;
  /** the building code that nobody knows, as it was typed */
  code?: string | undefined;
  /** the building code was replaced by a new one */
  replaced?: boolean | undefined;
}

export type PageModel = Frame &
  (
    | FillPage
    | CheckPage
    | ChoosePage
    | SentPage
    | FindReceiptPage
    | ReceiptPage
    | BuildingCodePage
    | StoppedPage
    | ResultPage
    | PrivacyPage
    | LandingPage
    | ProblemPage
  );
export type ModelOf<P extends PageModel['page']> = Extract<PageModel, { page: P }>;

// What the chunks of a resident's page use of its script, which hands it out under these names
// (worker/host/fill-bundle.ts). All of it is in that script anyway.

export { useEffect, useMemo, useRef, useState } from 'preact/hooks';
export { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
export { placeDay } from '../../schema/day.ts';
export { dayNumber, isDay, readDay } from '../../schema/fields/date.ts';
export {
  cleanWords,
  fail,
  firstFilled,
  formName,
  inLanguage,
  isRecord,
  ok,
} from '../../schema/fields/field.ts';
export { checkRows, readParts, readRows, rowWords } from '../../schema/fields/matrix.ts';
export {
  checkChoice,
  choiceId,
  choiceText,
  choiceWords,
  isChoice,
  offered,
  readChoices,
} from '../../schema/fields/options.ts';
export { fieldOf } from '../../schema/fields/registry.ts';
export { compile } from '../../schema/form/compile.ts';
export { holds, ranks } from '../../schema/logic/condition.ts';
export { sourcesOf } from '../../schema/logic/sources.ts';
export { clockWords, dayWords } from './dates.ts';
export { Choice, Choices } from './fields/choice.tsx';
export { Line } from './fields/line.tsx';
export { Rows, rowId } from './fields/rows-of.tsx';
export { ErrorSummary } from './parts/error-summary.tsx';
export { QuestionView } from './parts/question.tsx';
export { first, own, readerOf } from './values.ts';
export { say, spokenLanguage } from './words.ts';

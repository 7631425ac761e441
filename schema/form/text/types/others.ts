// Sentences with blanks, consents, values that nobody fills in, and what only structures a page, in texts.
import { questionTextMax } from '../../../fields/field.ts';
import { piecesOf } from '../../../fields/gap-fill.ts';
import { takenNames } from '../../../fields/hidden.ts';
import type { QuestionOf } from '../../../fields/shapes.ts';
import { blankLabel } from '../../placeholders.ts';
import { atMost, baseOf, type Draft, fitting, short, takeBody, together } from '../draft.ts';
import { blankFor, gapsOf, mostGaps } from '../gaps.ts';
import { gapId } from '../ids.ts';
import { part } from '../lines.ts';
import { unmarked } from '../tables.ts';
import { line, nothing, type TextType, when } from './type.ts';

/** So that blanks that grow to four underscores leave the title within its 500 characters. */
const titleMost = 450;

export const gapFill: TextType<QuestionOf<'gap-fill'>> = {
  read(draft) {
    const words = part(draft.words, 0, titleMost);
    const over = part(draft.words, titleMost);
    if (over.raw !== '') draft.lose({ line: over.at, text: over.raw });
    const read = gapsOf(words, draft.exam.isTest);
    let { title, gaps } = read;
    for (const { at, raw } of read.rest) draft.lose({ line: at, text: raw });
    // 多项填空 of SurveyKing: a line for each blank; its name goes into the sentence, so that it is read there.
    for (const name of gaps.length > 0 ? [] : atMost(takeBody(draft), mostGaps, draft.lose)) {
      const bare = unmarked(name)
        .raw.replace(/_{2,}/g, ' ')
        .replace(/[\s:：_]{1,20}$/, '');
      const next = `${title === '' ? '' : `${title} `}${bare}____`;
      if (bare === '' || next.length > titleMost + 40) draft.lose({ line: name.at, text: name.raw });
      else {
        title = next;
        gaps = [...gaps, { id: gapId(gaps.length), kind: 'text' }];
      }
    }
    // Underscores that were taken literally are no blanks.
    if (gaps.length !== piecesOf(title).length - 1 || gaps.length === 0) {
      title = `${title.replace(/_{2,}/g, '_')}____`;
      gaps = [{ id: gapId(0), kind: 'text' }];
    }
    return { ...baseOf({ ...draft, title }), type: 'gap-fill', gaps };
  },
  write: () => nothing,
  titleOf({ title, gaps }) {
    const pieces = piecesOf(title);
    return pieces
      .map((words, index) => {
        const gap = gaps[index];
        return index < pieces.length - 1 && gap ? words + blankFor(gap, pieces[index + 1] ?? '') : words;
      })
      .join('');
  },
};

const agreeLine = /^(?:勾选|勾选文字)\s*:\s*/;
export const consent: TextType<QuestionOf<'consent'>> = {
  read(draft) {
    const lines = takeBody(draft);
    const at = lines.findIndex(({ plain }) => agreeLine.test(plain));
    const [said] = at < 0 ? [] : lines.splice(at, 1);
    const agree = short(said && part(said, agreeLine.exec(said.plain)?.[0].length ?? 0), 50, draft.lose);
    const version = draft.marks.number('version', 1, 999) ?? 1;
    const text = together(lines, 5000, draft.lose);
    return {
      ...baseOf(draft),
      type: 'consent',
      text: text === '' ? blankLabel : text,
      version,
      ...(agree !== undefined && { agree }),
    };
  },
  write: ({ text, version, agree }) => [
    {
      marks: version === 1 ? [] : [`第${version}版`],
      body: [
        ...text.split('\n').map((words) => line(words)),
        ...(agree === undefined ? [] : [line(agree, '勾选：')]),
      ],
    },
  ],
};

export const calculated: TextType<QuestionOf<'calculated'>> = {
  read(draft) {
    const decimals = draft.marks.number('decimals', 0, 3);
    const unit = draft.marks.word('unit');
    const shown = draft.marks.flag('shown');
    return {
      ...baseOf(draft),
      type: 'calculated',
      formula: { number: 0 },
      ...(decimals !== undefined && { decimals }),
      ...(unit !== undefined && { unit }),
      ...(shown && { shown }),
    };
  },
  write: ({ decimals, unit, shown }) => [
    {
      marks: [
        ...when(decimals, (n) => `${n}位小数`),
        ...when(unit, (word) => `单位：${word}`),
        ...when(shown, () => '填写人可见'),
      ],
      body: [],
    },
  ],
};

const paramLine = /^(?:参数|链接参数)\s*:\s*([a-z][a-z0-9_]{0,19})$/;
const knownLine = /^([a-z0-9][a-z0-9_]{0,23})\s*[=:]\s*(?=\S)/;
export const hidden: TextType<QuestionOf<'hidden'>> = {
  read(draft) {
    let param = 'from';
    const known: { id: string; label: string }[] = [];
    draft.body = draft.body.filter((piece) => {
      const named = piece.plain.length < 60 ? paramLine.exec(piece.plain)?.[1] : undefined;
      if (named !== undefined && !takenNames.includes(named)) {
        param = named;
        return false;
      }
      const value = knownLine.exec(piece.plain.slice(0, 60));
      const id = value?.[1];
      if (
        id === undefined ||
        id === 'constructor' ||
        known.length >= 50 ||
        known.some((one) => one.id === id)
      )
        return true;
      known.push({ id, label: fitting(part(piece, value?.[0].length ?? 0), 50, draft.lose) });
      return false;
    });
    return { ...baseOf(draft), type: 'hidden', param, ...(known.length > 0 && { known }) };
  },
  write: ({ param, known = [] }) => [
    {
      marks: [],
      body: [{ lead: `参数：${param}` }, ...known.map(({ id, label }) => line(label, `${id}=`))],
    },
  ],
};

/** A thing to read or to look at, with the words under its title as they stand. */
function told(draft: Draft, title = draft.title) {
  const own = draft.hint === undefined ? '' : `${draft.hint}\n`;
  const below = together(takeBody(draft), Math.max(0, questionTextMax.hint - own.length), draft.lose);
  const hint = below === '' ? draft.hint : own + below;
  return baseOf({ ...draft, title, hint, required: false });
}

export const note: TextType<QuestionOf<'note'>> = {
  prose: true,
  read: (draft) => ({ ...told(draft), type: 'note' }),
  write: () => nothing,
};
export const divider: TextType<QuestionOf<'divider'>> = {
  prose: true,
  read: (draft) => ({ ...told(draft, draft.title || '—'), type: 'divider' }),
  write: () => nothing,
};
export const pageBreak: TextType<QuestionOf<'page-break'>> = {
  prose: true,
  read: (draft) => ({ ...told(draft), type: 'page-break' }),
  write: () => nothing,
};
export const picture: TextType<QuestionOf<'picture'>> = {
  prose: true,
  read: (draft) => ({ ...told(draft), type: 'picture' }),
  write: () => nothing,
};
export const video: TextType<QuestionOf<'video'>> = {
  prose: true,
  read: (draft) => ({ ...told(draft), type: 'video' }),
  write: () => nothing,
};

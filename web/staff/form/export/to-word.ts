// A form as a paper questionnaire (.docx): to be printed and filled in by hand, and to be set in Word or WPS by those who
// know how they want it.
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Definition } from '../../../../schema/form/definition.ts';
import { draw, fonts, page, sizes, text } from './paper/draw.ts';
import { type PaperItem, paperItems } from './paper/sheet.ts';
import { paperWord as t } from './paper/words.ts';

const mm = convertMillimetersToTwip;

interface Paper {
  /** who asks, as it stands above the questions */
  organiser: string;
  /** a ballot: nothing on it says whose it is */
  secret: boolean;
}

export function toWord(definition: Definition, paper: Paper): Promise<Blob> {
  return Packer.toBlob(wordDocument(definition, paper));
}

function wordDocument(definition: Definition, paper: Paper): Document {
  return new Document({
    title: definition.title,
    creator: paper.organiser,
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: {
              top: mm(page.margin),
              bottom: mm(page.margin),
              left: mm(page.margin),
              right: mm(page.margin),
            },
          },
        },
        footers: { default: pageNumbers() },
        children: [
          ...head(definition, paper),
          ...paperItems(definition).flatMap(drawItem),
          ...indented(definition.thanks),
        ],
      },
    ],
  });
}

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: sizes.small }),
        ],
      }),
    ],
  });

const plain = (words: string, size: number = sizes.body) =>
  new Paragraph({ spacing: { before: mm(1.5), after: mm(1.5) }, children: [text(words, { size })] });
/** One paragraph a line. */
const indented = (words = '') =>
  words.split('\n').flatMap((line) =>
    line.trim() === ''
      ? []
      : [
          new Paragraph({
            indent: { firstLine: 2 * sizes.body * 10 },
            spacing: { line: 360 },
            children: [text(line)],
          }),
        ],
  );

function head({ title, intro }: Definition, { organiser, secret }: Paper): FileChild[] {
  const number = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [text(t('number'), { size: sizes.small })],
  });
  return [
    ...(secret ? [] : [number]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: mm(2), after: mm(4) },
      children: [text(title, { head: true, size: sizes.title })],
    }),
    ...indented(intro),
    plain(`${t('organiser', { name: organiser })}${secret ? '' : `　　${t('day')}`}`, sizes.small),
    ...(secret ? [] : [plain(t('place'))]),
    plain(t('howTo'), sizes.small),
  ];
}

function drawItem(item: PaperItem): FileChild[] {
  const { number, heading, title, remarks, hint, blocks, goOn } = item;
  const behind = remarks.length > 0 ? `（${remarks.join('；')}）` : '';
  const named = number === undefined ? title : `${number}. ${title}`;
  const follows = hint !== '' || blocks.length > 0 || goOn.length > 0;
  const opening =
    title === '' && behind === ''
      ? []
      : [
          new Paragraph({
            keepLines: true,
            // A heading stays with the question below it.
            keepNext: follows || heading,
            spacing: { before: mm(heading ? 5 : 3.5), after: mm(1) },
            children: [
              text(named, { head: true, size: heading ? sizes.body + 4 : sizes.body }),
              ...(behind === '' ? [] : [text(behind, { size: sizes.small })]),
            ],
          }),
        ];
  return [
    ...opening,
    ...hint.split('\n').flatMap((line) =>
      line.trim() === ''
        ? []
        : [
            new Paragraph({
              keepLines: true,
              keepNext: blocks.length > 0 || goOn.length > 0 || heading,
              indent: { left: mm(heading ? 0 : 7) },
              children: [text(line, { size: sizes.small })],
            }),
          ],
    ),
    ...blocks.flatMap((block, at) => draw(block, at < blocks.length - 1 || goOn.length > 0)),
    ...goOn.map(
      (sentence, at) =>
        new Paragraph({
          keepLines: true,
          keepNext: at < goOn.length - 1,
          indent: { left: mm(7) },
          children: [text(`→ ${sentence}`, { size: sizes.small })],
        }),
    ),
  ];
}

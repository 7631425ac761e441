// A Word file becomes the text of a questionnaire: what Word shows is there, and what cannot be text is named.
import * as docx from 'docx';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../../schema/form/text/read-text.ts';
import { docxText } from '../../web/staff/form/import/docx-text.ts';
import { limits } from '../../web/staff/form/import/office-file.ts';
import { Unreadable } from '../../web/staff/form/import/unreadable.ts';
import { readWordFile } from '../../web/staff/form/import/word-file.ts';
import {
  abstractList,
  cell,
  item,
  level,
  list,
  par,
  run,
  table,
  type WordParts,
  wordFile,
} from './word-file.ts';

const lines = (body: string, parts?: WordParts) => docxText(wordFile(body, parts)).text.split('\n');
const lostOf = (body: string) => docxText(wordFile(body)).lost;
const refusal = (bytes: Uint8Array) => {
  try {
    docxText(bytes);
  } catch (thrown) {
    if (thrown instanceof Unreadable) return thrown.code;
    throw thrown;
  }
  return undefined;
};

describe('files written by a library', () => {
  const written = async (children: docx.FileChild[], options: Partial<docx.IPropertiesOptions> = {}) =>
    docxText(
      new Uint8Array(
        await docx.Packer.toArrayBuffer(new docx.Document({ ...options, sections: [{ children }] })),
      ),
    ).text.split('\n');

  it('gives numbers of lists back', async () => {
    const numbering = {
      config: [
        {
          reference: 'questions',
          levels: [
            { level: 0, format: docx.LevelFormat.DECIMAL, text: '%1、' },
            { level: 1, format: docx.LevelFormat.UPPER_LETTER, text: '%2.' },
          ],
        },
      ],
    };
    const numbered = (text: string, at: number) =>
      new docx.Paragraph({ text, numbering: { reference: 'questions', level: at } });
    expect(
      await written(
        [
          new docx.Paragraph({ text: '楼栋问卷' }),
          numbered('有电梯吗', 0),
          numbered('有', 1),
          numbered('没有', 1),
          numbered('够用吗', 0),
          numbered('够', 1),
        ],
        { numbering },
      ),
    ).toEqual(['楼栋问卷', '1、有电梯吗', 'A. 有', 'B. 没有', '2、够用吗', 'A. 够']);
  });

  it('turns bullets into boxes', async () => {
    expect(
      await written([
        new docx.Paragraph({ text: '1. 您想参加什么' }),
        new docx.Paragraph({ text: '巡楼', bullet: { level: 0 } }),
        new docx.Paragraph({ text: '送餐', bullet: { level: 0 } }),
      ]),
    ).toEqual(['1. 您想参加什么', '□ 巡楼', '□ 送餐']);
  });

  it('makes a matrix of a table of answers under its title', async () => {
    const row = (...texts: string[]) =>
      new docx.TableRow({
        children: texts.map((text) => new docx.TableCell({ children: [new docx.Paragraph(text)] })),
      });
    expect(
      await written([
        new docx.Paragraph('调查'),
        new docx.Paragraph('4. 对服务的评价'),
        new docx.Table({
          rows: [
            row('项目', '满意', '一般', '不满意'),
            row('环境卫生', '', '', ''),
            row('停车管理', '', '', ''),
          ],
        }),
        new docx.Paragraph('5. 建议'),
      ]),
    ).toEqual([
      '调查',
      '4. 对服务的评价[矩阵单选题]',
      '满意\t一般\t不满意',
      '环境卫生',
      '停车管理',
      '',
      '5. 建议',
    ]);
  });

  it('keeps inserted words and leaves deleted ones out', async () => {
    const by = { author: '王', date: '2026-01-01T00:00:00Z' };
    expect(
      await written([
        new docx.Paragraph({
          children: [
            new docx.TextRun('1. 您'),
            new docx.DeletedTextRun({ text: '是否', id: 1, ...by }),
            new docx.InsertedTextRun({ text: '还', id: 2, ...by }),
            new docx.TextRun('满意吗'),
          ],
        }),
      ]),
    ).toEqual(['1. 您还满意吗']);
  });

  it('reads boxes of content controls, and no headers, footers or footnotes', async () => {
    const body = [
      new docx.Paragraph({
        children: [
          new docx.TextRun('性别：'),
          new docx.CheckBox({ checked: true }),
          new docx.TextRun('男 '),
          new docx.CheckBox(),
          new docx.TextRun('女'),
          new docx.FootnoteReferenceRun(1),
        ],
      }),
    ];
    const file = new docx.Document({
      footnotes: { 1: { children: [new docx.Paragraph('脚注')] } },
      sections: [
        {
          headers: { default: new docx.Header({ children: [new docx.Paragraph('页眉')] }) },
          footers: { default: new docx.Footer({ children: [new docx.Paragraph('页脚')] }) },
          children: body,
        },
      ],
    });
    expect(docxText(new Uint8Array(await docx.Packer.toArrayBuffer(file))).text).toBe('性别：□男 □女');
  });

  it('names a picture with the words beside it', async () => {
    const png = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAQUBAScY42YAAAAASUVORK5CYII='),
      (letter) => letter.charCodeAt(0),
    );
    const file = new docx.Document({
      sections: [
        {
          children: [
            new docx.Paragraph('1. 您喜欢哪个方案'),
            new docx.Paragraph({
              children: [
                new docx.ImageRun({ type: 'png', data: png, transformation: { width: 10, height: 10 } }),
              ],
            }),
          ],
        },
      ],
    });
    const { text, lost } = docxText(new Uint8Array(await docx.Packer.toArrayBuffer(file)));
    expect(text).toBe('1. 您喜欢哪个方案');
    expect(lost).toEqual([{ kind: 'picture', line: 2, beside: '1. 您喜欢哪个方案' }]);
  });
});

describe('automatic numbers', () => {
  const questions = abstractList(
    1,
    level(0, '%1、', { format: 'chineseCounting' }) +
      level(1, '%2.') +
      level(2, '（%3）', { format: 'lowerRoman' }) +
      level(3, '%4', { format: 'decimalEnclosedCircle' }),
  );

  it('are counted by level and start again under the next heading', () => {
    expect(
      lines(
        item('基本情况', 1) +
          item('姓名', 1, 1) +
          item('住址', 1, 1) +
          item('评价', 1) +
          item('满意吗', 1, 1),
        { numbering: questions + list(1, 1) },
      ),
    ).toEqual(['一、基本情况', '1. 姓名', '2. 住址', '二、评价', '1. 满意吗']);
  });

  it('go on where the level never restarts', () => {
    const numbering =
      abstractList(
        1,
        level(0, '%1、', { format: 'chineseCounting' }) +
          level(1, '%2.', { more: '<w:lvlRestart w:val="0"/>' }),
      ) + list(1, 1);
    expect(lines(item('甲', 1) + item('一', 1, 1) + item('乙', 1) + item('二', 1, 1), { numbering })).toEqual(
      ['一、甲', '1. 一', '二、乙', '2. 二'],
    );
  });

  it('are written in the formats that Chinese documents use', () => {
    const formats: [format: string, text: string, eleventh: string][] = [
      ['chineseCounting', '%1、', '十一、'],
      ['chineseCountingThousand', '第%1题', '第十一题'],
      ['upperLetter', '%1.', 'K. '],
      ['lowerLetter', '%1)', 'k) '],
      ['upperRoman', '%1.', 'XI. '],
      ['lowerRoman', '（%1）', '（xi）'],
      ['decimalEnclosedCircle', '%1', '⑪'],
      ['chineseLegalSimplified', '%1、', '壹拾壹、'],
      ['ideographTraditional', '%1、', '甲、'],
      ['decimalZero', '%1', '11. '],
      ['decimal', '%1', '11. '],
      ['unknownFormat', '%1.', '11. '],
    ];
    const numbering = formats
      .map(([format, text], at) => abstractList(at, level(0, text, { format, start: 11 })) + list(at + 1, at))
      .join('');
    expect(lines(formats.map((_, at) => item('题', at + 1)).join(''), { numbering })).toEqual(
      formats.map(([, , shown]) => `${shown}题`),
    );
  });

  it('say numbers above ten, with a zero where a place is empty', () => {
    const starts = [10, 20, 21, 105, 110, 1001];
    const numbering = starts
      .map(
        (start, at) =>
          abstractList(at, level(0, '%1、', { format: 'chineseCounting', start })) + list(at + 1, at),
      )
      .join('');
    expect(
      lines(starts.map((_, at) => item('', at + 1).replace('</w:p>', `${run('x')}</w:p>`)).join(''), {
        numbering,
      }),
    ).toEqual(['十、x', '二十、x', '二十一、x', '一百零五、x', '一百一十、x', '一千零一、x']);
  });

  it('are shared by lists of one kind, until one starts anew', () => {
    const numbering =
      abstractList(1, level(0, '%1.')) +
      list(1, 1) +
      list(2, 1) +
      list(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    expect(
      lines(item('a', 1) + item('b', 2) + item('c', 3) + item('d', 3) + item('e', 1), { numbering }),
    ).toEqual(['1. a', '2. b', '5. c', '6. d', '7. e']);
  });

  it('may be given a format of their own', () => {
    const numbering =
      abstractList(1, level(0, '%1.')) +
      list(
        1,
        1,
        `<w:lvlOverride w:ilvl="0">${level(0, '%1、', { format: 'chineseCounting', start: 3 })}</w:lvlOverride>`,
      );
    expect(lines(item('a', 1) + item('b', 1), { numbering })).toEqual(['三、a', '四、b']);
  });

  it('come from the style, or from the one it is based on; list 0 takes them away', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="q"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="q2"><w:basedOn w:val="q"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="o"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      abstractList(
        1,
        level(0, '%1.') + level(1, '%2.', { format: 'upperLetter', more: '<w:pStyle w:val="o"/>' }),
      ) + list(1, 1);
    const styled = (text: string, style: string, more = '') =>
      par(text, `<w:pStyle w:val="${style}"/>${more}`);
    expect(
      lines(
        styled('题', 'q') +
          styled('甲', 'o') +
          styled('乙', 'o') +
          styled('说明', 'q', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
          styled('题', 'q2'),
        { styles, numbering },
      ),
    ).toEqual(['1. 题', 'A. 甲', 'B. 乙', '说明', '2. 题']);
  });

  it('are borrowed from a list style', () => {
    const numbering =
      abstractList(1, level(0, '%1）'), '<w:styleLink w:val="mine"/>') +
      abstractList(2, '', '<w:numStyleLink w:val="mine"/>') +
      list(1, 2);
    expect(lines(item('a', 1) + item('b', 1), { numbering })).toEqual(['1）a', '2）b']);
  });

  it('under a numbered question are options, and not questions of their own', () => {
    const numbering = abstractList(1, level(0, '%1.') + level(1, '%2)')) + list(1, 1);
    expect(lines(item('题', 1) + item('甲', 1, 1) + item('乙', 1, 1) + item('题', 1), { numbering })).toEqual(
      ['1. 题', '①甲', '②乙', '2. 题'],
    );
  });

  it('of several levels stand together, in digits where the level says so', () => {
    const numbering =
      abstractList(
        1,
        level(0, '%1', { format: 'chineseCounting' }) + level(1, '%1.%2', { more: '<w:isLgl/>' }),
      ) + list(1, 1);
    expect(lines(item('章', 1) + item('节', 1, 1), { numbering })).toEqual(['一、章', '1.1 节']);
  });

  it('of empty paragraphs are counted and not written', () => {
    const numbering = abstractList(1, level(0, '%1.')) + list(1, 1);
    expect(lines(item('a', 1) + item('', 1) + item('b', 1), { numbering })).toEqual(['1. a', '', '3. b']);
  });
});

describe('boxes and blanks', () => {
  it('are read whatever they are made of', () => {
    const sym = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    expect(
      lines(
        par(
          sym('Wingdings', 'F0A8') +
            run('甲 ') +
            sym('Wingdings 2', '00A3') +
            run('乙 ') +
            sym('Wingdings', 'F0FE') +
            run('丙'),
        ) +
          par(
            run('o', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') +
              run('丁 ') +
              run('\uf071') +
              run('戊'),
          ) +
          par('☐己 ☑庚 ◻辛 ◯壬') +
          par(sym('Wingdings', 'F081') + run('子 ') + sym('Wingdings', 'F082') + run('丑')),
      ),
    ).toEqual(['□甲 □乙 □丙', '□丁 □戊', '□己 □庚 □辛 ○壬', '①子 ②丑']);
  });

  it('names a symbol that it does not know', () => {
    expect(lostOf(par(`<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>${run('甲')}`))).toEqual([
      { kind: 'symbol', line: 1, beside: '甲' },
    ]);
  });

  it('are read from content controls: a box, a list to choose from, a place to write', () => {
    const control = (settings: string, content: string) =>
      `<w:sdt><w:sdtPr>${settings}</w:sdtPr><w:sdtContent>${run(content)}</w:sdtContent></w:sdt>`;
    const items = ['', '东街', '西街'].map(
      (value) => `<w:listItem w:displayText="${value || '选择一项'}" w:value="${value}"/>`,
    );
    expect(
      lines(
        par(control('<w14:checkbox/>', '☒') + run('同意')) +
          par(run('您的街道') + control(`<w:dropDownList>${items.join('')}</w:dropDownList>`, '选择一项')) +
          par(run('姓名：') + control('<w:showingPlcHdr/><w:text/>', '单击此处输入')) +
          par(run('电话：') + control('<w:text/>', '0714')),
      ),
    ).toEqual(['□同意', '您的街道[下拉题]', '□ 东街', '□ 西街', '姓名：____', '电话：0714']);
  });

  it('are read from the old form controls', () => {
    const mark = (kind: string, data = '') =>
      `<w:r><w:fldChar w:fldCharType="${kind}">${data && `<w:ffData>${data}</w:ffData>`}</w:fldChar></w:r>`;
    const code = (text: string) => `<w:r><w:instrText> ${text} </w:instrText></w:r>`;
    expect(
      lines(
        par(mark('begin', '<w:checkBox/>') + code('FORMCHECKBOX') + mark('end') + run('有')) +
          par(
            run('姓名') +
              mark('begin', '<w:textInput/>') +
              code('FORMTEXT') +
              mark('separate') +
              run('\u2002\u2002') +
              mark('end'),
          ) +
          par(
            run('楼栋') +
              mark('begin', '<w:ddList><w:listEntry w:val="1号楼"/><w:listEntry w:val="2号楼"/></w:ddList>') +
              code('FORMDROPDOWN') +
              mark('end'),
          ),
      ),
    ).toEqual(['□有', '姓名____', '楼栋[下拉题]', '□ 1号楼', '□ 2号楼']);
  });

  it('are underlined spaces, tabs, or tabs with a line as their leader', () => {
    const u = '<w:u w:val="single"/>';
    expect(
      lines(
        par(run('住') + run('   ', u) + run('    ', u) + run('号楼') + run(' ', u) + run('单元')) +
          par(`${run('姓名：')}<w:r><w:rPr>${u}</w:rPr><w:tab/></w:r>`) +
          par(
            `${run('建议：')}<w:r><w:tab/></w:r>`,
            '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="5000"/></w:tabs>',
          ) +
          par(run('请', u) + run('  看 清', u) + run('再填')) +
          par('电话：____________'),
      ),
    ).toEqual(['住____号楼____单元', '姓名：____', '建议：____', '请____看 清再填', '电话：____']);
  });

  it('are circled characters that are made by a field', () => {
    const eq = (code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(lines(par(eq('eq \\o\\ac(○,1)') + run('东门 ') + eq('eq \\o\\ac(□,√)') + run('西门')))).toEqual([
      '①东门 □西门',
    ]);
  });
});

describe('runs', () => {
  it('of links and fields are their words, and not their codes', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x.cn"</w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('官网')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(
      lines(
        par(
          run('见') +
            field +
            `<w:hyperlink r:id="rId9">${run('公告')}</w:hyperlink>` +
            `<w:fldSimple w:instr="DATE">${run('1月')}</w:fldSimple>`,
        ),
      ),
    ).toEqual(['见官网公告1月']);
  });

  it('inside the code of a field, or deleted however it is written, are not read', () => {
    const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const nested = `${mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${mark('begin')}<w:r><w:instrText>MERGEFIELD 楼</w:instrText></w:r>${mark('separate')}${run('3')}${mark('end')}${mark('separate')}${run('三号楼')}${mark('end')}`;
    expect(lines(par(`${nested}<w:del w:id="1">${run('旧')}</w:del>${run('问卷')}`))).toEqual(['三号楼问卷']);
  });

  it('keep tabs and line breaks', () => {
    expect(lines(par(`${run('甲')}<w:r><w:tab/></w:r>${run('乙')}<w:r><w:br/></w:r>${run('丙')}`))).toEqual([
      '甲\t乙',
      '丙',
    ]);
  });

  it('of a text box are read once, after the paragraph that it hangs on', () => {
    const box = `<w:txbxContent>${par('请用黑笔填写')}</w:txbxContent>`;
    const drawing =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:txbx>${box}</wps:txbx></wp:inline></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(lines(par(run('问卷') + drawing) + par('1. 题'))).toEqual(['问卷', '请用黑笔填写', '1. 题']);
  });

  it('that Word hides are named, and not read', () => {
    const body = par(run('1. 题') + run('答案：A', '<w:vanish/>'));
    expect(lines(body)).toEqual(['1. 题']);
    expect(lostOf(body)).toEqual([{ kind: 'hidden', line: 1, beside: '1. 题' }]);
  });

  it('go on in the next paragraph when the end between them was deleted', () => {
    expect(
      lines(par('1. 您对', '<w:rPr><w:del w:id="1" w:author="王"/></w:rPr>') + par('物业满意吗')),
    ).toEqual(['1. 您对物业满意吗']);
  });

  it('that were moved are read where they stand now', () => {
    expect(
      lines(par(`<w:moveFrom>${run('旧')}</w:moveFrom>`) + par(`<w:moveTo>${run('新')}</w:moveTo>`)),
    ).toEqual(['新']);
  });

  it('keep entities and characters outside the basic plane', () => {
    expect(lines(par(run('A&amp;B &lt;5 &#x1F600; &#128512;')))).toEqual(['A&B <5 😀 😀']);
  });

  it('embedded files, charts and parts in other formats are named', () => {
    const object = '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>';
    expect(lostOf(`${par(run('见附表') + object)}<w:altChunk r:id="rId5"/>`)).toEqual([
      { kind: 'object', line: 1, beside: '见附表' },
      { kind: 'object', line: 2, beside: '见附表' },
    ]);
  });
});

describe('tables', () => {
  const before = par('调查表') + par('1. 您怎么看');

  it('with boxes are matrices, of several choices where the title says so', () => {
    const boxes = table(['', '老人', '孩子'], ['东楼', '□', '□'], ['西楼', '□', '□']);
    expect(lines(par('调查表') + par('1. 家里有谁（可多选）') + boxes)).toEqual([
      '调查表',
      '1. 家里有谁（可多选）[矩阵多选题]',
      '老人\t孩子',
      '东楼',
      '西楼',
    ]);
  });

  it('headed by points are scales', () => {
    expect(lines(before + table(['项目', '1', '2', '3', '4', '5'], ['卫生', '', '', '', '', '']))).toEqual([
      '调查表',
      '1. 您怎么看[矩阵量表题]',
      '1~5',
      '卫生',
    ]);
  });

  it('with points to circle keep the words of their heads', () => {
    expect(
      lines(before + table(['项目', '好', '中', '差'], ['卫生', '3', '2', '1'], ['治安', '3', '2', '1'])),
    ).toEqual(['调查表', '1. 您怎么看[矩阵单选题]', '好\t中\t差', '卫生', '治安']);
  });

  it('to write into are matrices of words or of numbers', () => {
    expect(lines(before + table(['楼栋', '负责人', '电话'], ['1号楼', '', ''], ['2号楼', '', '']))).toEqual([
      '调查表',
      '1. 您怎么看[矩阵填空题]',
      '负责人\t电话',
      '1号楼',
      '2号楼',
    ]);
    expect(lines(before + table(['楼栋', '户数', '人数'], ['1号楼', '', ''], ['2号楼', '', '']))[1]).toBe(
      '1. 您怎么看[矩阵数字题]',
    );
  });

  it('with numbered empty lines grow', () => {
    expect(lines(before + table(['序号', '姓名', '年龄'], ['1', '', ''], ['2', '', '']))).toEqual([
      '调查表',
      '1. 您怎么看[自增表格题]',
      '姓名\t年龄',
    ]);
  });

  it('name their rows by every column that asks, and by headings across', () => {
    const merged = (text: string, more: string) => cell(text, `<w:vMerge${more}/>`);
    const across = [cell('安全', '<w:gridSpan w:val="4"/>')];
    expect(
      lines(
        before +
          table(
            ['类别', '项目', '满意', '不满意'],
            [merged('环境', ' w:val="restart"'), '楼道', '□', '□'],
            [merged('', ''), '绿化', '□', '□'],
            across,
            [merged('', ' w:val="restart"'), '消防', '□', '□'],
          ),
      ).slice(2),
    ).toEqual(['满意\t不满意', '环境：楼道', '环境：绿化', '安全：消防']);
  });

  it('may have two rows of heads and a column for words beside the choices', () => {
    const head = [
      [
        cell('项目', '<w:vMerge w:val="restart"/>'),
        cell('评价', '<w:gridSpan w:val="2"/>'),
        cell('原因', '<w:vMerge w:val="restart"/>'),
      ],
      [cell('', '<w:vMerge/>'), '满意', '不满意', cell('', '<w:vMerge/>')],
    ];
    expect(lines(before + table(...head, ['卫生', '□', '□', ''], ['治安', '□', '□', '']))).toEqual([
      '调查表',
      '1. 您怎么看[矩阵单选题]',
      '满意\t不满意',
      '卫生',
      '治安',
      '',
      '您怎么看：原因[矩阵填空题]',
      '原因',
      '卫生',
      '治安',
    ]);
  });

  it('of two kinds of columns ask twice, under the title that they have', () => {
    const answers = table(['项目', '好', '差', '原因'], ['卫生', '□', '□', ''], ['治安', '□', '□', '']);
    expect(lines(par('调查表') + par('二、环境评价') + answers).filter((line) => line.includes('['))).toEqual(
      ['环境评价[矩阵单选题]', '环境评价：原因[矩阵填空题]'],
    );
  });

  it('say above their heads what is to be done, and below them what is to be noted', () => {
    const across = (text: string) => [cell(text, '<w:gridSpan w:val="3"/>')];
    expect(
      lines(
        before +
          table(across('请在框内打√'), ['项目', '好', '差'], ['卫生', '□', '□'], across('注：只选一个')),
      ),
    ).toEqual(['调查表', '1. 您怎么看（请在框内打√）[矩阵单选题]', '好\t差', '卫生', '', '注：只选一个']);
    expect(
      lines(par('调查表') + table(across('三、服务评价'), ['项目', '好', '差'], ['卫生', '□', '□'])),
    ).toEqual(['调查表', '', '三、服务评价[矩阵单选题]', '好\t差', '卫生']);
  });

  it('that list the same options in every row are matrices, different ones are questions', () => {
    const same = table(['项目', '评价'], ['卫生', '□好 □差'], ['治安', '□好 □差']);
    expect(lines(before + same)).toEqual(['调查表', '1. 您怎么看[矩阵单选题]', '好\t差', '卫生', '治安']);
    const different = table(
      ['序号', '题目', '选项'],
      ['1', '有电梯吗', '□有 □没有'],
      ['2', '几层', '□6 □11 □18'],
    );
    expect(lines(par('调查表') + different)).toEqual([
      '调查表',
      '1. 有电梯吗',
      '□有 □没有',
      '',
      '2. 几层',
      '□6 □11 □18',
    ]);
  });

  it('of labels and blanks are fields', () => {
    expect(
      lines(
        par('登记表') +
          table(
            ['姓名', '', '性别', '□男 □女'],
            ['出生日期', '年  月  日', '电话', '____'],
            ['家庭住址', cell('', '<w:gridSpan w:val="3"/>')],
          ),
      ).filter((line) => line !== ''),
    ).toEqual(['登记表', '姓名：', '性别', '□男 □女', '出生日期[日期题]', '电话：', '家庭住址：']);
    expect(lines(par('登记表') + table(['姓名', '房号'], ['', '']))).toEqual([
      '登记表',
      '姓名：',
      '',
      '房号：',
    ]);
  });

  it('that only lay options out, or frame text, are lines', () => {
    expect(lines(before + table(['□甲', '□乙'], ['□丙', '']))).toEqual([
      '调查表',
      '1. 您怎么看',
      '□甲',
      '□乙',
      '□丙',
    ]);
    expect(lines(table([par('1. 题一') + par('□甲') + par('2. 题二')]))).toEqual([
      '1. 题一',
      '□甲',
      '2. 题二',
    ]);
  });

  it('without a title get the words of their first cell, of a heading, or a plain request', () => {
    const answers = (corner: string) => table([corner, '好', '差'], ['卫生', '□', '□']);
    expect(lines(par('调查表') + answers('物业服务'))[2]).toBe('物业服务[矩阵单选题]');
    expect(lines(par('调查表') + par('二、环境评价') + answers('项目')).slice(1, 4)).toEqual([
      '二、环境评价',
      '',
      '环境评价[矩阵单选题]',
    ]);
    expect(
      lines(par('调查表') + answers('项目') + answers('项目')).filter((line) => line.includes('[')),
    ).toEqual(['请填写下表[矩阵单选题]', '请填写下表[矩阵单选题]']);
  });

  it('name a picture between the title and the table, and one above the heads', () => {
    const picture = '<w:r><w:drawing><a:blip/></w:drawing></w:r>';
    const across = [cell(par(`${run('见图')}${picture}`), '<w:gridSpan w:val="3"/>')];
    const body = before + par(picture) + table(across, ['项目', '好', '差'], ['卫生', '□', '□']);
    expect(lines(body)[1]).toBe('1. 您怎么看（见图）[矩阵单选题]');
    expect(lostOf(body).map(({ kind }) => kind)).toEqual(['picture', 'picture']);
  });

  it('keep their pictures named, and lose rows that were deleted', () => {
    const picture = par('<w:r><w:drawing><a:blip/></w:drawing></w:r>');
    const body =
      before +
      table(['', '好', '差'], [cell(par('方案一') + picture), '□', '□'], ['方案二', '□', '□']).replace(
        '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">方案二',
        '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t xml:space="preserve">方案二',
      );
    expect(lines(body).slice(1)).toEqual(['1. 您怎么看[矩阵单选题]', '好\t差', '方案一']);
    expect(lostOf(body)).toMatchObject([{ kind: 'picture' }]);
  });
});

describe('what stands outside the body', () => {
  const question = par('1. 房屋面积');
  const asidesOf = (parts: WordParts) => docxText(wordFile(question, parts)).asides;
  const note = (kind: string, id: number, words: string) =>
    `<w:${kind} w:id="${id}">${par(words)}</w:${kind}>`;

  it('is told in its words, by its kind', () => {
    const parts = {
      header: par('幸福里社区居委会'),
      footer: par('联系电话 0714-8700000'),
      footnotes: note('footnote', 2, '不含车库') + note('footnote', 3, '以房产证为准'),
      endnotes: note('endnote', 2, '见附件'),
      comments: note('comment', 0, '此题必答'),
    };
    expect(asidesOf(parts).map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      'header 幸福里社区居委会',
      'footer 联系电话 0714-8700000',
      'footnote 不含车库',
      'footnote 以房产证为准',
      'endnote 见附件',
      'comment 此题必答',
    ]);
    expect(docxText(wordFile(question, parts)).text).toBe('1. 房屋面积');
  });

  it.each(['第 1 页 共 3 页', '- 2 -', '1 / 12', 'Page 1 of 3', ''])(
    'is nothing where pages are counted: %s',
    (words) => {
      expect(asidesOf({ footer: par(words), footnotes: note('footnote', 0, '') })).toEqual([]);
    },
  );

  it.each(['2026', '第 1 版', '第 3 页请勿填写'])('is told where more is said than the page: %s', (words) => {
    expect(asidesOf({ footer: par(words) }).map((one) => one.words)).toEqual([words]);
  });

  it('is told with the picture in it', () => {
    const logo = `<w:r><w:drawing><a:blip/></w:drawing></w:r>`;
    expect(asidesOf({ header: par(logo) })).toEqual([{ kind: 'header', words: '', lost: ['picture'] }]);
  });

  const read = (body: string, parts: WordParts) =>
    readWordFile(new File([new Uint8Array(wordFile(body, parts))], '新建文档.docx'));

  const titleOf = (text: string) => readText(text).definition.title;

  it('gives a questionnaire its title, when that stands nowhere else', async () => {
    const { text, lost } = await read(question, {
      header: par('小区住房调查'),
      comments: note('comment', 0, '此题必答'),
    });
    expect([titleOf(text), lost]).toEqual(['小区住房调查', ['批注：此题必答']]);
    const titled = await read(par('住房调查') + question, { header: par('幸福里社区') });
    expect([titleOf(titled.text), titled.lost]).toEqual(['住房调查', ['页眉：幸福里社区']]);
  });
});

describe('what is no Word file', () => {
  it('is refused by its content, whatever its name', () => {
    expect(refusal(strToU8('姓名,电话'))).toBe('not-office');
    expect(refusal(new Uint8Array())).toBe('not-office');
    expect(refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe(
      'old-office',
    );
    const sheets = zipSync({
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
      'xl/workbook.xml': strToU8('<workbook/>'),
    });
    expect(refusal(sheets)).toBe('not-word');
    expect(refusal(zipSync({ 'a.xml': strToU8('<a/>') }))).toBe('damaged');
  });

  it('is refused when it is behind a password', () => {
    const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
    expect(refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...name]))).toBe('password');
    const file = wordFile(par('x'));
    file[6] = 1;
    expect(refusal(file)).toBe('password');
  });

  it('is refused when it is broken off, or no XML inside', () => {
    const file = wordFile(par('x'.repeat(50_000)));
    expect(refusal(file.slice(0, file.length >> 1))).toBe('damaged');
    expect(refusal(wordFile('<w:p>'))).toBe('damaged');
    expect(refusal(wordFile(`${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}`))).toBe('damaged');
  });

  it('is refused when it unpacks into more than a questionnaire can be', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(limits.unpacked + 1) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(bomb)).toBe('too-large');
    // Within the limit in all, and still no document that anybody wrote.
    expect(refusal(zipSync({ 'word/document.xml': new Uint8Array(8 << 20) }))).toBe('too-large');
  });

  it('believes no header that claims to be small', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(limits.unpacked + 1) });
    new DataView(bomb.buffer).setUint32(22, 10, true);
    expect(refusal(bomb)).toBe('too-large');
  });

  it('says so, and nothing else goes wrong, whatever is broken in it', () => {
    const whole = wordFile(par('1. 题') + table(['', '好', '差'], ['卫生', '□', '□']));
    const broken = fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(broken, (changes) => {
        const bytes = whole.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        try {
          return typeof docxText(bytes).text === 'string';
        } catch (thrown) {
          return thrown instanceof Unreadable;
        }
      }),
      { numRuns: 300 },
    );
  });
});

// A form given out as a file: on paper, to other systems, as a copy. What writes each is loaded when it is asked for.
import { Menu } from '../../../ui/menu.tsx';
import { sentenceOf } from '../../../ui/problem.ts';
import { fileName, saveFile } from '../../../ui/save-file.ts';
import { toast } from '../../../ui/toast.tsx';
import { savable } from '../blanks.ts';
import type { Keeper } from '../keeper.ts';
import { menuWord as t } from './menu-words.ts';

export function ExportMenu(props: { keeper: Keeper }) {
  const { definition, form } = props.keeper;
  const whole = savable(definition);
  const save = (file: Blob, end: string, said?: (name: string) => string) => {
    const name = fileName(definition.title, end);
    saveFile(file, name);
    toast(said?.(name) ?? t('saved', { name }));
  };
  const word = async () => {
    const { toWord } = await import('./to-word.ts');
    // A ballot must not say whose it is.
    const paper = { organiser: form.unit.name, secret: form.kind === 'election' };
    save(await toWord(whole, paper), 'docx');
  };
  const xlsform = async () => {
    const { toXlsform, unsaidSheetName } = await import('./to-xlsform.ts');
    const { file, notExported } = await toXlsform(whole);
    const { length: n } = notExported;
    save(file, 'xlsx', (name) =>
      n > 0 ? t('savedWithout', { name, n, sheet: unsaidSheetName() }) : t('saved', { name }),
    );
  };
  const copy = async () =>
    save(new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' }), 'json');
  const plain = async () => {
    const { toText, someOf } = await import('./to-text.ts');
    const { text, notExported } = toText(whole);
    const { length: n } = notExported;
    // With the mark of UTF-8 in front, as old editors need it.
    save(new Blob([`\ufeff${text}`], { type: 'text/plain;charset=utf-8' }), 'txt', (name) =>
      n > 0 ? t('savedText', { name, n, some: someOf(notExported) }) : t('saved', { name }),
    );
  };
  const items = [
    { title: t('word'), make: word },
    { title: t('text'), make: plain },
    { title: t('xlsform'), make: xlsform },
    { title: t('copy'), make: copy },
  ];
  return (
    <Menu
      title={t('export')}
      items={items.map(({ title, make }) => ({
        title,
        onChoose: () => {
          make().catch((thrown: unknown) => toast(sentenceOf(thrown)));
        },
      }))}
    />
  );
}

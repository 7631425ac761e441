// A form as a text file, to be read, changed in any editor and brought in again.
import type { Definition } from '../../../schema/form/definition.ts';
import { saveFile } from '../save-file.ts';

export async function saveText(definition: Definition): Promise<void> {
  const { writeText } = await import('../../../schema/form/text/write-text.ts');
  // With the mark of UTF-8 in front, as old editors need it.
  const content = new Blob([`\ufeff${writeText(definition)}`], { type: 'text/plain;charset=utf-8' });
  saveFile(content, `${definition.title.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'form'}.txt`);
}

// Earlier answers in later texts: `${name}` in an XLSForm, `{{id}}` in a form.
import { pipeMark } from '../../../../schema/logic/pipe.ts';
import { nameOf } from './names.ts';

export const pipedText = (text: string, ids: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{\s*([^}\s]+)\s*\}/g, (whole, name: string) => {
    const id = ids.get(name);
    return id === undefined ? whole : `{{${id}}}`;
  });

export const unpipedText = (text: string): string =>
  text.replace(pipeMark, (_, id: string) => `\${${nameOf(id)}}`);

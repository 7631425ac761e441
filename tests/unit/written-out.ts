// A template as its user leaves it: what it asks to be replaced is replaced.
import type { Definition } from '../../schema/form/definition.ts';
import { mapTexts } from '../../schema/form/texts.ts';

export const writtenOut = (definition: Definition): Definition =>
  mapTexts(definition, (text) => text.replaceAll('请改成', ''));

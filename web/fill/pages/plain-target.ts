// Where a form posts to, and what it carries: a fresh answer to its campaign, a correction to where it came from.
import type { ModelOf, ScriptedFill } from '../../../schema/api/page.ts';

type Filling = Pick<ScriptedFill, 'correction' | 'facts'>;

export const target = (model: Filling) => model.correction?.action ?? `/f/${model.facts.slug}`;

export const carried = (model: Filling & Partial<Pick<ModelOf<'fill'>, 'response' | 'unit' | 'code'>>) =>
  model.correction
    ? { receipt: model.correction.receipt, rev: model.correction.rev }
    : { response: model.response, version: model.facts.version, unit: model.unit?.id, code: model.code };

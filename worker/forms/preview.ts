// The draft as residents will see it, by the residents' own page: for the pane beside the form. Nothing is sent.
import { render } from '#fill/render';
import { readers } from '../../schema/api/endpoint.ts';
import type { Facts } from '../../schema/api/fill.ts';
import { definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { minutesOf } from '../../schema/form/minutes.ts';
import { fillIn } from '../../schema/words/language.ts';
import { problemWords } from '../../schema/words/problems.ts';
import { frameOf, pageCall } from '../fill/visit.ts';
import { htmlResponse } from '../http/html.ts';
import { authorize } from '../http/policy.ts';
import type { App } from '../http/route.ts';
import { settingsOf } from '../settings/read.ts';
import { mustReadForm } from './draft.ts';

const week = 7 * 86_400_000;

export function formPreview(app: App): void {
  app.get('/staff/preview/:form', async (c) => {
    const call = pageCall(c);
    await authorize(c, call, readers('form'), c.req.param(), 'previewForm');
    const row = await mustReadForm(call.db, c.req.param('form'));
    const definition = definitionShape().parse(JSON.parse(row.draft));
    const frame = await frameOf(c, call);
    // Conditions that wait for each other, or two questions of one id, have no page to show.
    const errors = lint(definition).filter((finding) => finding.severity === 'error');
    if (errors.length > 0) {
      const title = fillIn(problemWords[call.language]['form-has-errors'], { count: errors.length });
      return htmlResponse(c, render({ ...frame, page: 'problem', status: 409, title }), 409, true);
    }
    const { settings } = await settingsOf(call.db, row.path.split('/')[1] ?? '');
    const facts: Facts = {
      slug: '',
      kind: row.kind,
      title: definition.title,
      phase: 'open',
      opensAt: call.now,
      closesAt: call.now + week,
      organiser: settings.organiser || row.unit_name,
      phone: settings.phone,
      named: false,
      access: 'anyone',
      perDevice: false,
      keepDays: 365,
      care: false,
      minutes: minutesOf(definition),
      version: row.version + 1,
      liveResult: false,
      place: row.unit_name,
      demo: frame.demo,
    };
    const unit = { id: row.unit, name: row.unit_name, above: '' };
    const page = {
      page: 'fill',
      facts,
      definition,
      unit,
      response: '',
      seed: '',
      values: {},
      problems: {},
    } as const;
    return htmlResponse(c, render({ ...frame, ...page, preview: true }), 200, true);
  });
}

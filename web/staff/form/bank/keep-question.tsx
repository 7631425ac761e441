// 存进题库 on a question: for oneself, or with colleagues. What goes by other questions is left out, and it is said.
import type { FormSummary } from '../../../../schema/api/forms.ts';
import { keepQuestion, removeFromBank } from '../../../../schema/api/templates.ts';
import type { Question } from '../../../../schema/form/definition.ts';
import { call } from '../../../ui/call.ts';
import { Menu } from '../../../ui/menu.tsx';
import { sentenceOf } from '../../../ui/problem.ts';
import { toast } from '../../../ui/toast.tsx';
import { titleOf } from '../numbering.ts';
import { alone } from './alone.ts';
import { t } from './words.ts';

export function KeepQuestion(props: { question: Question; unit: FormSummary['unit'] }) {
  const { question, unit } = props;
  const keep = (shared: boolean) => {
    const made = alone(question);
    if (!made) return toast(t('cannot'));
    call(keepQuestion, { params: { unit: unit.id }, body: { question: made.question, shared } })
      .then(({ id }) => {
        const what = [...new Set(made.left.map((way) => t(way)))].join(t('and'));
        toast(what === '' ? t('kept') : t('keptWithout', { what }), () =>
          call(removeFromBank, { params: { question: id } }).then(() => toast(t('removed'))),
        );
      })
      .catch((thrown: unknown) => toast(sentenceOf(thrown)));
  };
  return (
    <Menu
      title={t('keep')}
      about={titleOf(question)}
      items={[
        { title: t('keepOwn'), onChoose: () => keep(false) },
        { title: t('keepShared', { unit: unit.name }), onChoose: () => keep(true) },
      ]}
    />
  );
}

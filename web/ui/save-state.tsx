// Where what was typed is now: on its way, saved, on this device, or in two versions.
import { clockWords } from './time.ts';
import { t } from './words/ui.ts';

export type Saving =
  | { state: 'saved'; at: number }
  | { state: 'saving' }
  | { state: 'unsaved' }
  | { state: 'here' }
  /** without a network, and this device keeps nothing */
  | { state: 'nowhere' }
  | { state: 'too-much' }
  | { state: 'two' }
  | { state: 'refused'; sentence: string };

const sentence = (saving: Saving): string => {
  if (saving.state === 'saved') return t('saved', { time: clockWords(saving.at) });
  if (saving.state === 'saving') return t('saving');
  if (saving.state === 'unsaved') return t('unsaved');
  if (saving.state === 'here') return t('savedHere');
  if (saving.state === 'nowhere') return t('savedNowhere');
  if (saving.state === 'too-much') return t('tooMuch');
  if (saving.state === 'two') return t('twoVersions');
  return saving.sentence;
};

export function SaveState(props: { saving: Saving }) {
  const bad = ['here', 'nowhere', 'too-much', 'two', 'refused'].includes(props.saving.state);
  return (
    <span class={`save-state${bad ? ' bad' : ''}`} role="status">
      {bad && '▲ '}
      {sentence(props.saving)}
    </span>
  );
}

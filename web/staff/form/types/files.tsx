// Types with stored files and what the author shows: photo, file, signature, voice, picture, video, picture choice.
import { usualKinds } from '../../../../schema/fields/file.ts';
import type { FileKind } from '../../../../schema/fields/files.ts';
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Choice, ChoiceGroup } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { MediaField } from '../media-field.tsx';
import { t as words } from '../words.ts';
import { blankLines, type TypeEntry } from './entry.ts';
import { OptionalNumber, OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';

export const photo: TypeEntry<QuestionOf<'photo'>> = {
  purpose: 'attach',
  make: (id) => ({ id, type: 'photo', title: '' }),
  Settings: ({ question, change }) => (
    <>
      <OptionalNumber
        label={t('filesMost')}
        placeholder="3"
        value={question.most}
        onChange={(most) => change({ ...question, most })}
      />
      <Choice
        kind="box"
        checked={question.camera ?? false}
        onChange={(camera) => change({ ...question, camera: camera || undefined })}
        label={t('cameraOnly')}
      />
    </>
  ),
};

const kinds: readonly FileKind[] = ['image', 'pdf', 'document', 'sheet', 'slides', 'audio', 'text', 'zip'];

export const file: TypeEntry<QuestionOf<'file'>> = {
  purpose: 'attach',
  make: (id) => ({ id, type: 'file', title: '' }),
  Settings: ({ question, change }) => {
    const chosen = question.kinds ?? usualKinds;
    return (
      <>
        <OptionalNumber
          label={t('filesMost')}
          placeholder="3"
          value={question.most}
          onChange={(most) => change({ ...question, most })}
        />
        <ChoiceGroup legend={t('fileKinds')}>
          {kinds.map((kind) => (
            <Choice
              key={kind}
              kind="box"
              checked={chosen.includes(kind)}
              onChange={(on) => {
                const next = kinds.filter((one) => (one === kind ? on : chosen.includes(one)));
                if (next.length > 0) change({ ...question, kinds: next as typeof question.kinds });
              }}
              label={t(`kind-${kind}`)}
            />
          ))}
        </ChoiceGroup>
      </>
    );
  },
};

export const signature: TypeEntry<QuestionOf<'signature'>> = {
  purpose: 'attach',
  make: (id) => ({ id, type: 'signature', title: '' }),
};

export const voice: TypeEntry<QuestionOf<'voice'>> = {
  purpose: 'attach',
  make: (id) => ({ id, type: 'voice', title: '' }),
  Settings: ({ question, change }) => (
    <OptionalNumber
      label={t('secondsMost')}
      placeholder="120"
      value={question.seconds}
      onChange={(seconds) => change({ ...question, seconds })}
    />
  ),
};

export const location: TypeEntry<QuestionOf<'location'>> = {
  purpose: 'attach',
  make: (id) => ({ id, type: 'location', title: '' }),
  Settings: ({ question, change }) => (
    <Choice
      kind="box"
      checked={question.exact ?? false}
      onChange={(exact) => change({ ...question, exact: exact || undefined })}
      label={t('exactPlace')}
      note={t('exactPlaceNote')}
    />
  ),
};

export const picture: TypeEntry<QuestionOf<'picture'>> = {
  purpose: 'layout',
  make: (id) => ({ id, type: 'picture', title: '' }),
  Lists: ({ question, change, form }) => (
    <MediaField
      form={form}
      kind="image"
      label={t('pictureFile')}
      value={question.image}
      onChange={(image) => change({ ...question, image })}
    />
  ),
  Settings: ({ question, change }) => (
    <OptionalWord
      label={t('pictureAlt')}
      hint={t('pictureAltHint')}
      maxLength={200}
      value={question.alt}
      onChange={(alt) => change({ ...question, alt })}
    />
  ),
};

export const video: TypeEntry<QuestionOf<'video'>> = {
  purpose: 'layout',
  make: (id) => ({ id, type: 'video', title: '' }),
  Lists: ({ question, change, form }) => (
    <MediaField
      form={form}
      kind="video"
      label={t('videoFile')}
      value={question.video}
      onChange={(file) => change({ ...question, video: file })}
    />
  ),
};

export const imageChoice: TypeEntry<QuestionOf<'image-choice'>> = {
  purpose: 'choose',
  may: ['quiz', 'shuffle', 'carry'],
  make: (id) => ({ id, type: 'image-choice', title: '', required: true, options: blankLines(2) }),
  Lists: ({ question, change, form }) => (
    <div class="stack tight">
      {question.options
        .filter((option) => !option.retired)
        .map((option, index) => (
          <MediaField
            key={option.id}
            form={form}
            kind="image"
            label={t('optionPicture', { name: option.label || words('optionN', { n: index + 1 }) })}
            value={option.image}
            onChange={(image) =>
              change({
                ...question,
                options: question.options.map((one) => (one.id === option.id ? { ...one, image } : one)),
              })
            }
          />
        ))}
    </div>
  ),
  Settings: ({ question, change }) => (
    <>
      <Choice
        kind="box"
        checked={question.several ?? false}
        onChange={(several) => change({ ...question, several: several || undefined })}
        label={t('severalPictures')}
      />
      {question.several && (
        <OptionalNumber
          label={t('maxChoices')}
          value={question.max}
          onChange={(max) => change({ ...question, max })}
        />
      )}
    </>
  ),
};

export const divider: TypeEntry<QuestionOf<'divider'>> = {
  purpose: 'layout',
  make: (id) => ({ id, type: 'divider', title: '—' }),
};

export const consent: TypeEntry<QuestionOf<'consent'>> = {
  purpose: 'person',
  make: (id) => ({ id, type: 'consent', title: '', required: true, text: '', version: 1 }),
  Lists: ({ question, change }) => (
    <TextField
      label={t('consentText')}
      hint={t('consentVersion', { n: question.version })}
      lines={8}
      maxLength={5000}
      value={question.text}
      onInput={(text) => change({ ...question, text })}
    />
  ),
  Settings: ({ question, change }) => (
    <OptionalWord
      label={t('consentAgree')}
      maxLength={50}
      value={question.agree}
      onChange={(agree) => change({ ...question, agree })}
    />
  ),
};

// 录音: pressed to begin, pressed to end; heard again before it is kept. Where the phone cannot record here, a recording made
// elsewhere can be chosen.
import { useEffect, useRef, useState } from 'preact/hooks';
import { formName } from '../../../schema/fields/field.ts';
import { megabytes, unsent, voiceLimits } from '../../../schema/fields/files.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { secondsOf } from '../../../schema/fields/voice.ts';
import { parcelOf, put } from '../live/upload.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { FileList, fileWords, idsIn } from './file-list.tsx';
import { NoScript } from './no-script.tsx';
import './voice.css';

type Voice = QuestionOf<'voice'>;

export const control: Control<Voice> = {
  frame: 'group',
  says: [
    'voiceMost',
    'voiceStart',
    'voiceStop',
    'voiceDenied',
    'voiceChoose',
    'voiceIs',
    'fileLarge',
    'noScriptFile',
    ...fileWords,
  ],
  hint: (question) => (scripted ? say('voiceMost', { n: secondsOf(question) }) : undefined),
  draw: (drawn) =>
    scripted ? (
      <Recorder {...drawn} />
    ) : (
      <NoScript id={drawn.id} name={formName(drawn.question)} values={drawn.values} />
    ),
};

function Recorder(drawn: Drawn<Voice>) {
  const { question, set, at, id, describedBy, invalid } = drawn;
  const name = formName(question);
  const most = secondsOf(question);
  const [seconds, setSeconds] = useState<number>();
  const [wrong, setWrong] = useState('');
  const recorder = useRef<MediaRecorder | undefined>(undefined);
  const ids = idsIn(drawn, name);
  useEffect(() => () => recorder.current?.stop(), []);
  useEffect(() => {
    if (seconds === undefined) return;
    if (seconds >= most) return recorder.current?.stop();
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  const keep = (sound: Blob, title: string) => {
    if (!at) return setWrong(say('filePreview'));
    if (sound.size > voiceLimits.bytes)
      return setWrong(say('fileLarge', { name: title, mb: megabytes(voiceLimits.bytes) }));
    set(name, [unsent + put(at, question.id, sound, title).id]);
  };
  const start = async () => {
    setWrong('');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      const machine = new MediaRecorder(stream);
      machine.ondataavailable = ({ data }) => parts.push(data);
      machine.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        recorder.current = undefined;
        setSeconds(undefined);
        keep(new Blob(parts, { type: machine.mimeType }), '');
      };
      recorder.current = machine;
      machine.start();
      setSeconds(0);
    } catch {
      setWrong(say('voiceDenied'));
    }
  };
  const able = typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;
  const heard = parcelOf(ids[0] ?? '')?.content;
  if (ids.length > 0)
    return (
      <>
        <FileList drawn={drawn} name={name} called={say('voiceIs')} id={id} />
        {heard && <Listen sound={heard} called={say('voiceIs')} />}
      </>
    );
  return (
    <>
      {able && (
        <button
          type="button"
          class="record"
          id={id}
          aria-describedby={describedBy}
          onClick={() => (seconds === undefined ? start() : recorder.current?.stop())}
        >
          {seconds === undefined ? say('voiceStart') : say('voiceStop', { seconds, most })}
        </button>
      )}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      {seconds === undefined && (
        <div class="take">
          <input
            type="file"
            id={able ? `${id}-file` : id}
            accept="audio/*"
            aria-label={`${question.title} ${say('voiceChoose')}`}
            aria-invalid={invalid || undefined}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              setWrong('');
              if (file) keep(file, file.name);
              event.currentTarget.value = '';
            }}
          />
          <span class="button" aria-hidden="true">
            {say('voiceChoose')}
          </span>
        </div>
      )}
    </>
  );
}

function Listen({ sound, called }: { sound: Blob; called: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(sound);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [sound]);
  // biome-ignore lint/a11y/useMediaCaption: the resident's own voice
  return address ? <audio class="heard" src={address} controls aria-label={called} /> : null;
}

// What is collected in one campaign: by whom, why, what, how long, and what a resident may do about it.
import type { ModelOf } from '../../../schema/api/page.ts';
import { keepWords, Phone } from '../parts/facts.tsx';
import { say } from '../words.ts';

export function PrivacyPageView({ model }: { model: ModelOf<'privacy'> }) {
  const { facts, personal, words, now } = model;
  return (
    <>
      <p class="form-title">{facts.title}</p>
      <h1>{say('privacyOf')}</h1>
      <h2>{say('pWho')}</h2>
      <p>
        {facts.organiser} {facts.phone && <Phone phone={facts.phone} />}
      </p>
      <h2>{say('pWhy')}</h2>
      <p>{say('pWhySurvey')}</p>
      <h2>{say('pWhat')}</h2>
      <p>{say('pWhatText')}</p>
      {personal.length > 0 && (
        <>
          <p>{say('pWhatPersonal')}</p>
          <ul>
            {personal.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
      <p>{say(facts.named ? 'pNamed' : 'pUnnamed')}</p>
      {facts.access !== 'anyone' && <p>{say('pLetter')}</p>}
      {facts.perDevice && <p>{say('pDevice')}</p>}
      <h2>{say('pLong')}</h2>
      <p>{keepWords(facts, now)}</p>
      <p>{say('pDraft')}</p>
      <h2>{say('pRights')}</h2>
      <p>{say('pRightsText')}</p>
      {words && (
        <>
          <h2>{say('pMore')}</h2>
          <p class="lines">{words}</p>
        </>
      )}
      <p>
        <a class="standing" href={`/f/${facts.slug}`}>
          {say('backToForm')}
        </a>
      </p>
    </>
  );
}

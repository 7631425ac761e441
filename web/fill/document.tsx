// The document around every page: head, header with its switches, footer. One request: the style stands inside.
import type { ComponentChildren } from 'preact';
import type { Facts } from '../../schema/api/fill.ts';
import type { Chunk, Frame } from '../../schema/api/page.ts';
import { tongues as tongueWords } from '../../schema/words/tongues.ts';
import { Hidden } from './parts/hidden.tsx';
import { say } from './words.ts';

export interface Again {
  action: string;
  /** the step that shows this page */
  step: string;
  /** id of the page's own form, which has everything; else these fields go */
  form?: string;
  fields?: Readonly<Record<string, string>>;
}

interface Props {
  frame: Frame;
  title: string;
  /** one line for links that are passed on */
  about: string;
  /** what the page's script starts from; pages without any carry no script data */
  data?: unknown;
  /** left in the header: where the reader is */
  where?: ComponentChildren;
  /** what the page's script will load, told to the browser at once */
  chunks?: readonly Chunk[];
  /** how a page that answers a post comes again in another size or language, with what it holds */
  post?: Again | undefined;
  facts?: Facts | undefined;
  children: ComponentChildren;
}

/** Text of a data block: it must not be able to close its own element. */
const inScript = (data: unknown) => JSON.stringify(data).replace(/</g, '\\u003c');

const withSwitch = (here: string, name: string, value: string) =>
  `${here}${here.includes('?') ? '&' : '?'}${name}=${value}`;

interface TurnProps {
  href?: string;
  post?: Again;
  to?: string;
  id?: string;
  class?: string | undefined;
  lang?: string;
  'data-large'?: string;
  'data-normal'?: string;
  children: ComponentChildren;
}

/** A switch: a link, or on a page that answers a post a button that posts the same again. */
const Turn = ({ href, post, to, ...rest }: TurnProps) =>
  post ? (
    <button
      type="submit"
      form={post.form ?? 'again'}
      formaction={to}
      formnovalidate
      name=".do"
      value={post.step}
      {...rest}
    />
  ) : (
    <a href={href ?? ''} {...rest} />
  );

export function Document({ frame, title, about, data, where, chunks = [], post, facts, children }: Props) {
  const { language, tongue, tongues, care, here, assets, footer, share, origin, demo } = frame;
  const turned =
    here !== undefined
      ? (name: string, value: string) => ({ href: withSwitch(here, name, value) })
      : post &&
        ((name: string, value: string) => ({
          post,
          to: withSwitch(post.action, name, value),
        }));
  const picture = share.picture && new URL(share.picture, origin).href;
  return (
    <html lang={tongue ?? (language === 'zh' ? 'zh-CN' : 'en')} class={care ? 'care' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={about} />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171a" />
        <meta property="og:title" content={share.title || title} />
        <meta property="og:description" content={about} />
        {picture && <meta property="og:image" content={picture} />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* allowed by its hash */}
        <style dangerouslySetInnerHTML={{ __html: assets.css }} />
        {assets.js && <script type="module" src={assets.js} />}
        {[...new Set(chunks.flatMap(({ js, preload }) => [js, ...preload]))].map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        {chunks.map(({ css }) => css && <link key={css} rel="stylesheet" href={css} />)}
      </head>
      <body>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <header>
          {demo && <p class="banner">{say('demo')}</p>}
          <p class="where">{where ?? say('brand')}</p>
          <span id="listen" />
          {turned && (
            <Turn
              id="care"
              class="switch"
              {...turned('care', care ? '0' : '1')}
              data-large={say('large')}
              data-normal={say('normalSize')}
            >
              {say(care ? 'normalSize' : 'large')}
            </Turn>
          )}
        </header>
        {tongues && turned && (
          <nav aria-label="Language">
            {tongues.map((one) =>
              one === tongue ? (
                <b key={one} lang={one}>
                  {tongueWords[one]}
                </b>
              ) : (
                <Turn key={one} class="plain" {...turned('lang', one)} lang={one}>
                  {tongueWords[one]}
                </Turn>
              ),
            )}
          </nav>
        )}
        <main id="main">{children}</main>
        {here === undefined && post && !post.form && (
          <form method="post" action={post.action} id="again" hidden>
            <Hidden fields={post.fields ?? {}} />
          </form>
        )}
        <footer>
          {facts?.slug && (
            <p>
              {say('organiser', { name: facts.organiser })} ·{' '}
              <a href={`/f/${facts.slug}/privacy`}>{say('privacy')}</a>
            </p>
          )}
          <p>
            <a href="/r">{say('findReceipt')}</a>
            {turned && !tongues && (
              <>
                {' · '}
                <Turn
                  class="plain"
                  {...turned('lang', language === 'zh' ? 'en' : 'zh')}
                  lang={language === 'zh' ? 'en' : 'zh-CN'}
                >
                  {say('otherLanguage')}
                </Turn>
              </>
            )}
          </p>
          {(footer.icp || footer.police) && (
            <p>
              {footer.icp && <a href="https://beian.miit.gov.cn/">{footer.icp}</a>} {footer.police}
            </p>
          )}
        </footer>
        {data !== undefined && (
          <script type="application/json" id="data" dangerouslySetInnerHTML={{ __html: inScript(data) }} />
        )}
      </body>
    </html>
  );
}

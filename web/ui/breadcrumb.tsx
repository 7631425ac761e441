// The way down to where the reader is: 全市 › 金湖街道 › 滨河社区. The last one is here and no link.
import { t } from './words/ui.ts';

export function Breadcrumb(props: {
  /** when a page has two ways down: what this one leads through */
  label?: string;
  steps: readonly { title: string; href?: string | undefined }[];
}) {
  return (
    <nav class="crumbs" aria-label={props.label ?? t('whereAmI')}>
      <ol>
        {props.steps.map((step, index) => (
          <li key={`${index}${step.title}`}>
            {step.href ? <a href={step.href}>{step.title}</a> : <span aria-current="page">{step.title}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

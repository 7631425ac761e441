// One page: its way down, its title (which takes the focus when the page is entered, so that it is read out), its act.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Breadcrumb } from '../ui/breadcrumb.tsx';
import { t } from './words.ts';

let entered = false;

export function Page(props: {
  title: string;
  steps?: readonly { title: string; href?: string | undefined }[];
  /** one line under the title */
  facts?: ComponentChildren;
  action?: ComponentChildren;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${t('product')}`;
  }, [props.title]);
  useEffect(() => {
    // The first page of a visit starts at the top, as any page does.
    if (entered) heading.current?.focus();
    entered = true;
  }, []);
  return (
    <div class="page">
      {props.steps && <Breadcrumb steps={props.steps} />}
      <div class="page-head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {props.title}
          </h1>
          {props.facts && <p class="note">{props.facts}</p>}
        </div>
        {props.action && <div class="line no-print">{props.action}</div>}
      </div>
      {props.children}
    </div>
  );
}

// What holds for the whole page: 演示数据, 未联网, 已截止. `strip` spans the page's width at its top.
import type { ComponentChildren } from 'preact';

export function Banner(props: { kind?: 'plain' | 'warn'; strip?: boolean; children: ComponentChildren }) {
  const { kind = 'plain', strip = false } = props;
  return (
    <div class={`banner ${kind}${strip ? ' strip' : ''}`} role={kind === 'warn' ? 'alert' : undefined}>
      <p>{props.children}</p>
    </div>
  );
}

// A QR code as SVG: black on white in every theme, four modules of white around, level Q as on the posters.
import { encode } from 'uqr';
import { t } from './words/ui.ts';

const quiet = 4;

/** `of` says what it leads to, for those who cannot see it. */
export function QrCode(props: { text: string; of: string }) {
  const { data, size } = encode(props.text, { ecc: 'Q', border: 0, boostEcc: false });
  const side = size + quiet * 2;
  let path = '';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
    });
  });
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" shape-rendering="crispEdges">
      <title>{t('qrOf', { what: props.of })}</title>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

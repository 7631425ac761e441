// The receipt as a picture, 720 px wide, in black on white: what a resident keeps in the phone's album.
const width = 720;
const edge = 48;
const font = (size: number, weight = 400) => `${weight} ${size}px system-ui, -apple-system, sans-serif`;

/** Breaks a text where it would run over the edge; Chinese may break anywhere. */
function wrapped(pen: CanvasRenderingContext2D, text: string): string[] {
  const lines = [''];
  for (const char of text) {
    const line = lines[lines.length - 1] ?? '';
    if (pen.measureText(line + char).width > width - 2 * edge) lines.push(char);
    else lines[lines.length - 1] = line + char;
  }
  return lines;
}

/** As a data: address; '' where pictures cannot be drawn. */
export function receiptPicture(lines: readonly string[], label: string, receipt: string): string {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.font = font(32);
  const text = lines.flatMap((line) => wrapped(pen, line));
  canvas.width = width;
  canvas.height = 2 * edge + 150 + text.length * 48;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, canvas.height);
  pen.fillStyle = '#1e2328';
  pen.font = font(28);
  pen.fillText(label, edge, edge + 28);
  pen.font = font(64, 600);
  pen.fillText(receipt, edge, edge + 112);
  pen.font = font(32);
  text.forEach((line, index) => {
    pen.fillText(line, edge, edge + 190 + index * 48);
  });
  return canvas.toDataURL('image/png');
}

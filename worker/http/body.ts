// Reading a request body: a limit that holds for chunked bodies too, and JSON that says what is wrong with it.
import { Refusal } from './refusal.ts';

export const usualLimit = 262_144;

const tooLarge = (limit: number) => new Refusal('too-large', { limit: `${Math.round(limit / 1024)} KB` });

/** The bytes of a body whose length nobody stated, counted as they come. @throws Refusal too-large */
async function readCounted(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > limit) throw tooLarge(limit);
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The body as bytes. @throws Refusal file-large */
export async function readFile(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const stated = request.headers.get('content-length');
  const large = () => new Refusal('file-large', { mb: Math.floor(limit / 1_048_576) });
  if (Number(stated ?? 0) > limit) throw large();
  if (!request.body) return new Uint8Array();
  try {
    return new Uint8Array(
      stated === null ? await readCounted(request.body, limit) : await request.arrayBuffer(),
    );
  } catch (thrown) {
    throw thrown instanceof Refusal ? large() : thrown;
  }
}

/** The body as text. @throws Refusal too-large, bad-json (not UTF-8) */
export async function readText(request: Request, limit = usualLimit): Promise<string> {
  const stated = request.headers.get('content-length');
  if (Number(stated ?? 0) > limit) throw tooLarge(limit);
  if (!request.body) return '';
  // A stated length is held by the runtime, so the body can be taken at once, without the price of a stream.
  const bytes = stated === null ? await readCounted(request.body, limit) : await request.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Refusal('bad-json');
  }
}

export async function readJson(request: Request, limit = usualLimit): Promise<unknown> {
  const text = await readText(request, limit);
  if (nestsTooDeep(text)) throw new Refusal('bad-json');
  try {
    // A key that sets an object's prototype would vanish on the way to the checks; as a word it may be written.
    return JSON.parse(text, text.includes('"__proto__"') ? refuseProto : undefined) as unknown;
  } catch {
    throw new Refusal('bad-json');
  }
}

/** Objects and lists in each other; what nests deeper is nothing that a page sends, and only there to exhaust a stack. */
const deepest = 64;

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      if (++depth > deepest) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Refusal('bad-json');
  return value;
}

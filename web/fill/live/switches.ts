// The switches in the header: large type without loading the page again, and the voice that reads a question aloud.
import { say } from '../words.ts';

/** A plain cookie that holds no secret: the Worker reads it, and the pages of elections. */
export function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: old web-views have no cookieStore, and the server reads this one
  document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
}

/** Large type keeps what is filled in on screen. */
export function careSwitch(): void {
  const link = document.getElementById('care');
  link?.addEventListener('click', (event) => {
    event.preventDefault();
    const care = document.documentElement.classList.toggle('care');
    remember('linli_care', care ? '1' : '0');
    link.textContent = (care ? link.dataset.normal : link.dataset.large) ?? '';
  });
}

/** What stands before the reader now: the questions that are on screen, with their options. */
function textToRead(): string {
  const parts = document.querySelectorAll<HTMLElement>(
    '#main h1, #main .note, #main .question h2, #main .question .hint, #main .question label, #main legend, #main dt, #main dd',
  );
  const seen: string[] = [];
  for (const part of parts) {
    const text = part.textContent?.trim();
    if (text && part.offsetParent !== null && seen[seen.length - 1] !== text) seen.push(text);
  }
  return seen.join('。');
}

/** Only where the phone has a Chinese or, on English pages, any voice. */
export function listenSwitch(): void {
  const place = document.getElementById('listen');
  const voice = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!place || !voice || typeof SpeechSynthesisUtterance === 'undefined') return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'switch';
  const show = (speaking: boolean) => {
    button.textContent = say(speaking ? 'listenStop' : 'listen');
  };
  show(false);
  button.addEventListener('click', () => {
    if (voice.speaking) {
      voice.cancel();
      return show(false);
    }
    const words = new SpeechSynthesisUtterance(textToRead());
    words.lang = 'zh-CN';
    words.rate = 0.9;
    words.onend = words.onerror = () => show(false);
    voice.speak(words);
    show(true);
  });
  place.replaceWith(button);
  window.addEventListener('pagehide', () => voice.cancel());
}

// Finding by words: every one must stand in the text; wide letters are narrow ones, capitals small ones.
const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether a text has all of the words; every text has none. */
export function hasWords(words: string): (text: string) => boolean {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return (text) => {
    const said = plain(text);
    return wanted.every((word) => said.includes(word));
  };
}

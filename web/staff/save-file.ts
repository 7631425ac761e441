// A file made in the browser, handed to its reader under a name.
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers begin to read only a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

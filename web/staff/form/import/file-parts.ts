// What every reader of files needs of a file.
export const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
/** The title of a form that says none: what the file is called. */
export const titleOf = (file: File) => file.name.replace(/\.[^.]*$/, '').trim() || file.name;

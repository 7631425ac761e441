// Ids of what comes out of a text: by place, so that the same text gives the same form.

/** a, b … z, then o27, o28 … */
export const optionId = (index: number) => (index < 26 ? String.fromCharCode(97 + index) : `o${index + 1}`);
export const questionId = (index: number) => `q${index + 1}`;
export const rowId = (index: number) => `r${index + 1}`;
export const columnId = (index: number) => `c${index + 1}`;
export const nodeId = (index: number) => `n${index + 1}`;
export const gapId = (index: number) => `g${index + 1}`;

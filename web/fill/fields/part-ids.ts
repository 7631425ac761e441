// Ids of the controls of a question that has several.

/**
 * The part that has to be put right has the question's own id, to which the summary of mistakes leads; where none is
 * known, the first part has it.
 */
export const partIds =
  (id: string, parts: readonly string[], wrong?: string | undefined) =>
  (part: string): string =>
    part === (wrong !== undefined && parts.includes(wrong) ? wrong : parts[0]) ? id : `${id}-${part}`;

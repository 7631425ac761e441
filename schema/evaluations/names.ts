// What an evaluation and whoever is rated are called in full, wherever they are named.

/** `11 月` behind the title, where it says which period it is. */
export const evaluationName = ({ title, period }: { title: string; period: string }): string =>
  [title, period].filter(Boolean).join(' ');

/** `周村 2号楼 王秀英`: the areas above, the area itself, the person where one is rated. */
export const subjectName = (one: { above: string; name: string; person: string }): string =>
  [one.above, one.name, one.person].filter(Boolean).join(' ');

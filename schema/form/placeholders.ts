// What stands in the place of words that are still to be written. A stored text may not be blank; an author who opens the
// form meets a blank, and the check before publishing names it.
export const blankTitle = '（还没写）';
/** What a form without a title is called where it is shown. */
export const untitled = '（还没写标题）';
export const blankLabel = '（空）';

// Fewer ballots than this are published as totals only: of few, each would be known by who cast it.
export const publishedFrom = 20;

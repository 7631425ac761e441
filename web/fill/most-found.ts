// As many buildings as one search gives; more than these take more words.
export const mostFound = 20;

// Where a picture or a video of the author's is served: public, and never another one under the same address.
export const mediaUrl = (id: string) => `/m/${id}`;

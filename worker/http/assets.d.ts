// What the build knows of the pages' files; provided as a virtual module (worker/host/build.ts).
declare module '#assets' {
  export const assets: {
    /** css is the text itself, put into the page; cssHash its sha256-… for the security policy */
    fill: { js: string; css: string; cssHash: string };
    staff: { js: string; css: string };
    board: { js: string; css: string };
    print: { js: string; css: string };
    /** resident field types that are a file of their own: type → address */
    fillChunks: Record<string, string>;
  };
}

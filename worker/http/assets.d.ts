// What the build knows of the pages' files; provided as a virtual module (worker/host/build.ts).
declare module '#assets' {
  export const assets: {
    /** css is the text itself, put into the page; cssHash its sha256-… for the security policy */
    fill: {
      js: string;
      css: string;
      cssHash: string;
      /** what only some forms load, by name: a question type, the rules */
      chunks: Record<string, { js: string; css: string; preload: string[] }>;
    };
    staff: { js: string; css: string };
    board: { js: string; css: string };
    print: { js: string; css: string };
    vote: { js: string; css: string; sha256: string };
  };
}

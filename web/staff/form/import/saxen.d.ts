// The part of saxen that is used; the package brings no types.
declare module 'saxen' {
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: 'openTag', heard: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'closeTag', heard: (name: string) => void): this;
    on(event: 'text' | 'cdata', heard: (text: string) => void): this;
    on(event: 'error', heard: (problem: Error) => void): this;
    on(event: 'warn', heard: () => void): this;
    parse(xml: string): void;
  }
}

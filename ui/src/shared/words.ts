// The words of a face: the Fluent files of ui/locales, the same ones that paper and voice use.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Args = Record<string, FluentVariable>;
export type Say = (key: string, args?: Args) => string;

/** The words of a language, to which a part of the page may add its own. */
export class Words {
  #bundle: FluentBundle;

  constructor(language: string, sources: string[]) {
    this.#bundle = new FluentBundle(language, { useIsolating: false });
    for (const source of sources) this.add(source);
  }

  /** Adds a Fluent source; one that is there already changes nothing. */
  add(source: string): void {
    this.#bundle.addResource(new FluentResource(source));
  }

  /** A key nobody wrote words for comes back as itself, so that it is seen. */
  say: Say = (key, args) => {
    const pattern = this.#bundle.getMessage(key)?.value;
    return pattern ? this.#bundle.formatPattern(pattern, args) : key;
  };
}

/** Speaks from Fluent sources. */
export const speaker = (language: string, sources: string[]): Say => new Words(language, sources).say;

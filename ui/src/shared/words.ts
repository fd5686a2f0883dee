// The words of a face: the Fluent files of ui/locales, the same ones that paper and voice use.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Args = Record<string, FluentVariable>;
export type Say = (key: string, args?: Args) => string;

/** Speaks from Fluent sources; a key nobody wrote words for comes back as itself, so that it is seen. */
export function speaker(language: string, sources: string[]): Say {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of sources) bundle.addResource(new FluentResource(source));
  return (key, args) => {
    const pattern = bundle.getMessage(key)?.value;
    return pattern ? bundle.formatPattern(pattern, args) : key;
  };
}

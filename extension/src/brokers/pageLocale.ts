import type { Adapter } from './adapter.ts';
import type { Signs } from './number.ts';

/** As programs write numbers, whatever the language of the page. */
export const plain: Signs = { decimal: '.', group: '' };
/** Where nobody says how numbers are written, only one without any sign in it is certain. */
const unknown: Signs = { decimal: '', group: '' };

export function signsOf({ number_locale: locale }: Pick<Adapter, 'number_locale'>, page: Document): Signs {
  return locale === 'page' ? signsOfLanguage(page.documentElement.lang) : locale;
}

export function signsOfLanguage(language: string): Signs {
  try {
    if (language === '') return unknown;
    const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1_234_567.8);
    const signOf = (type: string) => (parts.find((part) => part.type === type)?.value ?? '').replaceAll(/\s/g, ' ').replaceAll('’', "'");
    return { decimal: signOf('decimal'), group: signOf('group') };
  } catch {
    return unknown;
  }
}

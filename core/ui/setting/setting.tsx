import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { type Formats, formatsFor } from '../format/formats.ts';
import type { PartWords } from './words.ts';

interface Setting {
  readonly words: PartWords;
  readonly formats: Formats;
}

const SettingContext = createContext<Setting | undefined>(undefined);

interface PartsSettingProps {
  readonly words: PartWords;
  readonly locale: string;
  readonly zone: string;
  readonly children: ComponentChildren;
}

/** What every part needs to speak to this trader. */
export function PartsSetting({ words, locale, zone, children }: PartsSettingProps) {
  const setting = useMemo(() => ({ words, formats: formatsFor(locale, zone) }), [words, locale, zone]);
  return <SettingContext.Provider value={setting}>{children}</SettingContext.Provider>;
}

export function usePartWords(): PartWords {
  return useSetting().words;
}

export function useFormats(): Formats {
  return useSetting().formats;
}

function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === undefined) throw new Error('Parts stand inside a PartsSetting, which gives them their words and formats');
  return setting;
}

import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { type Formats, formatsFor } from '../format/formats.ts';
import type { PartWords } from './words.ts';

interface Setting {
  readonly words: PartWords;
  readonly formats: Formats;
  readonly hasServer: boolean;
}

const SettingContext = createContext<Setting | undefined>(undefined);

interface PartsSettingProps {
  readonly words: PartWords;
  readonly locale: string;
  readonly zone: string;
  /** Where there is none, nothing waits to be sent to it, and nothing is marked so. */
  readonly hasServer?: boolean;
  readonly children: ComponentChildren;
}

/** What every part needs to speak to this trader. */
export function PartsSetting({ words, locale, zone, hasServer = true, children }: PartsSettingProps) {
  const formats = useMemo(() => formatsFor(locale, zone), [locale, zone]);
  const setting = useMemo(() => ({ words, formats, hasServer }), [words, formats, hasServer]);
  return <SettingContext.Provider value={setting}>{children}</SettingContext.Provider>;
}

export function usePartWords(): PartWords {
  return useSetting().words;
}

export function useFormats(): Formats {
  return useSetting().formats;
}

export function useHasServer(): boolean {
  return useSetting().hasServer;
}

function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === undefined) throw new Error('Parts stand inside a PartsSetting, which gives them their words and formats');
  return setting;
}

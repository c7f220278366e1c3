import { computed, signal, type ReadonlySignal } from '@preact/signals';

/** How this device shows things. `system` is as the browser has it. */
export interface Preferences {
  readonly density: 'close' | 'roomy';
  readonly locale: string;
  readonly zone: string;
}

export const SYSTEM = 'system';

const PREFERENCES = 'taffrail preferences';
const plain: Preferences = { density: 'close', locale: SYSTEM, zone: SYSTEM };
const state = signal<Preferences>(plain);

export const preferences: ReadonlySignal<Preferences> = state;

export const systemZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What figures, days and times are written by. */
export const manner = computed(() => ({
  locale: state.value.locale === SYSTEM ? navigator.language : state.value.locale,
  zone: state.value.zone === SYSTEM ? systemZone() : state.value.zone,
}));

export function prefer(changes: Partial<Preferences>): void {
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...state.peek(), ...changes }));
  read();
}

/** Before the first frame; what another tab prefers is followed. Returns how to stop. */
export function followPreferences(): () => void {
  read();
  const hear = ({ key }: StorageEvent) => key === PREFERENCES && read();
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

function read(): void {
  state.value = preferencesIn(localStorage.getItem(PREFERENCES));
  document.documentElement.dataset['density'] = state.value.density;
}

/** What a browser keeps may be of another version, or of a browser that knew more zones. */
function preferencesIn(text: string | null): Preferences {
  const kept = text === null ? {} : (JSON.parse(text) as Partial<Preferences>);
  return {
    density: kept.density === 'roomy' ? 'roomy' : plain.density,
    locale: ifKnown(kept.locale, (locale) => new Intl.NumberFormat(locale)),
    zone: ifKnown(kept.zone, (timeZone) => new Intl.DateTimeFormat('en', { timeZone })),
  };
}

/** What nobody chose is not tried out: what figures and days are printed by takes its time to load, and the first frame waits. */
function ifKnown(kept: string | undefined, use: (kept: string) => unknown): string {
  if (kept === undefined || kept === SYSTEM) return SYSTEM;
  try {
    use(kept);
    return kept;
  } catch {
    return SYSTEM;
  }
}

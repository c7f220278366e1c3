import { SegmentedControl, Select } from '@taffrail/ui';
import { prefer, preferences, setTheme, SYSTEM, systemZone, theme, type Theme } from '../app/index.ts';
import { settings as words, shell } from '../words/index.ts';
import { Example } from './example.tsx';
import css from './panel.module.css';

const themes = (['system', 'light', 'dark'] as const).map((value: Theme) => ({ value, label: shell.themes[value] }));
const densities = (['close', 'roomy'] as const).map((value) => ({ value, label: words.densities[value] }));

/** Where figures and days are written alike, one locale stands for all of its kind. */
const LOCALES = [
  'en-US',
  'en-GB',
  'de-DE',
  'de-CH',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
  'tr-TR',
  'ja-JP',
  'ko-KR',
  'zh-CN',
  'hi-IN',
  'he-IL',
  'ar-EG',
];

/** How this device shows things. */
export function AppearancePanel() {
  const { density, locale, zone } = preferences.value;
  return (
    <div class={css.form}>
      <p class={css.muted}>{words.appearanceMeaning}</p>
      <SegmentedControl label={shell.appearance} value={theme.value} choices={themes} onChange={setTheme} />
      <SegmentedControl label={words.density} value={density} choices={densities} onChange={(chosen) => prefer({ density: chosen })} />
      <Select label={words.locale} value={locale} choices={localeChoices(locale)} onChange={(chosen) => prefer({ locale: chosen })} />
      <Select
        label={words.zone}
        hint={words.zoneHint}
        value={zone}
        choices={[
          { value: SYSTEM, label: words.asSystem(systemZone()) },
          ...Intl.supportedValuesOf('timeZone').map((name) => ({ value: name, label: name })),
        ]}
        onChange={(chosen) => prefer({ zone: chosen })}
      />
      <Example />
    </div>
  );
}

function localeChoices(chosen: string) {
  const known = LOCALES.includes(chosen) || chosen === SYSTEM ? LOCALES : [chosen, ...LOCALES];
  return [
    { value: SYSTEM, label: words.asSystem(nameOf(navigator.language)) },
    ...known.map((locale) => ({ value: locale, label: nameOf(locale) })),
  ];
}

/** Each locale by its own name, so that whoever needs it can read it. */
const nameOf = (locale: string): string => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;

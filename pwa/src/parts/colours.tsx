import { Section } from '@taffrail/ui';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

const names = [
  'canvas',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'text',
  'muted',
  'accent',
  'accent-soft',
  'gain',
  'loss',
  'warning',
  'breach',
];

export function Colours() {
  return (
    <Section title={gallery.colours}>
      <div class={css.colours}>
        {names.map((name) => (
          <div key={name} class={css.colour}>
            <div class={css.swatch} style={{ background: `var(--${name})` }} />
            {name}
          </div>
        ))}
      </div>
    </Section>
  );
}

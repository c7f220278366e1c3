import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const sheet = readFileSync(join(import.meta.dirname, 'colours.css'), 'utf8');
const themes = { light: coloursOf(0), dark: coloursOf(1) };

const READABLE = 4.5;
/** For the outline of a control and the strokes of an icon. */
const VISIBLE = 3;

const pages = ['canvas', 'surface', 'raised'];
const onPages = [
  'text',
  'muted',
  'accent',
  'gain',
  'loss',
  'warning',
  'breach',
  'person-1',
  'person-2',
  'person-3',
  'person-4',
  'person-5',
  'person-6',
];

describe.each(Object.entries(themes))('%s', (_, colours) => {
  test.each(onPages.flatMap((ink) => pages.map((page) => [ink, page])))('%s is read on %s', (ink, page) => {
    expect(contrast(colours, ink, page)).toBeGreaterThanOrEqual(READABLE);
  });

  test.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['on-breach', 'breach'],
    ['text', 'accent-soft'],
    ['text', 'warning-soft'],
    ['text', 'breach-soft'],
    ['text', 'hover'],
    ['muted', 'hover'],
    ['muted', 'sunken'],
    ['accent', 'accent-soft'],
    ['gain', 'hover'],
    ['loss', 'hover'],
    ['gain', 'accent-soft'],
    ['loss', 'accent-soft'],
    ['warning', 'warning-soft'],
    ['breach', 'breach-soft'],
  ])('%s is read on %s', (ink, page) => {
    expect(contrast(colours, ink, page)).toBeGreaterThanOrEqual(READABLE);
  });

  test.each(pages)('a control shows where it ends on %s', (page) => {
    expect(contrast(colours, 'line-strong', page)).toBeGreaterThanOrEqual(VISIBLE);
  });
});

function coloursOf(theme: 0 | 1): ReadonlyMap<string, string> {
  const pairs = [...sheet.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  return new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, theme === 0 ? light : dark]));
}

/** WCAG 2.2, contrast ratio. */
function contrast(colours: ReadonlyMap<string, string>, ink: string, page: string): number {
  const [darker, lighter] = [luminance(colours.get(ink)!), luminance(colours.get(page)!)].toSorted((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(channel: number): number {
  return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

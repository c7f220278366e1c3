import { Badge, classes, Icon, IconButton, Kbd } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { link, place, type RouteName } from '../routes/index.ts';
import { program, shell } from '../words/index.ts';
import { mayWrite } from './book.ts';
import { marks } from './marks.ts';
import { type MainPlace, mainPlaces } from './places.ts';
import type { Pages } from './pages.ts';
import { openPalette } from './palette.tsx';
import { Standing } from './standing.tsx';
import css from './shell.module.css';

interface ShellProps {
  readonly pages: Pages;
  readonly children: ComponentChildren;
}

/** The places around every page: beside it on a desk, under the thumb on a phone. */
export function Shell({ pages, children }: ShellProps) {
  const places = mainPlaces.filter(({ route, isMainAction = false }) => pages[route] !== undefined && (!isMainAction || mayWrite.value));
  return (
    <div class={css.shell}>
      <a href="#page" class={css.skip}>
        {shell.skip}
      </a>
      <nav class={css.rail} aria-label={shell.places}>
        <a href={link('today')} class={css.brand}>
          <Mark />
          {program.name}
        </a>
        <ul class={css.places}>{places.filter(({ on }) => on !== 'phone').map(PlaceItem)}</ul>
      </nav>
      <header class={css.top}>
        <button type="button" class={css.search} aria-keyshortcuts="Control+K" onClick={openPalette}>
          <Icon name="search" />
          <span>{shell.search}</span>
          <Kbd keys="Mod k" />
        </button>
        <a href={link('today')} class={css.smallBrand}>
          <Mark />
          {program.name}
        </a>
        <Standing />
        <span class={css.smallSearch}>
          <IconButton icon="search" label={shell.search} onClick={openPalette} />
        </span>
      </header>
      <main id="page" class={css.main} tabIndex={-1}>
        {children}
      </main>
      <nav class={css.bottom} aria-label={shell.places}>
        <ul class={css.bottomPlaces}>{places.filter(({ on }) => on !== 'desk').map(PlaceItem)}</ul>
      </nav>
    </div>
  );
}

function PlaceItem({ route, label, short, icon, holds, isMainAction = false }: MainPlace) {
  const isHere = place.value.match?.name === route;
  const isInside = holds.some((held: RouteName) => held === place.value.match?.name);
  // A place that another shows by itself on a desk is counted here where it lies behind this one.
  const waiting = [route, ...holds].reduce((sum, name) => sum + (marks.value[name] ?? 0), 0);
  return (
    <li key={route}>
      <a
        href={link(route)}
        class={classes(css.place, isMainAction && css.action)}
        aria-current={isHere ? 'page' : isInside ? 'true' : undefined}
        aria-label={waiting === 0 ? label : undefined}
      >
        <Icon name={icon} />
        <span class={css.label}>{label}</span>
        <span class={css.short}>{short}</span>
        {waiting > 0 && (
          <span class={css.count}>
            <Badge tone="accent">{waiting}</Badge>
            <span class="visually-hidden"> {shell.unread}</span>
          </span>
        )}
      </a>
    </li>
  );
}

/** A rail with its posts, as at the stern of a ship. */
function Mark() {
  return (
    <svg class={css.mark} viewBox="0 0 20 20" aria-hidden>
      <path d="M2.5 6.5c5-2 10-2 15 0" />
      <path d="M2.5 15.5c5-2 10-2 15 0" />
      <path d="M5.2 5.7v8.9M10 5v9M14.8 5.7v8.9" />
    </svg>
  );
}

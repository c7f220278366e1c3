import { BackLink, Icon, Page } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { link } from '../routes/index.ts';
import { settings as words } from '../words/index.ts';
import { sections, type SettingsRoute } from './sections.ts';
import css from './frame.module.css';

/** One of the settings, with the others beside it where there is room, and the way back to them where there is not. */
export function SettingsFrame({ at, children }: { readonly at: SettingsRoute; readonly children: ComponentChildren }) {
  return (
    <Page
      title={words.sections[at].label}
      above={
        <span class={css.back}>
          <BackLink href={link('settings')}>{words.title}</BackLink>
        </span>
      }
    >
      <div class={css.frame}>
        <SectionList at={at} />
        <div class={css.section}>{children}</div>
      </div>
    </Page>
  );
}

function SectionList({ at }: { readonly at: SettingsRoute }) {
  return (
    <nav class={css.sections} aria-label={words.title}>
      <ul>
        {sections.map(({ route, label, icon }) => (
          <li key={route}>
            <a class={css.link} href={link(route)} aria-current={route === at ? 'page' : undefined}>
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

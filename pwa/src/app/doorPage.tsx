import { Page } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { program } from '../words/index.ts';
import css from './doorPage.module.css';

/** A page for whoever is not in yet: one thing to do, in the middle, with nothing around it. */
export function DoorPage({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class={css.frame}>
      <div class={css.door}>
        <Page title={title} measure="text" above={<span class={css.brand}>{program.name}</span>}>
          {children}
        </Page>
      </div>
    </div>
  );
}

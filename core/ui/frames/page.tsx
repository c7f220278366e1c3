import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { classes } from '../classes.ts';
import { usePartWords } from '../setting/setting.tsx';
import css from './page.module.css';

interface PageProps {
  /** Also what the window and the history call it. */
  readonly title: string;
  /** After the title, such as a status. */
  readonly beside?: ComponentChildren;
  /** Beside the title. */
  readonly actions?: ComponentChildren;
  /** What the page is for, before the others; on a phone it stands at the bottom, in reach of the thumb. */
  readonly mainActions?: ComponentChildren;
  /** Above the title: where this page belongs. */
  readonly above?: ComponentChildren;
  /** `text` keeps lines readable, `wide` takes the room there is, `filled` also fits the height and lets a list inside scroll. */
  readonly measure?: 'text' | 'wide' | 'filled';
  readonly children: ComponentChildren;
}

/** The frame of every page. Its heading takes the focus after navigation. */
export function Page({ title, beside, actions, mainActions, above, measure = 'wide', children }: PageProps) {
  const { appName } = usePartWords();
  useEffect(() => {
    document.title = title === appName ? appName : `${title} · ${appName}`;
  }, [title, appName]);

  return (
    <div class={classes(css.page, css[measure])} data-filled={measure === 'filled' || undefined}>
      <header class={css.head}>
        <div class={css.titles}>
          {above}
          <div class={css.titleLine}>
            <h1 tabIndex={-1}>{title}</h1>
            {beside}
          </div>
        </div>
        {(mainActions ?? actions) !== undefined && (
          <div class={css.tools}>
            {mainActions !== undefined && <div class={classes(css.actions, css.main)}>{mainActions}</div>}
            {actions !== undefined && <div class={css.actions}>{actions}</div>}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}

import { List, ListItem, Page, Section, SegmentedControl } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { shell } from '../words/index.ts';
import { setTheme, theme, type Theme } from '../app/index.ts';

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: shell.themes.system },
  { value: 'light', label: shell.themes.light },
  { value: 'dark', label: shell.themes.dark },
];

/** What has no place of its own in a phone's bottom bar. */
export function MorePage() {
  return (
    <Page title={shell.more} measure="text">
      <List>
        <ListItem icon="day" title={shell.day} href={link('days')} />
        <ListItem icon="breach" title={shell.breaches} href={link('breaches')} />
        <ListItem icon="calendar" title={shell.review} href={link('reviews')} />
        <ListItem icon="steps" title={shell.phases} href={link('phases')} />
        <ListItem icon="checks" title={shell.playbooks} href={link('playbooks')} />
        <ListItem icon="payoff" title={shell.riskGraph} href={link('riskGraph')} />
        <ListItem icon="bell" title={shell.notifications} href={link('notifications')} />
        <ListItem icon="pending" title={shell.waiting} href={link('waiting')} />
        <ListItem icon="settings" title={shell.settings} href={link('settings')} />
      </List>
      <Section title={shell.appearance}>
        <SegmentedControl bare label={shell.appearance} value={theme.value} choices={themes} onChange={setTheme} />
      </Section>
    </Page>
  );
}

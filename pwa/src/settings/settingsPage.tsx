import { List, ListItem, Page } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { settings as words } from '../words/index.ts';
import { sections } from './sections.ts';

export function SettingsPage() {
  return (
    <Page title={words.title} measure="text">
      <List label={words.title}>
        {sections.map(({ route, label, note, icon }) => (
          <ListItem key={route} icon={icon} title={label} note={note} href={link(route)} />
        ))}
      </List>
    </Page>
  );
}

import { keepStorage, readStorage, type DeviceStorage } from '@taffrail/replica';
import { Banner, Button, Card, DefinitionList, LinkButton, Section, useFormats } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { toast, useBook } from '../app/index.ts';
import { ExportPart, ImportPart, SheetsPart } from '../exchange/index.ts';
import { link } from '../routes/index.ts';
import { settings as words } from '../words/index.ts';
import { bytesText } from './bytesText.ts';
import css from './panel.module.css';

/** Where the book is, how safe it is there, and how to take it along. */
export function DataPanel() {
  const { entry } = useBook();
  return (
    <>
      {entry.workspace_id === null && !entry.is_sample && (
        <Banner tone="warning" title={words.notBackedUp} actions={<LinkButton href={link('books')}>{words.toBooks}</LinkButton>}>
          {words.notBackedUpMeaning}
        </Banner>
      )}
      <SavedSection />
      <ExportPart />
      <ImportPart />
      <SheetsPart />
      <StorageSection />
      <Section title={words.remove}>
        <p>{words.removeMeaning}</p>
        <div class={css.actions}>
          <LinkButton href={link('books')}>{words.toBooks}</LinkButton>
        </div>
      </Section>
    </>
  );
}

function SavedSection() {
  const formats = useFormats();
  const { entry, replica } = useBook();
  const { device, server } = replica.savedAt.value;
  const text = (instant: string | undefined) => (instant === undefined ? words.never : formats.dateTime(instant));
  return (
    <Card title={words.saved}>
      <DefinitionList
        items={[
          { key: 'device', term: words.savedDevice, value: text(device) },
          ...(entry.workspace_id === null ? [] : [{ key: 'server', term: words.savedServer, value: text(server) }]),
        ]}
      />
    </Card>
  );
}

function StorageSection() {
  const { locale } = useFormats();
  const [storage, setStorage] = useState<DeviceStorage>();
  const read = async () => setStorage(await readStorage());
  useEffect(() => void read(), []);

  async function keep(): Promise<void> {
    const isKept = await keepStorage();
    await read();
    toast(isKept ? { text: words.storageKept } : { tone: 'warning', text: words.storageNotKept });
  }

  if (storage === undefined) return null;
  const { persisted, used_bytes, limit_bytes } = storage;
  return (
    <Card title={words.storage}>
      <DefinitionList
        items={[
          { key: 'used', term: words.storageUsed, value: words.ofLimit(bytesText(used_bytes, locale), bytesText(limit_bytes, locale)) },
          { key: 'kept', term: words.storagePromise, value: persisted ? words.promised : words.notPromised },
        ]}
      />
      {!persisted && (
        <div class={css.actions}>
          <Button onClick={() => void keep()}>{words.askToKeep}</Button>
        </div>
      )}
    </Card>
  );
}

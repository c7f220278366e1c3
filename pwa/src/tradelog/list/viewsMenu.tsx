import { Menu, TextField, type MenuItem } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { mayWrite, toast, useBook } from '../../app/index.ts';
import { go, link, search } from '../../routes/index.ts';
import { list as words } from '../../words/index.ts';
import { FormDialog } from '../form/formDialog.tsx';
import { nextId } from '../standing.ts';
import { removeView, savedViews, saveView, type SavedView } from './savedViews.ts';

/** Lists by name. They are documents, so they are on every device, and one made without a network arrives later. */
export function ViewsMenu() {
  const { papers, replica } = useBook();
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [changes, setChanges] = useState(0);
  const current = normalised(search.value);
  const shown = views.find((view) => view.search === current);

  useEffect(() => void papers.documents().then(savedViews).then(setViews), [papers, changes]);

  async function keep(view: SavedView): Promise<void> {
    await saveView(await papers.documents(), view);
    setChanges(changes + 1);
  }

  async function remove(view: SavedView): Promise<void> {
    await removeView(await papers.documents(), view.id);
    setChanges(changes + 1);
    toast({ text: words.viewRemoved(view.name), onUndo: () => void keep(view) });
  }

  const items: readonly MenuItem[] = [
    ...views.map((view): MenuItem => ({
      label: view.name,
      ...(view === shown && { icon: 'check' }),
      onSelect: () => go(`${link('positions')}?${view.search}`),
    })),
    ...(mayWrite.value ? [keeping(shown)] : []),
  ];
  // Whoever may only read, in a book without views.
  if (items.length === 0) return null;

  function keeping(view: SavedView | undefined): MenuItem {
    return view === undefined
      ? { label: words.saveView, icon: 'add', disabled: current === '', onSelect: () => setNaming(true) }
      : { label: words.removeView(view.name), icon: 'trash', onSelect: () => void remove(view) };
  }

  return (
    <>
      <Menu label={words.views} icon="bookmark" items={items} />
      {isNaming && (
        <FormDialog
          title={words.saveView}
          submit={words.keepView}
          canSubmit={name.trim() !== ''}
          onClose={() => setNaming(false)}
          onSubmit={async () => {
            await keep({ id: nextId(replica), name: name.trim(), search: current });
            toast({ text: words.viewKept(name.trim()) });
            setName('');
            return undefined;
          }}
        >
          {() => <TextField label={words.viewName} value={name} autoFocus onChange={setName} />}
        </FormDialog>
      )}
    </>
  );
}

/** The same filters are the same view, in whatever order they were chosen. */
function normalised(text: string): string {
  const params = new URLSearchParams(text);
  params.sort();
  return params.toString();
}

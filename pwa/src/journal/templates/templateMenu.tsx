import { Menu, type MenuItem } from '@taffrail/ui';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useState } from 'preact/hooks';
import { toast, useBook } from '../../app/index.ts';
import { journal } from '../../words/index.ts';
import { isBlank } from '../editor/blank.ts';
import { keepTemplate, ownTemplates } from './ownTemplates.ts';
import { givenTemplates, templateIn, type Template } from './template.ts';

/** Inserts templates where the cursor stands, and keeps pages as templates. */
export function TemplateMenu({ view }: { readonly view: EditorView | undefined }) {
  const { papers, replica } = useBook();
  const [own, setOwn] = useState<readonly Template[]>([]);

  const [kept, setKept] = useState(0);
  useEffect(() => void papers.documents().then(ownTemplates).then(setOwn), [papers, kept]);
  if (!view?.editable) return null;

  async function keep({ state }: EditorView): Promise<void> {
    const template = templateIn(state.doc);
    if (!template) {
      toast({ text: journal.templateNeedsName, tone: 'warning' });
      return;
    }
    await keepTemplate(await papers.documents(), replica.ground.surroundings.ids.next(), state.doc);
    setKept(kept + 1);
    toast({ text: journal.templateKept(template.name) });
  }

  const insert = (template: Template): MenuItem => ({
    label: template.name,
    icon: 'add',
    onSelect: () => insertTemplate(view, template),
  });

  const items = [
    ...[...own, ...givenTemplates].map(insert),
    { label: journal.saveAsTemplate, icon: 'journal', onSelect: () => void keep(view) },
  ];
  return <Menu label={journal.template} icon="journal" items={items as readonly MenuItem[]} />;
}

/** In place of an empty page, else behind the block with the cursor. */
function insertTemplate(view: EditorView, { content }: Template): void {
  const { state } = view;
  const { $to } = state.selection;
  const at = isBlank(state.doc) ? 0 : $to.after(Math.min(1, $to.depth) || 1);
  const to = isBlank(state.doc) ? state.doc.content.size : at;
  view.dispatch(state.tr.replaceWith(at, to, content).scrollIntoView());
  view.focus();
}

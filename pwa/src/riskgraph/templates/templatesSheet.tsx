import { calendarDayOf, isRefusal } from '@taffrail/domain/kernel';
import { fromTemplate, type MarketView, type StrategyTemplate } from '@taffrail/domain/riskgraph';
import { Button, EmptyState, List, Sheet, Menu, NumberField, TextField, type MenuItem } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog, mayWrite, toast, useBook } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { adding, doOrSay, nextId } from '../does.ts';
import { ChangeTemplateDialog } from './changeTemplateDialog.tsx';
import { ShareDialog } from './shareDialog.tsx';
import css from '../strategies/strategies.module.css';

interface TemplatesSheetProps {
  readonly templates: readonly StrategyTemplate[];
  readonly views: ReadonlyMap<string, MarketView>;
  readonly onClose: () => void;
}

/** What was saved to be used again, and what others share. */
export function TemplatesSheet({ templates, views, onClose }: TemplatesSheetProps) {
  const [used, setUsed] = useState<StrategyTemplate>();
  const [shared, setShared] = useState<StrategyTemplate>();
  const [changed, setChanged] = useState<StrategyTemplate>();
  return (
    <Sheet open title={words.templates} onClose={onClose}>
      <div class={css.form}>
        {templates.length === 0 ? (
          <EmptyState icon="journal" title={words.noTemplates}>
            {words.noTemplatesMeaning}
          </EmptyState>
        ) : (
          <List>
            {templates.map((template) => (
              <TemplateRow
                key={template.id}
                template={template}
                onUse={() => setUsed(template)}
                onChange={() => setChanged(template)}
                onShare={() => setShared(template)}
              />
            ))}
          </List>
        )}
        <ByCode />
      </div>
      {used !== undefined && (
        <UseDialog template={used} spot={views.get(used.underlying)?.spot} onClose={() => setUsed(undefined)} onUsed={onClose} />
      )}
      {changed !== undefined && <ChangeTemplateDialog template={changed} onClose={() => setChanged(undefined)} />}
      {shared !== undefined && <ShareDialog template={shared} onClose={() => setShared(undefined)} />}
    </Sheet>
  );
}

interface TemplateRowProps {
  readonly template: StrategyTemplate;
  readonly onUse: () => void;
  readonly onChange: () => void;
  readonly onShare: () => void;
}

function TemplateRow({ template: { id, name, description, symbol }, onUse, onChange, onShare }: TemplateRowProps) {
  const { replica } = useBook();
  async function remove(): Promise<void> {
    const expected_version = (await replica.state('strategy_template', id))?.version ?? 0;
    await doOrSay(replica, { type: 'RemoveTemplate', aggregate_id: id, payload: {}, expected_version });
  }
  const items: readonly MenuItem[] = [
    { label: words.renameTemplate, icon: 'edit', onSelect: onChange },
    { label: words.share, icon: 'share', onSelect: onShare },
    { label: words.removeTemplate, icon: 'trash', danger: true, onSelect: () => void remove() },
  ];
  return (
    <li class={css.row}>
      <strong>{name}</strong>
      <span class={css.about}>{description ?? symbol}</span>
      {mayWrite.value && (
        <>
          <Button onClick={onUse}>{words.use}</Button>
          <Menu label={`${words.more}: ${name}`} items={items} />
        </>
      )}
    </li>
  );
}

interface UseDialogProps {
  readonly template: StrategyTemplate;
  readonly spot: string | undefined;
  readonly onClose: () => void;
  readonly onUsed: () => void;
}

function UseDialog({ template, spot, onClose, onUsed }: UseDialogProps) {
  const { replica } = useBook();
  const [centre, setCentre] = useState<string | undefined>(spot);
  async function use() {
    if (centre === undefined) return undefined;
    const at = { day: calendarDayOf(replica.now(), 'America/New_York'), at_the_money: centre };
    const terms = fromTemplate(template, at, () => nextId(replica));
    const wish = adding(nextId(replica), { ...terms, visible: true, color: null, position_id: null, template_id: template.id });
    const answer = await replica.dispatch(wish);
    if (isRefusal(answer)) return answer;
    toast({ text: words.used(template.name) });
    onUsed();
    return undefined;
  }
  return (
    <FormDialog title={template.name} submit={words.use} canSubmit={centre !== undefined} onSubmit={use} onClose={onClose}>
      <NumberField label={words.centre} value={centre} onChange={setCentre} />
    </FormDialog>
  );
}

/** What somebody else shares becomes a template of one's own. */
function ByCode() {
  const { entry } = useBook();
  const [code, setCode] = useState('');
  if (entry.workspace_id === null) return <p class={css.muted}>{words.needsServer}</p>;
  const workspaceId = entry.workspace_id;

  async function take(): Promise<void> {
    const path = `/api/risk-graph/templates/shared/${encodeURIComponent(code.trim())}/use`;
    const taken = await api<{ readonly name: string }>(path, { method: 'POST', workspaceId });
    if (isRefusal(taken)) {
      toast({ tone: 'breach', text: taken.sentence });
      return;
    }
    setCode('');
    toast({ text: words.templateSaved(taken.name) });
  }

  return (
    <form
      class={css.code}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <TextField label={words.byCode} value={code} onChange={setCode} autocomplete="off" />
      <Button type="submit" disabled={!mayWrite.value || code.trim() === ''}>
        {words.take}
      </Button>
    </form>
  );
}

import type { Id } from '@taffrail/domain/kernel';
import { Badge, Button, Chip, ChipRow, EmptyState, ErrorState, LinkButton, Menu, Page, Skeleton, type MenuItem } from '@taffrail/ui';
import { mayWrite, sentenceOf, useActions, useBook, type PageProps } from '../app/index.ts';
import { go, link } from '../routes/index.ts';
import { playbooks as words, purposes } from '../words/index.ts';
import { Back } from './back.tsx';
import { nameOfBinding } from './bindings.ts';
import { beginNext } from './draft/begin.ts';
import css from './playbookPage.module.css';
import { NoResults, ResultsPart } from './results/resultsPart.tsx';
import { useResults } from './results/useResults.ts';
import { saveAsFile } from './shelf/exporting.ts';
import { useDrafts } from './shelf/useDrafts.ts';
import { useTurning } from './turning.ts';
import { usePlaybook, type ShownPlaybook } from './usePlaybook.ts';
import { AskedPart, GradePart } from './versions/contentPart.tsx';
import { VersionList } from './versions/versionList.tsx';

/** What a playbook asks, and what came of it. */
export function PlaybookPage({ params: { id } }: PageProps<'playbook'>) {
  const answer = usePlaybook(id);
  if (answer.status === 'ready' && answer.value !== undefined) return <Shown key={id} shown={answer.value} />;
  return (
    <Page title={words.title} above={<Back />}>
      {answer.status === 'loading' && <Skeleton shape="card" count={3} />}
      {answer.status === 'failed' && <ErrorState title={words.failed}>{sentenceOf(answer.error)}</ErrorState>}
      {answer.status === 'ready' && <Missing id={id} />}
    </Page>
  );
}

function Shown({ shown }: { readonly shown: ShownPlaybook }) {
  const desk = useBook();
  const { playbook, versions } = shown;
  const [latest] = versions;
  const isDrafted = useDrafts(shown)?.has(playbook.id) === true;
  const turn = useTurning(shown);
  const all = useResults();

  async function edit(): Promise<void> {
    await beginNext(desk, playbook.id, versions);
    go(link('playbookDraft', { id: playbook.id }));
  }
  useActions([{ id: 'playbook.edit', label: words.edit, icon: 'edit', keys: 'e', writes: true, run: () => void edit() }]);

  if (latest === undefined) return null;
  const results = all?.get(playbook.id);
  const hasResults = results !== undefined && results.all.closed > 0;
  const turning: MenuItem = playbook.active
    ? { label: words.retire, icon: 'lock', onSelect: () => void turn('RetirePlaybook') }
    : { label: words.reactivate, icon: 'undo', onSelect: () => void turn('ReactivatePlaybook') };
  const items: readonly MenuItem[] = [
    { label: words.exportJson, icon: 'download', onSelect: () => saveAsFile(latest.content) },
    ...(mayWrite.value ? [turning] : []),
  ];
  return (
    <Page
      title={playbook.name}
      above={<Back />}
      beside={
        <span class={css.beside}>
          <Badge>{words.versionNumber(latest.version)}</Badge>
          {!playbook.active && <Badge tone="warning">{words.retired}</Badge>}
        </span>
      }
      mainActions={
        mayWrite.value ? (
          <Button tone="primary" icon="edit" keys="e" onClick={() => void edit()}>
            {isDrafted ? words.goOn : words.edit}
          </Button>
        ) : (
          isDrafted && <LinkButton href={link('playbookDraft', { id: playbook.id })}>{words.readDraft}</LinkButton>
        )
      }
      actions={<Menu label={words.more} items={items} />}
    >
      {!playbook.active && <p class={css.muted}>{words.retiredMeaning}</p>}
      <Meant purpose={purposes[playbook.purpose]} names={latest.content.strategy_bindings.map(nameOfBinding)} />
      <div class={css.columns}>
        <div class={css.column}>
          {hasResults ? <ResultsPart results={results} versions={versions} /> : <AskedPart content={latest.content} />}
        </div>
        <div class={css.column}>
          {!hasResults && (all === undefined ? <Skeleton shape="card" /> : <NoResults uses={results?.all.uses ?? 0} />)}
          {hasResults && <AskedPart content={latest.content} />}
          <GradePart content={latest.content} />
          <VersionList versions={versions} />
        </div>
      </div>
    </Page>
  );
}

/** When it is filled in, and for which trades. */
function Meant({ purpose, names }: { readonly purpose: string; readonly names: readonly string[] }) {
  return (
    <div class={css.meant}>
      <span class={css.muted}>{names.length === 0 ? purpose : words.meantFor(purpose)}</span>
      <ChipRow>
        {names.map((name) => (
          <Chip key={name}>{name}</Chip>
        ))}
      </ChipRow>
    </div>
  );
}

/** Nothing published: it may be a draft still. */
function Missing({ id }: { readonly id: Id }) {
  const isDrafted = useDrafts(id)?.has(id) === true;
  return (
    <EmptyState
      icon="search"
      title={isDrafted ? words.onlyDraft : words.missing}
      actions={
        isDrafted ? (
          <LinkButton tone="primary" href={link('playbookDraft', { id })}>
            {mayWrite.value ? words.goOn : words.readDraft}
          </LinkButton>
        ) : (
          <LinkButton href={link('playbooks')}>{words.back}</LinkButton>
        )
      }
    >
      {isDrafted ? words.onlyDraftMeaning : words.missingMeaning}
    </EmptyState>
  );
}

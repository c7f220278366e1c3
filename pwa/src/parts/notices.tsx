import {
  Badge,
  Banner,
  Button,
  Card,
  Chip,
  ChipRow,
  ConflictMark,
  EmptyState,
  ErrorState,
  OfflineMark,
  OfflineState,
  PendingMark,
  PersonChip,
  Progress,
  Section,
  Skeleton,
} from '@taffrail/ui';
import { toast } from '../app/index.ts';
import { link } from '../routes/index.ts';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

export function Notices() {
  return (
    <Section title={gallery.notices}>
      <div class={css.stack}>
        <div class={css.row}>
          <Badge>{3}</Badge>
          <Badge tone="accent">{gallery.open}</Badge>
          <Badge tone="warning">{gallery.nearLimit}</Badge>
          <Badge tone="breach">{gallery.halted}</Badge>
          <PendingMark />
          <ConflictMark />
          <OfflineMark />
        </div>
        <ChipRow>
          <Chip>{gallery.tag}</Chip>
          <Chip onRemove={() => toast({ text: gallery.tagRemoved, onUndo: () => toast({ text: gallery.tagBack }) })}>
            {gallery.filterTag}
          </Chip>
        </ChipRow>
        <div>
          <Button onClick={() => toast({ text: gallery.linkToast, link: { label: gallery.openIt, href: link('parts') } })}>
            {gallery.primary}
          </Button>
        </div>
        <PersonChip name={gallery.owner} role={gallery.ownerRole} />
        <Banner>{gallery.info}</Banner>
        <Banner tone="warning" title={gallery.warningTitle} actions={<Button>{gallery.secondary}</Button>}>
          {gallery.warning}
        </Banner>
        <Banner tone="breach" title={gallery.breachTitle} onClose={() => toast({ tone: 'breach', text: gallery.breachToast })}>
          {gallery.breach}
        </Banner>
        <Progress label={gallery.importing} done={3120} total={10_000} onCancel={() => toast({ text: gallery.cancelled })} />
        <Card title={gallery.loading}>
          <Skeleton shape="figure" />
          <Skeleton shape="line" count={2} />
          <Skeleton shape="row" />
        </Card>
        <Card>
          <EmptyState icon="positions" title={gallery.emptyTitle} actions={<Button tone="primary">{gallery.emptyAction}</Button>}>
            {gallery.empty}
          </EmptyState>
        </Card>
        <Card>
          <ErrorState title={gallery.errorTitle} actions={<Button icon="refresh">{gallery.again}</Button>}>
            {gallery.errorText}
          </ErrorState>
        </Card>
        <Card>
          <OfflineState title={gallery.offlineTitle}>{gallery.offlineText}</OfflineState>
        </Card>
      </div>
    </Section>
  );
}

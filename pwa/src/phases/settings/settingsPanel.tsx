import { Skeleton } from '@taffrail/ui';
import { useBook } from '../../app/index.ts';
import { usePhaseStanding } from '../../conduct/index.ts';
import { PasswordPart } from './passwordPart.tsx';
import { SettingsForm } from './settingsForm.tsx';
import css from './settings.module.css';

/** What each phase asks for and allows, and the password that goes over it. */
export function PhaseSettingsPanel() {
  const { entry } = useBook();
  const now = usePhaseStanding();
  if (now === undefined) return <Skeleton shape="card" count={3} />;
  return (
    <div class={css.panel}>
      <SettingsForm now={now} />
      <PasswordPart workspaceId={entry.workspace_id} />
    </div>
  );
}

import { Badge, Button, EmptyState, LinkButton, List, ListItem, Menu, Section, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { session } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { identity } from '../../words/index.ts';
import { Answer } from '../answer.tsx';
import { useAnswer } from '../answered.ts';
import { workspaceOnScreen } from '../workspaceOnScreen.ts';
import { PairPhone } from './pairPhone.tsx';
import type { PairedDevice } from './pairedDevice.ts';
import { RenameDevice } from './renameDevice.tsx';
import { RevokeDevice } from './revokeDevice.tsx';
import { ScriptToken } from './scriptToken.tsx';

/** A device that was let in comes for its tokens a moment later. */
const LOOK_EVERY_MS = 3000;

type Doing = { readonly what: 'phone' | 'script' } | { readonly what: 'rename' | 'revoke'; readonly device: PairedDevice };

/** What else is let in to one's books, and when it was last here. */
export function DevicesPanel() {
  const [devices, read] = useAnswer<{ devices: readonly PairedDevice[] }>('/api/identity/devices', { everyMs: LOOK_EVERY_MS });
  const [doing, setDoing] = useState<Doing>();
  const now = session.value;
  const workspaceId = workspaceOnScreen() ?? (now.status === 'in' ? now.me.workspaces[0]?.id : undefined);
  const done = () => {
    setDoing(undefined);
    void read();
  };

  return (
    <>
      <Section
        title={identity.devices}
        actions={
          workspaceId !== undefined && (
            <Menu
              label={identity.addDevice}
              icon="add"
              items={[
                { label: identity.pairPhone, icon: 'device', onSelect: () => setDoing({ what: 'phone' }) },
                { label: identity.makeScriptToken, icon: 'code', onSelect: () => setDoing({ what: 'script' }) },
              ]}
            />
          )
        }
      >
        <Answer of={devices} rows={3} again={read}>
          {({ devices: all }) => <DeviceList devices={all} mayPair={workspaceId !== undefined} onDo={setDoing} />}
        </Answer>
      </Section>
      <Section title={identity.pairTitle} actions={<LinkButton href={link('pair')}>{identity.pairTypeCode}</LinkButton>}>
        <p>{identity.pairFromSettings}</p>
      </Section>
      {doing?.what === 'phone' && workspaceId !== undefined && <PairPhone workspaceId={workspaceId} onClose={done} />}
      {doing?.what === 'script' && workspaceId !== undefined && <ScriptToken workspaceId={workspaceId} onClose={done} />}
      {doing?.what === 'rename' && <RenameDevice device={doing.device} onClose={done} />}
      {doing?.what === 'revoke' && <RevokeDevice device={doing.device} onClose={done} />}
    </>
  );
}

interface DeviceListProps {
  readonly devices: readonly PairedDevice[];
  readonly mayPair: boolean;
  readonly onDo: (doing: Doing) => void;
}

function DeviceList({ devices, mayPair, onDo }: DeviceListProps) {
  const formats = useFormats();
  if (devices.length === 0) {
    return (
      <EmptyState
        icon="device"
        title={identity.noDevices}
        actions={mayPair && <Button onClick={() => onDo({ what: 'phone' })}>{identity.pairPhone}</Button>}
      >
        {identity.noDevicesMeaning}
      </EmptyState>
    );
  }
  const used = ({ used_at, used_from, revoked_at }: PairedDevice): string => {
    if (revoked_at !== null) return identity.revokedAt(formats.dateTime(revoked_at));
    return used_at === null ? identity.neverUsed : identity.usedAt(formats.dateTime(used_at), used_from ?? '');
  };
  return (
    <List label={identity.devices}>
      {devices.map((device) => (
        <ListItem
          key={device.id}
          icon={device.kind === 'script' ? 'code' : 'device'}
          title={device.name}
          note={`${identity.kinds[device.kind]} · ${identity.scopes[device.scope]} · ${device.workspace_id} · ${used(device)}`}
          end={
            device.revoked_at !== null ? (
              <Badge>{identity.revoked}</Badge>
            ) : (
              <Menu
                label={identity.doWith(device.name)}
                items={[
                  { label: identity.rename, icon: 'edit', onSelect: () => onDo({ what: 'rename', device }) },
                  { label: identity.revoke, icon: 'trash', danger: true, onSelect: () => onDo({ what: 'revoke', device }) },
                ]}
              />
            )
          }
        />
      ))}
    </List>
  );
}

import { TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { api, FormDialog } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import type { PairedDevice } from './pairedDevice.ts';

interface RenameDeviceProps {
  readonly device: PairedDevice;
  readonly onClose: () => void;
}

export function RenameDevice({ device, onClose }: RenameDeviceProps) {
  const [name, setName] = useState(device.name);
  return (
    <FormDialog
      title={identity.renameTitle(device.name)}
      submit={identity.rename}
      onSubmit={() => api(`/api/identity/devices/${device.id}`, { method: 'PATCH', body: { name } })}
      onClose={onClose}
    >
      <TextField label={identity.deviceName} maxLength={60} required value={name} onChange={setName} />
    </FormDialog>
  );
}

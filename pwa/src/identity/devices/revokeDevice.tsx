import { api, FormDialog } from '../../app/index.ts';
import { identity } from '../../words/index.ts';
import type { PairedDevice } from './pairedDevice.ts';

interface RevokeDeviceProps {
  readonly device: PairedDevice;
  readonly onClose: () => void;
}

/** Asked before, because it cannot be taken back: the device has to be paired anew. */
export function RevokeDevice({ device, onClose }: RevokeDeviceProps) {
  return (
    <FormDialog
      title={identity.revokeTitle(device.name)}
      submit={identity.revoke}
      danger
      onSubmit={() => api(`/api/identity/devices/${device.id}/revoke`, { method: 'POST' })}
      onClose={onClose}
    >
      <p>{identity.revokeMeaning}</p>
    </FormDialog>
  );
}

/** A device that was let in, as the server lists it. */
export interface PairedDevice {
  readonly id: string;
  readonly workspace_id: string;
  readonly kind: 'extension' | 'phone' | 'script';
  readonly name: string;
  readonly scope: 'read' | 'write';
  readonly paired_at: string;
  readonly used_at: string | null;
  readonly used_from: string | null;
  readonly revoked_at: string | null;
}

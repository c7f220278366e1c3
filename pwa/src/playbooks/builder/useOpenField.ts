import { useState } from 'preact/hooks';

/** The field that is open to be changed. */
export interface OpenField {
  readonly id: string | undefined;
  /** It was opened to be written in at once. */
  readonly wantsFocus: boolean;
  toggle(id: string): void;
  begin(id: string): void;
  close(): void;
}

export function useOpenField(): OpenField {
  const [{ id, wantsFocus }, setOpen] = useState<Pick<OpenField, 'id' | 'wantsFocus'>>({ id: undefined, wantsFocus: false });
  const open = (next: string | undefined, focus: boolean) => setOpen({ id: next, wantsFocus: focus });
  return {
    id,
    wantsFocus,
    toggle: (one) => open(one === id ? undefined : one, false),
    begin: (one) => open(one, true),
    close: () => open(undefined, false),
  };
}

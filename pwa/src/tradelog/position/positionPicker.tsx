import type { Id } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';
import type { PositionRow } from '@taffrail/replica';
import { Select, useFormats } from '@taffrail/ui';
import { useReplica } from '../../app/index.ts';
import { position as words } from '../../words/index.ts';
import { positionName } from '../list/positionName.ts';

interface PositionPickerProps {
  readonly label: string;
  /** Fills move inside one account only, so only its positions are offered. */
  readonly besides: Position;
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
}

const MOST_OFFERED = 200;

/** Another position of the same account; those in the same instrument come first. */
export function PositionPicker({ label, besides, value, onChange }: PositionPickerProps) {
  const formats = useFormats();
  const rows = useReplica().rows<PositionRow>('positions').value;
  const others = [...(rows?.values() ?? [])].filter(
    ({ id, account_id, merged_into }) => id !== besides.id && account_id === besides.account_id && merged_into === null,
  );
  const isAlike = ({ underlying }: PositionRow) => Number(underlying === besides.underlying);
  const offered = others.toSorted((a, b) => isAlike(b) - isAlike(a) || (a.created_at < b.created_at ? 1 : -1)).slice(0, MOST_OFFERED);
  return (
    <Select
      label={label}
      value={value}
      placeholder={others.length === 0 ? words.noOthers : words.choosePosition}
      choices={offered.map((row) => ({ value: row.id, label: positionName(row, formats) }))}
      onChange={onChange}
    />
  );
}

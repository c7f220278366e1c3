import { SegmentedControl } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { followKept, keep } from '../app/index.ts';
import { options as words } from '../words/index.ts';

export function IconChoice() {
  const [icon, setIcon] = useState<'panel' | 'glance'>('panel');
  useEffect(() => followKept('icon', (kept = 'panel') => setIcon(kept)), []);
  return (
    <SegmentedControl
      label={words.icon}
      value={icon}
      choices={[
        { value: 'panel', label: words.iconOpens.panel },
        { value: 'glance', label: words.iconOpens.glance },
      ]}
      onChange={(chosen) => void keep('icon', chosen)}
    />
  );
}

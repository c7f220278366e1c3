import { Card, DefinitionList, useFormats } from '@taffrail/ui';
import { instantFromMs } from '@taffrail/domain/kernel';
import { useState } from 'preact/hooks';
import { settings as words } from '../words/index.ts';

/** What the choices come to. */
export function Example() {
  const formats = useFormats();
  const [now] = useState(() => instantFromMs(Date.now()));
  return (
    <Card title={words.example}>
      <DefinitionList
        items={[
          { key: 'amount', term: words.exampleAmount, value: formats.amount('-1234.5', 'USD', { currency: true, signed: true }) },
          { key: 'quantity', term: words.exampleQuantity, value: formats.quantity('12500.25') },
          { key: 'time', term: words.exampleTime, value: formats.dateTime(now) },
        ]}
      />
    </Card>
  );
}

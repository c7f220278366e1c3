import { KeyList } from '../app/index.ts';

export function KeyboardPanel() {
  return (
    <div>
      <KeyList heading="h2" />
    </div>
  );
}

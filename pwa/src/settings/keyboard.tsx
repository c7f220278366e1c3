import { KeyList } from '../app/index.ts';

export function KeyboardPanel() {
  return (
    <div>
      <KeyList />
    </div>
  );
}

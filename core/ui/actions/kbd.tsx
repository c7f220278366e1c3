import css from './kbd.module.css';

/** Keys as they stand on the keyboard; `Mod` is what this machine's shortcuts start with. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span class={css.keys} dir="ltr">
      {keys.split(/[ +]/).map((key) => (
        <kbd key={key} class={css.key}>
          {nameOf(key)}
        </kbd>
      ))}
    </span>
  );
}

function nameOf(key: string): string {
  if (key === 'Mod') return isApple() ? '\u2318' : 'Ctrl';
  return key.length === 1 ? key.toUpperCase() : key;
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

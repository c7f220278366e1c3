import css from './digits.module.css';

/** Large enough to be compared from one screen to another. */
export function Digits({ children }: { readonly children: string }) {
  return (
    <p class={css.digits} dir="ltr">
      {children}
    </p>
  );
}

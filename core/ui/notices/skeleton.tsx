import { usePartWords } from '../setting/setting.tsx';
import { classes } from '../classes.ts';
import css from './skeleton.module.css';

interface SkeletonProps {
  /** Takes the room of what is coming, so that nothing jumps when it comes. */
  readonly shape: 'line' | 'figure' | 'row' | 'card';
  readonly count?: number;
}

export function Skeleton({ shape, count = 1 }: SkeletonProps) {
  const words = usePartWords();
  return (
    <div class={css.stack} role="status" aria-label={words.loading}>
      {Array.from({ length: count }, (_, place) => (
        <span key={place} class={classes(css.bone, css[shape])} />
      ))}
    </div>
  );
}

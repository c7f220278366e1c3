export { Code } from './begin/code.tsx';
export { PairForm } from './begin/pairForm.tsx';
export { book, pairing, useBook } from './book.ts';
export { show } from './frame.tsx';
export { Panel } from './panel.tsx';
export { ShortButton } from './shortButton.tsx';
export { toast } from './toasts.ts';

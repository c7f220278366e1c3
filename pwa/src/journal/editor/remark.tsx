import { useState } from 'preact/hooks';
import { journal } from '../../words/index.ts';
import { isReadable } from './readable.ts';
import { RichText, type RichTextProps } from './richText.tsx';

type RemarkProps = Required<Pick<RichTextProps, 'held' | 'text' | 'label' | 'placeholder' | 'attachAll'>>;

/** One text of a document that has several. */
export function Remark(props: RemarkProps) {
  const { held, text } = props;
  const [, drawAgain] = useState(0);
  if (!isReadable(held.document, text)) return <p>{journal.newerPageMeaning}</p>;
  return <RichText {...props} isRemark onOutgrown={() => drawAgain((turn) => turn + 1)} />;
}

import { journal } from '../../words/index.ts';
import { isReadable } from './readable.ts';
import { RichText, type RichTextProps } from './richText.tsx';

type RemarkProps = Required<Pick<RichTextProps, 'held' | 'text' | 'label' | 'placeholder' | 'attachAll'>>;

/** One text of a document that has several. */
export function Remark(props: RemarkProps) {
  const { held, text } = props;
  return isReadable(held.document, text) ? <RichText {...props} isRemark /> : <p>{journal.newerPageMeaning}</p>;
}

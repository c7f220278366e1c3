import type { LineState } from '@taffrail/replica';
import { Banner, LinkButton, useFormats } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { waiting as words } from '../words/index.ts';

/** Why what waits is waiting, and what the trader can do about it. Quiet while everything is as it should be. */
export function LineBanner({ line, unsent }: { readonly line: LineState; readonly unsent: number }) {
  const formats = useFormats();
  switch (line.state) {
    case 'none':
      return (
        <Banner tone="warning" title={words.aloneTitle} actions={<LinkButton href={link('data')}>{words.aloneAction}</LinkButton>}>
          {words.alone(words.changes(unsent, formats.count(unsent)))}
        </Banner>
      );
    case 'signed_out':
      return (
        <Banner tone="warning" title={words.why.sentTitle} actions={<LinkButton href={link('signIn')}>{words.signIn}</LinkButton>}>
          {words.why.signed_out}
        </Banner>
      );
    case 'offline':
      return <Banner title={words.why.offlineTitle}>{line.sentence}</Banner>;
    case 'revoked':
      return (
        <Banner tone="breach" title={words.why.revokedTitle}>
          {line.sentence}
        </Banner>
      );
    default:
      return unsent === 0 ? null : <Banner>{words.why[line.state]}</Banner>;
  }
}

/** What an order ticket can say, in the order in which a trader reads it. */
export const fieldNames = ['symbol', 'side', 'quantity', 'price', 'stop', 'target', 'account'] as const;
export type FieldName = (typeof fieldNames)[number];

export type Side = 'buy' | 'sell';

/** What is taken from an element. */
export type Source = 'text' | 'value' | 'aria' | 'checked' | `attribute:${string}`;

/** How words become what they stand for. */
export interface Meaning {
  /** Only what this finds in them counts. */
  readonly pattern?: string;
  /** The value map that says what they mean. */
  readonly map?: string;
}

/** One way to read a field. Of several, the first that finds its element is taken. */
export interface Way extends Meaning {
  readonly selector: string;
  readonly from: Source;
  /** For what stands beside the ticket, such as the symbol of a chart. Otherwise it is looked for in the ticket alone. */
  readonly within?: 'page';
}

export interface FieldRule {
  readonly read: readonly Way[];
  /** A ticket may do without it: a market order has no price. */
  readonly optional?: true;
}

/** How a page writes numbers; `page` where it writes them as its language does. */
export type NumberLocale = 'page' | { readonly decimal: '.' | ','; readonly group: '.' | ',' | ' ' | "'" | '' };

/** What the button that sends the order says about it, to hold the fields against. */
export interface SubmitRule {
  readonly selector: readonly string[];
  readonly says: { readonly [Name in 'symbol' | 'side' | 'quantity']?: Meaning };
}

/** A broker's page, as data: where its ticket is and how it is read. */
export interface Adapter {
  readonly format: 'taffrail.adapter';
  readonly version: 1;
  readonly id: string;
  readonly name: string;
  readonly matches: readonly string[];
  readonly ticket: readonly string[];
  readonly fields: { readonly [Name in FieldName]?: FieldRule };
  readonly number_locale: NumberLocale;
  readonly value_maps: { readonly [name: string]: { readonly [said: string]: string } };
  readonly submit: SubmitRule | null;
  readonly adapter_version: number;
  /** The day on which somebody last held it against the live page. */
  readonly last_verified: string | null;
  readonly status: 'experimental' | 'verified';
  /** What the fields looked like when it was made, so that a page that has changed is noticed. */
  readonly fingerprint: { readonly [Name in FieldName]?: string } | null;
}

import { NumberField, type NumberFieldProps } from './numberField.tsx';

interface MoneyFieldProps extends Omit<NumberFieldProps, 'prefix'> {
  readonly currency: string;
}

/** An amount in a currency that is stated, not chosen: it belongs to the account. */
export function MoneyField({ currency, ...rest }: MoneyFieldProps) {
  return <NumberField {...rest} prefix={currency} />;
}

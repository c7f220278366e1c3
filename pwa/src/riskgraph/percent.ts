import { decimal, decimalText, divide, multiply, type DecimalText } from '@taffrail/domain/kernel';

const HUNDRED = decimal('100');
const PLACES = 6;

/** People say 20 %, books keep 0.2. */
export const inPercent = (share: DecimalText): DecimalText => decimalText(multiply(decimal(share), HUNDRED));
export const asShare = (percent: DecimalText): DecimalText => decimalText(divide(decimal(percent), HUNDRED, PLACES));

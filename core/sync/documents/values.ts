import * as decoding from 'lib0/decoding';

/** Goes past bytes that need no looking at; throws where there are not so many. */
function skip(decoder: decoding.Decoder, bytes: number): void {
  if (bytes > decoder.arr.length - decoder.pos) throw new RangeError('there are fewer bytes than that');
  decoder.pos += bytes;
}

export const skipBytes = (decoder: decoding.Decoder): void => skip(decoder, decoding.readVarUint(decoder));

/** Goes past one plain value, as lib0 writes it. False, wherever it has come to, once it nests deeper than so many levels. */
export function isShallowValue(decoder: decoding.Decoder, levels: number): boolean {
  switch (decoding.readUint8(decoder)) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return true;
    case 125: // a whole number
      decoding.readVarInt(decoder);
      return true;
    case 124: // a number of 32 bits
      skip(decoder, 4);
      return true;
    case 123: // a number of 64 bits
    case 122:
      skip(decoder, 8);
      return true;
    case 119: // text
      decoding.readVarString(decoder);
      return true;
    case 118: // an object
      return levels > 0 && areShallow(decoder, levels - 1, true);
    case 117: // a list
      return levels > 0 && areShallow(decoder, levels - 1, false);
    case 116: // bytes
      skipBytes(decoder);
      return true;
    default:
      throw new RangeError('there is no such kind of value');
  }
}

function areShallow(decoder: decoding.Decoder, levels: number, areNamed: boolean): boolean {
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    if (areNamed) decoding.readVarString(decoder);
    if (!isShallowValue(decoder, levels)) return false;
  }
  return true;
}

const QUOTE = '"';
const ESCAPE = '\\';

/** Whether JSON nests no deeper than so many levels; throws where it is none. Counted first, because parsing makes an object a level. */
export function isShallowJson(text: string, levels: number): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isQuoted && letter === ESCAPE) at += 1;
    else if (letter === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === '[' || letter === '{') depth += 1;
    else if (letter === ']' || letter === '}') depth -= 1;
    if (depth > levels) return false;
  }
  JSON.parse(text);
  return true;
}

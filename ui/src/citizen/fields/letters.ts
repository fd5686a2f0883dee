// Under which letter a unit stands.
import type { Unit } from './address.svelte';

/** What a unit is stands before its name. */
const KIND = /^(Thành phố|Tỉnh|Phường|Xã|Đặc khu)\s+/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The first letter of the name without what the unit is and without a tone: Ô of "Phường Ô Chợ Dừa". */
export const letterOf = ({ name }: Unit): string => {
  const [first = ''] = name.normalize('NFC').replace(KIND, '');
  return first.normalize('NFD').replace(TONES, '').normalize('NFC').toUpperCase();
};

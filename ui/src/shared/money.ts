// Đồng as people write them.
import type { Vnd } from './bindings/Vnd';

/** `16.000` */
export const dong = (amount: Vnd): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');

// The sign of each light: told by shape and word, never by colour alone.
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleX from '@lucide/svelte/icons/circle-x';
import Minus from '@lucide/svelte/icons/minus';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Light } from '../../shared/bindings/Light';

export const SIGNS = {
  absent: Minus,
  green: CircleCheck,
  grey: CircleDashed,
  amber: TriangleAlert,
  red: CircleX,
} satisfies Record<Light, unknown>;

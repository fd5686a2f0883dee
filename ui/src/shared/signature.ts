// A signature as strokes of a finger: `M x y L x y …` with whole numbers, in a box of 1000 × 400.

export const WIDTH = 1000;
export const HEIGHT = 400;

/** Whether a text is a signature's path and nothing else. */
export const isPath = (text: string): boolean => /^(M \d{1,4} \d{1,3}( L \d{1,4} \d{1,3})+ ?)+$/.test(text);

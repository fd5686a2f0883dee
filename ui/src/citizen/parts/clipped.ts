// Whether some of a text is out of sight, as it is drawn now.

export const clipped = (box: HTMLElement | null | undefined): boolean =>
  !!box && box.scrollHeight > box.clientHeight + 2;

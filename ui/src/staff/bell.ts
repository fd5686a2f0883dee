// The console's bell: two soft notes, made in the page.

/** The notes in hertz, a falling third; each begins so many seconds after the one before. */
const NOTES = [880, 698.5];
const APART = 0.22;
/** How long a note dies away in seconds, and how loud it begins. */
const FADES = 0.5;
const LOUD = 0.2;

let context: AudioContext | null = null;

/** A page may sound only after somebody touched it: called with every touch and key, signing in among them. */
export function awaken(): void {
  if (context?.state === 'running' || typeof AudioContext === 'undefined') return;
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => {});
  } catch {
    // A machine without sound shows the call all the same.
  }
}

/** Rings once, where the page may sound. */
export function strike(): void {
  if (context?.state !== 'running') return;
  for (const [place, hertz] of NOTES.entries()) {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    const at = context.currentTime + place * APART;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(LOUD, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + FADES);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + FADES);
  }
}

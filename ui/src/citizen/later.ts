// The pages that nobody needs at once: fetched once the first one is drawn, so that no touch waits for a file.

const PAGES = [
  () => import('./pages/Choose.svelte'),
  () => import('./pages/Lookup.svelte'),
  () => import('./pages/Appointments.svelte'),
  () => import('./pages/Booking.svelte'),
  () => import('./pages/Appointment.svelte'),
  () => import('./pages/Rate.svelte'),
];

/** Fetches them one after another, after the next picture of the screen; what it returns stops that. */
export function fetchPages(): () => void {
  let wanted = true;
  const fetching = async () => {
    // A page that does not come now is asked for again when somebody goes there.
    for (const page of PAGES) if (wanted) await page().catch(() => null);
  };
  const frame = requestAnimationFrame(() => setTimeout(() => void fetching()));
  return () => {
    wanted = false;
    cancelAnimationFrame(frame);
  };
}

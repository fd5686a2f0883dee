// The appointments of a day at the console: who is expected, and booking for somebody at the counter.
import type { AppointmentHeld } from '../shared/bindings/AppointmentHeld';
import { staff } from '../shared/bindings/commands';
import type { PrintView } from '../shared/bindings/PrintView';
import type { Problem } from '../shared/bindings/Problem';
import type { SlotDay } from '../shared/bindings/SlotDay';
import { problemOf } from '../shared/problem';
import { printEnd } from './printing';

/** What was just printed at the counter: a number, or an appointment's code. */
export interface Given {
  /** Which: `A012`, `K7M-3XP`. */
  label: string;
  kind: 'number' | 'appointment';
  /** How its paper ended; none while it is on its way. */
  end: PrintView | null;
}

export class Appointments {
  /** The business date shown. */
  date = $state('');
  rows = $state.raw<AppointmentHeld[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  given = $state<Given | null>(null);
  /** What is being booked: the service, and its days once they are known. */
  service = $state('');
  days = $state.raw<SlotDay[] | null>(null);
  /** How often a day was asked for: only the newest answer is shown. */
  #asked = 0;

  /** Does one thing at a time. */
  async #run(action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await action();
    } catch (reason) {
      this.problem = problemOf(reason);
    } finally {
      this.busy = false;
    }
  }

  /** Shows a day, also while another is still being asked for. */
  async show(date: string): Promise<void> {
    if (date !== this.date) this.rows = null;
    this.date = date;
    this.problem = null;
    await this.#list();
  }

  /** Shows the day as it is by now. */
  async refresh(): Promise<void> {
    if (this.date) await this.#list();
  }

  async #list(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const rows = await staff.console_appointments(this.date);
      if (asked === this.#asked) this.rows = rows;
    } catch (reason) {
      if (asked === this.#asked) this.problem = problemOf(reason);
    }
  }

  /** Asks which times a service has, also while another's are still being asked for. */
  async times(service: string): Promise<void> {
    this.service = service;
    this.days = null;
    this.problem = null;
    await this.#times();
  }

  async #times(): Promise<void> {
    const { service } = this;
    if (!service) return;
    try {
      const days = await staff.console_slots(service);
      if (service === this.service) this.days = days;
    } catch (reason) {
      if (service === this.service) this.problem = problemOf(reason);
    }
  }

  /** Keeps a time and prints its paper. Where somebody was faster, the times as they are now. */
  async book(start: string): Promise<void> {
    await this.#run(async () => {
      const { held, print } = await staff.console_book(this.service, start).catch(async (reason) => {
        // Without an answer the time stays, so that the next press asks for the same once more.
        if (problemOf(reason).code !== 'central-away') await this.#times();
        throw reason;
      });
      this.#follow({ label: held.appointment.code, kind: 'appointment', end: null }, print);
      this.days = null;
      this.service = '';
      await this.show(start.slice(0, 10));
    });
  }

  /** Gives the number of somebody who is here. */
  async checkIn(id: string): Promise<void> {
    await this.#run(async () => {
      const { ticket, print } = await staff.console_check_in(id);
      this.#follow({ label: ticket.label, kind: 'number', end: null }, print);
      await this.#list();
    });
  }

  /** Gives a time back. */
  async cancel(id: string): Promise<void> {
    await this.#run(async () => {
      await staff.console_cancel_appointment(id);
      await this.#list();
    });
  }

  #follow(given: Given, print: number): void {
    this.given = given;
    void printEnd(print).then((end) => {
      if (this.given?.label === given.label) this.given = { ...given, end };
    });
  }
}

/** A date of the wire some days later. */
export function later(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

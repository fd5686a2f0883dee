// Money at the console: what needs an officer, and the payment of the submission that is open.
import { staff } from '../../shared/bindings/commands';
import type { PaymentDetail } from '../../shared/bindings/PaymentDetail';
import type { PaymentsToSee } from '../../shared/bindings/PaymentsToSee';
import type { Problem } from '../../shared/bindings/Problem';
import type { Settlement } from '../../shared/bindings/Settlement';
import type { TransferShown } from '../../shared/bindings/TransferShown';
import { problemOf } from '../../shared/problem';

/** The money that needs somebody. */
export class Payments {
  /** Null until it was read once. */
  toSee = $state.raw<PaymentsToSee | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);

  get count(): number {
    return (this.toSee?.payments.length ?? 0) + (this.toSee?.credits.length ?? 0);
  }

  /** Reads the list. What was read before stays when the central system is away. */
  async list(): Promise<void> {
    try {
      this.toSee = await staff.payments();
    } catch (reason) {
      this.problem = problemOf(reason);
    }
  }

  /** What a stray credit was for; without a code it was given back. True when it was noted. */
  async settle(credit: string, code: string, note: string): Promise<boolean> {
    return once(this, async () => {
      await staff.settle_credit(credit, code.trim() || null, note);
      await this.list();
    });
  }
}

/** The payment of one submission. */
export class PaymentOf {
  detail = $state.raw<PaymentDetail>() as PaymentDetail;
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** The code to pay what is still to be paid. */
  transfer = $state.raw<TransferShown | null>(null);
  /** The same press is the same deed, also when its answer was lost. */
  #key = crypto.randomUUID();

  constructor(
    readonly submission: string,
    detail: PaymentDetail,
    transfer: TransferShown | null,
  ) {
    this.detail = detail;
    this.transfer = transfer;
  }

  /** Looks whether something happened meanwhile: a bank may speak at any time. */
  async look(): Promise<void> {
    try {
      const { payment, transfer } = await staff.submission(this.submission);
      // What was asked before an officer's own press is older than its answer.
      if (!payment || payment.events.length < this.detail.events.length) return;
      if (payment.events.length > this.detail.events.length) this.detail = payment;
      this.transfer = transfer;
    } catch {
      // What is shown was true when it was read; the console's head says that the central system is away.
    }
  }

  /** What the fees cost that are not reckoned. True when it was noted. */
  async set(fee: number, why: string): Promise<boolean> {
    const set = await once(this, async () => {
      this.#happened(await staff.set_payment(this.submission, fee, why, this.#key));
    });
    if (set) await this.look();
    return set;
  }

  /** Money was taken at the counter. True when it was noted. */
  async take(amount: number): Promise<boolean> {
    return once(this, async () => {
      this.#happened(await staff.take_payment(this.submission, amount, this.#key));
    });
  }

  #happened(detail: PaymentDetail): void {
    this.detail = detail;
    // The code was for what was to be paid before.
    this.transfer = null;
    this.#key = crypto.randomUUID();
  }

  /** What did not fit was put right. True when it was noted. */
  async settle(outcome: Settlement, note: string): Promise<boolean> {
    return once(this, async () => {
      this.detail = await staff.settle_payment(this.submission, outcome, note);
    });
  }
}

async function once(
  of: { busy: boolean; problem: Problem | null },
  work: () => Promise<void>,
): Promise<boolean> {
  if (of.busy) return false;
  of.busy = true;
  of.problem = null;
  try {
    await work();
    return true;
  } catch (reason) {
    of.problem = problemOf(reason);
    return false;
  } finally {
    of.busy = false;
  }
}

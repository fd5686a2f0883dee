// Notices of the boards as the form changes them: their words, and their pictures, which are handed in as soon as
// they are chosen and shown once the settings that name them are in force.
import { SvelteMap } from 'svelte/reactivity';
import { staff } from '../../shared/bindings/commands';
import type { Notice } from '../../shared/bindings/Notice';
import type { Problem } from '../../shared/bindings/Problem';
import { problemOf } from '../../shared/problem';

/** The largest picture the central system takes, in bytes. */
const MOST = 3 * 1024 * 1024;

export class NoticePictures {
  /** Where the pictures are, by their names; null while one cannot be had. */
  readonly urls = new SvelteMap<string, string | null>();
  /** Why the last picture was not taken, and of which notice. */
  refused = $state.raw<{ notice: Notice; problem: Problem } | null>(null);
  /** The notice whose picture is on its way. */
  sending = $state.raw<Notice | null>(null);

  /** Looks for a picture that is not shown yet. */
  async show(picture: string): Promise<void> {
    if (this.urls.has(picture)) return;
    this.urls.set(picture, null);
    const url = await staff.notice_picture(picture).catch(() => null);
    if (url === null) this.urls.delete(picture);
    else this.urls.set(picture, url);
  }

  /** Hands a file in as the picture of a notice. */
  async choose(notice: Notice, file: File): Promise<void> {
    this.refused = null;
    this.sending = notice;
    try {
      if (file.size > MOST) throw { code: 'body-too-large', args: { most: String(MOST / 1024) } };
      const url = await dataUrl(file);
      const { id } = await staff.add_notice_picture(url.slice(url.indexOf(',') + 1));
      this.urls.set(id, url);
      notice.picture = id;
    } catch (reason) {
      this.refused = { notice, problem: problemOf(reason) };
    } finally {
      this.sending = null;
    }
  }
}

function dataUrl(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed({ code: 'picture-unreadable', args: {} });
    reader.readAsDataURL(file);
  });
}

/** Whether there is anything to show; English alone is not enough. */
export function saysSomething({ text, picture }: Notice): boolean {
  return text ? text.vi.trim() !== '' : picture !== null;
}

/** Sets the words of a notice in one language; without any it has none. */
export function setWords(notice: Notice, language: 'vi' | 'en', words: string): void {
  const { vi = '', en = '' }: { vi?: string; en?: string } = { ...notice.text, [language]: words };
  if (vi.trim() === '' && en.trim() === '') notice.text = null;
  else notice.text = en.trim() === '' ? { vi } : { vi, en };
}

/** How a notice stands on a day: shown, not yet, or no more. */
export function standing({ from, until }: Notice, today: string): 'on' | 'later' | 'over' {
  if (from !== null && from > today) return 'later';
  return until !== null && until < today ? 'over' : 'on';
}

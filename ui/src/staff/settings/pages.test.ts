import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { BranchConfig } from '../../shared/bindings/BranchConfig';
import type { Notice } from '../../shared/bindings/Notice';
import type { StaffMember } from '../../shared/bindings/StaffMember';
import { saysSomething, setWords, standing } from './notices.svelte';
import SettingsPage from './SettingsPage.svelte';
import { sample } from './sample';
import { Settings } from './settings.svelte';

afterEach(() => {
  cleanup();
  clearMocks();
});

type Answers = Record<string, (args: Record<string, unknown>) => unknown>;

/** The form over a central system with these settings. */
async function open(part: string, answers: Answers = {}, about: Partial<BranchConfig> = {}) {
  const kept = { config: { ...sample(), ...about }, version: 1 };
  mockIPC((command, args) => {
    if (command === 'set_branch_config') {
      kept.config = (args as { config: BranchConfig }).config;
      kept.version += 1;
    }
    if (command.endsWith('branch_config')) return { ...structuredClone(kept), version: kept.version };
    return answers[command]?.(args as Record<string, unknown>);
  });
  const settings = new Settings();
  render(SettingsPage, { settings, administrator: true });
  await screen.findByTestId('add-counter');
  await fireEvent.click(screen.getByTestId(`part-${part}`));
  return kept;
}

const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const tap = (id: string) => fireEvent.click(screen.getByTestId(id));
const notice = (about: Partial<Notice>): Notice => ({
  text: null,
  picture: null,
  from: null,
  until: null,
  ...about,
});

describe('notices', () => {
  it('have words, a picture and days, in an order, and are in force when saved', async () => {
    const sent: unknown[] = [];
    const kept = await open('notices', {
      add_notice_picture: ({ file }) => {
        sent.push(file);
        return { id: 'ab', width: 2, height: 1 };
      },
    });
    await tap('notice-add');
    expect(screen.getByTestId('settings-save')).toHaveProperty('disabled', true);
    await type('notice-vi-0', 'Nghỉ lễ');
    await type('notice-en-0', 'Closed');
    await fireEvent.change(screen.getByTestId('notice-until-0'), { target: { value: '2/9/2026' } });
    await tap('notice-add');
    const file = new File(['abc'], 'poster.png', { type: 'image/png' });
    await fireEvent.change(screen.getByTestId('notice-file-1'), { target: { files: [file] } });
    await waitFor(() => expect(screen.getByTestId('notice-1').querySelector('img')).toBeTruthy());
    expect(sent).toEqual(['YWJj']);
    await fireEvent.click(screen.getByRole('button', { name: 'Đưa thông báo 1 xuống dưới' }));
    await tap('settings-save');
    await screen.findByTestId('settings-saved');
    expect(kept.config.notices).toEqual([
      notice({ picture: 'ab' }),
      notice({ text: { vi: 'Nghỉ lễ', en: 'Closed' }, until: '2026-09-02' }),
    ]);
  });

  it('show the pictures in force, and say why a file was not taken', async () => {
    await open(
      'notices',
      {
        notice_picture: () => 'data:image/jpeg;base64,QQ==',
        add_notice_picture: () => Promise.reject({ code: 'picture-kind-refused', args: {} }),
      },
      { notices: [notice({ picture: 'ab' })] },
    );
    await waitFor(() => expect(screen.getByTestId('notice-0').querySelector('img')).toBeTruthy());
    const choose = (size: number) =>
      fireEvent.change(screen.getByTestId('notice-file-0'), {
        target: { files: [new File([new Uint8Array(size)], 'x')] },
      });
    await choose(3);
    await waitFor(() => expect(screen.getByTestId('problem').textContent).toContain('PNG'));
    await choose(3 * 1024 * 1024 + 1);
    await waitFor(() => expect(screen.getByTestId('problem').textContent).toContain('3072'));
    expect(screen.getByTestId('notice-0').querySelector('img'), 'what was there stays').toBeTruthy();
  });

  it('say something, or are not saved', () => {
    const one = notice({});
    expect(saysSomething(one)).toBe(false);
    setWords(one, 'en', 'Closed');
    expect(saysSomething(one)).toBe(false);
    setWords(one, 'vi', 'Nghỉ lễ');
    expect(saysSomething(one)).toBe(true);
    setWords(one, 'vi', '');
    setWords(one, 'en', ' ');
    expect(one.text).toBeNull();
    expect(saysSomething(notice({ picture: 'ab' }))).toBe(true);
  });

  it('are shown from their first to their last day', () => {
    const one = notice({ from: '2026-11-23', until: '2026-11-25' });
    const days = ['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'];
    expect(days.map((day) => standing(one, day))).toEqual(['later', 'on', 'on', 'over']);
  });
});

describe('the other parts', () => {
  it('a group has a picture that is chosen by looking', async () => {
    const kept = await open('services');
    await tap('icon-ho-tich');
    await tap('icon-ho-tich-tree');
    await tap('settings-save');
    await screen.findByTestId('settings-saved');
    expect(kept.config.groups[0]?.icon).toBe('tree');
  });

  it('an account is added with a first password that is shown once', async () => {
    const accounts: StaffMember[] = [
      { account: 'lan', name: 'Lan', role: 'officer', must_change_password: false, counter: 3 },
    ];
    const asked: unknown[] = [];
    await open('accounts', {
      staff_accounts: () => [...accounts],
      add_staff_account: (args) => {
        asked.push(args);
        const who: StaffMember = {
          account: 'dat.do',
          name: 'Đỗ Đạt',
          role: 'officer',
          must_change_password: true,
          counter: null,
        };
        accounts.push(who);
        return { who, password: 'abcd-efgh-jkmn' };
      },
    });
    await screen.findByTestId('account-lan');
    await type('new-name', 'Đỗ Đạt');
    await tap('add-account');
    expect((await screen.findByTestId('first-password')).textContent).toBe('abcd-efgh-jkmn');
    expect(asked).toEqual([{ account: 'dat.do', name: 'Đỗ Đạt', role: 'officer' }]);
    expect((await screen.findByTestId('account-dat.do')).textContent).toContain('Chưa đổi mật khẩu');
    await tap('password-noted');
    expect(document.body.textContent).not.toContain('abcd-efgh-jkmn');
  });

  it('the history names who changed what', async () => {
    await open('history', {
      branch_config_versions: () => [
        {
          version: 2,
          at: '2026-11-23T08:05:00.000+07:00',
          account: 'lan',
          name: 'Lan',
          changed: ['calling', 'notices'],
        },
        { version: 1, at: '2026-11-01T08:00:00.000+07:00', account: null, name: null, changed: [] },
      ],
    });
    const row = await screen.findByTestId('version-2');
    expect(row.textContent).toContain('08:05, 23/11/2026');
    expect(row.textContent).toContain('Lan (lan)');
    expect(row.textContent).toContain('cách gọi số, thông báo');
    expect(screen.getByTestId('version-1').textContent).toContain('Thiết lập ban đầu');
  });
});

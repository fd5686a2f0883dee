import { describe, expect, it } from 'vitest';
import type { DeviceInfo } from '../shared/bindings/DeviceInfo';
import type { DeviceStatus } from '../shared/bindings/DeviceStatus';
import { alerts, calls, printers } from './machines';
import { consoleView, device } from './samples';

const at = (time: string) => `2026-11-23T${time}:00.000+07:00`;
const now = Date.parse(at('09:00'));
const told = (...devices: DeviceInfo[]) =>
  alerts(consoleView({ devices }), now).map(({ machine, text }) => `${machine} ${text}`);
const says = (status: Partial<DeviceStatus>, about: Partial<DeviceInfo> = {}) => {
  const one = device('Ki-ốt 1', about);
  return told({ ...one, status: one.status && { ...one.status, ...status } });
};

describe('what is the matter with a machine', () => {
  it('is nothing when it is well, or when a console has no printer', () => {
    expect(says({})).toEqual([]);
    expect(says({ faces: ['staff'], printer: { ready: false, cause: 'not_set_up' } })).toEqual([]);
    expect(says({ faces: ['board'], printer: null })).toEqual([]);
  });

  it('is the printer, the loudspeaker, what it has not handed over, and forms it cannot use', () => {
    expect(says({ printer: { ready: false, cause: 'jam' } })[0]).toContain('kẹt giấy');
    expect(says({ printer: { ready: true, cause: 'paper_low' } })[0]).toContain('sắp hết giấy');
    expect(says({ printer: { ready: false, cause: null } })[0]).toContain('chưa rõ');
    expect(says({ printer: { ready: false, cause: 'not_set_up' } })[0]).toContain('Chưa cài máy in');
    const all = says({ mute: true, unsent: 2, untold: 3, prints_cut_off: 5, forms_left_out: 4 });
    expect(all.map((one) => /loa|2 hồ sơ|3 số|5 giấy|4 tờ khai/.exec(one)?.[0])).toEqual([
      'loa',
      '2 hồ sơ',
      '3 số',
      '5 giấy',
      '4 tờ khai',
    ]);
  });

  it('is a print that did not come, also where the printer says that it is ready', () => {
    const failed = { at: at('08:58'), cause: 'mute', unknown: true };
    const words = says({ printer: { ready: true, cause: null, failed } })[0];
    expect(words).toContain('08:58');
    expect(words).toContain('chưa rõ đã ra giấy chưa');
    expect(
      says({ printer: { ready: true, cause: null, failed: { ...failed, unknown: false } } })[0],
    ).toContain('không ra giấy');
    // What it says now is newer than what failed before.
    expect(says({ printer: { ready: false, cause: 'jam', failed } })[0]).toContain('kẹt giấy');
  });

  it('stands above every page where a kiosk gives no paper, and as a warning where it still does', () => {
    const kiosk = (printer: NonNullable<DeviceStatus['printer']>) => {
      const one = device('Ki-ốt 1');
      return { ...one, status: one.status && { ...one.status, printer } };
    };
    const above = (one: DeviceInfo) => printers(consoleView({ devices: [one] })).map(({ soon }) => soon);
    expect(above(kiosk({ ready: true, cause: null }))).toEqual([]);
    expect(above(kiosk({ ready: false, cause: 'no_paper' }))).toEqual([false]);
    expect(above(kiosk({ ready: true, cause: 'paper_low' }))).toEqual([true]);
    const failed = { at: at('08:58'), cause: null, unknown: true };
    expect(above(kiosk({ ready: true, cause: null, failed }))).toEqual([false]);
    expect(above({ ...kiosk({ ready: false, cause: 'jam' }), stale: true })).toEqual([]);
  });

  it('is its silence alone when it says nothing any more, with the date when that was another day', () => {
    expect(says({ mute: true }, { stale: true, heard_at: at('08:40') })).toEqual([
      'Ki-ốt 1 Mất liên lạc từ 08:40: hãy xem máy có bật và có mạng không.',
    ]);
    const friday = '2026-11-20T17:02:00.000+07:00';
    expect(says({}, { stale: true, heard_at: friday })[0]).toContain('17:02 ngày 20/11/2026');
  });

  it('is known of every machine by its name, calls for help first', () => {
    const jam = device('Ki-ốt 1');
    if (jam.status) jam.status.printer = { ready: false, cause: 'jam' };
    const help = { since: at('08:58'), answer: { at: at('08:59'), account: 'lan', officer: 'Lan' } };
    const [first, second] = told(jam, device('Ki-ốt 2', { help }));
    expect(first).toBe('Ki-ốt 2 Có người gọi cán bộ giúp từ 08:58. Lan đang đến.');
    expect(second).toContain('Ki-ốt 1');
  });
});

describe('calls for help', () => {
  it('stand in the order in which they need somebody, until one has gone there', () => {
    const answer = (time: string) => ({ at: at(time), account: 'lan', officer: 'Lan' });
    const devices = [
      device('Ki-ốt 1', { help: { since: at('08:50'), answer: answer('08:54') } }),
      device('Ki-ốt 2', { help: { since: at('08:55'), answer: answer('08:56') } }),
      device('Ki-ốt 3', { help: { since: at('08:59'), answer: null } }),
      device('Ki-ốt 4', { help: { since: at('08:58'), answer: null } }),
      device('Ki-ốt 5'),
    ];
    const open = calls(consoleView({ devices }), now).map(({ machine }) => machine);
    expect(open).toEqual(['Ki-ốt 4', 'Ki-ốt 3', 'Ki-ốt 2']);
  });
});

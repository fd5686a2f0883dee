// Funnels for the tests.
import type { FormFunnel } from '../../shared/bindings/FormFunnel';
import type { GuideFunnels } from '../../shared/bindings/GuideFunnels';
import type { PageFunnel } from '../../shared/bindings/PageFunnel';

/** A page of a funnel, with what the test says about it. */
export function page(name: string, about: Partial<PageFunnel> = {}): PageFunnel {
  return {
    page: name,
    title: `Trang ${name}`,
    shown: 40,
    on: 36,
    back: 2,
    left: 2,
    helped: 0,
    median: { from: 10, to: 30 },
    errors: [],
    ...about,
  };
}

/** A form's funnel, with what the test says about it. */
export function form(procedure: string, about: Partial<FormFunnel> = {}): FormFunnel {
  return {
    procedure,
    name: 'Đăng ký khai sinh',
    version: 2,
    begun: 40,
    alone: 22,
    assisted: 6,
    pages: [
      page('consents', { title: 'Bạn có đồng ý cho dùng thông tin của mình không?' }),
      page('child', {
        title: 'Tên và ngày sinh của bé',
        shown: 38,
        on: 27,
        left: 8,
        helped: 5,
        median: { from: 60, to: 120 },
        errors: [
          { label: 'Họ tên của bé', cause: 'required', count: 12 },
          { label: 'Ngày sinh của bé', cause: 'future', count: 3 },
          { label: 'Nơi sinh', cause: 'quite-new', count: 1 },
        ],
      }),
      page('review', { title: 'Bạn xem lại trước khi nộp', shown: 3, on: 3, left: 0, median: null }),
    ],
    ...about,
  };
}

/** The funnels of some days. */
export const funnels = (from: string, to: string, forms: FormFunnel[]): GuideFunnels => ({ from, to, forms });

// The 54 communes of one letter: who of them has an account, who stays silent, what each reports. The
// names of people are invented, the figures follow from a commune's place in the list.

import { LETTER, SLUG, TITLE, moved } from './whole/facts.mjs';
import { today, written } from './days.mjs';

export { SLUG };

/** Three have no account: their letter comes on a slip of paper with a link of their own. */
export const BY_LINK = ['Đặc khu Cô Tô', 'Xã Hải Sơn', 'Xã Ba Chẽ'];
/** Two have accounts and never report. */
export const SILENT = ['Xã Kỳ Thượng', 'Xã Lương Minh'];
/** One report waits for the officer when the sums are read. */
export const WAITING = 'Phường An Sinh';

/** What the letter asks of a commune. */
export const ASKED = {
  ...LETTER,
  text: [
    'Thực hiện Kế hoạch tổ chức Hội thi, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh đề nghị Ủy ban nhân dân các xã, phường, đặc khu triển khai các nội dung sau:',
    '- Chỉ đạo triển khai Thể lệ, Kế hoạch Hội thi tại địa phương; báo cáo kết quả thực hiện về Cơ quan Thường trực;',
    '- Tuyên truyền, phổ biến Thể lệ trên hệ thống truyền thanh, trang thông tin điện tử; vận động gửi giải pháp dự thi;',
    '- Phát động phong trào sáng kiến, cải tiến kỹ thuật trong nhân dân;',
    '- Khen thưởng tập thể, cá nhân có thành tích xuất sắc;',
    '- Khuyến khích tổ chức Hội thi của địa phương.',
    'Trân trọng đề nghị các địa phương quan tâm, phối hợp thực hiện./.',
  ].join('\n'),
  subject: `Triển khai và báo cáo kết quả ${TITLE}`,
};
export const NUMBER = '245/LHH-KHCN';
/** The edition's own day for the reports. */
export const REPORT_DUE = written(moved('2021-07-15'));
export const TODAY = written(today());

const FAMILIES = ['Lục', 'Nông', 'Chìu', 'Phoóng', 'Lỷ', 'Tằng', 'Voòng', 'Dường'];
const GIVEN = ['Thị Mận', 'Văn Quýt', 'Thị Hồng Nhót', 'Văn Trám', 'Thị Lựu', 'Văn Sấu', 'Thị Cam'];

/** The person of the commune at that place of the list. */
export function personOf(place) {
  return `${FAMILIES[place % FAMILIES.length]} ${GIVEN[place % GIVEN.length]}`;
}

/** The figures by the form's codes, with the words by which the form and the table name them. */
export const FIGURES = {
  documents_issued: { label: 'Văn bản chỉ đạo đã ban hành', short: 'Văn bản', of: (place) => 1 + (place % 3) },
  publicity_items: { label: 'Tin, bài, hoạt động tuyên truyền', short: 'Tin, bài', of: (place) => 1 + (place % 4) },
  people_reached: { label: 'Lượt người tiếp cận', short: 'Lượt người', of: (place) => 120 + 37 * place },
  entries_mobilised: { label: 'Giải pháp đã vận động gửi dự thi', short: 'Gửi dự thi', of: (place) => place % 5 },
  initiatives: { label: 'Sáng kiến được công nhận', short: 'Sáng kiến', of: (place) => 2 + (place % 7) },
  commendations: { label: 'Tập thể, cá nhân được khen thưởng', short: 'Khen thưởng', of: (place) => place % 3 },
};

/** What the commune at that place reports. */
export function figuresOf(place) {
  return Object.fromEntries(Object.entries(FIGURES).map(([code, { of }]) => [code, of(place)]));
}

/** The sums of those reports, by the table's short names. */
export function sumsOf(reports) {
  const sum = (code) => reports.reduce((all, figures) => all + figures[code], 0);
  return Object.fromEntries(Object.entries(FIGURES).map(([code, { short }]) => [short, sum(code)]));
}

// The ninth contest that the journey through a whole contest plays: its rule book, its people, its
// letter, its two dossiers with their marks.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { moveDays, moverOf, written } from '../days.mjs';

/** Where the sources lie. */
export const root = join(import.meta.dirname, '..', '..', '..');

export const SLUG = 'quang-ninh-ix';
export const at = (place) => `/ky/${SLUG}/${place}`;
export const password = 'mot cau de nho';
export const COMMUNE = 'Xã Tiên Yên';

// The eighth edition's book with its intake open since months and everything in force today: one
// round, one jury for all categories, three sheets an entry.
export const moved = moverOf('2021-03-01');
const [first, last] = ['2020-07-27', '2021-12-20'].map((day) => moved(day).slice(0, 4));
export const TITLE = `Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ IX, năm ${first} - ${last}`;

export async function book() {
  const eighth = await readFile(join(root, 'rules', 'books', 'quang-ninh-viii.toml'), 'utf8');
  return moveDays(eighth, moved)
    .replaceAll('quang-ninh-viii', SLUG)
    .replaceAll('lần thứ VIII', 'lần thứ IX')
    .replaceAll('2020 - 2021', `${first} - ${last}`)
    .replace('ordinal = 8', 'ordinal = 9')
    .replace('first_year = 2020', `first_year = ${first}`)
    .replace('last_year = 2021', `last_year = ${last}`)
    .replace('panels = "per_category"', 'panels = "plenary"')
    .replace('[[marking.rounds]]\ncode = "chung-khao"\nname = "Vòng chung khảo"\n', '')
    .replace(/\[\[calendar\.stages\]\]\ncode = "final"\n(.+\n)+/, '');
}

const person = (login, name, role) => ({ login, name, role, password });
export const leader = person('lanhdao', 'Khuất Minh Triết', 'Lãnh đạo cơ quan thường trực');
export const officer = person('chuyenvien', 'Lều Thị Hồng Hạc', 'Chuyên viên cơ quan thường trực');
export const contact = person('tienyen', 'Nông Thị Sao Khuê', 'Đầu mối đơn vị');
export const secretary = person('thuky', 'Mạc Văn Trúc Lâm', 'Thư ký Hội thi');
export const member = person('uyvien', 'Tống Thị Mai Hoa', 'Thành viên Ban Tổ chức');
export const chair = person('chutich', 'Âu Dương Tùng Bách', 'Chủ tịch Hội đồng giám khảo');
export const clerk = person('thukyhoidong', 'Ninh Thị Cẩm Chướng', 'Thư ký Hội đồng giám khảo');
export const judges = ['Khúc Văn Sến', 'Tô Thị Hướng Dương', 'Lục Văn Đỗ Quyên'].map((name, index) => person(`giamkhao${index + 1}`, name, 'Giám khảo'));

export const COMMITTEE = 'Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh';
export const RULES = { kind: 'Quyết định', number: '85/QĐ-BTC', date: written(moved('2020-07-27')), issuer: COMMITTEE, subject: 'Ban hành Thể lệ Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ IX', rests: [] };
export const LETTER = {
  subject: `Tổ chức triển khai ${TITLE}`,
  rests: [RULES.number],
  to: 'Ủy ban nhân dân các xã, phường, đặc khu',
  text: [
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh đề nghị Ủy ban nhân dân các xã, phường, đặc khu triển khai một số nội dung sau:',
    '- Chỉ đạo triển khai Thể lệ Hội thi tại địa phương; báo cáo kết quả thực hiện về Cơ quan Thường trực;',
    '- Tổ chức tuyên truyền, phổ biến Thể lệ; vận động gửi giải pháp dự thi;',
    '- Có hình thức khen thưởng phù hợp đối với tập thể, cá nhân có thành tích xuất sắc.',
  ].join('\n'),
  signer: leader.name,
  recipients: 'Như trên;\nBan Tổ chức Hội thi (b/c);\nLưu: VT, KHCN.',
};

export const author = { login: 'bichdao', name: 'Lục Thị Bích Đào' };
export const OWN = {
  title: 'Thiết bị cảnh báo sạt lở taluy bằng cảm biến nghiêng giá rẻ, gửi tin nhắn khi độ nghiêng vượt ngưỡng',
  category: 'Công nghiệp, giao thông vận tải, xây dựng',
  summary: 'Cọc cảm biến tự chế từ vật tư sẵn có, pin dùng một năm, tự gửi tin nhắn khi độ nghiêng vượt ngưỡng; đã báo đúng 5 lần trước khi đất trượt.',
  shares: { [author.name]: '60', 'Nông Văn Ửng': '40' },
  marks: { 'Tính mới, tính sáng tạo': ['38', '37', '39,5'], 'Khả năng áp dụng': ['28', '28,5', '28'], 'Hiệu quả kinh tế, kỹ thuật, xã hội': ['27', '27', '27'] },
  result: '93,33',
  prize: 'Giải Nhất',
};
export const BROUGHT = {
  title: 'Giàn phơi rong biển hai tầng có mái trượt, dùng lại tre và lưới cũ',
  category: 'Nông, lâm, ngư nghiệp, tài nguyên và môi trường',
  summary: 'Giàn hai tầng có mái trượt giúp phơi gấp đôi lượng rong trên cùng diện tích, che kịp khi mưa; vật liệu dùng lại nên rẻ.',
  shares: { 'Chìu Sáng Mùi': '100' },
  marks: { 'Tính mới, tính sáng tạo': ['30', '31', '29'], 'Khả năng áp dụng': ['22', '22', '22'], 'Hiệu quả kinh tế, kỹ thuật, xã hội': ['23', '22', '24'] },
  result: '75',
  prize: 'Giải Ba',
};
// What the letter asks of every commune, as the form of sending names it.
export const TASKS = ['Chỉ đạo triển khai Kế hoạch, Thể lệ; báo cáo kết quả', 'Tuyên truyền', 'Khen thưởng'];
export const HIDDEN = [...Object.keys(OWN.shares), ...Object.keys(BROUGHT.shares), COMMUNE, contact.name, 'QN9-'];

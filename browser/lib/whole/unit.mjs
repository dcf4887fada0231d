// A commune in the whole contest: it answers the letter and hands in what an author brought on paper.

import { today, written } from '../days.mjs';
import { begin, submit } from '../dossier.mjs';
import { follow, press, says } from '../office.mjs';
import { fill } from './authors.mjs';
import { BROUGHT, COMMUNE, at } from './facts.mjs';

// The unit has one letter to answer: its place of work is that letter.
export async function answer(page) {
  await follow(page, 'Công việc của đơn vị');
  await press(page, 'Xác nhận đã nhận');
  await says(page, 'Đã xác nhận nhận văn bản.');
  await publicise(page);
  await answerTask(page);
  await report(page);
}

async function publicise(page) {
  await follow(page, /Ghi nhận tuyên truyền/);
  await page.getByLabel('Kênh').selectOption({ label: 'Hội nghị, cuộc họp' });
  await page.getByLabel('Tên tin, bài, hoạt động').fill('Phổ biến Thể lệ tại hội nghị giao ban của xã');
  await page.getByLabel('Ngày đăng, ngày làm').fill(written(today()));
  await page.getByLabel('Số người tiếp cận').fill('120');
  await press(page, 'Lưu');
  await says(page, 'Đã ghi nhận.');
}

async function answerTask(page) {
  await follow(page, 'Công việc của đơn vị');
  await follow(page, 'Tuyên truyền, phổ biến; vận động gửi giải pháp dự thi');
  await page.getByLabel('Đã thực hiện').check();
  await page.getByLabel('Đã làm gì').fill('Phổ biến tại hội nghị giao ban; phát thanh hai lượt.');
  await press(page, 'Gửi trả lời');
  await says(page, 'Đã gửi trả lời nhiệm vụ.');
}

async function report(page) {
  await follow(page, 'Công việc của đơn vị');
  await follow(page, 'Lập báo cáo');
  const figures = {
    'Văn bản chỉ đạo đã ban hành': '1', 'Tin, bài, hoạt động tuyên truyền': '1', 'Lượt người tiếp cận': '120',
    'Giải pháp đã vận động gửi dự thi': '2', 'Sáng kiến được công nhận': '3', 'Tập thể, cá nhân được khen thưởng': '1',
  };
  for (const [label, figure] of Object.entries(figures)) await page.getByLabel(label).fill(figure);
  await page.getByRole('radio', { name: 'Không', exact: true }).check();
  await press(page, 'Gửi báo cáo');
  await says(page, 'Đã gửi báo cáo.');
  await page.shot('90-report-sent');
}

// The unit's contact enters what an author brought on paper.
export async function bringDossier(page) {
  await page.goto(at('ho-so-don-vi'));
  await follow(page, 'Nộp hộ hồ sơ');
  await begin(page, BROUGHT);
  await page.getByLabel(/^Đơn vị(?! phối hợp)/).selectOption({ label: COMMUNE });
  await press(page, 'Lập hồ sơ và điền tiếp');
  await fill(page, BROUGHT, 'Cá nhân');
  await submit(page);
  await says(page, 'QN9-0002');
  await page.goto(at('ho-so-don-vi'));
  await says(page, BROUGHT.title);
  await page.shot('90-unit-entries');
}

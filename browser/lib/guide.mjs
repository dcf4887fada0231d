// The pictures that README and the guide show, by the name that the journeys give them. Written by
// `cargo xtask guide`, one screen each, so that the repository stays small.

export const GUIDE = {
  '10-edition': 'ky-hoi-thi',
  '10-letter': 'cong-van',
  '10-board': 'tien-do-don-vi',
  '10-unit-letter': 'don-vi-nhan-cong-van',
  '10-report-sent': 'bao-cao',
  '20-tasks': 'lap-ho-so',
  '20-receipt': 'bien-nhan',
  '30-dossier': 'kiem-tra-ho-so',
  '40-sheet': 'phieu-cham',
  '45-opening-one': 'mo-niem-phong',
  '50-ranking': 'xep-hang',
  '50-certificates': 'giay-chung-nhan',
  '50-result': 'ket-qua',
  '50-verified': 'xac-minh',
};

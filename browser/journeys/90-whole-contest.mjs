// One contest from an empty house to the certificate on a stranger's phone, every step by hand: the
// accounts, the units, the edition, the letter and its answers, two dossiers, screening, three
// judges, the seal, the prizes, the announcement. It runs on the machine's own clock; at the end the
// data is sound and the journal whole.

import { choosePassword, firstPassword, welcome } from '../lib/accounts.mjs';
import { checkByHand } from '../lib/awards.mjs';
import { follow, says, signedIn } from '../lib/office.mjs';
import {
  announce, bringUnits, certify, decide, launch, openHouse, readAnswers, seat, sendLetter, setUp, signLetter, writeLetter,
} from '../lib/whole/agency.mjs';
import { enter } from '../lib/whole/authors.mjs';
import { BROUGHT, COMMUNE, OWN, SLUG, author, contact, judges, officer, password, secretary } from '../lib/whole/facts.mjs';
import { appoint, closedTo, mark, onlyTheRanking, propose, screen, sealAndOpen, start } from '../lib/whole/judges.mjs';
import { answer, bringDossier } from '../lib/whole/unit.mjs';

export const prepare = [['admin', 'quantri', '--email', 'quantri@vidu.invalid']];
export const serve = ['serve'];

export default async function (house) {
  const keeper = await signedIn(house, 'quantri', firstPassword(house.said));
  await choosePassword(keeper, firstPassword(house.said), password);
  await openHouse(house, keeper);
  const desk = await signedIn(house, officer.login, password);
  await bringUnits(desk);
  await welcome(house, keeper, contact, { unit: COMMUNE });
  await keeper.shot('90-account');
  await setUp(desk);
  await launch(house);
  await seat(house, keeper);

  await writeLetter(desk);
  await signLetter(house);
  await sendLetter(desk);
  const unit = await signedIn(house, contact.login, password);
  await answer(unit);
  await readAnswers(desk);

  await enter(house);
  await bringDossier(unit);
  const office = await signedIn(house, secretary.login, password);
  await screen(office);

  await appoint(house);
  await start(house, office);
  for (const [index, judge] of judges.entries()) await mark(house, judge, index);
  await sealAndOpen(house, office);
  await propose(office);
  await onlyTheRanking(house);

  await decide(desk);
  const code = await certify(desk);
  await announce(house, desk);
  await readByAnyone(house, code);
  await closedTo(unit, ['ho-so', 'kiem-tra', 'xep-hang', 'giai-thuong', 'chung-nhan']);
  await tellsWhoWasTold(keeper);
  await standsWhole(house);
}

async function readByAnyone(house, code) {
  const anyone = await house.person();
  await anyone.goto(`/ky/${SLUG}`);
  await anyone.shot('90-portal-announced');
  await follow(anyone, 'Xem kết quả');
  for (const words of [OWN.prize, OWN.title, author.name, BROUGHT.prize, BROUGHT.title]) await says(anyone, words);
  await anyone.shot('90-result');
  const phone = await checkByHand(house, code);
  await says(phone, author.name);
  await phone.goto(`/xac-minh/${code}`);
  await says(phone, OWN.title);
  await phone.shot('90-verified');
}

// The administrator sees what mail went out, and no dossier.
async function tellsWhoWasTold(page) {
  await follow(page, 'Hộp thư đi');
  for (const { login } of [contact, author]) await says(page, `${login}@vidu.invalid`);
  await closedTo(page, ['ho-so', 'xep-hang', 'hoi-dong']);
}

// The data is sound and the journal whole, beside the running program and after its end.
async function standsWhole(house) {
  await looksSound(house);
  await house.endServing();
  await looksSound(house);
}

async function looksSound(house) {
  await house.command('doctor');
  await house.command('journal', 'verify');
}

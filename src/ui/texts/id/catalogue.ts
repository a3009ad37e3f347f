import { account } from './account.ts';
import { api } from './api.ts';
import { apiKey } from './api-key.ts';
import { components } from './components.ts';
import { contact } from './contact.ts';
import { duty } from './duty.ts';
import { enrol } from './enrol.ts';
import { importPeople } from './import-people.ts';
import { invitation } from './invitation.ts';
import { people } from './people.ts';
import { reset } from './reset.ts';
import { feed } from './feed.ts';
import { flag } from './flag.ts';
import { follow } from './follow.ts';
import { general } from './general.ts';
import { fileReport } from './file-report.ts';
import { health } from './health.ts';
import { home } from './home.ts';
import { jobs } from './jobs.ts';
import { layout } from './layout.ts';
import { map } from './map.ts';
import { notice } from './notice.ts';
import { noticeChoice } from './notice-choice.ts';
import { offices } from './offices.ts';
import { photo } from './photo.ts';
import { postNotice } from './post-notice.ts';
import { promises } from './promises.ts';
import { proof } from './proof.ts';
import { publicReport } from './public-report.ts';
import { reading } from './reading.ts';
import { reason } from './reason.ts';
import { readiness } from './readiness.ts';
import { refusal } from './refusal.ts';
import { rehearsal } from './rehearsal.ts';
import { role } from './role.ts';
import { staff } from './staff.ts';
import { state } from './state.ts';
import { trackReport } from './track-report.ts';
import { wording } from './wording.ts';

/** All words, by area. Indonesian is the shape that every other language must fill. */
export const id = {
  account,
  api,
  apiKey,
  components,
  contact,
  duty,
  enrol,
  importPeople,
  invitation,
  people,
  reset,
  feed,
  flag,
  follow,
  general,
  fileReport,
  health,
  home,
  jobs,
  layout,
  map,
  notice,
  noticeChoice,
  offices,
  photo,
  postNotice,
  promises,
  proof,
  publicReport,
  reading,
  readiness,
  reason,
  refusal,
  rehearsal,
  role,
  staff,
  state,
  trackReport,
  wording,
};

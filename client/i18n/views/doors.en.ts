export const doors = {
  label: 'Three questions',
  loading: 'Counting items in common, the courses of policies and who came.',
  failed: 'The data of the three questions could not be fetched.',
  ties: 'Which departments act together?',
  tiesAnswer:
    'Of {{tested}} pairs of departments, <b>{{above}}</b> stand together more often than chance, <b>{{below}}</b> more rarely.',
  tiesUntestable:
    'Of {{tested}} pairs of departments, <b>{{met}}</b> have stood in one item; the minutes are too few to tell chance from more.',
  tiesLines: ' Thick lines stand the test, thin ones are only more than expected.',
  closer: 'Lately closer',
  closerNote: 'up to meeting {{until}} ({{before}} items) → after it ({{after}})',
  closerNone: 'With fewer than four meetings there is no before and after.',
  policies: 'What became of a policy?',
  policiesAnswer:
    'Of {{total}} policies, <b>{{deferred}}</b> were put off, <b>{{returned}}</b> have come back, <b>{{open}}</b> have not been seen again.',
  policiesNone: '{{total}} policies; none was put off in the meetings that were read.',
  active: 'Most present policies',
  activeNote: 'traces across the meetings, and how many',
  back: 'put off, then back',
  mark: { considered: 'heard', deferred: 'put off', agreed: 'agreed', cited: 'cited' },
  attendance: 'Who sat with whom?',
  attendanceAnswer:
    '{{people}} people on the rolls: <b>{{leaders}}</b> leaders of the government, <b>{{departments}}</b> for departments, <b>{{districts}}</b> for districts.',
  attendanceNone: 'The minutes that were read do not print who came.',
  group: { leaders: 'Leaders', departments: 'For departments', districts: 'Districts' },
  diligent: 'Most diligent delegates',
  diligentNote: 'came / meetings with a roll since first seen',
  stripKey: 'One sheet is one item, in the colour of its leading department’s group:',
  stripGroup: '{{first}} and others, {{count}}',
  stripOther: 'no leading department, or in no group',
} as const

export const method = {
  title: 'Method',
  link: 'Method',
  lead: 'How the figures are made, what they say, and what they cannot say.',
  parts: 'Parts of the method',
  how: {
    count: 'What is counted',
    chance: 'How chance is told',
    share: 'Out of how many',
    people: 'Who is who',
    course: 'How a course is read',
    limits: 'What it cannot say',
  },
  count: {
    title: 'What is counted',
    a: 'The only source is published minutes. What counts is what they state: who came, what was considered, what was decided, who leads and who assists. Every relation keeps its place in the text; a click shows the sentence.',
    b: 'Two departments have an item in common when the same agenda item names them, gives them a duty, or gives them a part in one of its decisions; decisions or whole meetings can be counted instead. However often a name stands in an item, it counts once.',
    c: 'What could not be read is listed beside the minutes and at the foot of the page; nothing is dropped in silence.',
  },
  chance: {
    title: 'What “more often than chance” means',
    a: 'Departments that occur often meet often. So what was seen is held against a null model (the bipartite configuration model), which keeps on average how often each department occurs and how many departments each item has, and leaves the rest to chance.',
    b: 'Under that model, p is the probability that a pair meets at least so often; it is computed exactly for each pair. As many pairs are tested, the false-discovery rate is controlled after Benjamini and Hochberg: at 5 %, on average at most 5 % of the reported ties are false. Pairs that never meet are among those tested.',
    c: 'Where the totals are too small no test can speak; then only counts are listed, with the smallest p that could be had. The colours of the sheets and the thin lines on the first page come from groups that are together more than expected; these are not tested and only help the eye.',
  },
  share: {
    title: 'What the denominators are',
    a: 'Attendance reads “30/36”: 36 meetings that print a roll since the person was first seen. Meetings without a roll are in no denominator. The attendance view offers other denominators and always names the one in use.',
    b: '“Lately closer” compares shares: how much of the items of the first half of the meetings, and of the second, the pair has in common. The number of items in each half stands beside it.',
    c: 'Missing serial numbers are hatched. They are missing minutes, not missing activity, and are in no denominator.',
  },
  people: {
    title: 'How people are told apart',
    a: 'A person is at first a name at a body. The same name at two bodies is taken for two people. Moves and renamed bodies are joined only with evidence: one seat is left, another taken soon after, the days fit, and the two never sat together.',
    b: 'What is not sure enough is drawn as a dashed line, “possibly the same”, with its reasons, and not merged. A term of office begins and ends between two meetings; no day is guessed. What people correct is kept when documents are read again.',
    c: 'Attendance is no proof of office, and who came for a body need not head it; the graph keeps these apart.',
  },
  course: {
    title: 'The course of a policy',
    a: 'One title, without words like “draft”, is one policy; another year is another edition. After a deferral, a policy has come back when a later meeting deals with it again; being cited is not enough.',
    b: '“Not seen again” speaks of the meetings that were read. It may stand in minutes that are missing, or have been dealt with where no minutes are published.',
  },
  limits: {
    title: 'What it cannot say',
    a: 'Standing together is not working together, nor who follows whom; more than chance is no cause. What minutes say, and which are published, is a choice in itself.',
    b: 'What happens outside meetings is not seen here. Reading follows rules, and rules err: open the sentence, check it, and correct what is wrong.',
  },
} as const

/** What stands beside the committed corpus. */
export const README = `# 澜州市：样例语料 / the sample corpus

Everything here is invented: the city 澜州市, its people, its departments' decisions, its documents and figures. No real place, body or person is meant.
The names of national laws are real; nothing that the minutes say of them is.

- \`minutes/\`: three years (2022–2024) of minutes of the city's executive meeting, 36 documents as an extractor would give them. Meetings 46, 59, 60 and 71 are missing on purpose.
- \`truth/records/\`: for each document what an expert reader would write down (the scorer's gold format).
- \`truth/stories.json\`: what was planted in the corpus, with the documents and items it rests on, and who and what every mention means.
  \`identity.mentions[doc].attendance\` holds person ids in the order of \`attendance\` in the gold record; \`identity.policies\` are rows of document, item, printed title, policy, edition, stage.

Made by \`npm run samples\`: the same seed gives the same bytes. \`npm run samples -- --help\` tells the options (other seeds, more cities, more meetings).
`

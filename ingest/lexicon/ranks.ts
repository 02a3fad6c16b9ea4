/** Bands of rank in a city (genre guide 7.3), by words of a post; the first that the post contains counts. In a county all stand one lower, which changes no distance. */
export const RANK_OF_POST: readonly (readonly [number, readonly string[]])[] = [
  [
    5,
    [
      '副局长',
      '副主任',
      '副区长',
      '副县长',
      '副书记',
      '副院长',
      '副检察长',
      '副行长',
      '副总经理',
      '副支队长',
      '调研员',
      '副镇长',
    ],
  ],
  [6, ['科长', '处长', '科员', '秘书科', '记录员']],
  [2, ['副市长', '市委常委', '人大常委会副主任', '政协副主席']],
  [4, ['副秘书长', '代区长', '代县长']],
  [3, ['秘书长']],
  [1, ['代市长', '市长', '市委书记']],
  [4, ['局长', '主任', '区长', '县长', '书记', '院长', '检察长', '行长', '董事长', '总经理', '支队长', '部长']],
]

/** Bands that a place on the roll leaves open where no post is printed: the leaders present and attending, the delegate of a body, the keeper of the minutes. */
export const RANK_OF_PLACE = {
  member: [1, 3],
  observer: [2, 4],
  body: [4, 5],
  recorder: [6, 6],
} as const

/** Posts that one person may hold at once: the leaders' list and the police, a district and the zone in it. Ends of names of bodies. */
export const DUAL_WITH_LEADERS = ['公安局', '公安分局', '统战部', '总工会'] as const

/** What brackets behind a name say of the person. */
export const PERSON_TAGS = { ethnicity: /\p{Script=Han}{1,5}族/u, gender: /^[男女]$/u } as const

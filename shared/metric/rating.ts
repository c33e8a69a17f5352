/** A rating as a person gives it: 1 (least, worst) to 5. */
export type Rating = 1 | 2 | 3 | 4 | 5

export const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5]

const MOOD_WORDS: Readonly<Record<Rating, string>> = { 1: 'Awful', 2: 'Bad', 3: 'Okay', 4: 'Good', 5: 'Great' }

export const moodWord = (rating: Rating): string => MOOD_WORDS[rating]

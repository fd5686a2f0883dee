// What people can say of how they were served: a grade, and reasons. A test holds them to their words.

/** From the best to the worst. */
export const GRADES = [4, 3, 2, 1];

export const REASONS = ['nhanh', 'than-thien', 'cho-lau', 'huong-dan-chua-ro', 'thai-do'];

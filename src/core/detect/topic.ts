// Whether a statement speaks of what its thread is about.
// In: a match. Out: whether the thread's subject names its object. Refuses nothing.
import type { Found } from './detector.ts'

/** True when a telling word of the object stands in the subject: an object of no known sort is then the topic. */
export function namesTopic({ object, context }: Pick<Found, 'object' | 'context'>): boolean {
  const subject = context.message.subject.toLowerCase()
  return object.phrase
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .some((word) => word.length > 3 && subject.includes(word))
}
